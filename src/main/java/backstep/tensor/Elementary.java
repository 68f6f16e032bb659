package backstep.tensor;

import java.util.function.DoubleUnaryOperator;

/// The elementary functions that act on each entry by itself.
///
/// Java's own `exp`, `log`, `sin`, `cos` and `tanh` are within one or two units in the last place,
/// as the C library's are that NumPy calls; the two may differ in that last digit.
public enum Elementary implements DoubleUnaryOperator {
  /// eˣ
  EXP(Math::exp),
  /// ln x; NaN below 0, −∞ at 0
  LOG(Math::log),
  /// √x; NaN below 0
  SQRT(Math::sqrt),
  /// tanh x
  TANH(Math::tanh),
  /// sin x, x in radians
  SIN(Math::sin),
  /// cos x, x in radians
  COS(Math::cos),
  /// |x|
  ABS(Math::abs),
  /// −1, 0 or 1
  SIGN(Math::signum);

  @SuppressWarnings("ImmutableEnumChecker") // methods of Math, which keep no state
  private final DoubleUnaryOperator function;

  Elementary(DoubleUnaryOperator function) {
    this.function = function;
  }

  @Override
  public double applyAsDouble(double x) {
    return function.applyAsDouble(x);
  }

  /// The function's name in NumPy, without `np.`.
  public String numpyName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
