package backstep.ui.player;

import backstep.trace.Step.Phase;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.ui.player.PlayerModel.State;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The bar at the bottom: steps, play, timeline, iteration, speed.
///
/// It never is wider than the window: where that is narrow or letters are large, buttons say less,
/// and the timeline goes into a row of its own.
public final class PlayerView extends Region {
  // Long enough to read why a button is off.
  private static final Duration LINGER = Duration.seconds(6);

  // In heights of the letters.
  private static final double ICON = 1.3;
  private static final double SIGN = 1.05;
  private static final double DOT = 0.7;
  private static final double GAP = 0.6;

  private final PlayerModel model;
  private final Messages messages;
  private final BarNote note = new BarNote();
  private final PauseTransition linger = new PauseTransition(LINGER);
  private final Map<Phase, BarButton> steps = new EnumMap<>(Phase.class);
  private final List<BarButton> buttons;
  private final PhaseTimeline timeline;
  private final IterationControl iteration;
  private final TrainingControl training;
  private final SpeedButton speed;
  private final Ticker ticker;
  private Optional<BarButton> refused = Optional.empty();

  public PlayerView(PlayerModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("player");
    setMinHeight(USE_PREF_SIZE);
    timeline = new PhaseTimeline(model, messages, note);
    iteration = new IterationControl(model, messages, note);
    training = new TrainingControl(model, messages);
    speed = new SpeedButton(model, messages);
    ticker = new Ticker(model);
    for (Phase phase : Phase.values()) {
      steps.put(phase, step(phase));
    }
    buttons =
        Stream.concat(
                Stream.concat(
                    Stream.of(
                        plain(
                            "to-start",
                            MaterialDesignS.SKIP_PREVIOUS,
                            Keymap.START,
                            model::toStart,
                            Why::noPrevious),
                        plain(
                                "previous",
                                MaterialDesignA.ARROW_LEFT,
                                Keymap.PREVIOUS,
                                model::previous,
                                Why::noPrevious)
                            .repeating(),
                        plain(
                                "next",
                                MaterialDesignA.ARROW_RIGHT,
                                Keymap.NEXT,
                                model::next,
                                Why::noNext)
                            .repeating()),
                    steps.values().stream()),
                Stream.of(play()))
            .toList();
    buttons.forEach(button -> button.setOnRefused(this::refuse));
    iteration.setOnRefused(this::refuse);
    training.setOnRefused(this::refuse);
    model.setOnRefused(phase -> refuse(steps.get(phase)));
    linger.setOnFinished(_ -> forgive());
    getChildren().addAll(buttons);
    Later.add(getChildren(), timeline, iteration, training, speed, note);
    // The model lives as long as the window, and so does this.
    model.stateProperty().subscribe((Consumer<State>) this::show);
    messages.words().subscribe(_ -> show(model.getState()));
  }

  private void show(State state) {
    forgive();
    timeline.show(state.session());
    ticker.follow(state);
  }

  // --- Buttons -----------------------------------------------------------------------------------

  private BarButton plain(
      String id, Ikon icon, Keymap key, Runnable action, Function<State, Optional<Why>> why) {
    BarButton button = new BarButton(id, action).icon(new FontIcon(icon), ICON);
    ObservableValue<String> does = messages.text("player." + id + ".tip", key);
    button.getStyleClass().add("icon-button");
    button.accessibleTextProperty().bind(messages.text("player." + id));
    return button.explained(model, messages, does, why);
  }

  private BarButton step(Phase phase) {
    String name = phase.name().toLowerCase(Locale.ROOT);
    Keymap one = key(phase);
    BarButton button = new BarButton("step-" + name, () -> model.step(phase));
    button.getStyleClass().addAll("step-button", "step-" + name);
    ObservableValue<String> words = messages.text("player." + name);
    ObservableValue<String> fewer = messages.text("player." + name + ".brief");
    // Direction shows in a shape too, not in colour alone.
    switch (phase) {
      case FORWARD -> button.word(words, fewer).icon(new FontIcon(MaterialDesignP.PLAY), SIGN);
      case BACKWARD -> button.icon(mirrored(MaterialDesignP.PLAY), SIGN).word(words, fewer);
      case UPDATE -> button.icon(new FontIcon(MaterialDesignC.CIRCLE), DOT).word(words, fewer);
    }
    button.cap(messages.cap(one)).repeating();
    ObservableValue<String> does = messages.text("player." + name + ".tip", one, all(phase));
    return button.explained(model, messages, does, state -> Why.noStep(state, phase));
  }

  private static FontIcon mirrored(Ikon icon) {
    FontIcon mirrored = new FontIcon(icon);
    mirrored.setScaleX(-1);
    return mirrored;
  }

