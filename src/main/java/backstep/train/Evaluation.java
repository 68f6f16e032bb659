package backstep.train;

import backstep.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// Judges what was learned on more than the points of one batch. Confined to one thread at a time.
public interface Evaluation {
  /// How well it does with these parameters.
  Result of(List<Tensor> parameters);

  /// How well something does on some points.
  ///
  /// @param loss the mean loss
  /// @param accuracy the part of them that it puts into their class
  record Score(double loss, double accuracy) {}

  /// How well something does.
  ///
  /// @param train on the points that it learns from
  /// @param test on those that were kept apart, if any were
  record Result(Score train, Optional<Score> test) {}
}
