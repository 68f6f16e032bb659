package backstep.ui.kit.chart;

import backstep.words.Numbers;
import java.util.ArrayList;
import java.util.List;

/// The round figures on an axis.
///
/// @param major the figures that are written, ascending, each inside the axis
/// @param minor places of further lines between them
record Ticks(List<Tick> major, List<Double> minor) {
  /// A figure and how it is written.
  record Tick(double value, String label) {}

  static final Ticks NONE = new Ticks(List.of(), List.of());

  // By so many decades; a double has no more than 631 of them.
  private static final int[] STRIDES = {1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000};
  private static final double[] ROUND = {1, 2, 5, 10};
  // What rounding may take from a tick at the very end.
  private static final double SLACK = 1e-9;
  private static final double MANY_DECADES = 2;
  private static final double FEW_DECADES = 0.7;
  // So many lines between the figures that have room, a line can still be told from the next.
  private static final int FINE = 5;
  // More ticks than any screen has room for: a guard against a step lost in rounding.
  private static final int LIMIT = 1000;

  Ticks {
    major = List.copyOf(major);
    minor = List.copyOf(minor);
  }

  /// @param from where the axis begins, as a place on its scale
  /// @param to where it ends, more than `from`
  /// @param wanted how many figures there is room for, 1 or more
  /// @param numbers how they are written
  static Ticks of(Axis axis, double from, double to, int wanted, Numbers numbers) {
    if (axis.scale() == Scale.LINEAR) {
      return linear(from, to, wanted, axis.whole(), numbers);
    }
    double decades = to - from;
    if (decades >= MANY_DECADES || wanted < 2) {
      return decades(from, to, wanted, numbers);
    }
    if (decades >= FEW_DECADES) {
      Ticks fine = oneTwoFive(from, to, numbers);
      if (fine.major().size() <= wanted) {
        return fine;
      }
      return decades(from, to, wanted, numbers);
    }
    Ticks even = linear(Math.pow(10, from), Math.pow(10, to), wanted, axis.whole(), numbers);
    return new Ticks(even.major(), List.of());
  }

  /// A step of 1, 2 or 5 times a power of ten that makes no more than `wanted` steps.
  static double step(double span, int wanted, boolean whole) {
    double raw = span / wanted;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = 10 * power;
    for (double factor : ROUND) {
      if (factor * power >= raw * (1 - SLACK)) {
        step = factor * power;
        break;
      }
    }
    return whole ? Math.max(1, step) : step;
  }

  private static Ticks linear(double from, double to, int wanted, boolean whole, Numbers numbers) {
    double span = to - from;
    double step = step(span, wanted, whole);
    double largest = Math.max(Math.abs(from), Math.abs(to));
    List<Tick> major = new ArrayList<>();
    double first = Math.ceil(from / step - SLACK);
    double last = Math.floor(to / step + SLACK);
    for (int i = 0; first + i <= last && i < LIMIT; i++) {
      double value = (first + i) * step;
      if (whole) {
        major.add(new Tick(value, TickText.whole(value)));
      } else {
        // A product is not quite the figure at the end of the axis: 274878.1 * 0.2 < 54975.62.
        double inside = Math.clamp(value, from, to);
        major.add(new Tick(inside, TickText.linear(value, step, largest, numbers)));
      }
    }
    return new Ticks(major, List.of());
  }

  private static Ticks decades(double from, double to, int wanted, Numbers numbers) {
    int low = (int) Math.ceil(from - SLACK);
    int high = (int) Math.floor(to + SLACK);
    int stride = stride(low, high, wanted);
    List<Tick> major = new ArrayList<>();
    List<Double> minor = new ArrayList<>();
    for (int decade = low; decade <= high; decade++) {
      double value = Math.pow(10, decade);
      if (Math.floorMod(decade, stride) == 0) {
        major.add(new Tick(value, TickText.log(value, numbers)));
      } else {
        minor.add(value);
      }
    }
    if (stride == 1) {
      for (int decade = low - 1; decade <= high; decade++) {
        between(decade, from, to, minor);
      }
    }
    return new Ticks(major, minor.size() <= FINE * wanted ? minor : List.of());
  }

  private static int stride(int low, int high, int wanted) {
    for (int stride : STRIDES) {
      if (count(low, high, stride) <= wanted) {
        return stride;
      }
    }
    return STRIDES[STRIDES.length - 1];
  }

  private static int count(int low, int high, int stride) {
    return Math.floorDiv(high, stride) - Math.floorDiv(low - 1, stride);
  }

  private static void between(int decade, double from, double to, List<Double> minor) {
    for (int digit = 2; digit <= 9; digit++) {
      double value = digit * Math.pow(10, decade);
      if (Math.log10(value) >= from && Math.log10(value) <= to) {
        minor.add(value);
      }
    }
  }

  private static Ticks oneTwoFive(double from, double to, Numbers numbers) {
    List<Tick> major = new ArrayList<>();
    List<Double> minor = new ArrayList<>();
    for (int decade = (int) Math.floor(from); decade <= Math.ceil(to); decade++) {
      for (int digit = 1; digit <= 9; digit++) {
        double value = digit * Math.pow(10, decade);
        double place = Math.log10(value);
        if (place < from - SLACK || place > to + SLACK) {
          continue;
        }
        if (digit == 1 || digit == 2 || digit == 5) {
          major.add(new Tick(value, TickText.log(value, numbers)));
        } else {
          minor.add(value);
        }
      }
    }
    return new Ticks(major, minor);
  }
}
