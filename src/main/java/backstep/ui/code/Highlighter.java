package backstep.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts Python into what is coloured alike. It never fails: what it does not know is plain.
public final class Highlighter {
  /// What a piece of a line is.
  public enum Kind {
    PLAIN,
    KEYWORD,
    FIGURE,
    STRING,
    COMMENT,
    CALL
  }

  /// A piece of a line.
  public record Piece(String text, Kind kind) {}

  private static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "as",
          "break",
          "continue",
          "def",
          "elif",
          "else",
          "False",
          "for",
          "from",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "None",
          "not",
          "or",
          "pass",
          "return",
          "True",
          "while");

  private static final Pattern PIECES =
      Pattern.compile(
          "(?<comment>#.*)"
              + "|(?<triple>[rbfRBF]{0,2}(?:\"\"\"|'''))"
              + "|(?<string>[rbfRBF]{0,2}(?:\"(?:\\\\.|[^\"\\\\])*\"?|'(?:\\\\.|[^'\\\\])*'?))"
              + "|(?<name>[\\p{L}_][\\p{L}\\p{N}\\p{M}_]*)"
              + "|(?<number>(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?\\d+)?)");

  private Highlighter() {}

  /// The pieces of each line; put together they are the line again.
  public static List<List<Piece>> of(List<String> lines) {
    List<List<Piece>> all = new ArrayList<>();
    String open = "";
    for (String line : lines) {
      List<Piece> pieces = new ArrayList<>();
      open = line(line, open, pieces);
      all.add(pieces);
    }
    return all;
  }

  /// A line's pieces without its first letters, as far as they are blank.
  static List<Piece> without(int letters, List<Piece> line) {
    List<Piece> rest = new ArrayList<>();
    int left = letters;
    for (Piece piece : line) {
      String text = piece.text();
      int blank = text.length() - text.stripLeading().length();
      int cut = Math.min(left, blank);
      if (cut < text.length()) {
        rest.add(new Piece(text.substring(cut), piece.kind()));
      }
      left = cut < text.length() ? 0 : left - cut;
    }
    return rest;
  }

  // Returns the quotes of a string that goes on in the next line; empty if there is none.
  private static String line(String line, String openBefore, List<Piece> pieces) {
    String open = openBefore;
    int at = 0;
    Matcher matcher = PIECES.matcher(line);
    while (at < line.length()) {
      if (!open.isEmpty()) {
        int end = line.indexOf(open, at);
        int to = end < 0 ? line.length() : end + open.length();
        pieces.add(new Piece(line.substring(at, to), Kind.STRING));
        open = end < 0 ? open : "";
        at = to;
      } else if (!matcher.find(at)) {
        pieces.add(new Piece(line.substring(at), Kind.PLAIN));
        at = line.length();
      } else {
        if (matcher.start() > at) {
          pieces.add(new Piece(line.substring(at, matcher.start()), Kind.PLAIN));
        }
        pieces.add(new Piece(matcher.group(), kind(matcher, line)));
        String triple = matcher.group("triple");
        open = triple == null ? "" : triple.substring(triple.length() - 3);
        at = matcher.end();
      }
    }
    return open;
  }

  private static Kind kind(Matcher piece, String line) {
    if (piece.group("comment") != null) {
      return Kind.COMMENT;
    }
    if (piece.group("number") != null) {
      return Kind.FIGURE;
    }
    if (piece.group("name") == null) {
      return Kind.STRING;
    }
    if (KEYWORDS.contains(piece.group())) {
      return Kind.KEYWORD;
    }
    return line.startsWith("(", piece.end()) ? Kind.CALL : Kind.PLAIN;
  }
}
