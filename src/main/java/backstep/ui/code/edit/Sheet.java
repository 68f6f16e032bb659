package backstep.ui.code.edit;

import backstep.ui.code.Highlighter;
import java.util.ArrayList;
import java.util.List;

/// A text as lines with colours.
///
/// @param lines without their ends; at least one
/// @param starts where each line begins, as an offset
/// @param pieces of each line
record Sheet(List<String> lines, List<Integer> starts, List<List<Highlighter.Piece>> pieces) {
  /// A place on the sheet.
  ///
  /// @param line from 0
  /// @param column from 0, in UTF-16 units
  record At(int line, int column) {}

  static Sheet of(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    List<Integer> starts = new ArrayList<>();
    int start = 0;
    for (String line : lines) {
      starts.add(start);
      start += line.length() + 1;
    }
    return new Sheet(lines, starts, Highlighter.of(lines));
  }

  At at(int offset) {
    int line = starts.size() - 1;
    while (line > 0 && starts.get(line) > offset) {
      line--;
    }
    return new At(line, Math.clamp(offset - starts.get(line), 0, lines.get(line).length()));
  }
}
