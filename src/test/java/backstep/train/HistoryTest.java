package backstep.train;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.train.History.Bucket;
import backstep.train.History.Divergence;
import backstep.train.History.Point;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The losses thinned out: no peak is lost, and what is not finite is told apart.
class HistoryTest {
  private static double[] losses(int count, long seed, boolean withHoles) {
    Random random = new Random(seed);
    double[] losses = random.doubles(count, -5, 100).toArray();
    if (withHoles) {
      double[] strange = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
      for (int i = 0; i < count / 3; i++) {
        losses[random.nextInt(count)] = strange[i % 3];
      }
    }
    return losses;
  }

  @Property(tries = 200)
  void theBucketsHoldAllLosses(
      @ForAll @IntRange(min = 1, max = 10_000) int count,
      @ForAll long seed,
      @ForAll boolean withHoles) {
    double[] losses = losses(count, seed, withHoles);
    History history = History.of(losses);

    assertThat(history.count()).isEqualTo(count);
    assertThat(history.buckets()).hasSizeLessThanOrEqualTo(History.MAX_BUCKETS);
    assertThat(history.buckets().size()).isGreaterThanOrEqualTo(Math.min(count, History.MAX_BUCKETS / 2));
    int next = 0;
    for (Bucket bucket : history.buckets()) {
      double[] finite =
          Arrays.stream(losses, bucket.first(), bucket.last() + 1)
              .filter(Double::isFinite)
              .toArray();
      double low = Arrays.stream(finite).min().orElse(Double.NaN);
      double high = Arrays.stream(finite).max().orElse(Double.NaN);
      assertThat(bucket).isEqualTo(new Bucket(next, bucket.last(), low, high));
      next = bucket.last() + 1;
    }
    assertThat(next).isEqualTo(count);
  }

  @Property(tries = 200)
  void theBestAndTheFirstThatIsNotFiniteAreKnown(
      @ForAll @IntRange(min = 1, max = 3000) int count, @ForAll long seed) {
    double[] losses = losses(count, seed, true);
    History history = History.of(losses);

    Optional<Point> best =
        IntStream.range(0, count)
            .filter(i -> Double.isFinite(losses[i]))
            .mapToObj(i -> new Point(i, losses[i]))
            .min((a, b) -> Double.compare(a.loss(), b.loss()));
    assertThat(history.best()).isEqualTo(best);
    Optional<Divergence> divergence =
        IntStream.range(0, count)
            .filter(i -> !Double.isFinite(losses[i]))
            .boxed()
            .findFirst()
            .map(i ->
                new Divergence(
                    i,
                    losses[i],
                    i == 0 ? Optional.empty() : Optional.of(new Point(i - 1, losses[i - 1]))));
    assertThat(history.divergence()).isEqualTo(divergence);
  }

  @Test
  @DisplayName("Up to as many iterations as there is room for, each has a bucket of its own")
  void shortHistoriesAreExact() {
    double[] losses = losses(History.MAX_BUCKETS, 1, false);
    History history = History.of(losses);
    assertThat(history.buckets().stream().mapToDouble(Bucket::low).toArray()).isEqualTo(losses);
    assertThat(history.buckets().stream().mapToDouble(Bucket::high).toArray()).isEqualTo(losses);
    assertThat(history.at(7).current()).isEqualTo(7);
    assertThat(history.at(7).buckets()).isEqualTo(history.buckets());
  }

  @Test
  void anEmptyHistoryIsNone() {
    assertThat(History.of(new double[0])).isEqualTo(History.NONE);
  }
}
