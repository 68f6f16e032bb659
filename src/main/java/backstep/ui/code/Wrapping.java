package backstep.ui.code;

import java.util.ArrayList;
import java.util.List;

/// Breaks a line of code that is too long for its place; what goes on below is set in.
final class Wrapping {
  private static final int HANG = 4;
  private static final int LEAST_ROOM = 8;
  private static final List<String> BREAKS = List.of(",([{.", "_");

  // An operator goes on into the next line with what follows it.
  private static final String OPERATORS = "+-*/%@<>";

  private Wrapping() {}

  /// How many letters wide the text is at most, in a type whose letters are all of one width and
  /// whose Korean letters are twice as wide.
  static int columns(String text) {
    return text.codePoints().map(Wrapping::columns).sum();
  }

  private static int columns(int letter) {
    return letter < 0x80 ? 1 : 2;
  }

  /// The line, broken into as many as it takes.
  ///
  /// Breaks come at spaces, rather before an operator than after it; in a word that is longer than
  /// a line after a sign that parts it, or anywhere. Nothing is lost but the spaces at a break.
  ///
  /// @param columns the place's width in letters
  static List<List<Highlighter.Piece>> of(List<Highlighter.Piece> line, int columns) {
    StringBuilder whole = new StringBuilder();
    line.forEach(piece -> whole.append(piece.text()));
    String text = whole.toString().stripTrailing();
    int room = Math.max(LEAST_ROOM, columns);
    if (columns(text) <= room) {
      return List.of(line);
    }
    int indent = text.length() - text.stripLeading().length();
    int hang = Math.min(indent + HANG, room / 4);
    List<List<Highlighter.Piece>> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      boolean first = from == 0;
      int end = fitting(text, from, first ? room : room - hang);
      int cut = end == text.length() ? end : cut(text, first ? indent : from, from, end);
      List<Highlighter.Piece> pieces = new ArrayList<>();
      if (!first) {
        pieces.add(new Highlighter.Piece(" ".repeat(hang), Highlighter.Kind.PLAIN));
      }
      slice(line, from, cut, pieces);
      lines.add(pieces);
      from = cut;
      while (from < text.length() && text.charAt(from) == ' ') {
        from++;
      }
    }
    return lines;
  }

  // The first place that no longer fits.
  private static int fitting(String text, int from, int room) {
    int end = from;
    int used = 0;
    while (end < text.length()) {
      int letter = text.codePointAt(end);
      used += columns(letter);
      if (used > room && end > from) {
        return end;
      }
      end += Character.charCount(letter);
    }
    return end;
  }

  private static int cut(String text, int after, int from, int end) {
    int space = -1;
    for (int i = end; i > after; i--) {
      if (text.charAt(i) == ' ' || text.charAt(i - 1) == ' ') {
        if (OPERATORS.indexOf(lastLetter(text, i)) < 0) {
          return i;
        }
        space = Math.max(space, i);
      }
    }
    if (space > 0) {
      return space;
    }
    for (String signs : BREAKS) {
      for (int i = end; i > Math.max(after, from); i--) {
        if (signs.indexOf(text.charAt(i - 1)) >= 0) {
          return i;
        }
      }
    }
    return end;
  }

  private static char lastLetter(String text, int end) {
    return text.charAt(text.substring(0, end).stripTrailing().length() - 1);
  }

  private static void slice(
      List<Highlighter.Piece> line, int from, int to, List<Highlighter.Piece> pieces) {
    int at = 0;
    for (Highlighter.Piece piece : line) {
      int start = Math.max(from, at);
      int end = Math.min(to, at + piece.text().length());
      if (start < end) {
        pieces.add(
            new Highlighter.Piece(piece.text().substring(start - at, end - at), piece.kind()));
      }
      at += piece.text().length();
    }
  }
}
