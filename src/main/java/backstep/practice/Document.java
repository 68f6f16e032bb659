package backstep.practice;

import java.util.List;
import java.util.Optional;

/// A program as it was handed in: one text, or cells of a notebook one after another.
///
/// @param from where the text begins that the backward pass may stand in; what is before it only
///   runs first
record Document(List<Cell> cells, int from) {
  /// A piece of the text.
  ///
  /// @param number which of the notebook's code cells it is, from 1; none for a program
  record Cell(Optional<Integer> number, String text) {
    Cell {
      text = text.endsWith("\n") ? text : text + "\n";
    }

    int lines() {
      return (int) text.chars().filter(c -> c == '\n').count();
    }
  }

  Document {
    cells = List.copyOf(cells);
  }

  /// A program.
  static Document of(String text) {
    return new Document(List.of(new Cell(Optional.empty(), text)), 0);
  }

  /// Cells, of which the backward pass belongs to the one at `last` or to those below it.
  static Document of(List<Cell> cells, int last) {
    return new Document(
        cells, cells.subList(0, last).stream().mapToInt(cell -> cell.text.length()).sum());
  }

  String text() {
    StringBuilder all = new StringBuilder();
    cells.forEach(cell -> all.append(cell.text));
    return all.toString();
  }

  /// Where a line of the text is for whoever wrote it.
  Spot spot(int line) {
    int left = line;
    int at = 0;
    while (at < cells.size() - 1 && left > cells.get(at).lines()) {
      left -= cells.get(at++).lines();
    }
    return new Spot(cells.get(at).number, left);
  }
}
