package backstep.tensor;

import java.util.Arrays;

/// Which entries of a tensor an index or slice means.
public final class Selection {
  private final String subscript;
  private final Shape whole;
  private final Shape part;
  private final int[] positions;

  /// @param subscript the index as NumPy writes it between the brackets, for example `1:3, 0`
  /// @param whole the shape selected from
  /// @param part the shape of what is selected
  /// @param positions for each entry of the part its row-major position in the whole
  public Selection(String subscript, Shape whole, Shape part, int... positions) {
    if (positions.length != part.size()) {
      throw new IllegalArgumentException("a position is needed for each entry of " + part);
    }
    this.subscript = subscript;
    this.whole = whole;
    this.part = part;
    this.positions = positions.clone();
  }

  /// The index as NumPy writes it between the brackets.
  public String subscript() {
    return subscript;
  }

  /// The shape selected from.
  public Shape whole() {
    return whole;
  }

  /// The shape of what is selected.
  public Shape part() {
    return part;
  }

  /// Whether some entry is selected more than once.
  public boolean hasRepeats() {
    return Arrays.stream(positions).distinct().count() < positions.length;
  }

  /// The row-major position in the whole of an entry of the part, itself counted row after row.
  public int position(int entry) {
    return positions[entry];
  }

  /// For each entry of the part its row-major position in the whole; not to be changed.
  int[] positions() {
    return positions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Selection that
        && whole.equals(that.whole)
        && part.equals(that.part)
        && Arrays.equals(positions, that.positions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(positions);
  }

  @Override
  public String toString() {
    return "[" + subscript + "]";
  }
}
