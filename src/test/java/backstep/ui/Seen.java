package backstep.ui;

import backstep.graph.Node;
import backstep.lab.Prospect;
import backstep.python.Draft;
import backstep.python.Options;
import backstep.python.Replays;
import backstep.tensor.Tensor;
import backstep.trace.Session;
import backstep.trace.Snapshot;
import backstep.ui.stage.ClosedCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All values and gradients known where a learner stands.
record Seen(int iteration, int position, List<Optional<Tensor>> figures) {
  static Seen of(Session session) {
    Snapshot snapshot = session.snapshot();
    List<Optional<Tensor>> figures = new ArrayList<>();
    for (Node node : session.trace().graph().nodes()) {
      figures.add(snapshot.value(node));
      figures.add(snapshot.gradient(node));
    }
    return new Seen(session.iteration(), session.position(), figures);
  }

  /// What a fresh run of the draft shows at a place.
  static Seen fresh(Draft draft, int iteration, int position) {
    Replays replays =
        new Replays(draft.program(), draft.options(Options.DEFAULT), draft.run(Options.DEFAULT));
    return of(
        Session.at(
            Prospect.of(replays).over(replays),
            ClosedCalls.AT_FIRST.in(replays.run().origins()),
            iteration,
            position));
  }
}
