package backstep.ui.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

@Label("Labels in a row")
class SpreadTest {
  private static final double GAP = 5;

  @Property
  @Label("lie within the room, in order, and none over another")
  void apart(
      @ForAll @Size(min = 1, max = 5) double @DoubleRange(min = -50, max = 450) [] middles,
      @ForAll @DoubleRange(min = 1, max = 90) double width) {
    Arrays.sort(middles);
    double[] widths = new double[middles.length];
    Arrays.fill(widths, width);
    double needed = width * widths.length + GAP * (widths.length - 1);
    double[] lefts = Spread.lefts(middles, widths, 500, GAP).orElse(new double[0]);
    assertThat(lefts.length > 0).isEqualTo(needed <= 500);
    double free = 0;
    for (double left : lefts) {
      assertThat(left).isGreaterThanOrEqualTo(free - 1e-9);
      assertThat(left + width).isLessThanOrEqualTo(500 + 1e-9);
      free = left + width + GAP;
    }
  }

  @Example
  @Label("stand where they want to if they do not meet")
  void wanted() {
    assertThat(Spread.lefts(new double[] {50, 200}, new double[] {40, 60}, 300, GAP).orElseThrow())
        .containsExactly(30, 170);
  }

  @Example
  @Label("give way to the one at the end")
  void pushed() {
    double[] lefts =
        Spread.lefts(new double[] {150, 190}, new double[] {40, 60}, 200, GAP).orElseThrow();
    assertThat(lefts[1]).isCloseTo(140, within(1e-9));
    assertThat(lefts[0]).isCloseTo(95, within(1e-9));
  }
}
