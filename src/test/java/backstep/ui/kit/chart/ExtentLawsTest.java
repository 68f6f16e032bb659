package backstep.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/// What holds for all figures.
@Label("How far an axis goes")
class ExtentLawsTest {

  @Property
  @Label("is finite and more than nothing, whatever the figures")
  void finite(@ForAll double one, @ForAll double other) {
    for (Scale scale : Scale.values()) {
      Extent extent =
          Extent.ofY(
              ChartData.of("", Axis.of("x"), Axis.of("y").on(scale))
                  .with(Series.of("", Samples.of(one, other), Role.CURVE)));
      assertThat(extent.from()).isFinite().isLessThan(extent.to());
      assertThat(extent.to()).isFinite();
    }
  }

  @Property
  @Label("is never left by zooming and moving")
  void zoom(
      @ForAll @DoubleRange(min = 0.01, max = 100) double factor,
      @ForAll @DoubleRange(min = 0, max = 100) double around,
      @ForAll @DoubleRange(min = -1000, max = 1000) double by) {
    Extent all = new Extent(0, 100);
    Zoom zoom = Zoom.NONE.withX(all.zoomed(factor, around), all, Axis.of("x"));
    Extent seen = zoom.seenX(all).moved(by).within(all);
    assertThat(seen.from()).isGreaterThanOrEqualTo(-1e-9);
    assertThat(seen.to()).isLessThanOrEqualTo(100 + 1e-9);
    assertThat(zoom.isNone()).isEqualTo(factor <= 1);
  }
}
