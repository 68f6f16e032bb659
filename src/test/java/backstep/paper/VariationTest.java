package backstep.paper;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Graph;
import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.python.Draft;
import backstep.python.Options;
import backstep.train.GradientCheck;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A program with the numbers of a seed")
class VariationTest {
  private static final Pattern LONG = Pattern.compile("\\d\\.\\d{2}");

  static List<Lesson> lessons() {
    return LessonCatalog.builtIn().stream()
        .filter(lesson -> lesson.view() == Lesson.View.GRAPH)
        .toList();
  }

  private static Graph graph(Draft draft, Options options) {
    return draft.run(options).iteration(0).orElseThrow().graph();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  @DisplayName("has gradients that finite differences confirm, and other figures for other seeds")
  void isRight(Lesson lesson) {
    Draft own = Draft.of(lesson.program());
    Draft one = Variation.of(own, lesson.options(), 1).orElseThrow();
    Draft two = Variation.of(own, lesson.options(), 2).orElseThrow();
    assertThat(one.text()).isNotEqualTo(two.text()).isNotEqualTo(own.text());
    assertThat(one.text().lines()).hasSameSizeAs(own.text().lines().toList());
    for (Draft draft : List.of(one, two)) {
      Graph graph = graph(draft, lesson.options());
      assertThat(graph.nodes()).hasSameSizeAs(graph(own, lesson.options()).nodes());
      assertThat(GradientCheck.of(graph, GradientCheck.USUAL_STEP))
          .allSatisfy(row -> assertThat(row.verdict()).isEqualTo(GradientCheck.Verdict.AGREES));
      assertThat(graph.gradients().values())
          .allSatisfy(gradient -> assertThat(gradient.isFinite()).isTrue());
    }
  }

  @Test
  @DisplayName("is the same each time")
  void isRepeatable() {
    Draft own = Draft.of("w = 0.2\nx = 3.5\nloss = (w * x - 1) ** 2\n");
    assertThat(Variation.of(own, Options.DEFAULT, 7))
        .isEqualTo(Variation.of(own, Options.DEFAULT, 7))
        .isPresent();
  }

  @Test
  @DisplayName("is the program itself for seed 0")
  void isItself() {
    Draft own = Draft.of("x = 0.25\nloss = x ** 2\n");
    assertThat(Variation.of(own, Options.DEFAULT, 0)).contains(own);
  }

  @Test
  @DisplayName("keeps zeros, ones and signs, and has no more than one decimal")
  void isOfTheSameKind() {
    Draft own =
        Draft.of(
            """
            import numpy as np
            t = np.array([1.0, 0.0])
            w = np.array([-.25, 12.75])
            loss = np.sum((w - t) ** 2)
            """);
    for (int seed = 1; seed <= 20; seed++) {
      String text = Variation.of(own, Options.DEFAULT, seed).orElseThrow().text();
      assertThat(text).contains("t = np.array([1.0, 0.0])").contains("w = np.array([-0.");
      assertThat(LONG.matcher(text).find()).as(text).isFalse();
    }
  }

  @Test
  @DisplayName("keeps away from the kink of a ReLU, and on the side where its gradient lives")
  void isSmooth() {
    Draft own =
        Draft.of(
            """
            import numpy as np
            x = 0.5
            w = 0.3
            b = -0.1
            z = w * x + b
            loss = np.maximum(0, z)
            """);
    for (int seed = 1; seed <= 30; seed++) {
      Draft draft = Variation.of(own, Options.DEFAULT, seed).orElseThrow();
      assertThat(graph(draft, Options.DEFAULT).loss().value().item()).isGreaterThanOrEqualTo(0.05);
    }
  }

  @Test
  @DisplayName("is none where nothing can be drawn, and where the program does not run")
  void isNone() {
    assertThat(Variation.of(Draft.of("x = 1.0\nloss = x * 2\n"), Options.DEFAULT, 1)).isEmpty();
    assertThat(Variation.of(Draft.of("x = 2.5\nloss = y\n"), Options.DEFAULT, 1)).isEmpty();
    assertThat(Variation.of(Draft.of("class A:\n"), Options.DEFAULT, 1))
        .isEqualTo(Optional.empty());
  }
}
