package backstep.practice;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.words.Words;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FindingTest {
  @SuppressWarnings("unused") // named in @FieldSource
  private static final java.util.List<Locale> languages = Words.LANGUAGES;

  @DisplayName("Every kind of finding has its sentence")
  @ParameterizedTest
  @FieldSource("languages")
  void sentences(Locale language) {
    Words words = Words.of(language);
    for (Finding.Kind kind : Finding.Kind.values()) {
      assertThat(words.has("practice." + kind)).as("%s", kind).isTrue();
    }
  }
}
