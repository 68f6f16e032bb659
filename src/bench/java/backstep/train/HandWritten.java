package backstep.train;

import java.util.Arrays;
import java.util.Random;

/// The 2-4-2-1 network as one would write it by hand for this one shape: the limit for [Plan].
///
/// The arithmetic is that of the program in [Network], in the same order of additions.
final class HandWritten {
  private static final int INPUTS = 2;
  private static final int FIRST = 4;
  private static final int SECOND = 2;

  final double[] w1;
  final double[] b1;
  final double[] w2;
  final double[] b2;
  final double[] w3;
  final double[] b3 = new double[1];

  private final double[] dw1 = new double[INPUTS * FIRST];
  private final double[] db1 = new double[FIRST];
  private final double[] dw2 = new double[FIRST * SECOND];
  private final double[] db2 = new double[SECOND];
  private final double[] dw3 = new double[SECOND];
  private final double[] db3 = new double[1];

  private final double[] h1 = new double[FIRST];
  private final double[] h2 = new double[SECOND];
  private final double[] d2 = new double[SECOND];

  HandWritten(Random random) {
    w1 = random.doubles(INPUTS * FIRST, -1, 1).toArray();
    b1 = random.doubles(FIRST, -1, 1).toArray();
    w2 = random.doubles(FIRST * SECOND, -1, 1).toArray();
    b2 = random.doubles(SECOND, -1, 1).toArray();
    w3 = random.doubles(SECOND, -1, 1).toArray();
  }

  /// One step of gradient descent on the samples from `from` to `to`.
  ///
  /// @return the loss before the step
  double step(double[] x, double[] t, int from, int to, double rate) {
    Arrays.fill(dw1, 0);
    Arrays.fill(db1, 0);
    Arrays.fill(dw2, 0);
    Arrays.fill(db2, 0);
    Arrays.fill(dw3, 0);
    Arrays.fill(db3, 0);
    int count = to - from;
    double loss = 0;
    for (int n = from; n < to; n++) {
      loss += sample(x, n * INPUTS, t[n], count);
    }
    descend(w1, dw1, rate);
    descend(b1, db1, rate);
    descend(w2, dw2, rate);
    descend(b2, db2, rate);
    descend(w3, dw3, rate);
    descend(b3, db3, rate);
    return loss / count;
  }

  private double sample(double[] x, int at, double t, int count) {
    for (int j = 0; j < FIRST; j++) {
      double z = 0;
      for (int k = 0; k < INPUTS; k++) {
        z += x[at + k] * w1[k * FIRST + j];
      }
      h1[j] = Math.max(0, z + b1[j]);
    }
    for (int j = 0; j < SECOND; j++) {
      double z = 0;
      for (int k = 0; k < FIRST; k++) {
        z += h1[k] * w2[k * SECOND + j];
      }
      h2[j] = Math.max(0, z + b2[j]);
    }
    double o = 0;
    for (int k = 0; k < SECOND; k++) {
      o += h2[k] * w3[k];
    }
    double error = o + b3[0] - t;

    double d3 = error / count;
    db3[0] += d3;
    for (int k = 0; k < SECOND; k++) {
      dw3[k] += h2[k] * d3;
      d2[k] = h2[k] > 0 ? d3 * w3[k] : 0;
      db2[k] += d2[k];
    }
    for (int k = 0; k < FIRST; k++) {
      double d1 = 0;
      for (int j = 0; j < SECOND; j++) {
        dw2[k * SECOND + j] += h1[k] * d2[j];
        d1 += d2[j] * w2[k * SECOND + j];
      }
      d1 = h1[k] > 0 ? d1 : 0;
      db1[k] += d1;
      for (int i = 0; i < INPUTS; i++) {
        dw1[i * FIRST + k] += x[at + i] * d1;
      }
    }
    return 0.5 * error * error;
  }

  private static void descend(double[] parameter, double[] gradient, double rate) {
    for (int i = 0; i < parameter.length; i++) {
      parameter[i] -= rate * gradient[i];
    }
  }
}
