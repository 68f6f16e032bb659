package backstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("Words")
class WordsTest {
  @SuppressWarnings("unused") // named in @FieldSource
  private static final java.util.List<String> bundles = Words.BUNDLES;

  // A lone apostrophe swallows the placeholder behind it.
  private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!['{}])(?<![{}]')");

  @ParameterizedTest
  @FieldSource("bundles")
  @DisplayName("have the same keys in every language")
  void sameKeys(String bundle) {
    Map<String, String> english = Words.bundle(bundle, Locale.ENGLISH);
    Map<String, String> korean = Words.bundle(bundle, Locale.KOREAN);
    assertThat(korean.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
  }

  // A sentence about mathematics or a problem may do without a name that another language needs.
  @SuppressWarnings("unused") // named in @FieldSource
  private static final java.util.List<String> labels =
      bundles.stream().filter(b -> !b.equals("explain") && !b.equals("problems")).toList();

  @ParameterizedTest
  @FieldSource("labels")
  @DisplayName("take the same arguments in every language")
  void sameArguments(String bundle) {
    Map<String, String> korean = Words.bundle(bundle, Locale.KOREAN);
    Words.bundle(bundle, Locale.ENGLISH)
        .forEach((key, english) ->
            assertThat(arguments(korean.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(arguments(english)));
  }

  private static int arguments(String pattern) {
    return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
  }

  @ParameterizedTest
  @FieldSource("bundles")
  @DisplayName("have no apostrophe that MessageFormat would swallow")
  void apostrophes(String bundle) {
    for (Locale language : Words.LANGUAGES) {
      Words.bundle(bundle, language)
          .forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern(LONE_APOSTROPHE));
    }
  }

  // What another word says elsewhere; see "Words" in CONTRIBUTING.md.
  private static final Pattern GIVEN_UP =
      Pattern.compile("넘파이|주피터|거슬러 온 기울기|수치 미분|지수 함수|파이토치|[}\\d] %|Python");

  @ParameterizedTest
  @FieldSource("bundles")
  @DisplayName("have one Korean word for one idea")
  void oneWord(String bundle) {
    Words.bundle(bundle, Locale.KOREAN)
        .forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern(GIVEN_UP));
  }

  @Test
  @DisplayName("have pieces of programs between backticks, and between quotation marks on a screen")
  void onScreen() {
    for (Locale language : Words.LANGUAGES) {
      Words words = Words.of(language);
      Words shown = words.onScreen();
      assertThat(words.text("run.name.unknown", "x")).contains("`x`");
      assertThat(shown.text("run.name.unknown", "x")).contains("‘x’");
      assertThat(shown.keys())
          .hasSameSizeAs(words.keys())
          .allSatisfy(key -> assertThat(shown.text(key)).doesNotContain("`"));
    }
  }

  @Test
  @DisplayName("put arguments in")
  void rendered() {
    assertThat(Words.of(Locale.ENGLISH).text("player.iteration.name", 1234, 5000))
        .isEqualTo("Iteration 1234 of 5000");
    assertThat(Words.of(Locale.KOREAN).text("player.iteration.name", 1234, 5000))
        .isEqualTo("반복 5000회 중 1234회");
  }

  @Test
  @DisplayName("are English for a person of neither language")
  void otherLanguage() {
    assertThat(Words.of(Locale.FRENCH).locale()).isEqualTo(Locale.ENGLISH);
  }
}
