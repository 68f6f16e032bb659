package backstep.python;

import java.text.Normalizer;

/// Which characters a name may have, by Python's rule: Unicode's XID_Start and XID_Continue, which
/// are those that remain so when the name is normalized (NFKC).
final class Names {

  private Names() {}

  static boolean canStart(int c) {
    if (c < 128) {
      return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return Character.isUnicodeIdentifierStart(c) && isPart(c) && staysName(c, true);
  }

  static boolean canContinue(int c) {
    if (c < 128) {
      return canStart(c) || (c >= '0' && c <= '9');
    }
    return isPart(c) && staysName(c, false);
  }

  private static boolean staysName(int c, boolean first) {
    String normal = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    int head = normal.codePointAt(0);
    if (first && !Character.isUnicodeIdentifierStart(head)) {
      return false;
    }
    return normal.codePoints().allMatch(Names::isPart);
  }

  private static boolean isPart(int c) {
    return switch (c) {
      // Java takes the first for a letter, and the middle dots are too new for most Pythons.
      case 0x2E2F, 0x30FB, 0xFF65 -> false;
      default -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    };
  }
}
