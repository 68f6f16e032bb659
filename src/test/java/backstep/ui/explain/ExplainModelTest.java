package backstep.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.trace.Step;
import backstep.ui.kit.Messages;
import backstep.words.Numbers;
import backstep.words.Words;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of each step.
class ExplainModelTest {
  private static final List<Programs.Told> STEPS = Programs.told(Programs.TWO_LAYERS);

  @Test
  @DisplayName("through the dot product r1 · W2, as on the board")
  void throughTheProduct() {
    Explanation explanation = backwardThrough("r1 · W2");
    assertThat(heading(explanation, Locale.ENGLISH)).isEqualTo("Through the dot product r1 · W2");
    assertThat(plain(explanation))
        .containsExactly(
            "∂loss/∂r1 = W2 · ∂loss/∂(r1 · W2)",
            "= [[0.5] [0.6]] · (−0.146) = [[−0.073] [−0.0876]]",
            "∂loss/∂W2 = r1 ⊗ ∂loss/∂(r1 · W2)",
            "= [[0.52] [0.49]] ⊗ (−0.146) = [[−0.07592] [−0.07154]]");
    assertThat(words(explanation, Locale.ENGLISH))
        .contains("what came back, −0.146")
        .endsWith("Each gradient has the shape of its value: r1 (2,), W2 (2,\u00a01).");
    assertThat(words(explanation, Locale.KOREAN))
        .endsWith("각 기울기는 값과 모양이 같습니다. r1 (2,), W2 (2,\u00a01).");
    assertThat(explanation.equations().getLast().lines().getFirst().latex())
        .isEqualTo(
            "\\frac{\\partial \\mathrm{loss}}{\\partial \\mathrm{W2}}=\\mathrm{r1}\\otimes "
                + "\\frac{\\partial \\mathrm{loss}}"
                + "{\\partial \\left(\\mathrm{r1}\\cdot \\mathrm{W2}\\right)}");
  }

  @Test
  void forward() {
    assertThat(plain(STEPS.get(1).explanation()))
        .containsExactly("W1 · X", "= [[0.2 0.4] [0.1 0.3]] · [[0.5] [0.8]] = [[0.42] [0.29]]");
    assertThat(plain(STEPS.get(2).explanation()))
        .containsExactly("z1 = W1 · X + b1", "= [0.42 0.29] + [0.1 0.2] = [0.52 0.49]");
    assertThat(plain(STEPS.get(6).explanation()))
        .containsExactly("r2 = max(0, z2)", "= max(0, 0.854) = 0.854");
  }

  @Test
  @DisplayName("a gradient that is handed on unchanged takes one line")
  void throughTheSum() {
    assertThat(plain(backwardThrough("z2")))
        .containsExactly("∂loss/∂(r1 · W2) = ∂loss/∂z2 = −0.146", "∂loss/∂b2 = ∂loss/∂z2 = −0.146");
  }

  @Test
  void seed() {
    assertThat(plain(STEPS.get(10).explanation())).containsExactly("∂loss/∂loss = 1");
  }

  @Test
  void update() {
    Explanation explanation = STEPS.getLast().explanation();
    assertThat(plain(explanation))
        .containsExactly("b2 ← b2 − 0.01 · ∂loss/∂b2", "= 0.3 − 0.01 · (−0.146) = 0.3015");
    assertThat(words(explanation, Locale.ENGLISH)).contains("goes **up**");
  }

  @Test
  @DisplayName("a value used twice collects its shares")
  void fanOut() {
    List<Programs.Told> told = Programs.told("x = 3.0\na = x * x\nloss = a + x\n");
    assertThat(plain(told.get(4).explanation()))
        .containsExactly("∂loss/∂a = ∂loss/∂loss = 1", "∂loss/∂x += ∂loss/∂loss = 1");
    assertThat(words(told.get(4).explanation(), Locale.ENGLISH)).contains("still to come");
    assertThat(plain(told.get(5).explanation()))
        .containsExactly(
            "∂loss/∂x += ∂loss/∂a · x",
            "= 1 · 3 = 3",
            "∂loss/∂x = 1 + 3 = 4",
            "∂loss/∂x += ∂loss/∂a · x",
            "= 1 · 3 = 3",
            "∂loss/∂x = 4 + 3 = 7");
    assertThat(words(told.get(5).explanation(), Locale.ENGLISH)).contains("shares add up");
  }

  @Test
  @DisplayName("an update by something other than the gradient says so")
  void wrongClaim() {
    List<Programs.Told> told = Programs.told("x = 3.0\nloss = x ** 2\ng = 3 * x\nx -= 0.1 * g\n");
    Explanation explanation = told.getLast().explanation();
    assertThat(plain(explanation).getFirst()).isEqualTo("x ← x − 0.1 · g");
    assertThat(words(explanation, Locale.ENGLISH)).contains("differs from ∂loss/∂x");
  }

