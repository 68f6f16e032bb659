package backstep.ui.kit.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Lowest and highest of every 32 figures of a column, of every 32 of these, and so on: the
/// extremes of any stretch are then found by looking at a few dozen entries, however long it is.
///
/// It grows with its column; a block is written once, when its last figure is there.
final class Pyramid {
  private static final int FAN = 32;
  // 32⁶ figures are more than an index can count.
  private static final int LEVELS = 6;

  private static final class Level {
    private int[] low = new int[8];
    private int[] high = new int[8];
    private int[] lowPositive = new int[8];
    private byte[] kinds = new byte[8];

    void put(int block, Survey survey) {
      if (block == low.length) {
        low = Arrays.copyOf(low, 2 * block);
        high = Arrays.copyOf(high, 2 * block);
        lowPositive = Arrays.copyOf(lowPositive, 2 * block);
        kinds = Arrays.copyOf(kinds, 2 * block);
      }
      low[block] = survey.low;
      high[block] = survey.high;
      lowPositive[block] = survey.lowPositive;
      kinds[block] = (byte) survey.kinds;
    }

    void into(Survey survey, int block, Column column) {
      survey.include(low[block], high[block], lowPositive[block], kinds[block], column);
    }
  }

  private final Column column;
  private final Level[] levels =
      IntStream.range(0, LEVELS).mapToObj(_ -> new Level()).toArray(Level[]::new);
  private final Survey scratch = new Survey();

  Pyramid(Column column) {
    this.column = column;
  }

  /// Takes note of the figure that was just added to the column.
  void grow() {
    int size = column.size();
    int width = FAN;
    for (int level = 0; level < LEVELS && size % width == 0; level++) {
      survey(size - width, size, level, scratch.clear());
      levels[level].put(size / width - 1, scratch);
      width *= FAN;
    }
  }

  /// Adds the figures from `from` to before `to` to a survey.
  void survey(int from, int to, Survey into) {
    survey(from, to, LEVELS, into);
  }

  private void survey(int from, int to, int below, Survey into) {
    int at = from;
    while (at < to) {
      int level = 0;
      int width = 1;
      while (level < below && at % (width * FAN) == 0 && to - at >= width * FAN) {
        width *= FAN;
        level++;
      }
      if (level == 0) {
        into.include(at, column);
      } else {
        levels[level - 1].into(into, at / width, column);
      }
      at += width;
    }
  }
}
