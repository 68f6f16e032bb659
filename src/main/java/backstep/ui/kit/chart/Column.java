package backstep.ui.kit.chart;

import java.util.Arrays;

/// A row of numbers that grows at its end without moving what it holds: entries once written never
/// change, so that a reader who knows how many there were needs no copy.
final class Column {
  private static final int BITS = 12;
  private static final int CHUNK = 1 << BITS;
  private static final int MASK = CHUNK - 1;

  private double[][] chunks = new double[1][];
  private int size;

  void add(double value) {
    int chunk = size >> BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * chunk);
    }
    if ((size & MASK) == 0) {
      chunks[chunk] = new double[CHUNK];
    }
    chunks[chunk][size & MASK] = value;
    size++;
  }

  double get(int index) {
    return chunks[index >> BITS][index & MASK];
  }

  int size() {
    return size;
  }
}
