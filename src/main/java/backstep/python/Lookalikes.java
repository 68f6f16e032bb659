package backstep.python;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Characters that look like one of Python's, or mean the same in mathematics, and what to write
/// instead.
final class Lookalikes {
  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;

  private static final Map<Integer, String> RIGHT = new HashMap<>();

  static {
    put("\"", "“”„‟«»″");
    put("'", "‘’‚‛´′‹›");
    put("*", "×∗⋅·∙✕✖");
    put("/", "÷∕⁄");
    put("-", "−–—‐‑‒―");
    put("<=", "≤⩽");
    put(">=", "≥⩾");
    put("!=", "≠");
    put("==", "≡");
    put("->", "→");
    put("** 2", "²");
    put("** 3", "³");
    put("np.sqrt( )", "√");
    put("np.sum( )", "∑");
    put("float(\"inf\")", "∞");
    put(",", "、");
    put(".", "。");
    put("(", "⟨「『【");
    put(")", "⟩」』】");
    put("not", "¬");
    put("and", "∧");
    put("or", "∨");
    put("in", "∈");
  }

  private Lookalikes() {}

  private static void put(String right, String lookalikes) {
    lookalikes.codePoints().forEach(c -> RIGHT.put(c, right));
  }

  /// What to write instead, or `null` if there is nothing to advise.
  static @Nullable String of(int character) {
    if (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST) {
      return Character.toString(character - FULL_WIDTH_FIRST + '!');
    }
    return RIGHT.get(character);
  }

  static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SURROGATE ->
          true;
      default -> Character.isWhitespace(character) || character == 0x3164 || character == 0x115F;
    };
  }
}
