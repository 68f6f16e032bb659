package backstep.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;

/// A series as it is drawn: a trail of pixels, and where figures have no place on the axis.
///
/// Where many points share a column of pixels, it leads through the first, the lowest, the highest
/// and the last of them: the picture is the same as with all of them, no peak is lost, and it takes
/// as long for a million points as for a thousand.
final class Outline {
  // From so many points for each pixel on, columns are worth their while.
  private static final double DENSE = 3;

  /// Why a figure is not on the curve.
  enum Miss {
    NAN(Survey.NAN),
    PLUS_INFINITY(Survey.PLUS_INFINITY),
    MINUS_INFINITY(Survey.MINUS_INFINITY),
    /// Zero or less, on a log axis.
    NOT_POSITIVE(Survey.NOT_POSITIVE);

    private final int kind;

    Miss(int kind) {
      this.kind = kind;
    }
  }

  /// Where a stretch of such figures begins, as a pixel.
  record Edge(double x, Miss miss) {}

  private final Samples samples;
  private final Projection x;
  private final Projection y;
  private final Trail trail = new Trail();
  private final List<Edge> edges = new ArrayList<>();
  private int kindsBefore;

  private Outline(Samples samples, Projection x, Projection y) {
    this.samples = samples;
    this.x = x;
    this.y = y;
  }

  /// The part of a series that is seen.
  ///
  /// @param from the first index to draw
  /// @param to the last index to draw
  static Outline of(Samples samples, int from, int to, Projection x, Projection y) {
    Outline outline = new Outline(samples, x, y);
    int first = Math.max(0, from);
    int last = Math.min(to, samples.size() - 1);
    if (samples.isSorted()) {
      // One point further on either side, so that the line goes on to the edge.
      first = Math.max(first, samples.firstFrom(x.value(x.start())) - 1);
      last = Math.min(last, samples.firstFrom(Math.nextUp(x.value(x.end()))));
      if (last - first > DENSE * x.length()) {
        outline.columns(first, last);
        return outline;
      }
    }
    for (int i = first; i <= last; i++) {
      outline.point(i);
    }
    return outline;
  }

  Trail trail() {
    return trail;
  }

  List<Edge> edges() {
    return edges;
  }

  private void columns(int first, int last) {
    Survey survey = new Survey();
    int[] order = new int[4];
    int at = first;
    while (at <= last) {
      double column = Math.floor(x.scale().holds(samples.x(at)) ? x.at(samples.x(at)) : x.start());
      int next = Math.clamp(samples.firstFrom(x.value(column + 1)), at + 1, last + 1);
      samples.survey(at, next, survey.clear());
      column(at, next - 1, survey, order);
      at = next;
    }
  }

  private void column(int first, int last, Survey survey, int[] order) {
    int low = y.scale() == Scale.LOG ? survey.lowPositive : survey.low;
    if (low < 0) {
      trail.lift();
      note(survey.kinds, pixel(first));
      return;
    }
    order[0] = first;
    order[1] = Math.min(low, survey.high);
    order[2] = Math.max(low, survey.high);
    order[3] = last;
    int before = -1;
    for (int index : order) {
      if (index != before) {
        double value = samples.y(index);
        if (y.scale().holds(value) && x.scale().holds(samples.x(index))) {
          trail.add(x.at(samples.x(index)), y.at(value));
        } else {
          trail.lift();
        }
      }
      before = index;
    }
    note(survey.kinds, pixel(first));
  }

  private void point(int index) {
    double px = samples.x(index);
    double py = samples.y(index);
    if (x.scale().holds(px) && y.scale().holds(py)) {
      trail.add(x.at(px), y.at(py));
      kindsBefore = 0;
    } else {
      trail.lift();
      note(Survey.kind(py), pixel(index));
    }
  }

  private double pixel(int index) {
    double px = samples.x(index);
    return x.scale().holds(px) ? x.at(px) : Double.NaN;
  }

  private void note(int kinds, double at) {
    int missing = y.scale() == Scale.LOG ? kinds : kinds & ~Survey.NOT_POSITIVE;
    int begun = missing & ~kindsBefore;
    kindsBefore = missing;
    if (Double.isNaN(at)) {
      return;
    }
    for (Miss miss : Miss.values()) {
      if ((begun & miss.kind) != 0) {
        edges.add(new Edge(at, miss));
      }
    }
  }
}
