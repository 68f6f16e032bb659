package backstep.python;

import java.util.Arrays;

/// Counts how often something happened at each of many small indices: lines, or offsets in a text.
final class Tally {
  private int[] counts = new int[16];

  /// Counts one more.
  ///
  /// @return how many there were before
  int next(int index) {
    if (index >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(index + 1, 2 * counts.length));
    }
    return counts[index]++;
  }

  /// How many there were.
  int count(int index) {
    return index < counts.length ? counts[index] : 0;
  }
}
