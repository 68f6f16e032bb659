package backstep.ui.kit.chart;

import java.util.List;
import java.util.stream.Stream;

/// A stretch of an axis, in places on its scale: of a log axis, in powers of ten.
///
/// @param from where it begins, finite
/// @param to where it ends, more than `from`
record Extent(double from, double to) {
  private static final double MARGIN = 0.05;
  // Sizes beyond this would overflow when they are subtracted.
  private static final double LARGEST = Double.MAX_VALUE / 8;

  /// How many decades below 1, or its highest figure, a log axis reaches of itself: what is lower
  /// is nothing but rounding, whose square is about 1e-32. A run that diverges rises by far more.
  private static final double DECADES = 40;

  double span() {
    return to - from;
  }

  /// How far a line of points reaches to both sides.
  static Extent ofX(ChartData data) {
    Axis axis = data.x();
    Bounds bounds = new Bounds(axis.scale());
    for (Series series : data.series()) {
      Places.Extremes all = series.samples().xExtremes();
      bounds.add(all.low(), all.high(), all.lowPositive());
    }
    data.marks().forEach(mark -> bounds.add(mark.x()));
    boolean lines = data.series().stream().anyMatch(series -> series.role().hasLine());
    return bounds.extent(axis, !lines);
  }

  /// How far all figures reach up and down.
  static Extent ofY(ChartData data) {
    Axis axis = data.y();
    Bounds bounds = new Bounds(axis.scale());
    Survey survey = new Survey();
    for (Series series : data.series()) {
      Samples samples = series.samples();
      samples.survey(0, samples.size(), survey.clear());
      Stream.of(survey.low, survey.high, survey.lowPositive)
          .filter(index -> index >= 0)
          .forEach(index -> bounds.add(samples.y(index)));
    }
    data.marks().forEach(mark -> bounds.add(mark.y()));
    return bounds.extent(axis, true);
  }

  /// The part of this that is at least in part inside `whole`, pushed inside it if it is outside.
  Extent within(Extent whole) {
    if (span() >= whole.span()) {
      return whole;
    }
    double shift = Math.max(0, whole.from - from) + Math.min(0, whole.to - to);
    return new Extent(from + shift, to + shift);
  }

  /// Nearer or further, with this place staying where it is.
  Extent zoomed(double factor, double around) {
    return new Extent(around - (around - from) / factor, around + (to - around) / factor);
  }

  /// The same, made as long as `wanted` on both sides evenly, if it is shorter.
  Extent atLeast(double wanted) {
    double more = Math.max(0, wanted - span()) / 2;
    return new Extent(from - more, to + more);
  }

  Extent moved(double by) {
    return new Extent(from + by, to + by);
  }

  boolean holds(double place) {
    return place >= from && place <= to;
  }

  /// Lowest and highest of what an axis can hold.
  private static final class Bounds {
    private final Scale scale;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    Bounds(Scale scale) {
      this.scale = scale;
    }

    void add(double... figures) {
      for (double figure : figures) {
        if (scale.holds(figure)) {
          low = Math.min(low, figure);
          high = Math.max(high, figure);
        }
      }
    }

    Extent extent(Axis axis, boolean margin) {
      if (axis.zero()) {
        add(0);
      }
      if (axis.limits().isPresent()) {
        List<Double> ends = List.of(axis.limits().get().low(), axis.limits().get().high());
        if (ends.stream().allMatch(scale::holds)) {
          return new Extent(scale.place(ends.getFirst()), scale.place(ends.getLast()));
        }
      }
      if (low > high) {
        return scale == Scale.LOG ? new Extent(-1, 1) : new Extent(0, 1);
      }
      return scale == Scale.LOG ? decades(margin) : linear(axis, margin);
    }

    private Extent decades(boolean margin) {
      double to = Math.log10(high);
      double from = Math.max(Math.log10(low), Math.min(to, 0) - DECADES);
      if (!margin) {
        return to > from ? new Extent(from, to) : new Extent(from - 0.5, to + 0.5);
      }
      double room = Math.max(0.1, MARGIN * (to - from));
      return new Extent(from - room, to + room);
    }

    private Extent linear(Axis axis, boolean margin) {
      double from = Math.clamp(low, -LARGEST, LARGEST);
      double to = Math.clamp(high, -LARGEST, LARGEST);
      double span = to - from;
      // So narrow that no two figures on it could be told apart.
      if (span <= 1e-12 * Math.max(Math.abs(from), Math.abs(to)) || span == 0) {
        double room = axis.whole() ? 0.5 : Math.max(Math.abs(to) * 0.1, Double.MIN_NORMAL);
        return to == 0 ? new Extent(from - 0.5, to + 0.5) : new Extent(from - room, to + room);
      }
      if (!margin) {
        return new Extent(from, to);
      }
      boolean onZero = axis.zero() && low == 0;
      boolean underZero = axis.zero() && high == 0;
      return new Extent(onZero ? from : from - MARGIN * span, underZero ? to : to + MARGIN * span);
    }
  }
}
