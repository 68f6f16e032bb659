package backstep.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.ui.kit.chart.Outline.Edge;
import backstep.ui.kit.chart.Outline.Miss;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The outline of a curve")
class OutlineTest {
  private static final int WIDTH = 200;

  @Test
  @DisplayName("of a million points keeps a single peak, and both ends")
  void single() {
    double[] ys = new double[1_000_000];
    ys[777_777] = 1;
    ys[0] = 0.25;
    ys[999_999] = 0.5;
    Projection y = up(0, 1);
    Trail trail = outline(ys, across(ys.length), y).trail();
    double top = Double.POSITIVE_INFINITY;
    for (int i = 0; i < trail.size(); i++) {
      top = Math.min(top, trail.y(i));
    }
    assertThat(top).isEqualTo(y.at(1));
    assertThat(trail.y(0)).isEqualTo(y.at(0.25));
    assertThat(trail.y(trail.size() - 1)).isEqualTo(y.at(0.5));
    assertThat(trail.size()).isLessThan(5 * WIDTH);
  }

  @Test
  @DisplayName("has gaps where there is no number, and says where they begin and why")
  void gaps() {
    double[] ys = {1, Double.NaN, Double.NaN, 1, Double.POSITIVE_INFINITY, 1, 0, 1};
    Projection x = across(ys.length);
    Outline linear = outline(ys, x, up(0, 1));
    assertThat(gapsIn(linear.trail())).isEqualTo(2);
    assertThat(linear.edges())
        .containsExactly(new Edge(x.at(1), Miss.NAN), new Edge(x.at(4), Miss.PLUS_INFINITY));
    Outline log = outline(ys, x, new Projection(Scale.LOG, new Extent(-1, 1), 100, 0));
    assertThat(gapsIn(log.trail())).isEqualTo(3);
    assertThat(log.edges()).contains(new Edge(x.at(6), Miss.NOT_POSITIVE));
  }

  @Test
  @DisplayName("says so too where many points share a pixel")
  void denseGaps() {
    double[] ys = new double[100_000];
    for (int i = 50_000; i < 60_000; i++) {
      ys[i] = Double.NaN;
    }
    Projection x = across(ys.length);
    Outline outline = outline(ys, x, up(-1, 1));
    assertThat(gapsIn(outline.trail())).isEqualTo(1);
    assertThat(outline.edges()).hasSize(1);
    assertThat(outline.edges().getFirst().miss()).isEqualTo(Miss.NAN);
    assertThat(outline.edges().getFirst().x()).isCloseTo(x.at(50_000), within(1.0));
  }

  @Test
  @DisplayName("goes one point beyond what is seen, so that the line reaches the edge")
  void beyond() {
    Projection part = new Projection(Scale.LINEAR, new Extent(10.5, 12.5), 0, WIDTH);
    Trail trail = outline(new double[100], part, up(-1, 1)).trail();
    assertThat(trail.x(0)).isEqualTo(part.at(10));
    assertThat(trail.x(trail.size() - 1)).isEqualTo(part.at(13));
    assertThat(trail.size()).isEqualTo(4);
  }

  private static Outline outline(double[] ys, Projection x, Projection y) {
    return Outline.of(Samples.of(ys), 0, ys.length - 1, x, y);
  }

  private static Projection across(int size) {
    return new Projection(Scale.LINEAR, new Extent(0, Math.max(1, size - 1)), 0, WIDTH);
  }

  private static Projection up(double low, double high) {
    return new Projection(Scale.LINEAR, new Extent(low, high), 100, 0);
  }

  private static int gapsIn(Trail trail) {
    int gaps = 0;
    for (int i = 0; i < trail.size() - 1; i++) {
      gaps += trail.isGap(i) ? 1 : 0;
    }
    return gaps;
  }
}
