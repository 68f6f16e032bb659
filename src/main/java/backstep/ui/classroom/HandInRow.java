package backstep.ui.classroom;

import backstep.practice.Grade;
import backstep.practice.Spot;
import backstep.practice.Trouble;
import backstep.ui.classroom.GradesModel.HandIn;
import backstep.ui.code.Highlighter;
import backstep.ui.code.Highlighter.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A row of a program that was handed in, with what is said about it.
sealed interface HandInRow {
  /// Longer programs are shown around the lines about which something is said.
  int WHOLE = 200;

  int AROUND = 12;

  /// A cell of a notebook begins, from 1.
  record Cell(int number) implements HandInRow {}

  /// A line, from 1 in its cell or program.
  ///
  /// @param parts whether something is said about it
  record Code(int number, List<Piece> pieces, boolean parts) implements HandInRow {}

  /// What is said about the line above, or about the whole.
  record Hint(String text) implements HandInRow {}

  /// So many lines are left out.
  record Gap(int count) implements HandInRow {}

  /// The rows of a hand-in. Where names are hidden so is what is only said in the program, in
  /// comments: it is where people put theirs.
  static List<HandInRow> of(HandIn one, HandInWords words) {
    Grade grade = words.grade(one);
    Map<Spot, List<HandInRow>> said = new HashMap<>();
    for (Grade.Line line : grade.lines()) {
      said.computeIfAbsent(line.spot(), _ -> new ArrayList<>())
          .add(new Hint(words.say().of(line.finding())));
    }
    List<HandInRow> rows = new ArrayList<>();
    grade
        .trouble()
        .ifPresent(trouble -> {
          Hint hint = new Hint(words.say().of(trouble));
          trouble
              .spot()
              .filter(spot -> isIn(one, spot, trouble))
              .ifPresentOrElse(
                  spot -> said.computeIfAbsent(spot, _ -> new ArrayList<>()).add(hint),
                  () -> rows.add(hint));
        });
    List<String> texts = one.marked().file().texts();
    int lines = (int) texts.stream().flatMap(String::lines).count();
    for (int i = 0; i < texts.size(); i++) {
      Optional<Integer> cell =
          one.marked().file().isNotebook() ? Optional.of(i + 1) : Optional.empty();
      cell.map(Cell::new).ifPresent(rows::add);
      List<HandInRow> text = text(texts.get(i), cell, said, words);
      rows.addAll(lines > WHOLE ? around(text) : text);
    }
    return List.copyOf(rows);
  }

  private static boolean isIn(HandIn one, Spot spot, Trouble trouble) {
    int cell = spot.cell().orElse(1) - 1;
    List<String> texts = one.marked().file().texts();
    return trouble.kind() != Trouble.Kind.FILE
        && cell < texts.size()
        && spot.line() <= texts.get(cell).lines().count();
  }

  private static List<HandInRow> text(
      String text, Optional<Integer> cell, Map<Spot, List<HandInRow>> said, HandInWords words) {
    List<HandInRow> rows = new ArrayList<>();
    List<List<Piece>> lines = Highlighter.of(text.lines().toList());
    for (int i = 0; i < lines.size(); i++) {
      List<HandInRow> hints = said.getOrDefault(new Spot(cell, i + 1), List.of());
      List<Piece> pieces = words.anonymous() ? withoutRemarks(lines.get(i), words) : lines.get(i);
      rows.add(new Code(i + 1, List.copyOf(pieces), !hints.isEmpty()));
      rows.addAll(hints);
    }
    return rows;
  }

  /// A program without what is only said in it.
  static String withoutRemarks(String text, HandInWords words) {
    return Highlighter.of(text.lines().toList()).stream()
        .map(line -> withoutRemarks(line, words))
        .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()) + "\n")
        .collect(Collectors.joining());
  }

  // A text that stands alone says something too.
  private static List<Piece> withoutRemarks(List<Piece> line, HandInWords words) {
    boolean text =
        line.stream()
            .filter(piece -> !piece.text().isBlank())
            .allMatch(piece -> piece.kind() == Highlighter.Kind.STRING);
    return line.stream()
        .map(piece ->
            piece.kind() == Highlighter.Kind.COMMENT
                    || (text && piece.kind() == Highlighter.Kind.STRING)
                ? new Piece(words.words().text("grades.comment"), Highlighter.Kind.COMMENT)
                : piece)
        .toList();
  }

  private static List<HandInRow> around(List<HandInRow> rows) {
    List<HandInRow> shown = new ArrayList<>();
    int left = 0;
    for (int i = 0; i < rows.size(); i++) {
      boolean near =
          rows.subList(Math.max(0, i - AROUND), Math.min(rows.size(), i + AROUND + 1)).stream()
              .anyMatch(row -> row instanceof Code(_, _, boolean parts) && parts);
      if (i < AROUND || near || rows.get(i) instanceof Hint) {
        gap(left).forEach(shown::add);
        left = 0;
        shown.add(rows.get(i));
      } else {
        left++;
      }
    }
    gap(left).forEach(shown::add);
    return shown;
  }

  private static Stream<HandInRow> gap(int left) {
    return left == 0 ? Stream.empty() : Stream.of(new Gap(left));
  }
}
