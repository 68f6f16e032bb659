package backstep.lab;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// Slopes of a function at one place, measured over steps of any size, beside the exact slope.
///
/// With ε = 2⁻⁵² and f of ordinary size, the forward difference (f(x + h) − f(x)) / h is off by
/// about h·|f″| / 2 from truncation and ε·|f| / h from rounding, the central difference (f(x + h) −
/// f(x − h)) / 2h by h²·|f‴| / 6 and as much from rounding (Nocedal and Wright, *Numerical
/// Optimization*, 2006, section 8.1).
public final class Differences {
  /// What the errors of both differences come from mostly, by the size of the step.
  public enum Cause {
    /// The step is lost altogether: x + h is the same number as x.
    ABSORBED,
    /// Both from rounding.
    ROUNDING,
    /// The central one from rounding, the forward one from truncation.
    BALANCE,
    /// Both from truncation.
    TRUNCATION
  }

  /// What the function is like at the place.
  public enum Kind {
    /// It has one slope.
    SMOOTH,
    /// From the left and from the right it has different slopes, as |x| has at 0.
    KINK,
    /// It has no finite value.
    UNDEFINED,
    /// It has a value but no finite slope, as √x at 0.
    STEEP
  }

  /// How the function bends around the place.
  public enum Bend {
    /// Not at all: no difference has a truncation.
    LINE,
    /// Alike on both sides: the central difference has no truncation.
    PARABOLA,
    /// Otherwise.
    CURVE
  }

  /// Both slopes measured over one step.
  ///
  /// @param step h, above 0
  /// @param forward (f(x + h) − f(x)) / h
  /// @param central (f(x + h) − f(x − h)) / 2h
  /// @param forwardError how far the first is from the exact slope
  /// @param centralError how far the second is
  public record Quotients(
      double step, double forward, double central, double forwardError, double centralError) {}

  // 2⁻⁵²: the distance from 1 to the next larger number.
  private static final double EPSILON = Math.ulp(1.0);
  // The last digits of a slope say nothing about a kink.
  private static final double SIDE_STEP = 1e-6;
  // A value is the result of so many roundings, or not many more.
  private static final int ROUNDINGS = 16;

  private final DoubleUnaryOperator function;
  private final double x;
  private final double exact;

  /// @param function f
  /// @param x where its slope is asked for, finite
  /// @param exact what its slope is said to be there
  public Differences(DoubleUnaryOperator function, double x, double exact) {
    this.function = function;
    this.x = x;
    this.exact = exact;
  }

  public double x() {
    return x;
  }

  /// The exact slope.
  public double exact() {
    return exact;
  }

  /// f(x).
  public double here() {
    return function.applyAsDouble(x);
  }

  /// Both slopes over a step.
  ///
  /// @param h above 0
  public Quotients at(double h) {
    double ahead = function.applyAsDouble(x + h);
    double forward = (ahead - here()) / h;
    double central = (ahead - function.applyAsDouble(x - h)) / (2 * h);
    return new Quotients(h, forward, central, Math.abs(forward - exact), Math.abs(central - exact));
  }

  /// Both slopes over steps from 10 to the power of `smallest` to 10 to the power of `largest`.
  ///
  /// @param perDecade how many steps there are from one power of ten to the next
  public List<Quotients> sweep(int smallest, int largest, int perDecade) {
    return IntStream.rangeClosed(smallest * perDecade, largest * perDecade)
        .mapToObj(i ->
            // A power of ten itself is as exact as it can be written.
            i % perDecade == 0
                ? Double.parseDouble("1e" + i / perDecade)
                : Math.pow(10, (double) i / perDecade))
        .map(this::at)
        .toList();
  }

  /// √ε·max(1, |x|): about the step at which the forward difference is best, for a function whose
  /// size and bend are ordinary.
  public double bestForward() {
    return Math.sqrt(EPSILON) * Math.max(1, Math.abs(x));
  }

  /// ∛ε·max(1, |x|): about the step at which the central difference is best.
  public double bestCentral() {
    return Math.cbrt(EPSILON) * Math.max(1, Math.abs(x));
  }

  /// What errors come from at a step.
  public Cause cause(double h) {
    if (x + h == x) {
      return Cause.ABSORBED;
    }
    if (h < bestForward()) {
      return Cause.ROUNDING;
    }
    return h <= truncatedFrom() ? Cause.BALANCE : Cause.TRUNCATION;
  }

  /// From which step on truncation is the larger part of every error that has one.
  public double truncatedFrom() {
    return bend() == Bend.CURVE ? bestCentral() : bestForward();
  }

  /// How the function bends, as far as its second and third differences tell.
  public Bend bend() {
    double step = Math.max(1, Math.abs(x)) / 2;
    double[] f = new double[5];
    double size = 0;
    for (int i = 0; i < f.length; i++) {
      f[i] = function.applyAsDouble(x + (i - 2) * step);
      size = Math.max(size, Math.abs(f[i]));
    }
    double noise = ROUNDINGS * Math.ulp(size);
    boolean even =
        Math.abs(f[4] - 3 * f[3] + 3 * f[2] - f[1]) <= noise
            && Math.abs(f[3] - 3 * f[2] + 3 * f[1] - f[0]) <= noise;
    if (!even) {
      return Bend.CURVE;
    }
    return Math.abs(f[3] - 2 * f[2] + f[1]) <= noise ? Bend.LINE : Bend.PARABOLA;
  }

  /// What the function is like at x.
  public Kind kind() {
    if (!Double.isFinite(here())) {
      return Kind.UNDEFINED;
    }
    if (!Double.isFinite(exact)) {
      return Kind.STEEP;
    }
    return isKink() ? Kind.KINK : Kind.SMOOTH;
  }

  // At a smooth place the slopes from both sides meet as the step shrinks: a step an eighth as
  // large
  // leaves an eighth between them. At a kink they stay apart, by more than rounding would.
  private boolean isKink() {
    double coarse = SIDE_STEP * Math.max(1, Math.abs(x));
    double fine = coarse / 8;
    double noise = ROUNDINGS * Math.ulp(Math.max(1, Math.abs(here()))) / fine;
    return apart(fine) > noise && apart(fine) > apart(coarse) / 2;
  }

  private double apart(double step) {
    return Math.abs(fromRight(step) - fromLeft(step));
  }

  /// The slope to the left of a kink, as it is measured.
  public double fromLeft() {
    return fromLeft(SIDE_STEP);
  }

  /// The slope to its right.
  public double fromRight() {
    return fromRight(SIDE_STEP);
  }

  private double fromLeft(double step) {
    return (here() - function.applyAsDouble(x - step)) / step;
  }

  private double fromRight(double step) {
    return (function.applyAsDouble(x + step) - here()) / step;
  }
}
