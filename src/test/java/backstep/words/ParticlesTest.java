package backstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The forms are those that a Korean reader says: 0 영, 1 일, 2 이, 3 삼, 4 사, 5 오, 6 육, 7 칠, 8 팔, 9 구;
/// L 엘, M 엠, N 엔, R 알.
@DisplayName("A Korean particle")
class ParticlesTest {
  @ParameterizedTest
  @CsvSource({
    "손실을(를) 봅니다, 손실을 봅니다",
    "기울기을(를) 봅니다, 기울기를 봅니다",
    "W1은(는) 행렬, W1은 행렬",
    "z2은(는) 벡터, z2는 벡터",
    "`sum`이(가) 없습니다, `sum`이 없습니다",
    "`loss`이(가) 없습니다, `loss`가 없습니다",
    "[1 5]을(를) 씁니다, [1 5]를 씁니다",
    "-0.3을(를) 씁니다, -0.3을 씁니다",
    "x과(와) y, x와 y",
    "n과(와) y, n과 y",
    "6(으)로 나눕니다, 6으로 나눕니다",
    "4(으)로 나눕니다, 4로 나눕니다",
    "8(으)로 나눕니다, 8로 나눕니다",
    "글(으)로 씁니다, 글로 씁니다",
    "벡터(으)로 씁니다, 벡터로 씁니다",
    "`x ** 2`(으)로 씁니다, `x ** 2`로 씁니다",
    "`elif`(이)라는 말, `elif`라는 말",
    "`def1`(이)라는 말, `def1`이라는 말",
    "f(x)을(를) w(으)로, f(x)를 w로"
  })
  @DisplayName("takes the form that the word before it asks for")
  void settles(String both, String settled) {
    assertThat(Particles.settle(both)).isEqualTo(settled);
  }

  @Test
  @DisplayName("is settled in every sentence with its arguments")
  void inSentences() {
    Words korean = Words.of(Locale.KOREAN);
    assertThat(korean.text("practice.OPERAND", "w1")).isEqualTo("w1을 곱하지 않았습니다.");
    assertThat(korean.text("practice.OPERAND", "x")).isEqualTo("x를 곱하지 않았습니다.");
    for (String bundle : Words.BUNDLES) {
      assertThat(Words.bundle(bundle, Locale.KOREAN).values())
          .extracting(pattern -> Particles.settle(pattern.replaceAll("\\{\\d[^}]*}", "w")))
          .as(bundle)
          .noneMatch(sentence -> sentence.matches("(?s).*\\([를을은는이가와과으]\\).*"));
    }
  }
}
