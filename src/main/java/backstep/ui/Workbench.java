package backstep.ui;

import backstep.graph.Node;
import backstep.lab.Prospect;
import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.python.BackwardProgram;
import backstep.python.Drafts;
import backstep.python.LearningProgram;
import backstep.python.Naming;
import backstep.python.Options;
import backstep.python.Origins;
import backstep.python.Problem;
import backstep.python.ProblemException;
import backstep.python.Run;
import backstep.trace.Fold;
import backstep.trace.Folding;
import backstep.trace.Session;
import backstep.trace.Step;
import backstep.train.Course;
import backstep.train.History;
import backstep.train.TrainerState;
import backstep.ui.classroom.ExportModel;
import backstep.ui.classroom.Sheets;
import backstep.ui.code.CodeModel;
import backstep.ui.code.edit.EditorModel;
import backstep.ui.code.edit.PracticeModel;
import backstep.ui.drafts.DraftStore;
import backstep.ui.explain.ExplainModel;
import backstep.ui.kit.Background;
import backstep.ui.lab.ControlsModel;
import backstep.ui.lab.DifferencesModel;
import backstep.ui.lab.EndingModel;
import backstep.ui.lab.GradientCheckModel;
import backstep.ui.lab.LandscapeModel;
import backstep.ui.lab.ProgramModel;
import backstep.ui.lab.ProgramModel.Ran;
import backstep.ui.lab.ProgramModel.Standing;
import backstep.ui.lab.SurfaceModel;
import backstep.ui.lab.network.Look;
import backstep.ui.lab.network.NetworkLabModel;
import backstep.ui.lesson.DoneModel;
import backstep.ui.lesson.LessonModel;
import backstep.ui.lesson.QuestionsModel;
import backstep.ui.player.PlayerModel;
import backstep.ui.player.PlayerModel.Playing;
import backstep.ui.player.Progress;
import backstep.ui.plot.PlotModel;
import backstep.ui.plot.TheoryModel;
import backstep.ui.predict.PredictModel;
import backstep.ui.sandbox.SandboxModel;
import backstep.ui.stage.ClosedCalls;
import backstep.ui.stage.StageModel;
import backstep.ui.stage.Start;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;

/// All models of a window, and what passes between them.
///
/// The program says what there is to see, the player where the learner stands in it; stage, plot,
/// explanation and code follow.
final class Workbench {
  // Small enough for most programs to go down at first.
  private static final double RATE = 0.1;

  // What takes longer to be made anew is made before the learner's eyes.
  private static final Duration PATIENCE = Duration.ofMillis(100);

  final LessonModel lessons = new LessonModel(LessonCatalog.builtIn());
  final DoneModel done = new DoneModel();
  final QuestionsModel questions = new QuestionsModel(lessons, done);
  final ProgramModel program;
  final ControlsModel controls;
  final PlayerModel player;
  final StageModel stage;
  final PlotModel plot = new PlotModel();
  final ExplainModel explain = new ExplainModel();
  final PredictModel predict;
  final CodeModel code = new CodeModel();
  final EditorModel editor;
  final PracticeModel practice;
  final SandboxModel sandbox;
  final GradientCheckModel gradients;
  final LandscapeModel landscape;
  final SurfaceModel surface;
  final TheoryModel theory;
  final DifferencesModel differences;
  final NetworkLabModel network;
  final EndingModel ending = new EndingModel();
  final ExportModel export;

  private final DraftStore store;
  // What the learner made of each form of the open lesson's program, with what can be undone.
  private final Map<String, Drafts> forms = new HashMap<>();
  private Optional<Kept> kept = Optional.empty();
  private Optional<Ran> shownRun = Optional.empty();
  private Optional<Session> shown = Optional.empty();
  private ClosedCalls closed = ClosedCalls.AT_FIRST;

  Workbench(Background background) {
    this(background, DraftStore.passing());
  }

