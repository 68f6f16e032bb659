package backstep.ui.plot;

import java.util.ArrayList;
import java.util.List;

/// Where the round figures of an axis are.
///
/// @param low the figure at its beginning
/// @param high the figure at its end
/// @param log whether equal distances are equal ratios
/// @param ticks the figures that are written
record Axis(double low, double high, boolean log, List<Double> ticks) {
  Axis {
    ticks = List.copyOf(ticks);
  }

  /// Equal distances are equal differences.
  static Axis linear(double low, double high, int wanted) {
    double span = high > low ? high - low : Math.max(1, Math.abs(high));
    double raw = span / Math.max(1, wanted);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = power * 10;
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= raw) {
        step = factor * power;
        break;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (long k = (long) Math.ceil(low / step); k * step <= low + span * 1.0001; k++) {
      ticks.add(k * step);
    }
    return new Axis(low, low + span, false, ticks);
  }

  /// Whole powers of ten from below `low` to above `high`, both positive.
  static Axis log(double low, double high, int wanted) {
    int from = (int) Math.floor(Math.log10(low));
    int to = Math.max(from + 1, (int) Math.ceil(Math.log10(high)));
    int step = Math.max(1, Math.ceilDiv(to - from, Math.max(1, wanted)));
    List<Double> ticks = new ArrayList<>();
    for (int decade = Math.ceilDiv(from, step) * step; decade <= to; decade += step) {
      ticks.add(Math.pow(10, decade));
    }
    return new Axis(Math.pow(10, from), Math.pow(10, to), true, ticks);
  }

  /// How far along the axis a figure is, 0 to 1.
  double part(double value) {
    return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  }

  /// Whether the axis has a place for a figure.
  boolean holds(double value) {
    return Double.isFinite(value) && (!log || value > 0);
  }
}
