package backstep.python;

import java.util.Arrays;

/// The program's text, and which line each of its characters is on.
///
/// Lines end as in Python: with `\n`, `\r\n` or `\r`.
final class Source {
  /// A program of this length is read in a moment; a longer one is a wrong file.
  static final int MAX_LENGTH = 1_000_000;

  private final String text;
  private final int[] lineStarts;

  Source(String text) {
    this.text = text;
    if (text.length() > MAX_LENGTH) {
      throw Problem.at(new Span(0, 1, 1, 1), "python.limit.text", text.length(), MAX_LENGTH)
          .raise();
    }
    lineStarts = lineStarts(text);
    refuseWhatNoFileCanHold();
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 0;
    // A byte order mark is no part of the first line.
    starts[count++] = text.startsWith("\uFEFF") ? 1 : 0;
    for (int at = 0; at < text.length(); at++) {
      if (!isNewline(text.charAt(at))) {
        continue;
      }
      if (text.startsWith("\r\n", at)) {
        at++;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = at + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  private void refuseWhatNoFileCanHold() {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean paired =
          Character.isSurrogate(c)
              && Character.isSurrogate(charAt(at + 1))
              && Character.isSurrogatePair(c, charAt(at + 1));
      if (paired) {
        at++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        throw Problem.at(span(at, at + 1), "python.character.invisible", codePoint(c)).raise();
      }
    }
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  /// Where the first line begins: behind the byte order mark, if there is one.
  int begin() {
    return lineStarts[0];
  }

  /// The character at the offset, or 0 beyond the end.
  char charAt(int offset) {
    return offset < text.length() ? text.charAt(offset) : 0;
  }

  boolean startsWith(String piece, int offset) {
    return offset >= 0 && text.startsWith(piece, offset);
  }

  Span span(int start, int end) {
    int found = Arrays.binarySearch(lineStarts, start);
    int line = Math.max(found >= 0 ? found : -found - 2, 0);
    return new Span(start, end, line + 1, Math.max(start - lineStarts[line], 0) + 1);
  }

  static boolean isNewline(char c) {
    return c == '\n' || c == '\r';
  }

  /// Where the line break at the offset ends.
  int afterNewline(int offset) {
    return offset + (text.startsWith("\r\n", offset) ? 2 : 1);
  }

  static String codePoint(int character) {
    return "U+%04X".formatted(character);
  }
}
