package backstep.ui.lab.network;

import backstep.lab.Surfaces;
import backstep.train.TrainerState;
import backstep.train.TrainerState.Status;
import java.util.Optional;

/// How the training of something goes.
///
/// @param run which run of the trainer it is
/// @param state none before it was heard of
/// @param surfaces what the network puts out; none before they were computed
record Progress(
    Subject subject,
    long run,
    Optional<TrainerState> state,
    Losses losses,
    Optional<Surfaces> surfaces) {

  static Progress of(Subject subject, long run) {
    return new Progress(subject, run, Optional.empty(), Losses.NONE, Optional.empty());
  }

  /// Whether the loss is no longer finite.
  boolean isDiverged() {
    return state.filter(now -> now.history().divergence().isPresent()).isPresent();
  }

  /// Whether no iteration follows.
  boolean isEnded() {
    return state.filter(now -> now.status() == Status.ENDED).isPresent();
  }

  Progress with(TrainerState now, Losses went) {
    return new Progress(subject, run, Optional.of(now), went, surfaces);
  }

  Progress with(Surfaces now) {
    return new Progress(subject, run, state, losses, Optional.of(now));
  }
}
