package backstep.words;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A language that nobody speaks: the English sentences in brackets, with accents, and longer by
/// two fifths, as a translation may be. What shows no bracket comes from no bundle; what has no
/// room for it would have none for another language.
public final class Pseudo {
  private static final String BEGIN = "«";
  private static final String END = "»";
  private static final String PLAIN = "aceinorsuyzACEINORSUYZ";
  private static final String ACCENTED = "áçéíñóŕšúýžÁÇÉÍÑÓŔŠÚÝŽ";
  private static final double LONGER = 0.4;
  // So long are the words that are added, so that they can go on in another line.
  private static final int WORD = 6;

  private Pseudo() {}

  /// Its words.
  public static Words words(Locale language) {
    Map<String, String> patterns = new HashMap<>();
    for (String bundle : Words.BUNDLES) {
      Words.bundle(bundle, Locale.ENGLISH).forEach((key, text) -> patterns.put(key, of(text)));
    }
    return new Words(language, patterns);
  }

  /// Whether a text, or the piece of one that is set in bold, comes from these words.
  public static boolean isOf(String text) {
    return text.chars().anyMatch(c -> (BEGIN + END + ACCENTED).indexOf(c) >= 0);
  }

  /// A pattern of [java.text.MessageFormat] whose placeholders, with all that is in their braces,
  /// and quotes stay as they are.
  static String of(String pattern) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    int letters = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      int accent = depth == 0 ? PLAIN.indexOf(c) : -1;
      text.append(accent < 0 ? c : ACCENTED.charAt(accent));
      letters += depth == 0 && Character.isLetter(c) ? 1 : 0;
    }
    return BEGIN + text + filling((int) Math.ceil(LONGER * letters)) + END;
  }

  private static String filling(int letters) {
    StringBuilder filling = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      filling.append(i % WORD == 0 && letters > WORD / 2 ? " x" : "x");
    }
    return filling.toString();
  }
}
