package backstep.ui.kit.chart;

/// What is to be known about some samples that share a column of pixels: where the lowest and the
/// highest are, and which kinds of figures have no place on an axis.
///
/// Indexes are -1 where there is none. It is filled anew for each column, so that none is
/// allocated.
final class Survey {
  static final int NAN = 1;
  static final int PLUS_INFINITY = 2;
  static final int MINUS_INFINITY = 4;
  static final int NOT_POSITIVE = 8;

  int low = -1;
  int high = -1;
  int lowPositive = -1;
  int kinds;

  Survey clear() {
    low = -1;
    high = -1;
    lowPositive = -1;
    kinds = 0;
    return this;
  }

  void include(int index, Column column) {
    double value = column.get(index);
    kinds |= kind(value);
    if (Double.isFinite(value)) {
      lower(index, column);
      higher(index, column);
      if (value > 0) {
        lowerPositive(index, column);
      }
    }
  }

  void include(int blockLow, int blockHigh, int blockLowPositive, int blockKinds, Column column) {
    kinds |= blockKinds;
    lower(blockLow, column);
    higher(blockHigh, column);
    lowerPositive(blockLowPositive, column);
  }

  private void lower(int index, Column column) {
    if (index >= 0 && (low < 0 || column.get(index) < column.get(low))) {
      low = index;
    }
  }

  private void higher(int index, Column column) {
    if (index >= 0 && (high < 0 || column.get(index) > column.get(high))) {
      high = index;
    }
  }

  private void lowerPositive(int index, Column column) {
    if (index >= 0 && (lowPositive < 0 || column.get(index) < column.get(lowPositive))) {
      lowPositive = index;
    }
  }

  static int kind(double value) {
    if (Double.isNaN(value)) {
      return NAN;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? PLUS_INFINITY : MINUS_INFINITY;
    }
    return value > 0 ? 0 : NOT_POSITIVE;
  }
}
