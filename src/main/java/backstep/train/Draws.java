package backstep.train;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random draws that are the same on every machine: Java's `L64X128MixRandom`, whose sequence its
/// documentation fixes (Steele and Vigna, *LXM: better splittable pseudorandom number generators*,
/// OOPSLA 2021), and Java's strict mathematics.
final class Draws {
  private final RandomGenerator bits;

  Draws(long seed) {
    bits = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// Uniform between two numbers.
  double uniform(double from, double to) {
    // 53 random bits, as a multiple of 2⁻⁵³.
    return from + (to - from) * ((bits.nextLong() >>> 11) * 0x1p-53);
  }

  /// Normal with mean 0 and variance 1, by Marsaglia's polar method (*SIAM Review* 6(3), 1964).
  double normal() {
    double x;
    double r2;
    do {
      x = uniform(-1, 1);
      double y = uniform(-1, 1);
      r2 = x * x + y * y;
    } while (r2 >= 1 || r2 == 0);
    return x * Math.sqrt(-2 * StrictMath.log(r2) / r2);
  }

  /// The numbers from 0 in a random order (Fisher and Yates).
  int[] permutation(int count) {
    int[] order = new int[count];
    permute(order);
    return order;
  }

  /// Writes the numbers from 0 into an array in a random order.
  void permute(int[] order) {
    for (int i = 0; i < order.length; i++) {
      int j = (int) uniform(0, i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }
}
