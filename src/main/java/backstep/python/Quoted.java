package backstep.python;

import java.util.Map;

/// What stands between the quotes of a string: the offsets `[from, to)` of the source.
record Quoted(Source source, int from, int to, boolean raw) {
  private static final Map<Character, String> SHORT_ESCAPES =
      Map.ofEntries(
          Map.entry('\\', "\\"),
          Map.entry('\'', "'"),
          Map.entry('"', "\""),
          Map.entry('a', "\u0007"),
          Map.entry('b', "\b"),
          Map.entry('f', "\f"),
          Map.entry('n', "\n"),
          Map.entry('r', "\r"),
          Map.entry('t', "\t"),
          Map.entry('v', "\u000b"));

  /// The characters that a plain string stands for.
  String value() {
    StringBuilder value = new StringBuilder(to - from);
    for (int at = from; at < to; ) {
      at = readCharacter(at, value);
    }
    return value.toString();
  }

  /// Adds what the character or escape at the offset stands for; returns the offset behind it.
  int readCharacter(int at, StringBuilder value) {
    char c = source.charAt(at);
    if (Source.isNewline(c)) {
      value.append('\n');
      return source.afterNewline(at);
    }
    if (c == '\\' && !raw) {
      return readEscape(at, value);
    }
    value.append(c);
    return at + 1;
  }

  private int readEscape(int backslash, StringBuilder value) {
    char c = source.charAt(backslash + 1);
    String meant = SHORT_ESCAPES.get(c);
    if (meant != null) {
      value.append(meant);
      return backslash + 2;
    }
    if (Source.isNewline(c)) {
      return source.afterNewline(backslash + 1);
    }
    if (c >= '0' && c <= '7') {
      return readOctal(backslash, value);
    }
    return switch (c) {
      case 'x' -> readHex(backslash, 2, value);
      case 'u' -> readHex(backslash, 4, value);
      case 'U' -> readHex(backslash, 8, value);
      case 'N' ->
          throw Problem.at(
                  source.span(backslash, backslash + 2), "python.unsupported.namedCharacter")
              .raise();
      default -> {
        // An escape that is none stands for itself, as in Python; what follows is read as usual.
        value.append('\\');
        yield backslash + 1;
      }
    };
  }

  private int readOctal(int backslash, StringBuilder value) {
    int at = backslash + 1;
    int code = 0;
    for (; at < to && at < backslash + 4; at++) {
      int digit = source.charAt(at) - '0';
      if (digit < 0 || digit > 7) {
        break;
      }
      code = 8 * code + digit;
    }
    value.append((char) code);
    return at;
  }

  private int readHex(int backslash, int digits, StringBuilder value) {
    int at = backslash + 2;
    int end = at + digits;
    int code = 0;
    for (; at < Math.min(end, to); at++) {
      char c = source.charAt(at);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        break;
      }
      code = 16 * code + digit;
    }
    Span span = source.span(backslash, at);
    if (at < end || !Character.isValidCodePoint(code)) {
      throw Problem.at(span, "python.string.escape", span.of(source.text()), digits).raise();
    }
    if (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
      throw Problem.at(span, "python.unsupported.surrogate", span.of(source.text())).raise();
    }
    value.appendCodePoint(code);
    return end;
  }
}
