package backstep.train;

import java.util.List;

/// A look at another term's entries: (i, j) is the entry `offset + i·rowStride + j·columnStride` of
/// the other, counted row after row. An axis of length 1 has stride 0, so that it stretches by
/// itself.
///
/// @param of the term that has the entries, itself no window
record Window(Term of, int offset, int rowStride, int columnStride) implements Rule {
  @Override
  public List<Term> across() {
    return List.of(of);
  }

  /// Whether over so many rows and columns it shows all of the other term as it is.
  boolean isWhole(int rows, int columns) {
    return of.rows() == rows && of.columns() == columns && equals(of.window());
  }

  /// Whether over so many rows and columns its entries, row after row, lie at even distances.
  boolean isEven(int rows, int columns) {
    return rows == 1 || columns == 1 || rowStride == columns * columnStride;
  }

  /// That distance.
  int evenStride(int columns) {
    return columns == 1 ? rowStride : columnStride;
  }
}
