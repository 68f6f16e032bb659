package backstep.ui.kit.chart;

import java.util.Optional;

/// The point that is read just now.
///
/// @param series which series it belongs to
/// @param index which of its points it is
record Reading(int series, int index) {

  boolean isOf(ChartData data) {
    return series < data.series().size() && index < data.series().get(series).samples().size();
  }

  Samples samples(ChartData data) {
    return data.series().get(series).samples();
  }

  double x(ChartData data) {
    return samples(data).x(index);
  }

  double y(ChartData data) {
    return samples(data).y(index);
  }

  /// The point nearest to a pixel: of a line, what is above or below it.
  static Optional<Reading> nearest(ChartData data, Frame frame, double px, double py) {
    Search search = new Search(data, frame, px, py);
    for (int i = 0; i < data.series().size(); i++) {
      search.in(i);
    }
    return search.best;
  }

  /// The first visible point of a series near the middle of what is seen, to begin reading with.
  static Optional<Reading> start(ChartData data, Frame frame, int series) {
    Samples samples = data.series().get(series).samples();
    if (samples.isEmpty()) {
      return Optional.empty();
    }
    double x =
        data.marks().stream()
            .mapToDouble(Mark::x)
            .filter(frame.x()::shows)
            .findFirst()
            .orElse(frame.x().value(frame.plot().left()));
    return Optional.of(new Reading(series, closest(samples, x)));
  }

  /// The index of the point whose x comes nearest.
  static int closest(Samples samples, double x) {
    if (!samples.isSorted()) {
      int best = 0;
      for (int i = 1; i < samples.size(); i++) {
        if (Math.abs(samples.x(i) - x) < Math.abs(samples.x(best) - x)) {
          best = i;
        }
      }
      return best;
    }
    int next = Math.min(samples.firstFrom(x), samples.size() - 1);
    return next > 0 && x - samples.x(next - 1) < samples.x(next) - x ? next - 1 : next;
  }

  private static final class Search {
    private static final double REACH = 2.5;

    private final ChartData data;
    private final Frame frame;
    private final double px;
    private final double py;
    private final Survey survey = new Survey();
    private Optional<Reading> best = Optional.empty();
    private double least = Double.POSITIVE_INFINITY;

    Search(ChartData data, Frame frame, double px, double py) {
      this.data = data;
      this.frame = frame;
      this.px = px;
      this.py = py;
    }

    void in(int series) {
      Samples samples = data.series().get(series).samples();
      boolean line = data.series().get(series).role().hasLine();
      if (samples.isEmpty()) {
        return;
      }
      if (!samples.isSorted() || !line) {
        for (int i = 0; i < samples.size(); i++) {
          offer(series, samples, i, line);
        }
        return;
      }
      offer(series, samples, closest(samples, frame.x().value(px)), true);
      // Where several share the pixel, its highest and its lowest can be reached too.
      int from = samples.firstFrom(frame.x().value(px - 0.5));
      int to = samples.firstFrom(frame.x().value(px + 0.5));
      if (to - from > 1) {
        samples.survey(from, to, survey.clear());
        offer(series, samples, survey.low, true);
        offer(series, samples, survey.high, true);
      }
    }

    private void offer(int series, Samples samples, int index, boolean line) {
      if (index < 0 || !frame.x().shows(samples.x(index))) {
        return;
      }
      double across = frame.x().at(samples.x(index)) - px;
      double down = frame.edgeY(samples.y(index)) - py;
      double away = Math.hypot(across, down);
      if (away < least && (line || away < REACH * frame.em())) {
        least = away;
        best = Optional.of(new Reading(series, index));
      }
    }
  }
}
