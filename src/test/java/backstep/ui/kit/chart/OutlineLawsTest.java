package backstep.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// What holds for every curve.
@Label("The outline of a curve")
class OutlineLawsTest {
  private static final int WIDTH = 200;

  @Property(tries = 100)
  @Label("goes through the lowest and the highest point of every column of pixels")
  void peaks(@ForAll long seed, @ForAll @IntRange(min = 2, max = 30_000) int size) {
    Random random = new Random(seed);
    double[] ys = random.doubles(size, -1, 1).toArray();
    // No point falls on the border of two columns.
    Projection x = new Projection(Scale.LINEAR, new Extent(-0.37, size - 0.59), 0, WIDTH);
    Projection y = new Projection(Scale.LINEAR, new Extent(-1, 1), 100, 0);
    Trail trail = Outline.of(Samples.of(ys), 0, size - 1, x, y).trail();
    double[][] all = columns();
    for (int i = 0; i < size; i++) {
      spread(all, x.at(i), y.at(ys[i]));
    }
    double[][] drawn = columns();
    for (int i = 0; i < trail.size(); i++) {
      spread(drawn, trail.x(i), trail.y(i));
    }
    assertThat(drawn).isDeepEqualTo(all);
    assertThat(trail.size()).isLessThanOrEqualTo(Math.max(4 * (WIDTH + 1), 3 * WIDTH + 1));
  }

  private static double[][] columns() {
    double[][] columns = new double[WIDTH + 1][2];
    for (double[] column : columns) {
      column[0] = Double.POSITIVE_INFINITY;
      column[1] = Double.NEGATIVE_INFINITY;
    }
    return columns;
  }

  private static void spread(double[][] columns, double x, double y) {
    double[] column = columns[(int) x];
    column[0] = Math.min(column[0], y);
    column[1] = Math.max(column[1], y);
  }
}
