package backstep.ui.code;

/// How large the letters of code are, and how many of them a line of a listing takes.
///
/// @param letter how wide a letter is, in pixels
/// @param line how high a line is, in pixels
/// @param digits how many digits the longest line number has
/// @param columns how many letters fit beside the number
record Measures(double letter, double line, int digits, int columns) {
  private static final double LINE = 1.36;
  private static final double BAR = 4;
  private static final double GAP = 1.6;

  /// Before there is anything to measure.
  static final Measures NONE = new Measures(0, 0, 1, 1);

  /// @param letter how wide a letter is, in pixels
  /// @param size of the type, in pixels
  /// @param width of the listing, in pixels
  static Measures of(double letter, double size, int digits, double width) {
    Measures narrow = new Measures(letter, Math.ceil(size * LINE), digits, 1);
    int columns = (int) Math.floor((width - narrow.before() - letter / 2) / letter);
    return new Measures(letter, narrow.line, digits, Math.max(1, columns));
  }

  /// How much stands before the text: the mark, the number, a gap.
  double before() {
    return number() + gap();
  }

  /// The width of a number, with the mark at its left.
  double number() {
    return BAR + (digits + 1) * letter;
  }

  /// Between the number and the text.
  double gap() {
    return GAP * letter;
  }

  /// How high a line of code, or a fold, is in pixels.
  double height(Row row) {
    return row instanceof Row.Line code ? line * Wrapping.of(code.pieces(), columns).size() : line;
  }
}
