package backstep.ui.player;

import backstep.train.TrainerState;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.ui.player.PlayerModel.State;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Makes ten iterations more, a hundred, or one after another until it is stopped. While it does,
/// it says how far it is in the place of the buttons that cannot be pressed then.
final class TrainingControl extends HBox {
  // In heights of the letters.
  private static final double ICON = 1.3;
  private static final int TEN = 10;
  private static final int HUNDRED = 100;

  private final PlayerModel model;
  private final Messages messages;
  private final BarButton ten;
  private final BarButton hundred;
  private final BarButton train;

  TrainingControl(PlayerModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("training-control");
    setAlignment(Pos.CENTER);
    ten = leap("ten", TEN, Keymap.TEN_ON);
    hundred = leap("hundred", HUNDRED, Keymap.HUNDRED_ON);
    train = train();
    ten.getStyleClass().add("first");
    HBox leaps = new HBox(ten, hundred);
    leaps.getStyleClass().add("leaps");
    StackPane progress = progress();
    ObservableValue<Boolean> training = model.stateProperty().map(State::isTraining);
    leaps.visibleProperty().bind(training.map(on -> !on));
    progress.visibleProperty().bind(training);
    StackPane first = new StackPane();
    Later.add(first.getChildren(), leaps, progress);
    HBox.setHgrow(first, Priority.ALWAYS);
    getChildren().addAll(first, train);
  }

  /// Called with a button that is pressed while it is off.
  void setOnRefused(Consumer<BarButton> action) {
    List.of(ten, hundred, train).forEach(button -> button.setOnRefused(action));
  }

  // --- Buttons -----------------------------------------------------------------------------------

  private BarButton leap(String id, int by, Keymap key) {
    BarButton button = new BarButton(id, () -> model.on(by)).repeating();
    button.getStyleClass().add("leap");
    button.textProperty().bind(messages.text("player.leap", by));
    ObservableValue<String> does = messages.text("player.leap.tip", by, key);
    button.accessibleTextProperty().bind(messages.text("player.leap.name", by));
    return button.explained(model, messages, does, state -> Why.noIteration(state, by));
  }

  private BarButton train() {
    ObservableValue<Boolean> training = model.stateProperty().map(State::isTraining);
    FontIcon icon = new FontIcon(MaterialDesignF.FAST_FORWARD);
    icon.iconCodeProperty()
        .bind(training.map(on -> on ? MaterialDesignS.STOP : MaterialDesignF.FAST_FORWARD));
    BarButton button = new BarButton("train", model::trainOrPause).icon(icon, ICON);
    button.getStyleClass().addAll("icon-button", "train-button");
    button
        .accessibleTextProperty()
        .bind(training.flatMap(on -> messages.text(on ? "player.train.stop" : "player.train")));
    ObservableValue<String> pace =
        model.stateProperty().map(State::pace).flatMap(now -> messages.text(Paces.words(now), now));
    ObservableValue<String> does =
        training.flatMap(on ->
            on
                ? messages.text("player.train.stop.tip", Keymap.TRAIN)
                : messages.text("player.train.tip", Keymap.TRAIN, pace));
    return button.explained(model, messages, does, Why::noTraining);
  }

  // --- Progress ----------------------------------------------------------------------------------

  private StackPane progress() {
    ObservableValue<Optional<Progress>> progress = model.stateProperty().map(State::progress);
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("training-bar");
    bar.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    bar.progressProperty().bind(progress.map(TrainingControl::part));
    bar.setFocusTraversable(false);
    Label text = new Label();
    text.setId("training");
    text.getStyleClass().add("training-text");
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> progress.getValue().map(this::brief).orElse(""), progress, messages.words()));
    StackPane all = new StackPane(bar, text);
    all.getStyleClass().add("training-progress");
    all.setMinWidth(0);
    all.setPrefWidth(0);
    all.accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> progress.getValue().map(this::spoken).orElse(""),
                progress,
                messages.words()));
    return all;
  }

  private static double part(Optional<Progress> progress) {
    return progress.map(Progress::part).orElseGet(OptionalDouble::empty).orElse(0);
  }

  // How long it will take, or else how fast it goes.
  private String brief(Progress progress) {
    return left(progress)
        .or(() ->
            progress
                .now()
                .map(TrainerState::perSecond)
                .filter(speed -> progress.goal().isEmpty() && speed > 0)
                .map(speed -> messages.now("player.training.speed", few(speed))))
        .orElse("");
  }

  // Millions in a second are no matter of digits.
  private String few(double number) {
    NumberFormat format =
        NumberFormat.getCompactNumberInstance(
            messages.language().getValue(), NumberFormat.Style.SHORT);
    return format.format(number);
  }

  private String spoken(Progress progress) {
    return Stream.of(
            Optional.of(messages.now("player.training", progress.iterations())),
            Optional.of(brief(progress)).filter(said -> !said.isEmpty()))
        .flatMap(Optional::stream)
        .reduce((a, b) -> messages.now("player.training.both", a, b))
        .orElseThrow();
  }

  private Optional<String> left(Progress progress) {
    return progress
        .now()
        .flatMap(TrainerState::left)
        .map(left -> messages.now(unit(left), amount(left)));
  }

  private static String unit(Duration left) {
    return left.toMinutes() >= 2 ? "player.training.minutes" : "player.training.seconds";
  }

  // Rounded up: a moment is not none.
  private static long amount(Duration left) {
    return 1 + (left.toMinutes() >= 2 ? left.toMinutes() : left.toSeconds());
  }
}
