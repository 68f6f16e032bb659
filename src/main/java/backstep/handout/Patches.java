package backstep.handout;

import backstep.python.Span;
import java.util.TreeMap;

/// A text in which pieces, none of which overlap, are replaced by others.
final class Patches {
  private record Patch(int end, String text) {}

  private final String text;
  private final TreeMap<Integer, Patch> patches = new TreeMap<>();

  Patches(String text) {
    this.text = text;
  }

  void replace(Span span, String by) {
    patches.put(span.start(), new Patch(span.end(), by));
  }

  /// Takes away the lines that a piece stands in.
  void dropLines(Span span) {
    int end = lineEnd(span);
    patches.put(lineStart(span), new Patch(Math.min(text.length(), end + 1), ""));
  }

  /// Adds a line below the one in which a piece ends, as far in as the piece's own.
  void addBelow(Span span, String line) {
    int end = lineEnd(span);
    patches.put(end, new Patch(end, "\n" + indent(span) + line));
  }

  /// Whether nothing but a comment stands beside the piece.
  boolean isAlone(Span span) {
    String after = text.substring(span.end(), lineEnd(span)).strip();
    return indent(span).length() == span.start() - lineStart(span)
        && (after.isEmpty() || after.startsWith("#"));
  }

  /// What the line begins with in which the piece begins.
  String indent(Span span) {
    String before = text.substring(lineStart(span), span.start());
    return before.substring(0, before.length() - before.stripLeading().length());
  }

  private int lineStart(Span span) {
    return text.lastIndexOf('\n', span.start() - 1) + 1;
  }

  private int lineEnd(Span span) {
    int end = text.indexOf('\n', span.end());
    return end < 0 ? text.length() : end;
  }

  /// The text as it is now, without the empty lines that are left between two.
  String done() {
    StringBuilder all = new StringBuilder();
    int at = 0;
    for (var patch : patches.entrySet()) {
      all.append(text, at, patch.getKey()).append(patch.getValue().text);
      at = patch.getValue().end;
    }
    return all.append(text, at, text.length()).toString().replaceAll("\n{4,}", "\n\n\n");
  }
}
