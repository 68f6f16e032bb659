package backstep.python;

import java.util.Arrays;

/// The losses of a run, one a pass, and how much the program had printed by then.
final class Losses {
  private double[] values = new double[16];
  private int[] printed = new int[16];
  private int size;

  /// @param lettersPrinted how many letters the program had printed when it computed the loss
  void add(double value, int lettersPrinted) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      printed = Arrays.copyOf(printed, 2 * size);
    }
    values[size] = value;
    printed[size++] = lettersPrinted;
  }

  void replaceLast(double value) {
    values[size - 1] = value;
  }

  int size() {
    return size;
  }

  int printedBefore(int pass) {
    return printed[pass];
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
