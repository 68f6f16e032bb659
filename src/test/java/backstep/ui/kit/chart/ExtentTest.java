package backstep.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How far an axis goes")
class ExtentTest {
  private static final Axis X = Axis.of("x").inWholes();

  @Test
  @DisplayName("is a little further than the figures, but not below a zero that stands on it")
  void margin() {
    assertThat(ofY(Axis.of("y").withZero(), 50, 100)).isEqualTo(new Extent(0, 105));
    assertThat(ofY(Axis.of("y"), 50, 150)).isEqualTo(new Extent(45, 155));
  }

  @Test
  @DisplayName("holds a run that falls to rounding, but not a denormal number")
  void decades() {
    Axis log = Axis.of("y").on(Scale.LOG);
    assertThat(ofY(log, 893.5, 4e-28).from()).isLessThan(Math.log10(4e-28));
    Extent denormal = ofY(log, 1, 1e-310);
    assertThat(denormal.from()).isCloseTo(-42, within(1e-9));
    assertThat(ofY(log, 893.5, 1e126).from()).as("of a run that diverges").isLessThan(3);
  }

  @Test
  @DisplayName("is what is asked for")
  void limits() {
    assertThat(ofY(Axis.of("y").between(-1, 1), 50)).isEqualTo(new Extent(-1, 1));
  }

  @Test
  @DisplayName("fits the line exactly across")
  void across() {
    ChartData data =
        ChartData.of("", X, Axis.of("y"))
            .with(Series.of("", Samples.from(1, 1, new double[350]), Role.CURVE));
    assertThat(Extent.ofX(data)).isEqualTo(new Extent(1, 350));
  }

  private static Extent ofY(Axis axis, double... ys) {
    return Extent.ofY(ChartData.of("", X, axis).with(Series.of("", Samples.of(ys), Role.CURVE)));
  }
}
