package backstep.words;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Korean particles, whose form depends on how the word before them ends: a sentence has both
/// forms, `{0}을(를)`, until it is known what stands there.
///
/// Digits and single Latin letters are read by their Korean names, longer Latin words as in
/// English.
final class Particles {
  /// After a consonant and after a vowel, by how both are written in one.
  private static final Map<String, Form> FORMS =
      Map.of(
          "을(를)", new Form("을", "를"),
          "은(는)", new Form("은", "는"),
          "이(가)", new Form("이", "가"),
          "과(와)", new Form("과", "와"),
          "(으)로", new Form("으로", "로"),
          "(이)라", new Form("이라", "라"));

  // The letter that is heard last; brackets, quotes and spaces are not.
  private static final Pattern PLACE =
      Pattern.compile(
          "([\\p{L}\\p{N}])([^\\p{L}\\p{N}]*?)(을\\(를\\)|은\\(는\\)|이\\(가\\)|과\\(와\\)|\\(으\\)로|\\(이\\)라)");

  private static final String DIGITS_IN_CONSONANT = "013678";
  private static final String LETTERS_IN_CONSONANT = "lmnrLMNR";
  // l, r and the digits 1, 7 and 8 are heard as ㄹ, after which (으)로 is 로.
  private static final String IN_RIEUL = "178lrLR";
  private static final int SYLLABLES = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;
  private static final int FINALS = 28;
  private static final int RIEUL = 8;

  private record Form(String afterConsonant, String afterVowel) {}

  private Particles() {}

  /// Whether there is one of them to be settled.
  static boolean areIn(String pattern) {
    return FORMS.keySet().stream().anyMatch(pattern::contains);
  }

  /// The sentence with each particle in the form that its word asks for.
  static String settle(String sentence) {
    return PLACE.matcher(sentence).replaceAll(place -> Matcher.quoteReplacement(settled(place)));
  }

  private static String settled(MatchResult place) {
    char heard = place.group(1).charAt(0);
    String both = place.group(3);
    Form form = FORMS.get(both);
    boolean consonant = endsInConsonant(heard) && !(both.equals("(으)로") && endsInRieul(heard));
    return heard + place.group(2) + (consonant ? form.afterConsonant : form.afterVowel);
  }

  private static boolean endsInConsonant(char heard) {
    return isSyllable(heard)
        ? (heard - SYLLABLES) % FINALS != 0
        : (DIGITS_IN_CONSONANT + LETTERS_IN_CONSONANT).indexOf(heard) >= 0;
  }

  private static boolean endsInRieul(char heard) {
    return isSyllable(heard) ? (heard - SYLLABLES) % FINALS == RIEUL : IN_RIEUL.indexOf(heard) >= 0;
  }

  private static boolean isSyllable(char letter) {
    return letter >= SYLLABLES && letter <= LAST_SYLLABLE;
  }
}
