package backstep.tensor;

/// Σ a[i] in the order in which NumPy adds, so that not even the last bit differs.
///
/// Fewer than 8 entries are added one after another; up to 128 go into eight running totals that are
/// joined in pairs; more are cut in half. Rounding errors then grow with log n rather than n
/// (N. J. Higham, "The accuracy of floating point summation", SIAM J. Sci. Comput. 14, 1993).
final class PairwiseSum {
  private static final int LANES = 8;
  private static final int BLOCK = 128;

  private PairwiseSum() {}

  /// The sum of `length` entries from `start` on. It starts from +0, as NumPy's does, so that a sum
  /// of negative zeros is a plain zero.
  static double of(double[] entries, int start, int length) {
    return 0.0 + (length < LANES ? plain(entries, start, length) : split(entries, start, length));
  }

  private static double plain(double[] a, int start, int length) {
    double total = 0;
    for (int i = start; i < start + length; i++) {
      total += a[i];
    }
    return total;
  }

  private static double split(double[] a, int start, int length) {
    if (length < LANES) {
      return plain(a, start, length);
    }
    if (length <= BLOCK) {
      return block(a, start, length);
    }
    int half = length / 2 / LANES * LANES;
    return split(a, start, half) + split(a, start + half, length - half);
  }

  private static double block(double[] a, int start, int length) {
    double r0 = a[start];
    double r1 = a[start + 1];
    double r2 = a[start + 2];
    double r3 = a[start + 3];
    double r4 = a[start + 4];
    double r5 = a[start + 5];
    double r6 = a[start + 6];
    double r7 = a[start + 7];
    int i = start + LANES;
    for (int end = start + length / LANES * LANES; i < end; i += LANES) {
      r0 += a[i];
      r1 += a[i + 1];
      r2 += a[i + 2];
      r3 += a[i + 3];
      r4 += a[i + 4];
      r5 += a[i + 5];
      r6 += a[i + 6];
      r7 += a[i + 7];
    }
    double total = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
    for (; i < start + length; i++) {
      total += a[i];
    }
    return total;
  }
}
