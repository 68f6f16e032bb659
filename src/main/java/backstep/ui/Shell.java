package backstep.ui;

import backstep.lesson.Lesson;
import backstep.trace.Step.Phase;
import backstep.ui.code.CodeView;
import backstep.ui.explain.ExplainView;
import backstep.ui.kit.KeyTaker;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Theme;
import backstep.ui.lab.ControlsView;
import backstep.ui.lab.LandscapeView;
import backstep.ui.lesson.IntroductionView;
import backstep.ui.lesson.LessonListView;
import backstep.ui.lesson.OutputView;
import backstep.ui.player.PlayerModel;
import backstep.ui.player.PlayerView;
import backstep.ui.plot.PlotView;
import backstep.ui.stage.StageView;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The whole window's content: lessons, stage, plot, explanation, code, player.
final class Shell extends BorderPane {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final double COMPACT_BELOW = 1280;
  private static final double LIST_PART = 0.142;
  private static final double SIDE_PART = 0.245;

  private final Workbench bench;
  private final Messages messages;
  private final StageView stage;
  private final ControlsView controls;
  private final Below below;
  private final VBox center;
  private final LessonListView list;
  private final ScrollPane side;
  private final ObjectProperty<Theme> theme;

  Shell(Workbench bench, Messages messages, Theme start) {
    this.bench = bench;
    this.messages = messages;
    theme = new SimpleObjectProperty<>(this, "theme", start);
    stage = new StageView(bench.stage, messages);
    PlotView plot = new PlotView(bench.plot, messages);
    list = new LessonListView(bench.lessons, messages);
    stage.speedProperty().bind(bench.player.stateProperty().map(PlayerModel.State::speed));
    VBox.setVgrow(stage, Priority.ALWAYS);
    stage.setMinHeight(120);
    controls = new ControlsView(bench.controls, bench.gradients, messages);
    below = new Below(plot, new LandscapeView(bench.landscape, bench.controls, messages), controls);
    center = new VBox(new ProblemBanner(bench.program, messages), stage, below);
    center.getStyleClass().add("center");
    side = side();
    setTop(topBar());
    setLeft(list);
    setCenter(center);
    setRight(side);
    setBottom(new PlayerView(bench.player, messages));
    getStyleClass().add("shell");
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    widthProperty().subscribe(this::fitWidth);
    heightProperty().subscribe(_ -> fitHeight());
    bench.plot.plotProperty().subscribe(_ -> fitHeight());
    bench.lessons.openProperty().subscribe(_ -> fitHeight());
    bench.landscape.thereProperty().subscribe(_ -> fitHeight());
    center.widthProperty().subscribe(_ -> fitHeight());
    theme.subscribe(_ -> dress());
    sceneProperty().subscribe(_ -> dress());
  }

  private void dress() {
    if (getScene() != null) {
      theme.get().dress(getScene());
    }
  }

  StageView stage() {
    return stage;
  }

  // --- Parts -------------------------------------------------------------------------------------

