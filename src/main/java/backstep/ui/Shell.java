package backstep.ui;

import backstep.lesson.Lesson;
import backstep.trace.Step.Phase;
import backstep.ui.classroom.CoverBar;
import backstep.ui.classroom.PresenterBar;
import backstep.ui.code.AmissView;
import backstep.ui.code.CodeView;
import backstep.ui.code.edit.DeskButtons;
import backstep.ui.code.edit.EditorView;
import backstep.ui.code.edit.PracticeView;
import backstep.ui.explain.ExplainView;
import backstep.ui.explain.Explanation;
import backstep.ui.keep.FileMenu;
import backstep.ui.keep.KeepNoteView;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.Closing;
import backstep.ui.kit.KeyTaker;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.ui.kit.ScrollColumn;
import backstep.ui.kit.Theme;
import backstep.ui.kit.TypeSize;
import backstep.ui.lab.ControlsView;
import backstep.ui.lab.EndingView;
import backstep.ui.lab.ErrorView;
import backstep.ui.lab.LandscapeView;
import backstep.ui.lab.SecantView;
import backstep.ui.lab.SurfaceView;
import backstep.ui.lab.network.Look;
import backstep.ui.lab.network.NetworkBarView;
import backstep.ui.lab.network.NetworkLabView;
import backstep.ui.lesson.IntroductionView;
import backstep.ui.lesson.LessonListView;
import backstep.ui.lesson.NarrationView;
import backstep.ui.lesson.OutputView;
import backstep.ui.lesson.QuestionsView;
import backstep.ui.player.PlayerModel;
import backstep.ui.player.PlayerView;
import backstep.ui.plot.PlotModel.Plot;
import backstep.ui.plot.PlotView;
import backstep.ui.predict.PredictView;
import backstep.ui.sandbox.SandboxView;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import backstep.ui.spoken.StepListButton;
import backstep.ui.spoken.StepListView;
import backstep.ui.stage.StageView;
import backstep.words.Numbers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The whole window's content: lessons, stage, plot, explanation, code, player.
///
/// Large letters in a small window leave less room: first the lessons go behind a button, and then
/// the right column goes under the stage, where everything scrolls as one.
final class Shell extends BorderPane {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
  private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");

  // Widths and heights in em, so that they follow the size of letters.
  private static final double COMPACT_BELOW = 92;
  private static final double NARROW_BELOW = 76;
  private static final double TIGHT_BELOW = 63;
  private static final double STACKED_BELOW = 46;
  private static final double LEAST_PLOT = 11;
  private static final double LEAST_LAB = 24;
  private static final double LEAST_STAGE = 13;
  private static final double LEAST_READING = 14;
  private static final double PARTED_FROM = 32;

  // What has nothing to do with the graph is done in the network lab too.
  private static final Set<Keymap.Group> BESIDE_GRAPH =
      EnumSet.of(Keymap.Group.FILE, Keymap.Group.VIEW, Keymap.Group.HELP);

  private static final double LIST_PART = 0.142;
  private static final double SIDE_PART = 0.245;

  private final Workbench bench;
  private final Messages messages;
  private final SettingsModel settings;
  private final FileMenu files;
  private final TopBar topBar;
  private final StageView stage;
  private final GraphPlace place;
  private final Presentation presentation;
  private final GradesWindow grades;
  private final ControlsView controls;
  private final Later<PlotView> curve;
  private final Later<LandscapeView> landscape;
  private final Later<SurfaceView> surface;
  private final Later<SecantView> secants;
  private final Later<ErrorView> errors;
  private final Below below;
  private final ExplainView explain;
  private final PredictView predict;
  private final PlayerView player;
  private final SandboxView sandbox;
  private final VBox center;
  private final ScrollColumn middle;
  private final ScrollColumn list;
  private final CodeView code;
  private final ScrollColumn reading;
  private final VBox sideContent;
  private final ScrollColumn side;
  // Made when it is first opened: its many controls would slow down every other lesson.
  private Optional<NetworkBarView> networkBar = Optional.empty();
  private Optional<NetworkLabView> network = Optional.empty();

