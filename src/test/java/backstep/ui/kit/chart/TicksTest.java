package backstep.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.chart.Ticks.Tick;
import backstep.words.Numbers;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ticks")
class TicksTest {
  private static final Axis LINEAR = Axis.of("y");
  private static final Axis LOG = Axis.of("y").on(Scale.LOG);
  private static final Axis WHOLE = Axis.of("x").inWholes();

  @Test
  @DisplayName("are 1, 2 or 5 times a power of ten apart")
  void steps() {
    assertThat(labels(LINEAR, 0, 1, 5)).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(labels(LINEAR, -3, 3, 4)).containsExactly("−2", "0", "2");
    assertThat(labels(LINEAR, 0, 2e7, 4)).containsExactly("0", "5e6", "1e7", "1.5e7", "2e7");
    assertThat(labels(WHOLE, 1, 3, 10)).containsExactly("1", "2", "3");
  }

  @Test
  @DisplayName("of many decades skip some, of a part of one are figures in between")
  void decades() {
    assertThat(labels(LOG, -28, 3, 8))
        .containsExactly("1e−25", "1e−20", "1e−15", "1e−10", "1e−5", "1");
    assertThat(labels(LOG, 0, 1, 8)).containsExactly("1", "2", "5", "10");
    assertThat(labels(LOG, 0, Math.log10(2), 6)).contains("1.0", "1.2", "1.4");
  }

  @Test
  @DisplayName("have finer lines between them only where these can be told apart")
  void minor() {
    assertThat(Ticks.of(LOG, 0, 3, 8, Numbers.USUAL).minor()).contains(2.0, 30.0, 900.0);
    assertThat(Ticks.of(LOG, -60, 60, 4, Numbers.USUAL).minor()).isEmpty();
  }

  private static List<String> labels(Axis axis, double from, double to, int wanted) {
    return Ticks.of(axis, from, to, wanted, Numbers.USUAL).major().stream()
        .map(Tick::label)
        .toList();
  }
}
