package backstep.ui.code.edit;

import backstep.python.Splice;
import java.util.Optional;

/// Which changes of a text are undone together: letters of one word typed one after the other, or
/// letters taken away one by one.
///
/// @param last the change before; none where the next one begins anew
record Bout(Optional<Splice> last) {
  static final Bout NONE = new Bout(Optional.empty());

  /// Whether a change goes on with the one before.
  boolean goesOn(Splice next) {
    return last.filter(before -> adds(before, next) || takes(before, next)).isPresent();
  }

  private static boolean adds(Splice before, Splice next) {
    return next.start() == next.end()
        && next.start() == before.start() + before.text().length()
        && isShort(next.text())
        && isShort(before.text())
        && (before.text().isBlank() || !next.text().isBlank());
  }

  private static boolean takes(Splice before, Splice next) {
    return next.text().isEmpty()
        && before.text().isEmpty()
        && next.end() - next.start() == 1
        && (next.end() == before.start() || next.start() == before.start());
  }

  // What was pasted, or broke a line, stands for itself.
  private static boolean isShort(String text) {
    return text.codePointCount(0, text.length()) == 1 && !text.equals("\n");
  }
}
