package backstep.ui.player;

import backstep.trace.Session;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.player.PlayerModel.Playing;
import backstep.ui.player.PlayerModel.State;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The bar at the bottom: steps, play, timeline, iteration, speed.
public final class PlayerView extends HBox {
  // A step's movement, and a while to look at what came of it.
  private static final double SECONDS_PER_STEP = 0.85;
  private static final double SECONDS_PER_RUN = 6;
  private static final double MAX_SECONDS_PER_ITERATION = 0.1;
  private static final int MAX_ITERATIONS_PER_FRAME = 1000;

  private final PlayerModel model;
  private final Messages messages;
  private final PhaseTimeline timeline;
  private final AnimationTimer clock = clock();
  private boolean ticking;

  public PlayerView(PlayerModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.timeline = new PhaseTimeline(messages, model::seek);
    getStyleClass().add("player");
    setAlignment(Pos.CENTER_LEFT);
    timeline.setId("timeline");
    HBox.setHgrow(timeline, Priority.ALWAYS);
    getChildren()
        .addAll(
            withTip(
                iconButton("to-start", MaterialDesignS.SKIP_PREVIOUS, model::toStart),
                text("player.start.tip", Keymap.START),
                State::atStart),
            withTip(
                iconButton("previous", MaterialDesignA.ARROW_LEFT, model::previous),
                text("player.previous.tip", Keymap.PREVIOUS),
                State::atStart),
            withTip(
                iconButton("next", MaterialDesignA.ARROW_RIGHT, model::next),
                text("player.next.tip", Keymap.NEXT),
                state -> state.atEnd() || state.playing() != Playing.NOTHING),
            stepButton(Phase.FORWARD, Keymap.FORWARD, Keymap.FORWARD_ALL),
            stepButton(Phase.BACKWARD, Keymap.BACKWARD, Keymap.BACKWARD_ALL),
            stepButton(Phase.UPDATE, Keymap.UPDATE, Keymap.UPDATE_ALL),
            playButton(),
            timeline,
            iterationLabel(),
            speedButton());
    // The model lives as long as the window, and so does this.
    model.stateProperty().subscribe((Consumer<State>) this::show);
    messages.words().subscribe(_ -> show(model.getState()));
  }

  private void show(State state) {
    timeline.show(state.session());
    boolean play = state.playing() != Playing.NOTHING;
    if (play != ticking) {
      ticking = play;
      if (play) {
        clock.start();
      } else {
        clock.stop();
      }
    }
  }

  private AnimationTimer clock() {
    return new AnimationTimer() {
      private long last;

      @Override
      public void start() {
        last = 0;
        super.start();
      }

      @Override
      public void handle(long now) {
        State state = model.getState();
        double seconds = last == 0 ? 0 : (now - last) / 1e9;
        double due =
            state.playing() == Playing.ITERATIONS ? secondsPerIteration(state) : SECONDS_PER_STEP;
        // The first comes at once: the press of the button is seen to do something.
        double steps = last == 0 ? 1 : seconds * state.speed() / due;
        if (steps >= 1) {
          last = now;
          model.tick((int) Math.min(steps, MAX_ITERATIONS_PER_FRAME));
        }
      }
    };
  }

  // A run takes as long as one likes to watch, however many iterations it has.
  private static double secondsPerIteration(State state) {
    int count = state.session().map(Session::iterationCount).orElse(1);
    return Math.min(MAX_SECONDS_PER_ITERATION, SECONDS_PER_RUN / count);
  }

  // --- Buttons -----------------------------------------------------------------------------------

  private ObservableValue<String> text(String key, Keymap cap) {
    return messages.text(key, cap.cap());
  }

  private static Button iconButton(String id, org.kordamp.ikonli.Ikon icon, Runnable action) {
    Button button = new Button();
    button.setId(id);
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll("bar-button", "icon-button");
    button.setOnAction(_ -> action.run());
    return button;
  }

  private Node stepButton(Phase phase, Keymap one, Keymap all) {
    String name = phase.name().toLowerCase(Locale.ROOT);
    Button button = new Button();
    button.setId("step-" + name);
    button.getStyleClass().addAll("bar-button", "step-button", "step-" + name);
    Label word = new Label();
    word.textProperty().bind(messages.text("player." + name));
    HBox content = new HBox(7, word, keyCap(one));
    content.setAlignment(Pos.CENTER);
    // Direction shows in a shape too, not in colour alone.
    switch (phase) {
      case FORWARD -> content.getChildren().add(1, new FontIcon(MaterialDesignP.PLAY));
      case BACKWARD -> content.getChildren().addFirst(mirrored(new FontIcon(MaterialDesignP.PLAY)));
      case UPDATE -> {}
    }
    button.setGraphic(content);
    button.accessibleTextProperty().bind(word.textProperty());
    button.setOnAction(_ -> model.step(phase));
    ObservableValue<String> tip =
        javafx.beans.binding.Bindings.createStringBinding(
            () -> {
              State state = model.getState();
              return state.canStep(phase)
                  ? messages.now("player." + name + ".tip", one.cap(), all.cap())
                  : reason(phase, state);
            },
            model.stateProperty(),
            messages.words());
    return withTip(button, tip, state -> !state.canStep(phase));
  }

