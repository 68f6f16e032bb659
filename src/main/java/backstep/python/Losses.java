package backstep.python;

import java.util.Arrays;

/// The losses of a run, one a pass.
final class Losses {
  private double[] values = new double[16];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  void replaceLast(double value) {
    values[size - 1] = value;
  }

  int size() {
    return size;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
