package backstep.ui.plot;

import backstep.train.History;
import backstep.train.History.Bucket;
import backstep.train.History.Divergence;
import backstep.ui.kit.chart.Recorder;
import backstep.ui.kit.chart.Samples;

/// A training's history as points of a curve: one for each iteration as long as each has a bucket
/// of its own, else the lowest and the highest loss of each bucket, so that no peak is lost.
final class LossSamples {
  private LossSamples() {}

  /// By iteration, at x = 1, 2, 3, …
  static Samples of(History history) {
    Recorder recorder = Recorder.points();
    double before = Double.POSITIVE_INFINITY;
    for (Bucket bucket : history.buckets()) {
      before = add(bucket, before, recorder);
      history
          .divergence()
          .filter(lost -> bucket.first() <= lost.iteration() && lost.iteration() <= bucket.last())
          .map(Divergence::loss)
          .ifPresent(loss -> recorder.add(bucket.last() + 1.0, loss));
    }
    return recorder.samples();
  }

  // The curve goes on at the end that is nearer to where it came from.
  private static double add(Bucket bucket, double before, Recorder recorder) {
    if (Double.isNaN(bucket.low())) {
      return before;
    }
    boolean falls = Math.abs(before - bucket.high()) <= Math.abs(before - bucket.low());
    double first = falls ? bucket.high() : bucket.low();
    double last = falls ? bucket.low() : bucket.high();
    recorder.add(bucket.first() + 1.0, first);
    if (bucket.last() > bucket.first()) {
      recorder.add(bucket.last() + 1.0, last);
    }
    return last;
  }
}