  Shell(Workbench bench, Messages messages, SettingsModel settings) {
    this.bench = bench;
    this.messages = messages;
    this.settings = settings;
    files = new FileMenu(bench.keep, messages);
    topBar =
        new TopBar(
            bench.lessons,
            bench.done,
            bench.predict,
            bench.present,
            bench.cover,
            files,
            bench.export,
            bench.spoken,
            messages,
            settings);
    stage = newStage();
    bench.setSight(stage::sight);
    presentation = new Presentation(bench, messages, settings, this, this::perform);
    grades = new GradesWindow(bench, messages, settings, this);
    stage.heldProperty().bind(presentation.covering());
    new StageExports(bench, stage, messages, this::dress, this).offer();
    controls = new ControlsView(bench.controls, bench.gradients, messages);
    curve = new Later<>(() -> new PlotView(bench.plot, bench.theory, messages));
    landscape = new Later<>(() -> new LandscapeView(bench.landscape, bench.controls, messages));
    surface = new Later<>(() -> new SurfaceView(bench.surface, messages));
    secants = new Later<>(() -> new SecantView(bench.differences, messages));
    errors = new Later<>(() -> new ErrorView(bench.differences, messages));
    below = new Below(controls);
    explain = new ExplainView(bench.explain, messages);
    predict = new PredictView(bench.predict, messages);
    show(predict, false);
    sandbox = new SandboxView(bench.sandbox, messages);
    place = new GraphPlace(stage, new StepListView(bench.spoken, messages, this::requestFocus));
    VBox.setVgrow(place, Priority.ALWAYS);
    center = new VBox(place, below);
    center.getStyleClass().add("center");
    middle = new ScrollColumn(messages.text("shell.middle"), center);
    VBox.setVgrow(middle, Priority.ALWAYS);
    list =
        new ScrollColumn(
            messages.text("lesson.list"), new LessonListView(bench.lessons, bench.done, messages));
    list.getStyleClass().add("lessons");
    code = newCode();
    reading = newReading();
    sideContent = sideContent();
    side = new ScrollColumn(messages.text("shell.side"), sideContent);
    side.getStyleClass().add("side");
    side.setFitToHeight(true);
    setTop(topBar);
    setLeft(list);
    setCenter(
        Later.column(
            new PresenterBar(bench.present, presentation.next(), messages),
            new CoverBar(bench.cover, bench::reveal, messages),
            new KeepNoteView(bench.keep, messages, files::saveAs, this::requestFocus),
            new ProblemBanner(bench.program, bench.editor.openProperty(), messages),
            unlessHidden(new EndingView(bench.ending, bench.controls, messages)),
            middle));
    setRight(side);
    player = new PlayerView(bench.player, messages);
    // What it asks for must not push the other parts out of the window.
    player.setMinWidth(0);
    setBottom(player);
    getStyleClass().add("shell");
    accessibleTextProperty().bind(messages.text("app.name"));
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    widthProperty().subscribe(_ -> arrange());
    middle.heightProperty().subscribe(_ -> arrange());
    middle.widthProperty().subscribe(_ -> arrange());
    bench.plot.plotProperty().map(Plot::isCurve).subscribe(_ -> arrange());
    bench.lessons.openProperty().subscribe(_ -> arrange());
    bench.landscape.thereProperty().subscribe(_ -> arrange());
    bench.surface.thereProperty().subscribe(_ -> arrange());
    bench.network.look().subscribe(_ -> arrange());
    bench.predict.onProperty().subscribe(_ -> arrange());
    bench.cover.onProperty().subscribe(_ -> arrange());
    settings.theme().subscribe(_ -> dress());
    settings.typeSize().subscribe(_ -> dress());
    settings.still().subscribe(_ -> dress());
    settings.numbers().subscribe(this::write);
    settings.keyboard().subscribe(messages::press);
    sceneProperty().subscribe(_ -> dress());
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .subscribe((before, window) -> {
          if (window != null) {
            Closing.underPopups(window);
          } else if (before != null) {
            bench.close();
          }
        });
    bench.editor.openProperty().subscribe((_, open) -> changeDesk(open, bench.practice::close));
    bench.practice.openProperty().subscribe((_, open) -> changeDesk(open, this::leaveEditor));
    bench
        .predict
        .askedProperty()
        .subscribe((_, asked) -> {
          if (!asked.isEmpty()) {
            reveal(predict);
          } else if (predict.isFocusWithin()) {
            // What was asked is seen now; the next key goes on.
            requestFocus();
          }
        });
    Announcer announcer = new Announcer();
    getChildren().add(announcer);
    new Voice(bench, messages, announcer).begin();
    files.setOnGrades(grades::show);
    FileDrop.on(this, this::take);
    remember();
  }

