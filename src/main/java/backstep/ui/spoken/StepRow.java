package backstep.ui.spoken;

import backstep.trace.Step.Phase;
import java.util.List;
import java.util.Optional;

/// A step in the list of steps, in no language yet: what it is, and what of it is known.
///
/// @param position how many steps are done after it; 0 is the start
/// @param count how many steps there are
/// @param title what the node is called that it is about
/// @param loss what the loss is called
/// @param here whether the learner stands there
/// @param stale whether it is no longer what the program computes
/// @param nodes the node that it is about, as it is now; at the start all that is given
/// @param gains what it gives, as it was when the step was just done
record StepRow(
    int position,
    int count,
    Moment moment,
    String title,
    String loss,
    boolean here,
    boolean stale,
    List<SpokenNode> nodes,
    List<Gain> gains) {
  StepRow {
    nodes = List.copyOf(nodes);
    gains = List.copyOf(gains);
  }

  /// What kind of step it is.
  enum Moment {
    START,
    FORWARD,
    SEED,
    BACKWARD,
    UPDATE;

    /// The phase it belongs to; of the start none.
    Optional<Phase> phase() {
      return switch (this) {
        case START -> Optional.empty();
        case FORWARD -> Optional.of(Phase.FORWARD);
        case SEED, BACKWARD -> Optional.of(Phase.BACKWARD);
        case UPDATE -> Optional.of(Phase.UPDATE);
      };
    }
  }

  /// A figure that a step gives.
  ///
  /// @param name of the node that has it
  /// @param part the share that it receives, or the value before an update; else the figure itself
  /// @param total what it has then
  record Gain(String name, Figure part, Figure total) {
    Gain(String name, Figure figure) {
      this(name, figure, figure);
    }
  }

  /// Whether a figure of it is known that is not finite.
  boolean isBroken() {
    return gains.stream().anyMatch(gain -> gain.total().isBroken());
  }

  /// Whether it is still to come.
  boolean isAhead() {
    return gains.stream().anyMatch(gain -> gain.total() instanceof Figure.Pending);
  }
}
