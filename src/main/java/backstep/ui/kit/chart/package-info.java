/// The chart that every plot of Backstep is drawn with.
///
/// What is drawn is an immutable [backstep.ui.kit.chart.ChartData]; a [backstep.ui.kit.chart.Chart]
/// shows it:
///
/// ```java
/// Chart chart = new Chart(messages);
/// chart.setOnTravel(x -> model.travel((int) x));
/// chart.setData(
///     ChartData.of("Loss over 350 iterations", Axis.of("iteration").inWholes(), Axis.of("loss").log())
///         .with(Series.of("loss", Samples.from(1, 1, losses), Role.CURVE).followedTo(6))
///         .with(Mark.place(7, losses[6], "Iteration 7: 252.4")));
/// ```
///
/// It is built from JavaFX's shapes, because no chart library fits: ChartFx (11.3.1) is made for
/// JavaFX 16 and brings an FFT, commons-math and two icon fonts, JFreeChart-FX paints with Java2D's
/// colours, HanSolo's charts and ChartFx paint on a canvas that no screen reader and no style sheet
/// looks into, and JavaFX's own charts have no log axis and draw every point.
///
/// Runs on the JavaFX thread; [backstep.ui.kit.chart.Samples] can be made on any.
@NullMarked
package backstep.ui.kit.chart;

import org.jspecify.annotations.NullMarked;
