package backstep.ui.code.edit;

import backstep.python.Splice;
import java.util.function.UnaryOperator;

/// A text with what is selected in it, and what the keys of an editor make of both.
///
/// @param anchor where the selection began
/// @param caret where it ends; the same place if nothing is selected
record Passage(String text, int anchor, int caret) {
  private static final String INDENT = "    ";

  int start() {
    return Math.min(anchor, caret);
  }

  int end() {
    return Math.max(anchor, caret);
  }

  /// The selected lines set in by one level; without a selection that spans lines, spaces up to the
  /// next level at the caret.
  Passage indented() {
    if (text.substring(start(), end()).indexOf('\n') < 0) {
      int column = start() - lineStart(start());
      return replaced(INDENT.substring(column % INDENT.length()));
    }
    return each(line -> line.isEmpty() ? line : INDENT + line);
  }

  /// The lines set out by one level, as far as they are set in.
  Passage outdented() {
    return each(line -> {
      int blanks = 0;
      while (blanks < Math.min(INDENT.length(), line.length()) && line.charAt(blanks) == ' ') {
        blanks++;
      }
      return line.startsWith("\t") ? line.substring(1) : line.substring(blanks);
    });
  }

  /// A new line at the caret, set in as the one before, and one level more after a colon.
  Passage broken() {
    String before = text.substring(lineStart(start()), start());
    String blanks = before.substring(0, before.length() - before.stripLeading().length());
    return replaced("\n" + blanks + (before.stripTrailing().endsWith(":") ? INDENT : ""));
  }

  /// The lines as comments, or as code again if all of them are comments.
  Passage commented() {
    boolean all = lines().lines().filter(line -> !line.isBlank()).allMatch(Passage::isComment);
    return each(line -> all ? uncommented(line) : line.isBlank() ? line : "# " + line);
  }

  private static boolean isComment(String line) {
    return line.stripLeading().startsWith("#");
  }

  private static String uncommented(String line) {
    int at = line.indexOf('#');
    if (at < 0) {
      return line;
    }
    return line.substring(0, at) + line.substring(line.startsWith("# ", at) ? at + 2 : at + 1);
  }

  /// Something else in the place of what is selected; the caret stands after it.
  Passage replaced(String other) {
    int at = start() + other.length();
    return new Passage(text.substring(0, start()) + other + text.substring(end()), at, at);
  }

  // --- Lines -------------------------------------------------------------------------------------

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  private int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end;
  }

  // A selection that ends before the first letter of a line does not take that line in.
  private int last() {
    boolean before = end() > start() && lineStart(end()) == end();
    return before ? end() - 1 : end();
  }

  private String lines() {
    return text.substring(lineStart(start()), lineEnd(last()));
  }

  private Passage each(UnaryOperator<String> change) {
    int from = lineStart(start());
    int to = lineEnd(last());
    StringBuilder changed = new StringBuilder();
    int newAnchor = anchor;
    int newCaret = caret;
    int at = from;
    for (String line : text.substring(from, to).split("\n", -1)) {
      String next = change.apply(line);
      Splice splice = Splice.between(line, next);
      newAnchor = anchor >= at ? shifted(anchor, at, changed.length() + from, splice) : newAnchor;
      newCaret = caret >= at ? shifted(caret, at, changed.length() + from, splice) : newCaret;
      changed.append(next).append('\n');
      at += line.length() + 1;
    }
    changed.setLength(changed.length() - 1);
    return new Passage(text.substring(0, from) + changed + text.substring(to), newAnchor, newCaret);
  }

  // Where a place is that stood in the line at `before`, which begins at `after` now.
  private static int shifted(int place, int before, int after, Splice splice) {
    return after + splice.moved(place - before);
  }
}
