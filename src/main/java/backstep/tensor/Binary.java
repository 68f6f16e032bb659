package backstep.tensor;

import java.util.function.DoubleBinaryOperator;

/// The functions of two numbers that act entry by entry.
///
/// Each constant is a class of its own, so that the JVM knows which function a constant stands for
/// and puts it into the caller's loop.
public enum Binary implements DoubleBinaryOperator {
  /// a + b
  PLUS {
    @Override
    public double applyAsDouble(double a, double b) {
      return a + b;
    }
  },
  /// a − b
  MINUS {
    @Override
    public double applyAsDouble(double a, double b) {
      return a - b;
    }
  },
  /// a·b
  TIMES {
    @Override
    public double applyAsDouble(double a, double b) {
      return a * b;
    }
  },
  /// a / b; an infinity or NaN where b is 0
  DIVIDED_BY {
    @Override
    public double applyAsDouble(double a, double b) {
      return a / b;
    }
  },
  /// a − b·⌊a / b⌋ with the sign of b, as NumPy's `%`; NaN where b is 0
  REMAINDER {
    @Override
    public double applyAsDouble(double a, double b) {
      double rest = a % b;
      return rest == 0 ? Math.copySign(0.0, b) : (rest < 0) == (b < 0) ? rest : rest + b;
    }
  },
  /// aᵇ
  POWER {
    // C's pow, and so Python's, holds every power of 1 to be 1, and (−1)^±∞ too; Java says NaN.
    @Override
    public double applyAsDouble(double a, double b) {
      if (b == 2) {
        return a * a;
      }
      return a == 1 || (a == -1 && Double.isInfinite(b)) ? 1 : StrictMath.pow(a, b);
    }
  },
  /// The larger of the two. NaN wins; of equal ones, which 0.0 and -0.0 are, NumPy takes the second.
  MAXIMUM {
    @Override
    public double applyAsDouble(double a, double b) {
      return a > b || Double.isNaN(a) ? a : b;
    }
  },
  /// The smaller of the two. NaN wins; of equal ones NumPy takes the second.
  MINIMUM {
    @Override
    public double applyAsDouble(double a, double b) {
      return a < b || Double.isNaN(a) ? a : b;
    }
  }
}
