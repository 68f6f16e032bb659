package backstep.ui;

import backstep.graph.Graph;
import backstep.graph.Iterations;
import backstep.keep.SavedSession;
import backstep.python.Origins;
import backstep.trace.Cover;
import backstep.trace.Session;
import backstep.train.Course;
import backstep.ui.lab.ProgramModel.Ran;
import backstep.ui.lab.ProgramModel.Standing;
import backstep.ui.player.PlayerModel;
import backstep.ui.plot.KeptRuns;
import backstep.ui.plot.PlotModel;
import backstep.ui.stage.ClosedCalls;
import backstep.ui.stage.StageModel;
import java.time.Duration;
import java.util.Optional;

/// A saved session that is brought back as soon as its program has run.
record Arrival(SavedSession saved) {
  // What takes longer to be made anew is made before the learner's eyes.
  private static final Duration PATIENCE = Duration.ofMillis(100);

  /// Where a program begins that was not saved.
  static final Standing START =
      (iterations, origins) -> Session.at(iterations, ClosedCalls.AT_FIRST.in(origins), 0, 0);

  /// Which calls were closed.
  ClosedCalls closed() {
    return new ClosedCalls(saved.view().allClosed(), saved.view().calls());
  }

  /// Where the learner stood, or at the same step of the iteration before it that there is already.
  Session in(Iterations iterations, Origins origins) {
    int iteration = saved.spot().iteration();
    if (iterations instanceof Course course) {
      course.train(iteration + 1, PATIENCE);
    }
    int reached = Math.min(iteration, iterations.count() - 1);
    Session there = Session.at(iterations, closed().in(origins), reached, 0);
    return there.seek(there.trace().position(saved.spot().done()));
  }

  /// The same in a run that was not asked for it: its program did not run when it was opened.
  Session in(Ran ran) {
    return ran.opened()
        ? ran.session()
        : in(ran.prospect().over(ran.replays()), ran.run().origins());
  }

  /// Has the graph arranged as it was, when it is laid out.
  void arrange(StageModel stage) {
    stage.arrange(saved.view().placed(), saved.view().sight());
  }

  /// What was hidden of a graph, if anything was said of it.
  Optional<Cover> cover(Optional<Graph> graph) {
    return saved.view().hidden().map(hidden -> Covered.cover(hidden, graph));
  }

  /// Shows what stood beside it, and makes the iterations that are missing.
  void goOn(PlayerModel player, PlotModel plot) {
    plot.setLog(saved.view().logLoss());
    plot.setKept(KeptRuns.of(saved.kept()));
    player.toSameStepOf(saved.spot().iteration());
  }
}