  private static FontIcon mirrored(FontIcon icon) {
    icon.setScaleX(-1);
    return icon;
  }

  /// Why a step of this phase cannot be made.
  private String reason(Phase phase, State state) {
    if (state.session().isEmpty()) {
      return "";
    }
    if (state.playing() != Playing.NOTHING) {
      return messages.now("player.off.playing", Keymap.PLAY.cap());
    }
    Session session = state.session().get();
    if (phase == Phase.UPDATE && session.trace().count(Phase.UPDATE) == 0) {
      return messages.now("player.update.off.none");
    }
    String then =
        state
            .nextPhase()
            .map(next -> next.name().toLowerCase(Locale.ROOT))
            .orElse(state.atEnd() ? "end" : "next");
    Keymap key =
        switch (then) {
          case "forward" -> Keymap.FORWARD;
          case "backward" -> Keymap.BACKWARD;
          case "update" -> Keymap.UPDATE;
          default -> Keymap.NEXT;
        };
    return messages.now(
        "player." + phase.name().toLowerCase(Locale.ROOT) + ".off." + then, key.cap());
  }

  private Node playButton() {
    Button button = new Button();
    button.setId("play");
    button.getStyleClass().addAll("bar-button", "play-button");
    FontIcon icon = new FontIcon(MaterialDesignP.PLAY_OUTLINE);
    HBox graphic = new HBox(6, icon, new Label(), keyCap(Keymap.PLAY));
    graphic.setAlignment(Pos.CENTER);
    ObservableValue<Boolean> playing =
        model.stateProperty().map(state -> state.playing() != Playing.NOTHING);
    StringProperty word = ((Label) graphic.getChildren().get(1)).textProperty();
    word.bind(playing.flatMap(on -> messages.text(on ? "player.pause" : "player.play")));
    button.accessibleTextProperty().bind(word);
    icon.iconCodeProperty()
        .bind(playing.map(on -> on ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY_OUTLINE));
    button.setGraphic(graphic);
    button.setOnAction(_ -> model.playOrPause());
    return withTip(
        button,
        playing.flatMap(on -> text(on ? "player.pause.tip" : "player.play.tip", Keymap.PLAY)),
        state -> state.playing() == Playing.NOTHING && state.atEnd());
  }

  private Node iterationLabel() {
    Label label = new Label();
    label.setId("iteration");
    label.getStyleClass().add("iteration");
    ObservableValue<Optional<Session>> session = model.stateProperty().map(State::session);
    ObservableValue<Integer> number = session.map(s -> s.map(t -> t.iteration() + 1).orElse(1));
    ObservableValue<Integer> count = session.map(s -> s.map(Session::iterationCount).orElse(1));
    label.textProperty().bind(messages.text("player.iteration", number, count));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(messages.text("player.iteration.tip", number, count));
    label.setTooltip(tip);
    label.visibleProperty().bind(count.map(n -> n > 1));
    label.managedProperty().bind(label.visibleProperty());
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private Node speedButton() {
    Button button = new Button();
    button.setId("speed");
    button.getStyleClass().add("bar-button");
    button
        .textProperty()
        .bind(messages.text("player.speed", model.stateProperty().map(State::speed)));
    button.setOnAction(_ -> model.changeSpeed());
    return withTip(button, messages.text("player.speed.tip"), _ -> false);
  }

  private static Label keyCap(Keymap key) {
    Label cap = new Label(key.cap());
    cap.getStyleClass().add("key-cap");
    // A narrow window hides the caps, and then they take no room either.
    cap.managedProperty().bind(cap.visibleProperty());
    return cap;
  }

  /// A button that is off hears no pointer, so the tooltip that says why hangs on a pane around it.
  private Node withTip(
      Button button, ObservableValue<String> text, java.util.function.Predicate<State> off) {
    StackPane around = new StackPane(button);
    around.setMinWidth(USE_PREF_SIZE);
    button.setMinWidth(USE_PREF_SIZE);
    Tooltip tip = new Tooltip();
    tip.setWrapText(true);
    tip.setMaxWidth(340);
    tip.setShowDelay(Duration.millis(350));
    tip.textProperty().bind(text);
    Tooltip.install(around, tip);
    button.accessibleHelpProperty().bind(text);
    if (!button.accessibleTextProperty().isBound()) {
      button.accessibleTextProperty().bind(text);
    }
    button.disableProperty().bind(model.stateProperty().map(off::test));
    return around;
  }
}
