package backstep.ui.plot;

import backstep.ui.kit.chart.Axis;
import backstep.ui.kit.chart.ChartData;
import backstep.ui.kit.chart.Mark;
import backstep.ui.kit.chart.Role;
import backstep.ui.kit.chart.Samples;
import backstep.ui.kit.chart.Scale;
import backstep.ui.kit.chart.Series;
import backstep.ui.plot.PlotModel.Plot;
import backstep.words.Words;

/// The loss curve as a chart: kept runs and theory underneath, the curve on top, followed in full
/// as far as the learner came.
final class LossChart {
  private LossChart() {}

  static ChartData of(Plot plot, Words words) {
    Samples losses = plot.losses();
    String loss = words.text("plot.loss");
    Axis x = Axis.of(words.text("plot.axis")).inWholes();
    Axis y = plot.log() ? Axis.of(loss).on(Scale.LOG) : Axis.of(loss).withZero();
    ChartData data =
        ChartData.of(words.text("plot.about", plot.count()), x, y)
            .with(
                Series.of(loss, losses, Role.CURVE).followedTo(upTo(losses, plot.reached() + 1.0)));
    if (plot.here().isPresent()) {
      double here = plot.here().get();
      String label = words.text("plot.at", plot.current() + 1, words.numbers().shown(here));
      data = data.with(Mark.place(plot.current() + 1.0, here, label));
    }
    for (Kept run : plot.kept().runs()) {
      data = data.with(Series.of(run.label(), run.losses(), Role.kept(run.slot())));
    }
    if (plot.theory().isPresent()) {
      data = data.with(Series.of(words.text("plot.theory"), plot.theory().get(), Role.THEORY));
    }
    return data;
  }

  // The index of the last point up to there.
  private static int upTo(Samples losses, double x) {
    int low = 0;
    int high = losses.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (losses.x(middle) <= x) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
