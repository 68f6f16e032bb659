package backstep.python;

/// A piece of the program's text: the offsets `[start, end)`, and where it begins for a reader.
///
/// `line` and `column` count from 1; a column is one UTF-16 unit, as in the editor.
public record Span(int start, int end, int line, int column) {

  public Span {
    if (start < 0 || end < start || line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "not a span: [%d, %d) at %d:%d".formatted(start, end, line, column));
    }
  }

  /// From the beginning of this piece to the end of the other.
  public Span to(Span other) {
    return new Span(start, Math.max(end, other.end), line, column);
  }

  /// Whether the other piece lies in this one.
  public boolean holds(Span other) {
    return start <= other.start && other.end <= end;
  }

  public int length() {
    return end - start;
  }

  /// The piece itself.
  public String of(String text) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
