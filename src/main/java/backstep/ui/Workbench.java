package backstep.ui;

import backstep.graph.Node;
import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.python.BackwardProgram;
import backstep.python.Naming;
import backstep.python.Options;
import backstep.python.Origins;
import backstep.python.Problem;
import backstep.python.ProblemException;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import backstep.trace.Session;
import backstep.trace.Step;
import backstep.ui.code.CodeModel;
import backstep.ui.explain.ExplainModel;
import backstep.ui.kit.Background;
import backstep.ui.lesson.LessonModel;
import backstep.ui.player.PlayerModel;
import backstep.ui.player.PlayerModel.Playing;
import backstep.ui.plot.PlotModel;
import backstep.ui.stage.StageModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// All models of a window, and what passes between them.
///
/// The player says where the learner stands; stage, plot, explanation and code follow it.
final class Workbench {
  /// A program that was run.
  private record Opened(Replays replays, Session session) {}

  final LessonModel lessons = new LessonModel(LessonCatalog.builtIn());
  final PlayerModel player;
  final StageModel stage;
  final PlotModel plot = new PlotModel();
  final ExplainModel explain = new ExplainModel();
  final CodeModel code = new CodeModel();

  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
  private final Background.Lane lane;
  private @Nullable Replays replays;
  private Optional<Session> shown = Optional.empty();

  Workbench(Background background) {
    lane = background.lane();
    player = new PlayerModel(background);
    stage = new StageModel(background);
    plot.setOnTravel(this::travel);
    plot.setOnRun(player::runOrPause);
    stage.setOnNodePointed(code::point);
    code.setOnLinePointed(stage::point);
    code.setOnLineChosen(this::toLine);
    code.setWithBackward(this::withBackward);
    lessons.openProperty().subscribe(lesson -> lesson.ifPresent(this::run));
    player.stateProperty().subscribe(this::follow);
  }

  /// What keeps the program from being shown, if anything does.
  ReadOnlyObjectProperty<Optional<Problem>> problem() {
    return problem.getReadOnlyProperty();
  }

  /// The names and places of the program's nodes.
  Origins origins() {
    return Objects.requireNonNull(replays, "no program").run().origins();
  }

  /// Opens the lesson of this id.
  void open(String id) {
    openFirst(lesson -> lesson.id().equals(id));
  }

  /// Opens the lesson that the window begins with.
  void openStart() {
    openFirst(Lesson::start);
  }

  private void openFirst(Predicate<Lesson> wanted) {
    List<Lesson> all = lessons.lessons();
    lessons.open(all.stream().filter(wanted).findFirst().orElse(all.getFirst()));
  }

  private void run(Lesson lesson) {
    lane.run(() -> opened(lesson.program(), lesson.options()), this::show, this::refuse);
  }

  private static Opened opened(String text, Options options) {
    Program program = Program.of(text);
    Run run = program.run(options);
    if (run.problem().isPresent()) {
      throw run.problem().get().raise();
    }
    // Says what is wrong where there is no loss to go back from.
    run.last();
    Replays replays = new Replays(program, options, run);
    return new Opened(replays, Session.start(replays));
  }

  private void show(Opened opened) {
    problem.set(Optional.empty());
    replays = opened.replays();
    lessons.printed(opened.replays().run().printed());
    plot.load(opened.replays().run().losses());
    player.load(opened.session());
  }

  private void refuse(RuntimeException failure) {
    if (!(failure instanceof ProblemException refused)) {
      throw failure;
    }
    replays = null;
    player.clear();
    stage.clear();
    explain.clear();
    lessons.printed("");
    plot.load(new double[0]);
    code.show(lessons.openProperty().get().map(Lesson::program).orElse(""));
    problem.set(Optional.of(refused.problem()));
  }

  /// A chosen point is seen whole: its graph with all values and gradients.
  private void travel(int iteration) {
    if (player.getState().playing() != Playing.NOTHING) {
      player.playOrPause();
    }
    player.toEndOfIteration(iteration);
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

  /// The program with its backward pass, as code that runs.
  private Optional<String> withBackward(String comment) {
    return Optional.ofNullable(replays)
        .map(source -> source.run())
        .flatMap(run -> {
          try {
            return Optional.of(BackwardProgram.of(List.of(run.text()), run, comment));
          } catch (ProblemException tooLong) {
            return Optional.empty();
          }
        });
  }

  private void follow(PlayerModel.State state) {
    state
        .session()
        .ifPresent(session ->
            plot.show(session.iteration(), state.playing() == Playing.ITERATIONS, state.atEnd()));
    Replays source = replays;
    boolean moved = state.session().isPresent() && state.session().get() != shown.orElse(null);
    shown = state.session();
    if (moved && source != null) {
      Session session = state.session().get();
      Run run = source.run();
      stage.show(session.snapshot(), run.origins(), state.stepped());
      explain.show(session.snapshot(), new Naming(run.origins()));
      code.show(run.text(), run.origins(), session.snapshot());
    }
  }
}