  private HBox topBar() {
    Label name = new Label();
    name.getStyleClass().add("app-name");
    name.textProperty().bind(messages.text("app.name"));
    Label slash = new Label("/");
    slash.getStyleClass().add("muted");
    Label lesson = new Label();
    lesson.setId("lesson-title");
    lesson.getStyleClass().add("lesson-title");
    ObservableValue<Optional<Lesson>> open = bench.lessons.openProperty();
    lesson
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    open.getValue()
                        .map(l ->
                            messages.now(
                                "lesson.heading",
                                l.order(),
                                l.page(messages.language().getValue()).title()))
                        .orElse(""),
                open,
                messages.words()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(12, name, slash, lesson, gap, themeButton(), languageButton());
    bar.getStyleClass().add("top-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private Button themeButton() {
    Button button = new Button();
    button.setId("theme");
    button.getStyleClass().add("bar-button");
    button.setGraphic(new FontIcon(MaterialDesignC.CIRCLE_HALF_FULL));
    button.setOnAction(_ -> theme.set(theme.get().next()));
    tip(button, messages.text("theme.tip"));
    return button;
  }

  private Button languageButton() {
    Button button = new Button();
    button.setId("language");
    button.getStyleClass().add("bar-button");
    button.textProperty().bind(messages.text("language.button"));
    button.setOnAction(_ -> messages.speakNext());
    tip(button, messages.text("language.tip", Keymap.LANGUAGE.cap()));
    return button;
  }

  private static void tip(Button button, ObservableValue<String> text) {
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(text);
    button.setTooltip(tip);
    button.accessibleTextProperty().bind(text);
  }

  private ScrollPane side() {
    CodeView code = new CodeView(bench.code, messages);
    VBox content =
        new VBox(
            whole(new IntroductionView(bench.lessons, messages)),
            whole(new ExplainView(bench.explain, messages)),
            code,
            whole(new OutputView(bench.lessons, messages)));
    content.getStyleClass().add("side-content");
    // The code takes the room that is left and scrolls by itself; the column scrolls only where
    // even its few lines find no room.
    VBox.setVgrow(code, Priority.ALWAYS);
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToHeight(true);
    pane.getStyleClass().add("side");
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return pane;
  }

  private static <R extends Region> R whole(R part) {
    part.setMinHeight(Region.USE_PREF_SIZE);
    return part;
  }

  // --- Room --------------------------------------------------------------------------------------

  private void fitWidth(Number width) {
    double all = width.doubleValue();
    pseudoClassStateChanged(COMPACT, all < COMPACT_BELOW);
    list.setPrefWidth(Math.clamp(Math.round(all * LIST_PART), 180, 240));
    double sideWidth = Math.clamp(Math.round(all * SIDE_PART), 300, 460);
    side.setPrefWidth(sideWidth);
    side.setMinWidth(sideWidth);
  }

  private void fitHeight() {
    boolean curve = bench.plot.getPlot().isCurve();
    boolean landscape = bench.landscape.isThere();
    boolean guess =
        bench.lessons.openProperty().get().map(Lesson::view).equals(Optional.of(Lesson.View.GUESS));
    // Bars above and below take about 135.
    double part = (getHeight() - 135) * (guess ? 0.58 : 0.32);
    below.arrange(curve, landscape, center.getWidth(), Math.max(150, part));
  }

  // --- Keys --------------------------------------------------------------------------------------

  // Seen before the focused control sees it, because buttons keep arrows for themselves.
  private void press(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl
        || stage.wants(event)
        || slides(event)
        || KeyTaker.isTaken(event)) {
      return;
    }
    boolean presses = event.getCode() == KeyCode.SPACE && event.getTarget() instanceof ButtonBase;
    if (!presses) {
      Keymap.of(event)
          .ifPresent(key -> {
            perform(key);
            event.consume();
          });
    }
  }

  private static boolean slides(KeyEvent event) {
    return event.getTarget() instanceof Slider
        && (event.getCode().isArrowKey()
            || event.getCode() == KeyCode.HOME
            || event.getCode() == KeyCode.END);
  }

  private void perform(Keymap key) {
    PlayerModel player = bench.player;
    switch (key) {
      case NEXT -> player.next();
      case PREVIOUS -> player.previous();
      case FORWARD -> player.step(Phase.FORWARD);
      case FORWARD_ALL -> player.toEndOf(Phase.FORWARD);
      case BACKWARD -> player.step(Phase.BACKWARD);
      case BACKWARD_ALL -> player.toEndOf(Phase.BACKWARD);
      case UPDATE -> player.step(Phase.UPDATE);
      case UPDATE_ALL -> player.toEndOf(Phase.UPDATE);
      case PLAY -> player.playOrPause();
      case START -> player.toStart();
      case END -> player.toEnd();
      case RUN -> {
        if (bench.plot.getPlot().isCurve()) {
          player.runOrPause();
        }
      }
      case CHECK -> controls.check();
      case ZOOM_IN -> stage.zoomIn();
      case ZOOM_OUT -> stage.zoomOut();
      case FIT -> stage.fit();
      case TIDY -> stage.tidy();
      case UNDO -> bench.program.undo();
      case REDO -> bench.program.redo();
      case LANGUAGE -> messages.speakNext();
    }
  }
}