  @Test
  @DisplayName("an update by the gradient worked out otherwise, or by a whole step, is not accused")
  void rightClaim() {
    Explanation numeric =
        Programs.told(
                """
                x = 3.0
                loss = x ** 2
                h = 1e-5
                g = ((x + h) ** 2 - (x - h) ** 2) / (2 * h)
                x -= 0.1 * g
                """)
            .getLast()
            .explanation();
    assertThat(plain(numeric).getFirst()).isEqualTo("x ← x − 0.1 · ∂loss/∂x");
    assertThat(words(numeric, Locale.ENGLISH)).doesNotContain("differs");
    Explanation whole =
        Programs.told("x = 3.0\nloss = x ** 2\nstep = 0.1 * 2 * x\nx -= step\n")
            .getLast()
            .explanation();
    assertThat(plain(whole).getFirst()).isEqualTo("x ← x − g");
    assertThat(words(whole, Locale.ENGLISH)).doesNotContain("differs");
  }

  @Test
  void shutGate() {
    List<Programs.Told> told =
        Programs.told("import numpy as np\nx = -3.0\nr = np.maximum(0, x)\nloss = 1 - r\n");
    assertThat(words(told.getLast().explanation(), Locale.ENGLISH)).contains("gate is shut");
  }

  @Test
  void nanIsNamed() {
    List<Programs.Told> told =
        Programs.told("import numpy as np\nx = -3.0\nloss = np.log(x) * 2\n");
    assertThat(words(told.get(1).explanation(), Locale.ENGLISH)).contains("NaN");
    assertThat(plain(told.get(1).explanation())).last().asString().endsWith("= NaN");
  }

  @Test
  void numbersKeepFourDigits() {
    assertThat(List.of(0.5, 0.123456, -1234.56, 20.219, 1e-5, -2.34567e9, 100000.0, 0.0, -0.0))
        .extracting(new Figures(Numbers.USUAL)::number)
        .containsExactly(
            "0.5",
            "0.1235",
            "-1235",
            "20.22",
            "10^{-5}",
            "-{2.346\\cdot 10^{9}}",
            "10^{5}",
            "0",
            "0");
  }

  // --- Words

  @Test
  void everyOpIsTriedHere() {
    assertThat(Programs.ops(Programs.all())).contains(Programs.everyOp());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void everyStepHasWords(String language) {
    Phrases phrases = new Phrases(new Messages(Locale.of(language))::now);
    for (Programs.Told told : Programs.all()) {
      Explanation explanation = told.explanation();
      assertThat(phrases.text(explanation.heading())).doesNotContain("⟨", "{0", "{1", "null");
      assertThat(phrases.paragraph(explanation.sentences()).stream().map(Phrases.Piece::text))
          .allSatisfy(text -> assertThat(text).doesNotContain("⟨", "{0", "{1", "{2", "{3", "null"));
      assertThat(explanation.sentences()).isNotEmpty();
    }
  }

  @Test
  void bothLanguagesSayTheSame() {
    for (String bundle : List.of("explain", "code")) {
      Map<String, String> english = Words.bundle(bundle, Locale.ENGLISH);
      Map<String, String> korean = Words.bundle(bundle, Locale.KOREAN);
      assertThat(new TreeSet<>(korean.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
      korean.forEach((key, text) -> {
        assertThat(text).as(key).doesNotContain("'");
        assertThat(english.get(key)).as(key).doesNotContain("'");
        new MessageFormat(text, Locale.KOREAN);
        assertThat(text.split("\\*\\*", -1).length % 2).as(key).isOne();
        assertThat(english.get(key).split("\\*\\*", -1).length % 2).as(key).isOne();
      });
    }
  }

  @Test
  @DisplayName("no Korean particle that depends on how a name ends follows a name")
  void particlesFitEveryName() {
    Pattern wrong = Pattern.compile("\\{[0-3]}(은|는|이|가|을|를|과|와|로|으로|이든|이나)(?![가-힣(])");
    Words.bundle("explain", Locale.KOREAN)
        .forEach((key, text) ->
            assertThat(wrong.matcher(text.replace("**", "")).find()).as(key).isFalse());
  }

  // --- Help

  private static Explanation backwardThrough(String label) {
    return STEPS.stream()
        .filter(told -> told.snapshot().step().filter(Step.Backward.class::isInstance).isPresent())
        .map(Programs.Told::explanation)
        .filter(explanation -> explanation.heading().arguments().get(1).equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> plain(Explanation explanation) {
    return explanation.equations().stream()
        .flatMap(equation -> equation.lines().stream())
        .map(Explanation.Line::plain)
        .toList();
  }

  private static String heading(Explanation explanation, Locale language) {
    return new Phrases(new Messages(language)::now).text(explanation.heading());
  }

  private static String words(Explanation explanation, Locale language) {
    Phrases phrases = new Phrases(new Messages(language)::now);
    return explanation.sentences().stream().map(phrases::text).collect(Collectors.joining(" "));
  }

  @Test
  void aRoundedNumberDoesNotPassForAWholeOne() {
    assertThat(new Figures(Numbers.USUAL).number(42)).isEqualTo("42");
    assertThat(new Figures(Numbers.USUAL).number(41.9995)).isEqualTo("42.00");
    assertThat(new Figures(Numbers.USUAL).number(0.1 + 0.2)).isEqualTo("0.3");
  }
}