  private static Keymap key(Phase phase) {
    return switch (phase) {
      case FORWARD -> Keymap.FORWARD;
      case BACKWARD -> Keymap.BACKWARD;
      case UPDATE -> Keymap.UPDATE;
    };
  }

  private static Keymap all(Phase phase) {
    return switch (phase) {
      case FORWARD -> Keymap.FORWARD_ALL;
      case BACKWARD -> Keymap.BACKWARD_ALL;
      case UPDATE -> Keymap.UPDATE_ALL;
    };
  }

  private BarButton play() {
    ObservableValue<Boolean> playing = model.stateProperty().map(State::isPlaying);
    FontIcon icon = new FontIcon(MaterialDesignP.PLAY_OUTLINE);
    icon.iconCodeProperty()
        .bind(playing.map(on -> on ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY_OUTLINE));
    ObservableValue<String> word =
        playing.flatMap(on -> messages.text(on ? "player.pause" : "player.play"));
    BarButton button =
        new BarButton("play", model::playOrPause)
            .icon(icon, ICON)
            .word(word, word)
            .cap(messages.cap(Keymap.PLAY))
            .plain();
    button.getStyleClass().add("play-button");
    ObservableValue<String> does =
        playing.flatMap(
            on -> messages.text(on ? "player.pause.tip" : "player.play.tip", Keymap.PLAY));
    return button.explained(model, messages, does, Why::noPlay);
  }

  // --- Refusing ----------------------------------------------------------------------------------

  private void refuse(BarButton button) {
    forgive();
    refused = Optional.of(button);
    note.show(button, button.getWidth() / 2, 0, button.tip());
    Announcer.say(this, button.tip());
    linger.playFromStart();
  }

  private void forgive() {
    linger.stop();
    refused.ifPresent(note::hide);
    refused = Optional.empty();
  }

  // --- Room --------------------------------------------------------------------------------------

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private Fit fit(double width) {
    return Stream.of(Fit.values())
        .filter(fit -> width(fit, timeline.prefWidth(-1)) <= width)
        .findFirst()
        .orElse(Fit.TWO_ROWS_OF_ICONS);
  }

  private double width(Fit fit, double timelineWidth) {
    double first = row(buttons.stream().mapToDouble(button -> button.widthSaying(fit.wording())));
    double second = row(DoubleStream.concat(DoubleStream.of(timelineWidth), ends()));
    double inner = fit.isSplit() ? Math.max(first, second) : first + gap() + second;
    return inner + snappedLeftInset() + snappedRightInset();
  }

  private DoubleStream ends() {
    return Stream.of(iteration, training, speed).mapToDouble(end -> end.prefWidth(-1));
  }

  private double row(DoubleStream widths) {
    return widths.reduce((a, b) -> a + gap() + b).orElse(0);
  }

  private double gap() {
    return GAP * speed.getFont().getSize();
  }

  private double buttonHeight() {
    return height(buttons.stream());
  }

  private double endHeight() {
    return height(Stream.of(timeline, iteration, training, speed));
  }

  private static double height(Stream<? extends Node> parts) {
    return parts.mapToDouble(part -> part.prefHeight(-1)).max().orElse(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    return width(Fit.WHOLE, timeline.prefWidth(-1));
  }

  @Override
  protected double computeMinWidth(double height) {
    return width(Fit.TWO_ROWS_OF_ICONS, timeline.minWidth(-1));
  }

  @Override
  protected double computePrefHeight(double width) {
    double rows =
        width >= 0 && fit(width).isSplit()
            ? buttonHeight() + gap() + endHeight()
            : Math.max(buttonHeight(), endHeight());
    return snappedTopInset() + rows + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    Fit fit = fit(getWidth());
    buttons.forEach(button -> button.say(fit.wording()));
    double buttonHeight = buttonHeight();
    double height = fit.isSplit() ? buttonHeight : Math.max(buttonHeight, endHeight());
    double top = snappedTopInset();
    double x = snappedLeftInset();
    for (BarButton button : buttons) {
      x =
          place(
              button,
              x,
              button.widthSaying(fit.wording()),
              top + (height - buttonHeight) / 2,
              buttonHeight);
    }
    if (fit.isSplit()) {
      top += height + gap();
      height = endHeight();
      x = snappedLeftInset();
    }
    double end = getWidth() - snappedRightInset() - ends().map(width -> width + gap()).sum();
    x = place(timeline, x, end - x, top, height);
    for (Region part : List.of(iteration, training, speed)) {
      double own = Math.max(part.prefHeight(-1), buttonHeight);
      x = place(part, x, part.prefWidth(-1), top + (height - own) / 2, own);
    }
    note.place();
  }

  // Gives where the next one begins.
  private double place(Region part, double x, double width, double top, double height) {
    part.resizeRelocate(snapPositionX(x), snapPositionY(top), width, height);
    return x + width + gap();
  }
}
