package backstep.train;

import backstep.tensor.Tensor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where a training run is: a finished picture of one moment.
///
/// @param run which run; each has a number of its own
/// @param status what goes on
/// @param history all losses so far
/// @param parameters as the last iteration left them; of a run whose loss is no longer finite, as
///   they were before the last iteration whose loss was
/// @param result how well it does with them, if the run is evaluated
/// @param perSecond how many iterations are made in a second; 0 while none are
/// @param left how long a run to a certain iteration will still take, while that can be said
/// @param reason why there are no more iterations, if there are none
public record TrainerState(
    long run,
    Status status,
    History history,
    List<Tensor> parameters,
    Optional<Evaluation.Result> result,
    double perSecond,
    Optional<Duration> left,
    Optional<Reason> reason) {
  /// What goes on.
  public enum Status {
    RUNNING,
    /// It waits to go on.
    PAUSED,
    /// It came to the iteration that it was to come to.
    DONE,
    /// There are no more iterations.
    ENDED
  }

  /// What ended a run, in no language: the key of a sentence and what to put into it.
  public record Reason(String key, List<Object> arguments) {
    public Reason {
      arguments = List.copyOf(arguments);
    }

    /// Why losses come to an end; iterations are counted from 1 where people read.
    public static Reason of(Course.Ending ending, History history) {
      if (ending == Course.Ending.STOPPED) {
        return new Reason("train.stopped", List.of(history.count()));
      }
      History.Divergence divergence = history.divergence().orElseThrow();
      return divergence
          .lastFinite()
          .map(last ->
              new Reason("train.diverged", List.of(divergence.iteration() + 1, last.loss())))
          .orElseGet(() -> new Reason("train.diverged.atOnce", List.of()));
    }
  }

  public TrainerState {
    parameters = List.copyOf(parameters);
  }

  /// How many iterations were made.
  public int iterations() {
    return history.count();
  }
}
