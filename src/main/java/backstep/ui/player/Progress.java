package backstep.ui.player;

import backstep.train.TrainerState;
import backstep.train.TrainerState.Status;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How far a training has come.
///
/// @param from how many iterations there were when it began
/// @param goal how many there shall be; none where it goes on until it is stopped
/// @param now its newest state; none before the first
public record Progress(int from, OptionalInt goal, Optional<TrainerState> now) {
  static Progress begun(int from, OptionalInt goal) {
    return new Progress(from, goal, Optional.empty());
  }

  Progress at(TrainerState state) {
    return new Progress(from, goal, Optional.of(state));
  }

  /// How many iterations there are.
  public int iterations() {
    return now.map(TrainerState::iterations).orElse(from);
  }

  /// Which part of it is done, from 0 to 1, where it has an end.
  public OptionalDouble part() {
    if (goal.isEmpty()) {
      return OptionalDouble.empty();
    }
    int all = goal.getAsInt() - from;
    return OptionalDouble.of(all > 0 ? Math.min(1, (double) (iterations() - from) / all) : 1);
  }

  /// Whether it came to its goal, or no more iterations follow.
  boolean isOver() {
    return now.isPresent()
        && (now.get().status() == Status.ENDED
            || (goal.isPresent() && iterations() >= goal.getAsInt()));
  }
}
