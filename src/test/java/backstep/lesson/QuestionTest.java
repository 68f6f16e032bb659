package backstep.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lesson.Question.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A figure that was typed")
class QuestionTest {
  @ParameterizedTest
  @DisplayName("is right as it stands on the screen, near, of the other sign, or wrong")
  @CsvSource({
    "6, 6, RIGHT",
    "-0.0759, -0.07592, RIGHT",
    "0.076, 0.07592, RIGHT",
    "0.08, 0.07592, WRONG",
    "0.074, 0.07592, NEAR",
    "0.0759, -0.07592, OTHER_SIGN",
    "12, 6, WRONG",
    "0, 0, RIGHT",
    "0.001, 0, WRONG",
    "0, 0.001, WRONG",
  })
  void judged(double typed, double exact, Verdict verdict) {
    assertThat(Verdict.of(typed, exact)).isEqualTo(verdict);
  }
}
