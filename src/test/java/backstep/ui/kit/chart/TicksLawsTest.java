package backstep.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.ui.kit.chart.Ticks.Tick;
import backstep.words.Numbers;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/// Laws that hold for every axis.
@Label("Ticks")
class TicksLawsTest {
  private static final Axis LINEAR = Axis.of("y");
  private static final Axis LOG = Axis.of("y").on(Scale.LOG);
  private static final Axis WHOLE = Axis.of("x").inWholes();

  @Property
  @Label("of a linear axis are inside it, ascend, and are no more than there is room for")
  void linear(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double from,
      @ForAll @IntRange(min = 1, max = 999) int digits,
      @ForAll @IntRange(min = -6, max = 6) int power,
      @ForAll @IntRange(min = 1, max = 20) int wanted) {
    double span = digits * Math.pow(10, power);
    List<Tick> ticks = Ticks.of(LINEAR, from, from + span, wanted, Numbers.USUAL).major();
    assertThat(ticks).hasSizeLessThanOrEqualTo(wanted + 1);
    inOrder(ticks);
    assertThat(ticks)
        .allSatisfy(
            tick -> assertThat(tick.value()).isBetween(from - 1e-6 * span, from + 1.000001 * span));
  }

  @Example
  @Label("of a linear axis do not leave it by rounding")
  void roundedEnd() {
    double from = 54975.62;
    List<Tick> ticks = Ticks.of(LINEAR, from, from + 1e-6, 6, Numbers.USUAL).major();
    assertThat(ticks)
        .hasSize(6)
        .allSatisfy(tick -> assertThat(tick.value()).isGreaterThanOrEqualTo(from));
  }

  @Property
  @Label("are written so that the figure can be read back")
  void readBack(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double from,
      @ForAll @IntRange(min = 1, max = 999) int digits,
      @ForAll @IntRange(min = -6, max = 6) int power) {
    double span = digits * Math.pow(10, power);
    for (Tick tick : Ticks.of(LINEAR, from, from + span, 6, Numbers.USUAL).major()) {
      double read = Double.parseDouble(tick.label().replace('−', '-'));
      assertThat(read).isCloseTo(tick.value(), within(span / 100));
    }
  }

  @Property
  @Label("of whole numbers are whole")
  void whole(
      @ForAll @IntRange(min = -1000, max = 1_000_000) int from,
      @ForAll @IntRange(min = 1, max = 1_000_000) int span,
      @ForAll @IntRange(min = 1, max = 12) int wanted) {
    List<Tick> ticks = Ticks.of(WHOLE, from, from + span, wanted, Numbers.USUAL).major();
    assertThat(ticks)
        .allSatisfy(tick -> assertThat(tick.value()).isEqualTo(Math.rint(tick.value())));
    inOrder(ticks);
  }

  @Property
  @Label("of a log axis are inside it, ascend, and no two are written alike")
  void log(
      @ForAll @DoubleRange(min = -300, max = 300) double from,
      @ForAll @DoubleRange(min = 0.1, max = 60) double decades,
      @ForAll @IntRange(min = 1, max = 20) int wanted) {
    double to = Math.min(from + decades, 307);
    List<Tick> ticks = Ticks.of(LOG, from, to, wanted, Numbers.USUAL).major();
    assertThat(ticks).hasSizeLessThanOrEqualTo(wanted + 1);
    inOrder(ticks);
    assertThat(ticks)
        .allSatisfy(tick -> assertThat(Math.log10(tick.value())).isBetween(from - 1e-6, to + 1e-6));
  }

  private static void inOrder(List<Tick> ticks) {
    assertThat(ticks).extracting(Tick::label).doesNotHaveDuplicates();
    for (int i = 1; i < ticks.size(); i++) {
      assertThat(ticks.get(i).value()).isGreaterThan(ticks.get(i - 1).value());
    }
  }
}
