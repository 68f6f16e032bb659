package backstep.cli;

import backstep.python.Span;
import java.util.Optional;

/// A line of a program with a piece of it underlined, for a terminal.
final class Underline {
  // More of a line than this says nothing more.
  private static final int WIDTH = 100;

  private Underline() {}

  /// The line in which the piece begins and, under it, carets; none if there is nothing to show.
  static Optional<String> of(String text, Span span) {
    if (span.start() >= text.length()) {
      return Optional.empty();
    }
    int from = text.lastIndexOf('\n', span.start() - 1) + 1;
    int newline = text.indexOf('\n', span.start());
    int to = newline < 0 ? text.length() : newline;
    String line = text.substring(from, to).stripTrailing();
    int start = span.start() - from;
    if (line.isBlank() || start > line.length()) {
      return Optional.empty();
    }
    int end = Math.clamp(span.end() - from, start + 1, Math.max(start + 1, line.length()));
    int skipped = Math.max(0, start - WIDTH / 2);
    String shown = line.substring(skipped, Math.min(line.length(), skipped + WIDTH));
    int shownEnd = Math.min(end - skipped, WIDTH);
    return Optional.of(
        "  "
            + shown.replace('\t', ' ')
            + "\n  "
            + blanks(shown.substring(0, Math.min(start - skipped, shown.length())))
            + "^".repeat(width(shown, start - skipped, shownEnd)));
  }

  private static String blanks(String before) {
    return " ".repeat(width(before, 0, before.length()));
  }

  // Hangul and other wide letters take two columns of a terminal.
  private static int width(String text, int from, int to) {
    int width = 0;
    for (int i = from; i < to; i++) {
      width += i < text.length() && isWide(text.charAt(i)) ? 2 : 1;
    }
    return width;
  }

  private static boolean isWide(char c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xff00 && c <= 0xff60);
  }
}