  /// @param store where what is written is kept
  Workbench(Background background, DraftStore store) {
    this.store = store;
    program = new ProgramModel(background);
    controls = new ControlsModel(program);
    editor =
        new EditorModel(
            new EditorModel.Actions(program::write, program::undo, program::redo, program::reset));
    practice = new PracticeModel(background);
    player = new PlayerModel(background);
    predict = new PredictModel(player::next);
    stage = new StageModel(background);
    sandbox =
        new SandboxModel(
            new SandboxModel.Actions(
                () -> program.getState().drafts().present().text(),
                text -> program.write(text, false),
                program::runWith,
                this::learning),
            background);
    gradients = new GradientCheckModel(background);
    landscape = new LandscapeModel(background);
    surface = new SurfaceModel(background);
    theory = new TheoryModel(plot, background);
    differences = new DifferencesModel(program, background);
    network = new NetworkLabModel(background);
    export = new ExportModel(background);
    export.setName(() -> lessons.openProperty().get().map(Lesson::id).orElse("backstep"));
    network.setOpener((text, beyond) -> program.open(text, Options.DEFAULT, beyond));
    network.setOnTakenBack(program::reset);
    network.setOnEmptied(this::empty);
    network.look().subscribe(this::follow);
    program.setStart(
        (iterations, origins) -> Session.at(iterations, ClosedCalls.AT_FIRST.in(origins), 0, 0));
    program.setPlace(this::place);
    player.setGate(predict::lets);
    predict.askedProperty().subscribe(stage::point);
    stage.setOnFolded(this::fold);
    stage.setOnLeafChanged(change ->
        program.change(change.leaf(), change.entry(), change.value(), change.continues()));
    stage.setOnTakenBack(program::takeBack);
    stage.setStarts(leaf ->
        program
            .getState()
            .ran()
            .flatMap(
                ran -> ran.source(leaf).map(own -> new Start(ran.replays().count(), own.value()))));
    player.setNames(this::name);
    player.setOnStepPointed(this::point);
    plot.setOnTravel(this::travel);
    ending.setOnBack(this::travel);
    plot.setOnRun(player::runOrPause);
    stage.setOnNodePointed(code::point);
    code.setOnLinePointed(stage::point);
    code.setOnLineChosen(this::toLine);
    code.setWithBackward(this::withBackward);
    controls.controlsProperty().subscribe(now -> plot.setSettings(now.label()));
    lessons.openProperty().subscribe(lesson -> lesson.ifPresent(this::open));
    lessons.setOnChosen(this::change);
    code.codeProperty().subscribe(_ -> mark());
    program.stateProperty().subscribe(this::follow);
    player.stateProperty().subscribe(this::follow);
  }

  /// What keeps the program from being shown, if anything does.
  ObservableValue<Optional<Problem>> problem() {
    return program.stateProperty().map(ProgramModel.State::problem);
  }

  /// The names and places of the program's nodes.
  Origins origins() {
    return run().orElseThrow().origins();
  }

  private Optional<Run> run() {
    return program.getState().ran().map(Ran::run);
  }

  /// What worksheets are made of: the program as it last ran, with the calls closed that are seen
  /// closed.
  ///
  /// @param language of the title
  Optional<Sheets> sheets(Locale language) {
    return program
        .getState()
        .ran()
        .map(ran ->
            new Sheets(
                lessons.openProperty().get().map(l -> l.page(language).title()).orElse(""),
                ran.draft(),
                program.options(),
                closed));
  }

  /// Opens the lesson of this id.
  void open(String id) {
    openFirst(lesson -> lesson.id().equals(id));
  }

  /// Opens the lesson that the window begins with.
  void openStart() {
    openFirst(Lesson::start);
  }

  /// Opens a file in the sandbox.
  void openFile(Path file) {
    if (!sandbox.getState().open()) {
      openFirst(lesson -> lesson.view() == Lesson.View.SANDBOX);
    }
    sandbox.read(file);
  }

  private void openFirst(Predicate<Lesson> wanted) {
    List<Lesson> all = lessons.lessons();
    lessons.open(all.stream().filter(wanted).findFirst().orElse(all.getFirst()));
  }

  private void open(Lesson lesson) {
    forms.clear();
    practice.close();
    controls.offer(lesson.controls());
    differences.watch(lesson.view() == Lesson.View.NUMERICAL);
    kept = Optional.empty();
    editor.offer(!isNetwork(lesson));
    boolean own = lesson.view() == Lesson.View.SANDBOX;
    sandbox.open(own);
    editor.openProperty().set(own);
    if (isNetwork(lesson)) {
      network.open();
    } else {
      network.leave();
      open(new Kept(lesson.id(), lesson.program()), lesson.options());
    }
  }

  private void open(Kept own, Options options) {
    kept = Optional.of(own);
    program.open(own.in(store), options);
  }

  private void change(String before) {
    forms.put(before, program.getState().drafts());
    lessons
        .openProperty()
        .get()
        .ifPresent(lesson -> {
          String now = lessons.variantProperty().get();
          Kept own = Kept.of(lesson, now);
          kept = Optional.of(own);
          Drafts drafts = Optional.ofNullable(forms.get(now)).orElseGet(() -> own.in(store));
          program.open(drafts, lesson.options());
        });
  }

  private static boolean isNetwork(Lesson lesson) {
    return lesson.view() == Lesson.View.NETWORK;
  }

