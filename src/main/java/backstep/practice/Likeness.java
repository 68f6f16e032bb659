package backstep.practice;

import backstep.tensor.Tensor;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// When two values are taken to be the same: within a millionth of the largest entry, and by far
/// farther than rounding parts what is computed in another order.
final class Likeness {
  private static final double TOLERANCE = 1e-6;
  private static final double NOTHING = 1e-14;

  private Likeness() {}

  /// Whether the value can be subtracted where the exact one belongs, and is the same there: as
  /// NumPy does, a smaller shape is stretched; of single numbers any shape will do.
  static boolean same(Tensor value, Tensor exact) {
    if (value.size() == 1 && exact.size() == 1) {
      return near(value.get(0), exact.get(0), exact);
    }
    return value.shape().stretchesTo(exact.shape())
        && firstApart(value.broadcastTo(exact.shape()), exact).isEmpty();
  }

  /// Whether both have the same entries in the same order, whatever their shapes are.
  static boolean sameEntries(Tensor value, Tensor exact) {
    return value.size() == exact.size() && firstApart(value, exact).isEmpty();
  }

  /// The first entry in which two values of one size part.
  static OptionalInt firstApart(Tensor value, Tensor exact) {
    for (int i = 0; i < exact.size(); i++) {
      if (!near(value.get(i), exact.get(i), exact)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /// The number by which the value is larger than the exact one, if it is one number for all
  /// entries.
  static OptionalDouble factor(Tensor value, Tensor exact) {
    if (value.size() != exact.size()) {
      return OptionalDouble.empty();
    }
    int largest = 0;
    for (int i = 1; i < exact.size(); i++) {
      largest = Math.abs(exact.get(i)) > Math.abs(exact.get(largest)) ? i : largest;
    }
    double factor = exact.size() == 0 ? 0 : value.get(largest) / exact.get(largest);
    return Double.isFinite(factor) && factor != 0 && sameEntries(value, exact.times(factor))
        ? OptionalDouble.of(factor)
        : OptionalDouble.empty();
  }

  static boolean isZero(Tensor value) {
    return largest(value) == 0;
  }

  private static boolean near(double value, double exact, Tensor all) {
    return Math.abs(value - exact) <= TOLERANCE * largest(all) + NOTHING;
  }

  private static double largest(Tensor all) {
    double largest = 0;
    for (int i = 0; i < all.size(); i++) {
      largest = Math.max(largest, Math.abs(all.get(i)));
    }
    return largest;
  }
}
