package backstep.ui;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.keep.RecentFiles;
import backstep.keep.SavedIn;
import backstep.keep.SavedSession;
import backstep.keep.SavedSession.KeptRun;
import backstep.keep.SavedSession.Sight;
import backstep.keep.SavedSession.Spot;
import backstep.keep.SavedSession.View;
import backstep.keep.SessionFile;
import backstep.keep.Work;
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
import backstep.python.Seed;
import backstep.python.SourceFile;
import backstep.trace.Cover;
import backstep.trace.Fold;
import backstep.trace.Folding;
import backstep.trace.Session;
import backstep.trace.Step;
import backstep.train.Course;
import backstep.train.History;
import backstep.train.TrainerState;
import backstep.ui.classroom.CoverModel;
import backstep.ui.classroom.ExportModel;
import backstep.ui.classroom.GradesModel;
import backstep.ui.classroom.GradesModel.Exercise;
import backstep.ui.classroom.GradesModel.Origin;
import backstep.ui.classroom.PresentModel;
import backstep.ui.classroom.Sheets;
import backstep.ui.code.CodeModel;
import backstep.ui.code.edit.EditorModel;
import backstep.ui.code.edit.PracticeModel;
import backstep.ui.drafts.DraftStore;
import backstep.ui.explain.ExplainModel;
import backstep.ui.keep.KeepModel;
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
import backstep.ui.plot.KeptRuns;
import backstep.ui.plot.PlotModel;
import backstep.ui.plot.TheoryModel;
import backstep.ui.predict.PredictModel;
import backstep.ui.sandbox.SandboxModel;
import backstep.ui.spoken.Scenery;
import backstep.ui.spoken.SpokenModel;
import backstep.ui.stage.ClosedCalls;
import backstep.ui.stage.StageModel;
import backstep.ui.stage.Start;
import backstep.words.Numbers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
  final KeepModel keep;
  final GradientCheckModel gradients;
  final LandscapeModel landscape;
  final SurfaceModel surface;
  final TheoryModel theory;
  final DifferencesModel differences;
  final NetworkLabModel network;
  final EndingModel ending = new EndingModel();
  final PresentModel present = new PresentModel();
  final CoverModel cover = new CoverModel();
  final SpokenModel spoken = new SpokenModel();
  final ExportModel export;
  final GradesModel grades;

  private final DraftStore store;
  // What the learner made of each form of the open lesson's program, with what can be undone.
  private final Map<String, Drafts> forms = new HashMap<>();
  private Optional<Kept> kept = Optional.empty();
  private Optional<Ran> shownRun = Optional.empty();
  private Optional<Session> shown = Optional.empty();
  // Whether predicting was begun by the open lesson, and not by hand.
  private boolean asksForLesson;
  private ClosedCalls closed = ClosedCalls.AT_FIRST;
  // Whether the next run is to be seen from its start.
  private boolean replaying;
  // What is to be brought back with the lesson that opens next, and then with its first run.
  private Optional<SavedSession> saved = Optional.empty();
  private Optional<Arrival> arrival = Optional.empty();
  private List<KeptRun> keptRuns = List.of();
  // What is seen of the graph, where the learner chose it.
  private Supplier<Optional<Sight>> sight = Optional::empty;
  private boolean isGone;

  Workbench(Background background) {
    this(background, DraftStore.passing(), RecentFiles.passing());
  }

  /// @param store where what is written is kept
  /// @param recent which files were opened or saved last
  Workbench(Background background, DraftStore store, RecentFiles recent) {
    this.store = store;
    program = new ProgramModel(background);
    controls = new ControlsModel(program);
    controls.setOnRerun(() -> replaying = true);
    editor =
        new EditorModel(
            new EditorModel.Actions(program::write, program::undo, program::redo, program::reset));
    practice = new PracticeModel(background);
    player = new PlayerModel(background);
    predict = new PredictModel(this::goOn);
    stage = new StageModel(background);
    sandbox =
        new SandboxModel(
            new SandboxModel.Actions(
                () -> program.getState().drafts().present().text(),
                text -> program.write(text, false),
                program::replace,
                this::runWith,
                this::learning),
            background);
    keep = new KeepModel(new Desk(this), lessons.lessons(), recent, background);
    gradients = new GradientCheckModel(background);
    landscape = new LandscapeModel(background);
    surface = new SurfaceModel(background);
    theory = new TheoryModel(plot, background);
    differences = new DifferencesModel(program, background);
    network = new NetworkLabModel(background);
    export = new ExportModel(background);
    export.setName(() -> lessons.openProperty().get().map(Lesson::id).orElse("backstep"));
    // What it was chosen in may be closed by then.
    export.stateProperty().map(ExportModel.State::note).subscribe(this::tell);
    grades = new GradesModel(background);
    grades.setSource(this::exercise);
    network.setOpener((drafts, beyond) -> program.open(drafts, Options.DEFAULT, beyond));
    network.setOnTakenBack(program::reset);
    network.setOnEmptied(this::empty);
    network.look().subscribe(this::follow);
    network.rest().subscribe((_, _) -> keepOpen());
    program.setStart(Arrival.START);
    program.setPlace(this::place);
    player.setGate(predict::lets);
    predict.askedProperty().subscribe(stage::point);
    predict.onProperty().subscribe(_ -> withhold());
    stage.setOnFolded(this::fold);
    stage.setOnRevealed(nodes ->
        player.getState().session().ifPresent(here -> cover.reveal(here.snapshot(), nodes)));
    cover.coverProperty().subscribe(now -> follow(now));
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
    spoken.setScenery(this::scenery);
    spoken.setOnChosen(player::seek);
    player.setOnStepPointed(this::point);
    plot.setOnTravel(this::travel);
    ending.setOnBack(this::travel);
    plot.setOnRun(player::runOrPause);
    stage.setOnNodePointed(code::point);
    code.setOnLinePointed(stage::point);
    code.setOnLineChosen(this::toLine);
    code.setWithBackward(this::withBackward);
    practice
        .slipProperty()
        .subscribe(line -> code.setSlip(questions.asksForSlip() ? OptionalInt.empty() : line));
    controls.controlsProperty().subscribe(now -> plot.setSettings(now.label()));
    lessons.openProperty().subscribe(lesson -> lesson.ifPresent(this::open));
    lessons.setOnChosen(this::change);
    code.codeProperty().subscribe(_ -> mark());
    program.stateProperty().subscribe(this::follow);
    player.stateProperty().subscribe(this::follow);
    plot.plotProperty().map(PlotModel.Plot::kept).subscribe(this::follow);
    keep.stateProperty().map(KeepModel.State::file).subscribe((_, _) -> keepOpen());
    store.setOnSetAside(where -> keep.warn("keep.draft.damaged", where.toString()));
  }

  /// Who knows what the learner sees of the graph, where they chose it.
  void setSight(Supplier<Optional<Sight>> supplier) {
    sight = supplier;
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

  private Optional<Exercise> exercise(Origin origin) {
    return lessons
        .openProperty()
        .get()
        .flatMap(lesson ->
            switch (origin) {
              case LESSON ->
                  // The sandbox has only an example.
                  Optional.of(lessons.variantProperty().get())
                      .filter(_ -> !isSandbox(lesson))
                      .map(form -> lesson.variant(form).program())
                      .map(text -> new Exercise(origin, lesson, text, lesson.options()));
              case EDITOR ->
                  Optional.of(program.getState().drafts().present().text())
                      .filter(text -> !text.isBlank())
                      .map(text -> new Exercise(origin, lesson, text, program.options()));
            });
  }

  /// Opens the lesson of this id.
  void open(String id) {
    openFirst(lesson -> lesson.id().equals(id));
  }

  /// Opens the lesson that the window begins with.
  void openStart() {
    openFirst(Lesson::start);
  }

  /// Opens what was open when the program ended without closing it, or else the lesson that the
  /// window begins with.
  void openLast() {
    store
        .leftOpen()
        .filter(open -> SessionFile.isOf(open.session(), lessons.lessons()))
        .ifPresentOrElse(
            open -> {
              restore(open.session());
              keep.say("keep.recovered");
              open.file().ifPresent(keep::resume);
            },
            this::openStart);
  }

  /// Opens a file in the sandbox.
  void openProgram(Path file) {
    openSandbox();
    sandbox.read(file);
  }

  /// Opens in the sandbox what was read from a file.
  void openProgram(SourceFile file) {
    openSandbox();
    sandbox.take(file);
  }

  private void openSandbox() {
    if (!sandbox.getState().open()) {
      openFirst(Workbench::isSandbox);
    }
  }

  private void openFirst(Predicate<Lesson> wanted) {
    List<Lesson> all = lessons.lessons();
    lessons.open(all.stream().filter(wanted).findFirst().orElse(all.getFirst()));
  }

  /// All that brings the learner back to where they are; none where no lesson is open.
  Optional<SavedSession> session() {
    return lessons.openProperty().get().map(this::session);
  }

  private SavedSession session(Lesson lesson) {
    Optional<SavedSession> due = arrival.map(Arrival::saved);
    return new SavedSession(
        lesson.id(),
        lessons.variantProperty().get(),
        work(),
        isNetwork(lesson)
            ? Optional.of(new SavedSession.Network(network.getSettings(), network.getData()))
            : Optional.empty(),
        due.map(SavedSession::spot).orElseGet(() -> spot(lesson)),
        due.map(SavedSession::view).orElseGet(this::view),
        due.map(SavedSession::kept).orElse(keptRuns));
  }

  private View view() {
    return new View(
        closed.all(),
        closed.chosen(),
        plot.getPlot().log(),
        sight.get(),
        stage.placed(),
        Optional.of(Covered.of(cover.getCover(), graph())));
  }

  private Optional<Graph> graph() {
    return player.getState().session().map(here -> here.trace().graph());
  }

  // Until the program ran the player still stands in the one before.
  private Spot spot(Lesson lesson) {
    return isNetwork(lesson)
        ? new Spot(network.lastIteration().orElse(0), 0)
        : run()
            .flatMap(_ -> player.getState().session())
            .map(here -> new Spot(here.iteration(), here.trace().singles(here.position())))
            .orElse(Spot.START);
  }

  // Tells those who keep the learner's work that it may be another. What plays is kept where it
  // stops.
  private void keepOpen() {
    if (!isGone) {
      keep.follow();
      if (!player.getState().isPlaying()) {
        Optional<SavedIn> file = keep.getState().file().map(SessionFile::savedIn);
        session().ifPresent(now -> store.keepOpen(Optional.of(new DraftStore.Open(now, file))));
      }
    }
  }

  /// What the learner made of a form of a lesson's program, where it is not as the lesson has it.
  Optional<Work> own(String lesson, String form) {
    Kept own = Kept.of(lesson(lesson), form);
    Work work = kept.equals(Optional.of(own)) ? work() : own.work(store);
    return Optional.of(work).filter(now -> !now.equals(own.own()));
  }

  private Work work() {
    Options how = program.options();
    return new Work(program.getState().drafts().present(), how.loss(), how.seed());
  }

  /// Brings a session back, of a lesson that there is.
  void restore(SavedSession session) {
    Lesson lesson = lesson(session.lesson());
    saved = Optional.of(session);
    lessons.open(lesson, session.form());
    if (saved.isPresent()) {
      // It was open before.
      open(lesson);
    }
  }

  private Lesson lesson(String id) {
    return lessons.lessons().stream()
        .filter(lesson -> lesson.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no lesson " + id));
  }

  private void open(Lesson lesson) {
    Optional<SavedSession> session = saved;
    saved = Optional.empty();
    forms.clear();
    practice.close();
    controls.offer(lesson.controls());
    differences.watch(lesson.view() == Lesson.View.NUMERICAL);
    teach(lesson.teaching());
    session
        .flatMap(before -> before.view().hidden())
        .ifPresent(hidden -> cover.restore(Covered.cover(hidden, Optional.empty())));
    kept = Optional.empty();
    arrival = session.filter(_ -> !isNetwork(lesson)).map(Arrival::new);
    editor.offer(!isNetwork(lesson));
    editor.openProperty().set(isSandbox(lesson));
    if (isNetwork(lesson)) {
      sandbox.leave();
      session
          .flatMap(SavedSession::network)
          .ifPresentOrElse(
              lab ->
                  network.open(
                      lab.settings(),
                      lab.data(),
                      session.map(before -> before.work().draft()),
                      session.get().spot().iteration() + 1),
              network::open);
    } else {
      network.leave();
      Kept own = Kept.of(lesson, lessons.variantProperty().get());
      Work work = session.map(SavedSession::work).orElseGet(() -> own.work(store));
      if (isSandbox(lesson)) {
        sandbox.open(work.loss(), work.seed());
      } else {
        sandbox.leave();
      }
      open(own, own.drafts(store, work), isSandbox(lesson) ? work.options() : lesson.options());
    }
  }

  private void teach(Lesson.Teaching teaching) {
    cover.begin(teaching.hidden());
    if (teaching.predict()) {
      predict.begin(teaching.locked());
    } else if (asksForLesson) {
      predict.end();
    }
    asksForLesson = teaching.predict();
  }

  private void open(Kept own, Drafts drafts, Options options) {
    kept = Optional.of(own);
    program.open(drafts, options, arrival.<Standing>map(there -> there::in).orElse(Arrival.START));
  }

  private void change(String before) {
    forms.put(before, program.getState().drafts());
    arrival = Optional.empty();
    lessons
        .openProperty()
        .get()
        .ifPresent(lesson -> {
          String now = lessons.variantProperty().get();
          Kept own = Kept.of(lesson, now);
          Drafts drafts =
              Optional.ofNullable(forms.get(now))
                  .orElseGet(() -> own.drafts(store, own.work(store)));
          open(own, drafts, lesson.options());
        });
  }

  private void runWith(UnaryOperator<Options> change) {
    program.runWith(change);
    keep();
    keepOpen();
  }

  private static boolean isSandbox(Lesson lesson) {
    return lesson.view() == Lesson.View.SANDBOX;
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

  private void follow(KeptRuns runs) {
    keptRuns = runs.saved();
    keepOpen();
  }

  private void follow(ProgramModel.State state) {
    keep();
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
      spoken.doubt(state.changed());
    } else {
      stage.trust();
      spoken.trust();
    }
    keepOpen();
  }

  private void keep() {
    kept.ifPresent(own -> store.keep(own.key(), own.draft(work())));
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
    if (arrival.isPresent()) {
      Arrival here = arrival.get();
      arrival = Optional.empty();
      predict.restart();
      closed = here.closed();
      here.arrange(stage);
      player.load(here.in(ran), ran.prospect());
      here.goOn(player, plot);
      here.cover(graph()).ifPresent(cover::restore);
    } else if (ran.opened()) {
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
      if (replaying) {
        player.toIteration(0);
        player.runOrPause();
      }
    }
    replaying = false;
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
    isGone = true;
    keep.finish();
    kept = Optional.empty();
    store.keepOpen(Optional.empty());
    store.flush();
    network.leave();
    grades.cancel();
    empty();
  }

  private void empty() {
    program.close();
    clear("");
  }

  private void clear(String text) {
    player.clear();
    stage.clear();
    spoken.clear();
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

  private Scenery scenery() {
    Optional<Lesson> open = lessons.openProperty().get();
    return new Scenery(
        open,
        open.filter(Workbench::isNetwork).isPresent() && network.look().getValue() == Look.NETWORK,
        player.getState().isOpen(),
        predict.onProperty().getValue(),
        program.getState().problem().isEmpty());
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
            return Optional.of(
                BackwardProgram.of(Seed.fix(run.text(), run, program.options()), run, comment));
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

  // What was predicted, or revealed by the teacher, is seen.
  private void goOn() {
    player.next();
    reveal();
  }

  /// Reveals the hidden figures of the step.
  void reveal() {
    player.getState().session().ifPresent(here -> cover.reveal(here.snapshot()));
  }

  private void follow(Cover now) {
    predict.cover(now);
    withhold();
    practice.withhold(now.isOn());
    network.withhold(now.isOn());
    stage.cover(now);
    player.getState().session().ifPresent(this::tell);
  }

  private void withhold() {
    code.withhold(cover.getCover(), predict.onProperty().getValue());
  }

  /// Writes figures another way where they are told before they are shown.
  void write(Numbers numbers) {
    explain.write(numbers);
    predict.write(numbers);
  }

  private void tell(Optional<ExportModel.Note> note) {
    note.filter(now -> now.isWritten() && keep.getState().question().isEmpty())
        .ifPresent(now -> keep.say(now.key(), now.arguments().toArray()));
  }

  // What is said of the step, in which nothing may be told that is hidden.
  private void tell(Session session) {
    Cover now = cover.getCover();
    run()
        .ifPresent(run -> {
          spoken.show(session, new Naming(run.origins()), now);
          explain.show(session.snapshot(), new Naming(run.origins()), now);
          lessons.show(session, run.origins(), now);
          lessons.printed(
              now.isOn() ? "" : run.printedBefore(session.iteration() + (isDone(session) ? 1 : 0)));
          if (now.isOn()) {
            gradients.clear();
          } else {
            gradients.show(session.trace().graph(), new Naming(run.origins()));
          }
        });
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
            predict.show(session, new Naming(run.origins()));
            code.show(run.text(), run.origins(), session.snapshot());
            landscape.show(session, new Naming(run.origins()));
            surface.show(session, new Naming(run.origins()));
            ending.show(state.prospect(), run, session.iteration());
            tell(session);
            if (isDone(session) && session.iteration() + 1 >= run.iterations()) {
              questions.reachEnd();
            }
          });
    }
    keepOpen();
  }
}
