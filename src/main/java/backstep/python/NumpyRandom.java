package backstep.python;

/// `np.random`'s legacy generator, number for number.
///
/// Matsumoto and Nishimura, *Mersenne Twister*, ACM TOMACS 8(1), 1998 (MT19937, seeded by
/// `init_genrand`); normal deviates by Marsaglia's polar method (*SIAM Review* 6(3), 1964), two at
/// a time, as `numpy.random.RandomState` draws them.
final class NumpyRandom {
  private static final int N = 624;
  private static final int M = 397;

  private final int[] state = new int[N];
  private int next;
  private boolean hasSpare;
  private double spare;
  private boolean seeded;
  private boolean drewUnseeded;

  /// @param seed what it starts from until the program sets its own
  NumpyRandom(long seed) {
    start(seed);
  }

  /// Starts again from a seed, of which the lower 32 bits count.
  void seed(long seed) {
    seeded = true;
    start(seed);
  }

  /// Whether anything was drawn before the program set its own seed.
  boolean drewUnseeded() {
    return drewUnseeded;
  }

  private void start(long seed) {
    state[0] = (int) seed;
    for (int i = 1; i < N; i++) {
      int previous = state[i - 1];
      state[i] = 1812433253 * (previous ^ (previous >>> 30)) + i;
    }
    next = N;
    hasSpare = false;
  }

  /// 32 random bits.
  private int bits() {
    drewUnseeded |= !seeded;
    if (next == N) {
      twist();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void twist() {
    for (int k = 0; k < N; k++) {
      int y = (state[k] & 0x80000000) | (state[(k + 1) % N] & 0x7fffffff);
      state[k] = state[(k + M) % N] ^ (y >>> 1) ^ ((y & 1) * 0x9908b0df);
    }
    next = 0;
  }

  /// Uniform in [0, 1), of 53 random bits.
  double uniform() {
    int high = bits() >>> 5;
    int low = bits() >>> 6;
    return (high * 0x1p26 + low) / 0x1p53;
  }

  /// Normal with mean 0 and variance 1.
  double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double x;
    double y;
    double r2;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      r2 = x * x + y * y;
    } while (r2 >= 1 || r2 == 0);
    double scale = Math.sqrt(-2 * Math.log(r2) / r2);
    spare = scale * x;
    hasSpare = true;
    return scale * y;
  }
}
