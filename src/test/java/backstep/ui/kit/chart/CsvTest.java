package backstep.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A chart as a table")
class CsvTest {
  private static final Axis ITERATION = Axis.of("iteration").inWholes();

  @Test
  @DisplayName("has a column for each series, and points at the same x in one line")
  void columns() {
    ChartData data =
        ChartData.of("", ITERATION, Axis.of("loss"))
            .with(Series.of("loss", Samples.from(1, 1, 0.5, 0.1, 1e-28), Role.CURVE))
            .with(Series.of("rate 0.1", Samples.from(2, 1, 7, 8), Role.KEPT_1));
    assertThat(Csv.of(data))
        .isEqualTo("iteration,loss,rate 0.1\r\n1,0.5,\r\n2,0.1,7.0\r\n3,1e-28,8.0\r\n");
  }

  @Test
  @DisplayName("has every digit, and names what is no number")
  void digits() {
    double[] ys = {0.1 + 0.2, Double.NaN, Double.NEGATIVE_INFINITY, 1e7};
    ChartData data =
        ChartData.of("", Axis.of("t").in("ms"), Axis.of("y"))
            .with(Series.of("", Samples.of(ys), Role.CURVE));
    assertThat(Csv.of(data))
        .isEqualTo(
            "t (ms),y\r\n0.0,0.30000000000000004\r\n1.0,nan\r\n2.0,-inf\r\n3.0,10000000.0\r\n");
  }

  @Test
  @DisplayName("puts points in order of x, and keeps several at one x")
  void order() {
    Samples points = Samples.of(new double[] {3, 1, 1}, new double[] {30, 10, 11});
    ChartData data =
        ChartData.of("", ITERATION, Axis.of("y")).with(Series.of("p", points, Role.POINTS));
    assertThat(Csv.of(data)).isEqualTo("iteration,p\r\n1,10.0\r\n1,11.0\r\n3,30.0\r\n");
  }

  @Test
  @DisplayName("puts names with commas and quotes between quotes")
  void quotes() {
    ChartData data =
        ChartData.of("", ITERATION, Axis.of("y"))
            .with(Series.of("rate 0.1, \"y\" 2", Samples.from(1, 1, 5), Role.CURVE));
    assertThat(Csv.of(data)).startsWith("iteration,\"rate 0.1, \"\"y\"\" 2\"\r\n");
  }

  @Test
  @DisplayName("of nothing is its heading")
  void empty() {
    assertThat(Csv.of(ChartData.of("", ITERATION, Axis.of("loss")))).isEqualTo("iteration\r\n");
  }
}
