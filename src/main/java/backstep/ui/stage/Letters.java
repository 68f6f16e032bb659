package backstep.ui.stage;

/// How wide text is in Pretendard Bold, near enough to lay nodes out before anything is drawn. No
/// weight of ours is wider.
final class Letters {
  // In parts of the font's size, as the font has them.
  private static final double NARROW = 0.29;
  private static final double SLIM = 0.4;
  private static final double SMALL = 0.48;
  private static final double LOWER = 0.61;
  private static final double FIGURE = 0.66;
  private static final double UPPER = 0.74;
  private static final double WIDE = 0.89;
  private static final double WIDEST = 1;
  private static final double HANGUL = 0.87;

  private static final int FIRST_HANGUL = 0xAC00;
  private static final int LAST_HANGUL = 0xD7A3;
  private static final int FIRST_WIDE = 0x1100;
  private static final int FIRST_SIGN = 0x2000;
  private static final int AFTER_SIGNS = 0x2E80;

  private Letters() {}

  /// The width of a text in parts of the font's size.
  static double width(String text) {
    return text.codePoints().mapToDouble(Letters::width).sum();
  }

  private static double width(int letter) {
    if ("ijlI|!'.,:;·".indexOf(letter) >= 0) {
      return NARROW;
    }
    if ("()[]{}trf-/ \"".indexOf(letter) >= 0) {
      return SLIM;
    }
    if ("_1²³".indexOf(letter) >= 0) {
      return SMALL;
    }
    if ("mMw½…%".indexOf(letter) >= 0) {
      return WIDE;
    }
    if (letter == 'W' || letter == '@') {
      return WIDEST;
    }
    if (FIRST_HANGUL <= letter && letter <= LAST_HANGUL) {
      return HANGUL;
    }
    if (letter < FIRST_WIDE) {
      return Character.isUpperCase(letter) ? UPPER : Character.isLetter(letter) ? LOWER : FIGURE;
    }
    return FIRST_SIGN <= letter && letter < AFTER_SIGNS ? FIGURE : WIDEST;
  }
}
