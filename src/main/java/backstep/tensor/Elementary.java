package backstep.tensor;

import java.util.function.DoubleUnaryOperator;

/// The elementary functions that act on each entry by itself.
///
/// They are those of [StrictMath], which gives the same bits on every machine. NumPy calls the C
/// library's, which differ between machines; both are within a unit or two in the last place.
public enum Elementary implements DoubleUnaryOperator {
  /// eˣ
  EXP(StrictMath::exp),
  /// ln x; NaN below 0, −∞ at 0
  LOG(StrictMath::log),
  /// √x; NaN below 0
  SQRT(StrictMath::sqrt),
  /// tanh x
  TANH(StrictMath::tanh),
  /// sin x, x in radians
  SIN(StrictMath::sin),
  /// cos x, x in radians
  COS(StrictMath::cos),
  /// |x|
  ABS(Math::abs),
  /// −1, 0 or 1; NaN of NaN
  SIGN(x -> x == 0 ? 0.0 : Math.signum(x));

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
