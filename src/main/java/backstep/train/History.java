package backstep.train;

import java.util.List;
import java.util.Optional;

/// The losses of a run so far, thinned out for whoever draws them.
///
/// @param count how many iterations there are
/// @param current the iteration that the view stands at
/// @param buckets the losses from first to last, so many of them together that there are not too
///   many buckets; up to [#MAX_BUCKETS] / 2 iterations each has its own
/// @param best the smallest loss; none if no loss is finite
/// @param divergence where the losses ceased to be finite, if they did
public record History(
    int count,
    int current,
    List<Bucket> buckets,
    Optional<Point> best,
    Optional<Divergence> divergence) {
  /// No history has more buckets than this.
  public static final int MAX_BUCKETS = 1024;

  /// Nothing happened yet.
  public static final History NONE =
      new History(0, 0, List.of(), Optional.empty(), Optional.empty());

  public History {
    buckets = List.copyOf(buckets);
  }

  /// The losses of neighbouring iterations. Its peaks are kept, so that no swing is lost.
  ///
  /// @param first the first of them
  /// @param last the last of them
  /// @param low the smallest finite loss; NaN if none is finite
  /// @param high the largest finite loss; NaN if none is finite
  public record Bucket(int first, int last, double low, double high) {}

  /// One loss.
  public record Point(int iteration, double loss) {}

  /// The losses ceased to be finite.
  ///
  /// @param iteration the first whose loss is infinite or NaN
  /// @param loss that loss
  /// @param lastFinite the loss before it; none if the very first is not finite
  public record Divergence(int iteration, double loss, Optional<Point> lastFinite) {}

  /// The same losses seen from another iteration.
  public History at(int iteration) {
    return new History(count, iteration, buckets, best, divergence);
  }

  /// The history of losses that are all at hand.
  public static History of(double[] losses) {
    LossLog log = new LossLog();
    for (double loss : losses) {
      log.add(loss);
    }
    return log.history();
  }
}
