package backstep.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Laws that hold for every row of points.
@Label("Samples")
class SamplesLawsTest {

  @Property(tries = 200)
  @Label("know lowest, highest and what is no number of any stretch, as looking at each one does")
  void survey(@ForAll long seed, @ForAll @IntRange(min = 0, max = 5000) int size) {
    Random random = new Random(seed);
    double[] ys = figures(random, size);
    int from = random.nextInt(size + 1);
    int to = from + random.nextInt(size - from + 1);
    Survey quick = new Survey();
    Samples.of(ys).survey(from, to, quick);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double lowPositive = Double.POSITIVE_INFINITY;
    int kinds = 0;
    for (int i = from; i < to; i++) {
      kinds |= Survey.kind(ys[i]);
      if (Double.isFinite(ys[i])) {
        low = Math.min(low, ys[i]);
        high = Math.max(high, ys[i]);
        lowPositive = ys[i] > 0 ? Math.min(lowPositive, ys[i]) : lowPositive;
      }
    }
    assertThat(quick.kinds).isEqualTo(kinds);
    assertThat(at(ys, quick.low, Double.POSITIVE_INFINITY)).isEqualTo(low);
    assertThat(at(ys, quick.high, Double.NEGATIVE_INFINITY)).isEqualTo(high);
    assertThat(at(ys, quick.lowPositive, Double.POSITIVE_INFINITY)).isEqualTo(lowPositive);
  }

  private static double at(double[] ys, int index, double none) {
    return index < 0 ? none : ys[index];
  }

  private static double[] figures(Random random, int size) {
    double[] all = new double[size];
    for (int i = 0; i < size; i++) {
      all[i] =
          switch (random.nextInt(40)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NEGATIVE_INFINITY;
            case 3 -> 0;
            default -> random.nextGaussian();
          };
    }
    return all;
  }

  @Property
  @Label("find the first point from an x on")
  void firstFrom(
      @ForAll @IntRange(min = 0, max = 400) int size,
      @ForAll @IntRange(min = -50, max = 500) int x) {
    double[] xs = new double[size];
    for (int i = 0; i < size; i++) {
      xs[i] = 0.7 + i * 1.1;
    }
    Samples even = Samples.from(0.7, 1.1, new double[size]);
    Samples listed = Samples.of(xs, new double[size]);
    for (Samples samples : new Samples[] {even, listed}) {
      int found = samples.firstFrom(x);
      assertThat(found == 0 || samples.x(found - 1) < x).isTrue();
      assertThat(found == size || samples.x(found) >= x).isTrue();
    }
  }
}
