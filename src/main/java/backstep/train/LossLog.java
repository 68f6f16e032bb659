package backstep.train;

import backstep.train.History.Bucket;
import backstep.train.History.Divergence;
import backstep.train.History.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes down one loss after another, in the room of a fixed number of buckets.
///
/// When the last bucket is full, each takes in its neighbour and is twice as wide from then on.
final class LossLog {
  private final double[] low = new double[History.MAX_BUCKETS];
  private final double[] high = new double[History.MAX_BUCKETS];
  private int width = 1;
  private int count;
  private int bestAt = -1;
  private double best = Double.POSITIVE_INFINITY;
  private int notFiniteAt = -1;
  private double notFinite;
  private double beforeNotFinite;
  private double last;

  void add(double loss) {
    if (count == (long) width * History.MAX_BUCKETS) {
      widen();
    }
    int bucket = count / width;
    boolean finite = Double.isFinite(loss);
    double point = finite ? loss : Double.NaN;
    if (count % width == 0) {
      low[bucket] = point;
      high[bucket] = point;
    } else {
      low[bucket] = lower(low[bucket], point);
      high[bucket] = -lower(-high[bucket], -point);
    }
    if (finite && (loss < best || bestAt < 0)) {
      best = loss;
      bestAt = count;
    }
    if (!finite && notFiniteAt < 0) {
      notFiniteAt = count;
      notFinite = loss;
      beforeNotFinite = last;
    }
    last = loss;
    count++;
  }

  private void widen() {
    for (int i = 0; i < History.MAX_BUCKETS / 2; i++) {
      low[i] = lower(low[2 * i], low[2 * i + 1]);
      high[i] = -lower(-high[2 * i], -high[2 * i + 1]);
    }
    width *= 2;
  }

  // The smaller number; any number before NaN.
  private static double lower(double a, double b) {
    return b < a || Double.isNaN(a) ? b : a;
  }

  History history() {
    List<Bucket> buckets = new ArrayList<>();
    for (int first = 0; first < count; first += width) {
      int bucket = first / width;
      buckets.add(
          new Bucket(first, Math.min(first + width, count) - 1, low[bucket], high[bucket]));
    }
    return new History(
        count,
        Math.max(0, count - 1),
        buckets,
        bestAt < 0 ? Optional.empty() : Optional.of(new Point(bestAt, best)),
        divergence());
  }

  private Optional<Divergence> divergence() {
    if (notFiniteAt < 0) {
      return Optional.empty();
    }
    Optional<Point> before =
        notFiniteAt == 0
            ? Optional.empty()
            : Optional.of(new Point(notFiniteAt - 1, beforeNotFinite));
    return Optional.of(new Divergence(notFiniteAt, notFinite, before));
  }
}