  // Whoever steps inside stands at the beginning of the iteration made last.
  private void follow(Look look) {
    if (player.getState().isPlaying()) {
      player.playOrPause();
    }
    if (look == Look.GRAPH) {
      network.lastIteration().ifPresent(player::toIteration);
    }
  }

  /// Where the learner stands, to be found again in another run.
  private Standing place() {
    Optional<Session> here = player.getState().session();
    Optional<SamePlace> place = place(run());
    ClosedCalls choice = closed;
    return (iterations, origins) -> {
      Folding folding = choice.in(origins);
      if (iterations instanceof Course course && here.isPresent()) {
        course.train(here.get().iteration() + 1, PATIENCE);
      }
      return here.map(session -> session.in(iterations, folding))
          .map(near -> place.map(same -> same.in(near, origins)).orElse(near))
          .orElseGet(() -> Session.at(iterations, folding, 0, 0));
    };
  }

  private Optional<SamePlace> place(Optional<Run> run) {
    return player
        .getState()
        .session()
        .flatMap(here -> run.map(before -> SamePlace.of(here, before.origins())));
  }

  private void fold(UnaryOperator<ClosedCalls> change) {
    closed = change.apply(closed);
    // While the next program is on its way there is nothing to fold: the stage shows the last one.
    run().ifPresent(run -> player.fold(closed.in(run.origins())));
  }

  private void follow(ProgramModel.State state) {
    keep(state.drafts());
    editor.show(state.drafts().present().text(), state.problem(), state.isChanged());
    if (state.ran().isPresent() && !state.ran().equals(shownRun)) {
      show(state.ran().get());
    } else if (state.ran().isEmpty() && state.problem().isPresent()) {
      clear(state.drafts().present().text());
    }
    shownRun = state.ran();
    mark();
    if (state.ran().isPresent() && state.isStale()) {
      stage.doubt(state.changed());
    } else {
      stage.trust();
    }
  }

  private void keep(Drafts now) {
    String text = now.present().text();
    kept.ifPresent(
        own -> store.keep(own.key(), Optional.of(text).filter(other -> !other.equals(own.text()))));
  }

  // A text that does not run, or has not yet, has no lines for what is shown.
  private void mark() {
    CodeModel.Code now = code.getCode();
    Set<Integer> lines =
        program.getState().isStale()
            ? Set.of()
            : now.sections().stream()
                .filter(section -> section.kind() != CodeModel.Kind.BACKWARD)
                .findFirst()
                .map(CodeModel.Section::marked)
                .orElse(Set.of());
    editor.mark(lines, now.phase());
  }

  private void show(Ran ran) {
    if (sandbox.getState().open()) {
      sandbox.offer(
          new SandboxModel.Offer(
              losses(ran.run()),
              LearningProgram.candidates(ran.run()),
              LearningProgram.learned(ran.run())));
    }
    // The player may still show the run before; what belongs to this one comes with its session.
    plot.load(ran.run().losses(), ran.opened());
    practice.offer(ran.run().text(), program.options());
    ran.run().iteration(0).ifPresentOrElse(theory::show, theory::clear);
    if (lessons.openProperty().get().filter(Workbench::isNetwork).isPresent()) {
      network.show(ran.replays(), ran.prospect());
    }
    if (ran.opened()) {
      predict.restart();
      closed = ClosedCalls.AT_FIRST;
      player.load(ran.session(), ran.prospect());
    } else {
      Origins origins = ran.run().origins();
      Optional<SamePlace> place = place(shownRun.map(Ran::run));
      player.resume(
          ran.session(),
          ran.prospect(),
          near -> place.map(same -> same.in(near, origins)).orElse(near));
      // The learner may have opened a call while the program ran.
      player.fold(closed.in(ran.run().origins()));
    }
  }