  /// Takes what was dropped: a folder is what a class handed in.
  void take(List<Path> dropped) {
    Path first = dropped.getFirst();
    if (Files.isDirectory(first)) {
      grades.show();
      bench.grades.grade(dropped);
    } else {
      bench.keep.open(first);
    }
  }

  // Where one part stands under the other, what has come up may be out of sight.
  private void reveal(Node part) {
    List.of(reading, middle, side).forEach(column -> column.reveal(part));
  }

  // One thing is written at a time; whoever stops gives its keys back to the window.
  private void changeDesk(boolean opened, Runnable closeOther) {
    if (opened) {
      closeOther.run();
      // What is written in takes the focus once it is there.
      Platform.runLater(() -> reveal(getScene().getFocusOwner()));
    } else if (!bench.editor.isOpen() && !bench.practice.isOpen()) {
      requestFocus();
    }
  }

  private void leaveEditor() {
    bench.editor.openProperty().set(false);
  }

  StageView stage() {
    return stage;
  }

  Presentation presentation() {
    return presentation;
  }

  // What is chosen elsewhere than in the settings is kept there all the same.
  private void remember() {
    settings.settingsProperty().map(Settings::speed).subscribe(bench.player::setSpeed);
    bench
        .player
        .stateProperty()
        .map(PlayerModel.State::speed)
        .subscribe((_, now) -> settings.setSpeed(now));
    messages.language().subscribe((_, now) -> settings.setLanguage(now));
    bench.done.setMarks(settings.getSettings().done());
    bench.done.marksProperty().subscribe((_, now) -> settings.setDone(now));
  }

  // --- Looks -------------------------------------------------------------------------------------

  private void dress() {
    Theme theme = settings.theme().getValue();
    TypeSize size = settings.getSettings().typeSize();
    stage.typeSizeProperty().set(theme.letters(size));
    stage.lineScaleProperty().set(theme.lines());
    stage.stillProperty().set(settings.still().getValue());
    if (getScene() != null) {
      theme.dress(getScene(), size);
      getScene().getPreferences().setReducedMotion(settings.still().getValue());
      // Keys are heard here, whatever has the focus; to begin with nothing else does.
      if (getScene().getFocusOwner() == null) {
        requestFocus();
      }
    }
    arrange();
  }

  private void write(Numbers numbers) {
    messages.write(numbers);
    bench.write(numbers);
  }

  // Gives another scene what this one has.
  private void dress(Scene scene) {
    settings.theme().getValue().dress(scene, settings.getSettings().typeSize());
  }

  // --- Parts -------------------------------------------------------------------------------------

  private StageView newStage() {
    StageView view =
        new StageView(bench.stage, messages, StepListButton.toggle(bench.spoken, messages));
    view.speedProperty().bind(bench.player.stateProperty().map(PlayerModel.State::speed));
    return view;
  }

  private CodeView newCode() {
    CodeView view =
        new CodeView(
            bench.code,
            messages,
            DeskButtons.practise(bench.practice, "practice-open", messages),
            DeskButtons.edit(bench.editor, messages));
    view.visibleProperty()
        .bind(bench.editor.openProperty().or(bench.practice.openProperty()).not());
    view.managedProperty().bind(view.visibleProperty());
    return view;
  }

  private ScrollColumn newReading() {
    VBox text =
        Later.column(
            whole(new IntroductionView(bench.lessons, messages)),
            whole(predict),
            whole(explain),
            whole(new NarrationView(bench.lessons, messages)),
            whole(new QuestionsView(bench.questions, bench.lessons, messages)),
            whole(sandbox));
    text.getStyleClass().add("side-reading");
    ScrollColumn column = new ScrollColumn(messages.text("shell.reading"), text);
    // What is told now is told from its start.
    bench
        .explain
        .explanationProperty()
        .map(Explanation::position)
        .subscribe(_ -> column.setVvalue(0));
    // Questions stand last, and whoever opens them, or comes to them, wants to see them.
    bench
        .questions
        .unfoldedProperty()
        .subscribe(unfolded -> column.setVvalue(unfolded ? column.getVmax() : 0));
    bench
        .questions
        .repliedProperty()
        .subscribe(replied -> {
          if (replied) {
            column.setVvalue(column.getVmax());
          }
        });
    // Whoever writes the backward pass needs the room, and not its rules.
    column.visibleProperty().bind(bench.practice.openProperty().not());
    column.managedProperty().bind(column.visibleProperty());
    return column;
  }

