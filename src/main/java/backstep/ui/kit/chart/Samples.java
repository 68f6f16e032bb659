package backstep.ui.kit.chart;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/// A row of points (x, y), immutable; made at once, or taken from a [Recorder] as often as wanted.
///
/// NaN and infinities are kept: the chart breaks its line there and marks the place.
public final class Samples {
  private final Places places;
  private final Column ys;
  private final Pyramid pyramid;
  private final int size;

  Samples(Places places, Column ys, Pyramid pyramid) {
    this.places = places;
    this.ys = ys;
    this.pyramid = pyramid;
    this.size = ys.size();
  }

  /// The figures at x = 0, 1, 2, …
  public static Samples of(double... ys) {
    return from(0, 1, ys);
  }

  /// The figures at x = `first`, `first + step`, `first + 2 step`, …
  ///
  /// @param step more than 0
  public static Samples from(double first, double step, double... ys) {
    Recorder recorder = Recorder.every(first, step);
    for (double y : ys) {
      recorder.add(y);
    }
    return recorder.samples();
  }

  /// Points in the order in which a line leads through them.
  ///
  /// @throws IllegalArgumentException if there are not as many `xs` as `ys`
  public static Samples of(double[] xs, double[] ys) {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException(xs.length + " xs, " + ys.length + " ys");
    }
    Recorder recorder = Recorder.points();
    for (int i = 0; i < xs.length; i++) {
      recorder.add(xs[i], ys[i]);
    }
    return recorder.samples();
  }

  /// A function at `count` places (2 or more), evenly from `low` to `high`.
  public static Samples of(DoubleUnaryOperator function, double low, double high, int count) {
    Recorder recorder = Recorder.points();
    for (int i = 0; i < count; i++) {
      double x = low + (high - low) * i / (count - 1);
      recorder.add(x, function.applyAsDouble(x));
    }
    return recorder.samples();
  }

  /// How many points there are.
  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /// @throws IndexOutOfBoundsException if there is no such point
  public double x(int index) {
    return places.x(Objects.checkIndex(index, size));
  }

  /// @throws IndexOutOfBoundsException if there is no such point
  public double y(int index) {
    return ys.get(Objects.checkIndex(index, size));
  }

  /// Whether x never gets smaller, so that a stretch of x is a stretch of indexes.
  boolean isSorted() {
    return places.sortedUpTo() >= size;
  }

  /// The first index whose x is `x` or more; [#size] if there is none. Only where [#isSorted].
  int firstFrom(double x) {
    return places.firstFrom(x, size);
  }

  /// Adds what is known about the figures from `from` to before `to`.
  void survey(int from, int to, Survey into) {
    pyramid.survey(from, to, into);
  }

  Places.Extremes xExtremes() {
    return places.extremes(size);
  }
}
