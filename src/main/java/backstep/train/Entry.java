package backstep.train;

import backstep.tensor.Binary;
import backstep.tensor.PairwiseSum;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// What the compiled loops call to make one entry of a term, where that takes more than one
/// operation. The JVM puts these into the loops, with their lengths and steps known.
final class Entry {
  private Entry() {}

  /// `yes` where the mask is not zero.
  static double chosen(double mask, double yes, double no) {
    return mask != 0 ? yes : no;
  }

  /// 0 + a₀·b₀ + a₁·b₁ + …
  static double product(
      double[] a, int firstA, int stepA, double[] b, int firstB, int stepB, int count) {
    double total = 0;
    for (int k = 0; k < count; k++) {
      total += a[firstA + k * stepA] * b[firstB + k * stepB];
    }
    return total;
  }

  /// The sum of entries that lie apart: one after another.
  static double sum(double[] x, int first, int step, int count) {
    if (step == 1) {
      return PairwiseSum.of(x, first, count);
    }
    double total = 0;
    for (int k = 0; k < count; k++) {
      total += x[first + k * step];
    }
    return total;
  }

  /// The one that wins against all others.
  static double extreme(Binary better, double[] x, int first, int step, int count) {
    double best = x[first];
    for (int k = 1; k < count; k++) {
      best = better.applyAsDouble(best, x[first + k * step]);
    }
    return best;
  }

  /// The entry at the k-th of the places.
  static double gathered(double[] x, int[] places, int k) {
    return x[places[k]];
  }

  /// The sum of the entries that were sent to place k: those that `entries` lists from
  /// `starts[k]` up to `starts[k + 1]`.
  static double scattered(double[] x, int[] starts, int[] entries, int k) {
    double total = 0;
    for (int n = starts[k]; n < starts[k + 1]; n++) {
      total += x[entries[n]];
    }
    return total;
  }

  /// The entry of the part that replaces place k, or what x has there.
  static double replaced(double[] x, double[] part, int[] replacement, int k) {
    return replacement[k] < 0 ? x[k] : part[replacement[k]];
  }

  /// C = A·B
  static void multiply(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
    CommonOps_DDRM.mult(a, b, c);
  }

  /// The parts one after another.
  static void stack(DMatrixRMaj[] parts, DMatrixRMaj whole) {
    int at = 0;
    for (DMatrixRMaj part : parts) {
      System.arraycopy(part.data, 0, whole.data, at, part.data.length);
      at += part.data.length;
    }
  }
}