  private VBox sideContent() {
    VBox editor = Later.place(bench.editor.openProperty(), this::newEditor);
    VBox work =
        Later.column(
            whole(unlessHidden(new AmissView(bench.code, messages))),
            code,
            editor,
            whole(
                Later.place(
                    bench.practice.openProperty(),
                    () -> new PracticeView(bench.practice, messages))),
            whole(
                Later.place(
                    bench.lessons.outputProperty().map(printed -> !printed.isEmpty()),
                    () -> new OutputView(bench.lessons, messages))));
    VBox.setVgrow(code, Priority.ALWAYS);
    VBox.setVgrow(editor, Priority.ALWAYS);
    work.getStyleClass().add("side-work");
    // The code takes the room that is left, and its few lines stay in view: what is read gives way
    // and scrolls. Where that is not enough, the column scrolls as one.
    VBox content = new VBox(reading, work);
    content.getStyleClass().add("side-content");
    VBox.setVgrow(work, Priority.ALWAYS);
    return content;
  }

  private EditorView newEditor() {
    return new EditorView(
        bench.editor,
        messages,
        DeskButtons.practise(bench.practice, "practice-open-from-editor", messages));
  }

  // It tells figures.
  private VBox unlessHidden(Region part) {
    VBox box = Later.column(part);
    ObservableValue<Boolean> covered = bench.cover.onProperty();
    box.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> part.isVisible() && !covered.getValue(), part.visibleProperty(), covered));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private static <R extends Region> R whole(R part) {
    part.setMinHeight(Region.USE_PREF_SIZE);
    return part;
  }

  // --- Room --------------------------------------------------------------------------------------

  private double em(double count) {
    return Math.round(count * settings.theme().getValue().em(settings.getSettings().typeSize()));
  }

  private void arrange() {
    double width = getWidth();
    // As long as it has no width it is not narrow: all would be dressed for that, and then again.
    if (width == 0) {
      return;
    }
    boolean narrow = width < em(NARROW_BELOW);
    boolean stacked = width < em(STACKED_BELOW);
    pseudoClassStateChanged(COMPACT, width < em(COMPACT_BELOW));
    pseudoClassStateChanged(NARROW, narrow);
    pseudoClassStateChanged(TIGHT, width < em(TIGHT_BELOW));
    pseudoClassStateChanged(STACKED, stacked);
    topBar.fold(narrow);
    show(list, !narrow);
    list.setPrefWidth(Math.clamp(Math.rint(width * LIST_PART), em(14.2), em(17.2)));
    double sideWidth = Math.clamp(Math.rint(width * SIDE_PART), em(21.4), em(33));
    side.setPrefWidth(sideWidth);
    side.setMinWidth(sideWidth);
    boolean parted = stacked || middle.getHeight() >= em(PARTED_FROM);
    reading.leastProperty().set(parted ? em(LEAST_READING) : Double.MAX_VALUE);
    stack(stacked);
    arrangeNetwork();
    arrangeBelow(stacked);
  }

  private static void show(Region part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }

  private void stack(boolean stacked) {
    boolean is = side.getContent() == null;
    if (stacked && !is) {
      side.setContent(null);
      center.getChildren().add(sideContent);
    } else if (!stacked && is) {
      center.getChildren().remove(sideContent);
      side.setContent(sideContent);
    }
    show(side, !stacked);
    middle.setFitToHeight(!stacked);
    // Beside the graph the code asks for its few lines, and takes what is left.
    code.setPrefHeight(stacked ? USE_COMPUTED_SIZE : 0);
  }

  private boolean shows(Lesson.View view) {
    return bench.lessons.openProperty().get().map(Lesson::view).equals(Optional.of(view));
  }

  /// Whether the network lab stands in the place of the graph.
  private boolean isNetwork() {
    return shows(Lesson.View.NETWORK) && bench.network.look().getValue() == Look.NETWORK;
  }

  private void arrangeNetwork() {
    boolean whole = isNetwork();
    if (shows(Lesson.View.NETWORK) && networkBar.isEmpty()) {
      makeNetwork();
    }
    networkBar.ifPresent(bar -> show(bar, shows(Lesson.View.NETWORK)));
    network.ifPresent(lab -> show(lab, whole));
    show(place, !whole);
    show(below, !whole);
    show(explain, !whole);
    show(predict, !whole && bench.predict.onProperty().getValue());
    show(player, !whole);
  }

  private void makeNetwork() {
    NetworkBarView bar = new NetworkBarView(bench.network, messages);
    NetworkLabView lab = new NetworkLabView(bench.network, messages);
    VBox.setVgrow(lab, Priority.ALWAYS);
    center.getChildren().addAll(0, List.of(bar, lab));
    networkBar = Optional.of(bar);
    network = Optional.of(lab);
  }

  private void arrangeBelow(boolean stacked) {
    Lesson.View view =
        bench.lessons.openProperty().get().map(Lesson::view).orElse(Lesson.View.GRAPH);
    boolean room = view == Lesson.View.GUESS || view == Lesson.View.NUMERICAL;
    double height =
        room
            ? Math.max(em(LEAST_LAB), middle.getHeight() * 0.48)
            : Math.max(em(LEAST_PLOT), middle.getHeight() * 0.32);
    place.setMinHeight(
        stacked ? Math.max(em(LEAST_STAGE), middle.getHeight() * 0.8) : em(LEAST_STAGE));
    below.arrange(charts(view), middle.getWidth(), em(1), height);
  }

  // They would tell what is hidden.
  private List<Region> charts(Lesson.View view) {
    if (bench.cover.getCover().isOn()) {
      return List.of();
    }
    if (view == Lesson.View.NUMERICAL) {
      return List.of(secants.get(), errors.get());
    }
    List<Region> charts = new ArrayList<>();
    if (bench.plot.getPlot().isCurve()) {
      charts.add(curve.get());
    }
    if (bench.landscape.isThere()) {
      charts.add(landscape.get());
    }
    if (bench.surface.isThere()) {
      charts.add(surface.get());
    }
    return charts;
  }

  // --- Keys --------------------------------------------------------------------------------------

  // Seen before the focused control sees it, because buttons keep arrows for themselves.
  private void press(KeyEvent event) {
    if (stage.wants(event) || FocusedControl.keeps(event) || KeyTaker.isTaken(event)) {
      return;
    }
    messages
        .keyboard()
        .heard(event, FocusedControl.takesText(event.getTarget()))
        .ifPresent(key -> {
          perform(key);
          event.consume();
        });
  }

  private void perform(Keymap key) {
    if (isNetwork() && !BESIDE_GRAPH.contains(key.group())) {
      performOnNetwork(key);
    } else {
      performInGraph(key);
    }
  }

  private void performOnNetwork(Keymap key) {
    switch (key) {
      case NEXT -> bench.network.step(1);
      case PLAY, RUN -> bench.network.runOrPause();
      case START -> bench.network.restart();
      case FASTER -> bench.network.faster();
      case SLOWER -> bench.network.slower();
      default -> {} // there is no graph to be seen
    }
  }

  private void performInGraph(Keymap key) {
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
      case PREVIOUS_ITERATION -> player.previousIteration();
      case NEXT_ITERATION -> player.nextIteration();
      case TEN_ON -> player.on(10);
      case TEN_BACK -> player.on(-10);
      case HUNDRED_ON -> player.on(100);
      case HUNDRED_BACK -> player.on(-100);
      case TRAIN -> player.trainOrPause();
      case SLOWER -> player.slower();
      case FASTER -> player.faster();
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
      case FOLD -> stage.toggleCall();
      case FOLD_ALL -> stage.toggleCalls();
      case OPEN -> files.open();
      case SAVE -> files.save();
      case SAVE_AS -> files.saveAs();
      case GRADES -> grades.show();
      case PREDICT -> bench.predict.toggle();
      case REVEAL -> bench.predict.reveal();
      case SHOW -> bench.reveal();
      case HIDE -> bench.cover.next();
      case EDIT_CODE -> bench.editor.toggle();
      case PRACTISE -> bench.practice.toggle();
      case UNDO -> bench.program.undo();
      case REDO -> bench.program.redo();
      case NEXT_LESSON -> bench.lessons.openNext();
      case PREVIOUS_LESSON -> bench.lessons.openPrevious();
      case LARGER -> settings.larger();
      case SMALLER -> settings.smaller();
      case USUAL_SIZE -> settings.usualSize();
      case LANGUAGE -> messages.speakNext();
      case PRESENT -> bench.present.toggle();
      case EXPORT -> topBar.toggleExport();
      case HELP -> topBar.toggleKeys();
      case STEP_LIST -> bench.spoken.toggleList();
      case SUMMARY -> topBar.toggleSummary();
      case WALK,
          ENTER,
          LEAVE,
          COPY,
          FIND,
          COMPLETE,
          COMMENT,
          SPOTLIGHT,
          PEN,
          INK,
          WIPE,
          FREEZE,
          DARK,
          NEXT_CONTROL -> {} // heard by what they act on
    }
  }
}
