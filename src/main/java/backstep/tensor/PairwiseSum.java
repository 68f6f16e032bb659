package backstep.tensor;

/// Σ a[i] in the order in which NumPy adds, so that not even the last bit differs.
///
/// Fewer than 8 entries are added one after another; up to 128 go into eight running totals that
/// are joined in pairs; more are cut in half. Rounding errors then grow with log n rather than n
/// (N. J. Higham, "The accuracy of floating point summation", SIAM J. Sci. Comput. 14, 1993). NumPy
/// reads its entries through a buffer of 8192; each bufferful is added to the total in turn.
public final class PairwiseSum {
  private static final int LANES = 8;
  private static final int BLOCK = 128;
  private static final int BUFFER = 8192;

  private PairwiseSum() {}

  /// The sum of `length` entries from `start` on. It starts from +0, so that a sum of negative
  /// zeros is a plain zero, as NumPy's is.
  public static double of(double[] entries, int start, int length) {
    double total = 0;
    for (int done = 0; done < length; done += BUFFER) {
      total += halves(entries, start + done, Math.min(BUFFER, length - done));
    }
    return total;
  }

  private static double halves(double[] a, int start, int length) {
    if (length < LANES) {
      return oneByOne(0, a, start, start + length);
    }
    if (length <= BLOCK) {
      return lanes(a, start, length);
    }
    int half = length / 2 / LANES * LANES;
    return halves(a, start, half) + halves(a, start + half, length - half);
  }

  private static double lanes(double[] a, int start, int length) {
    double r0 = a[start];
    double r1 = a[start + 1];
    double r2 = a[start + 2];
    double r3 = a[start + 3];
    double r4 = a[start + 4];
    double r5 = a[start + 5];
    double r6 = a[start + 6];
    double r7 = a[start + 7];
    int end = start + length / LANES * LANES;
    for (int i = start + LANES; i < end; i += LANES) {
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
    return oneByOne(total, a, end, start + length);
  }

  private static double oneByOne(double from, double[] a, int start, int end) {
    double total = from;
    for (int i = start; i < end; i++) {
      total += a[i];
    }
    return total;
  }
}