  // What holds one number that is worked out.
  private static List<String> losses(Run run) {
    return run.globals().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Node.Operation)
        .filter(entry -> entry.getValue().value().size() == 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Nothing moves, runs or changes by itself any more: the window is gone.
  void close() {
    kept = Optional.empty();
    store.flush();
    network.leave();
    empty();
  }

  private void empty() {
    program.close();
    clear("");
  }

  private void clear(String text) {
    player.clear();
    stage.clear();
    explain.clear();
    practice.clear();
    predict.restart();
    gradients.clear();
    landscape.clear();
    surface.clear();
    theory.clear();
    ending.clear();
    lessons.clear();
    plot.load(new double[0], true);
    code.show(text);
  }

  /// A chosen point is seen whole: its graph with all values and gradients.
  private void travel(int iteration) {
    if (player.getState().isPlaying()) {
      player.playOrPause();
    }
    // Beside the curve nothing is chosen that would have to be made first.
    player.toEndOfIteration(Math.clamp(iteration, 0, plot.getPlot().count() - 1));
  }

  // What a step is about: a closed call goes by the name of its function.
  private String name(Step step) {
    return switch (step) {
      case Step.ForwardCall(Fold fold, _) -> fold.call().function();
      case Step.BackwardCall(Fold fold, _) -> fold.call().function();
      default -> run().map(run -> new Naming(run.origins()).expression(step.node())).orElse("");
    };
  }

  private void point(Optional<Step> step) {
    Set<Node> nodes = step.map(Step::node).map(Set::of).orElse(Set.of());
    stage.point(nodes);
    code.point(nodes);
  }

  /// To the step that a line of code stands for: the last one that it computes.
  private void toLine(CodeModel.Kind kind, Set<Node> nodes) {
    Optional<Session> here = player.getState().session();
    if (here.isEmpty() || nodes.isEmpty()) {
      return;
    }
    List<Step> steps = here.get().trace().steps();
    for (int i = steps.size(); i > 0; i--) {
      Step step = steps.get(i - 1);
      boolean fits =
          switch (step) {
            case Step.Forward s -> kind != CodeModel.Kind.BACKWARD && nodes.contains(s.node());
            case Step.ForwardCall s ->
                kind != CodeModel.Kind.BACKWARD
                    && s.steps().stream().anyMatch(part -> nodes.contains(part.node()));
            case Step.Seed s -> kind == CodeModel.Kind.BACKWARD && nodes.contains(s.loss());
            case Step.Backward _, Step.BackwardCall _ ->
                kind == CodeModel.Kind.BACKWARD
                    && step.singles().stream()
                        .flatMap(part -> part.flows().stream())
                        .anyMatch(flow -> nodes.contains(flow.to()));
            case Step.Update s -> kind == CodeModel.Kind.UPDATE && nodes.contains(s.parameter());
          };
      if (fits) {
        player.seek(i);
        return;
      }
    }
  }

  private Optional<String> learning(Set<String> parameters, String backward, String update) {
    return run()
        .flatMap(run -> {
          try {
            return Optional.of(LearningProgram.of(run, parameters, RATE, backward, update));
          } catch (ProblemException e) {
            return Optional.empty();
          }
        });
  }

  /// The program with its backward pass, as code that runs.
  private Optional<String> withBackward(String comment) {
    return run()
        .flatMap(run -> {
          try {
            return Optional.of(BackwardProgram.of(List.of(run.text()), run, comment));
          } catch (ProblemException tooLong) {
            return Optional.empty();
          }
        });
  }

  private void draw(Session session, PlayerModel.State state) {
    int drawn = plot.getPlot().count();
    history(state, drawn).filter(now -> now.count() > drawn).ifPresent(plot::grow);
    plot.show(
        session.iteration(),
        session.trace().graph().loss().value().item(),
        state.playing() == Playing.ITERATIONS || state.isTraining(),
        state.atKnownEnd());
  }

  // While more are made the trainer tells how it goes, once a frame, and the course is left to it.
  private static Optional<History> history(PlayerModel.State state, int drawn) {
    return state.isTraining()
        ? state.progress().flatMap(Progress::now).map(TrainerState::history)
        : state
            .prospect()
            .open()
            .map(Prospect.Open::course)
            .filter(course -> course.count() > drawn)
            .map(Course::history);
  }

  private static boolean isDone(Session session) {
    return session.nextPhase().isEmpty();
  }

  private void follow(PlayerModel.State state) {
    state.session().ifPresent(session -> draw(session, state));
    boolean moved = state.session().isPresent() && state.session().get() != shown.orElse(null);
    shown = state.session();
    if (moved) {
      Session session = state.session().get();
      run()
          .ifPresent(run -> {
            stage.show(session.snapshot(), run.origins(), state.stepped());
            explain.show(session.snapshot(), new Naming(run.origins()));
            predict.show(session, new Naming(run.origins()));
            code.show(run.text(), run.origins(), session.snapshot());
            gradients.show(session.trace().graph(), new Naming(run.origins()));
            landscape.show(session, new Naming(run.origins()));
            surface.show(session, new Naming(run.origins()));
            ending.show(state.prospect(), run, session.iteration());
            lessons.show(session, run.origins());
            if (isDone(session) && session.iteration() + 1 >= run.iterations()) {
              questions.reachEnd();
            }
            lessons.printed(run.printedBefore(session.iteration() + (isDone(session) ? 1 : 0)));
          });
    }
  }
}
