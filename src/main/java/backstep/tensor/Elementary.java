package backstep.tensor;

import java.util.function.DoubleUnaryOperator;

/// The elementary functions that act on each entry by itself.
///
/// They are those of [StrictMath], which gives the same bits on every machine. NumPy calls the C
/// library's, which differ between machines; both are within a unit or two in the last place.
///
/// Each constant is a class of its own, so that the JVM knows which function a constant stands for
/// and puts it into the caller's loop.
public enum Elementary implements DoubleUnaryOperator {
  /// eˣ
  EXP {
    @Override
    public double applyAsDouble(double x) {
      return StrictMath.exp(x);
    }
  },
  /// ln x; NaN below 0, −∞ at 0
  LOG {
    @Override
    public double applyAsDouble(double x) {
      return StrictMath.log(x);
    }
  },
  /// √x; NaN below 0
  SQRT {
    @Override
    public double applyAsDouble(double x) {
      return StrictMath.sqrt(x);
    }
  },
  /// tanh x
  TANH {
    @Override
    public double applyAsDouble(double x) {
      return StrictMath.tanh(x);
    }
  },
  /// sin x, x in radians
  SIN {
    @Override
    public double applyAsDouble(double x) {
      return StrictMath.sin(x);
    }
  },
  /// cos x, x in radians
  COS {
    @Override
    public double applyAsDouble(double x) {
      return StrictMath.cos(x);
    }
  },
  /// |x|
  ABS {
    @Override
    public double applyAsDouble(double x) {
      return Math.abs(x);
    }
  },
  /// −1, 0 or 1; NaN of NaN
  SIGN {
    @Override
    public double applyAsDouble(double x) {
      return x == 0 ? 0.0 : Math.signum(x);
    }
  };

  /// The function's name in NumPy, without `np.`.
  public String numpyName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
