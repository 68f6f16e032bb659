package backstep.ui.code.edit;

import backstep.ui.code.Highlighter;
import java.util.List;

/// A text as lines with colours.
///
/// @param lines without their ends; at least one
/// @param starts where each line begins, as an offset
/// @param pieces of each line
record Sheet(List<String> lines, int[] starts, List<List<Highlighter.Piece>> pieces) {
  /// A place on the sheet.
  ///
  /// @param line from 0
  /// @param column from 0, in UTF-16 units
  record At(int line, int column) {}

  static Sheet of(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    int[] starts = new int[lines.size()];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + lines.get(i - 1).length() + 1;
    }
    return new Sheet(lines, starts, Highlighter.of(lines));
  }

  At at(int offset) {
    int line = starts.length - 1;
    while (line > 0 && starts[line] > offset) {
      line--;
    }
    return new At(line, Math.clamp(offset - starts[line], 0, lines.get(line).length()));
  }
}
