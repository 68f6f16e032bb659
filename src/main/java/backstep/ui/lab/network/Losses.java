package backstep.ui.lab.network;

import backstep.train.Evaluation.Score;
import backstep.train.History;
import backstep.train.History.Bucket;
import backstep.train.TrainerState;
import backstep.ui.kit.chart.Recorder;
import backstep.ui.kit.chart.Samples;

/// How the losses went, by iteration.
///
/// @param batch of the points that an iteration learned from, with the penalty: the program's own
/// @param train of all points that are learned from
/// @param test of those kept apart; empty if none are
record Losses(Samples batch, Samples train, Samples test) {
  static final Losses NONE = new Losses(Samples.of(), Samples.of(), Samples.of());

  /// Writes the losses of one run down, state by state.
  static final class Log {
    private final Recorder train = Recorder.points();
    private final Recorder test = Recorder.points();
    private int written;

    /// The losses so far.
    Losses with(TrainerState state) {
      if (state.iterations() > written && state.result().isPresent()) {
        written = state.iterations();
        train.add(written, state.result().get().train().loss());
        state.result().get().test().map(Score::loss).ifPresent(loss -> test.add(written, loss));
      }
      return new Losses(batches(state.history()), train.samples(), test.samples());
    }

    // Of iterations that are drawn together the least and the largest: no swing is lost.
    private static Samples batches(History history) {
      Recorder recorder = Recorder.points();
      for (Bucket bucket : history.buckets()) {
        recorder.add(bucket.first() + 1.0, bucket.low());
        if (bucket.last() > bucket.first()) {
          recorder.add(bucket.last() + 1.0, bucket.high());
        }
      }
      return recorder.samples();
    }
  }
}
