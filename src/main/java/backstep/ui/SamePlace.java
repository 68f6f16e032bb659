package backstep.ui;

import backstep.python.Origins;
import backstep.trace.Session;
import backstep.trace.Step;
import java.util.List;
import java.util.Optional;

/// Finds the step that the learner stands after in a run of another text: by its variable and
/// phase, where lines that were written in or taken out have moved it.
///
/// @param last what the step was about, if the learner was past the first
record SamePlace(Optional<Mark> last) {
  private record Mark(String name, Step.Phase phase) {}

  static SamePlace of(Session session, Origins origins) {
    return new SamePlace(session.snapshot().step().flatMap(step -> mark(step, origins)));
  }

  // As far as it has a name of its own.
  private static Optional<Mark> mark(Step step, Origins origins) {
    return origins.name(step.node()).map(name -> new Mark(name, step.phase()));
  }

  /// @param near where as many ops are done as before
  Session in(Session near, Origins origins) {
    if (last.isEmpty() || near.snapshot().step().flatMap(s -> mark(s, origins)).equals(last)) {
      return near;
    }
    List<Step> steps = near.trace().steps();
    for (int i = steps.size(); i > 0; i--) {
      if (mark(steps.get(i - 1), origins).equals(last)) {
        return near.seek(i);
      }
    }
    return near;
  }
}
