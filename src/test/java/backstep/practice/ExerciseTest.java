package backstep.practice;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.practice.Finding.Kind;
import backstep.python.Options;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// What is found in backward passes written by hand.
class ExerciseTest {
  private static Feedback check(String program, String backward) {
    return Exercise.of(HandWritten.PROGRAMS.get(program), Options.DEFAULT)
        .orElseThrow()
        .check(backward.replace("; ", "\n") + "\n");
  }

  @DisplayName("A right backward pass is called right, in whatever style it is written")
  @ParameterizedTest
  @FieldSource("backstep.practice.HandWritten#RIGHT")
  void right(String program, String backward) {
    Feedback feedback = check(program, backward);
    assertThat(feedback.lines()).allMatch(line -> line.finding().isRight());
    assertThat(feedback.isDone()).as("%s", feedback).isTrue();
  }

  @DisplayName("What the writer writes is called right")
  @ParameterizedTest
  @CsvSource({"neuron", "layers", "softmax", "fork", "batch"})
  void solution(String program) {
    List<String> solution =
        Exercise.of(HandWritten.PROGRAMS.get(program), Options.DEFAULT).orElseThrow().solution();
    Feedback feedback = check(program, String.join("\n", solution));
    assertThat(feedback.isDone()).as("%s", feedback).isTrue();
  }

  @DisplayName("A wrong backward pass is named by its first mistake")
  @ParameterizedTest
  @FieldSource("backstep.practice.HandWritten#WRONG")
  void wrong(String program, Kind kind, String backward) {
    Feedback feedback = check(program, backward);
    assertThat(feedback.isDone()).isFalse();
    assertThat(feedback.lines())
        .filteredOn(line -> !line.finding().isRight())
        .first()
        .satisfies(line -> assertThat(line.finding().kind()).as("%s", feedback).isEqualTo(kind));
  }

  @DisplayName("A derivative that happens to be 1 may not be forgotten")
  @Test
  void hidden() {
    // Both ReLUs are open with the notebook's numbers: the figures are right.
    Feedback feedback = check("layers", "dz2 = r2 - y");
    assertThat(feedback.lines().getFirst().finding().hidden()).isTrue();
    assertThat(feedback.lines().getFirst().finding().kind()).isEqualTo(Kind.DERIVATIVE);
  }

  @DisplayName("Figures that are written down instead of computed are not right")
  @Test
  void writtenDown() {
    // 2 · (2 − 5), by hand.
    Exercise exercise =
        Exercise.of("w = 2.0\nloss = (w - 5) ** 2\nw -= .1 * 2 * (w - 5)\n", Options.DEFAULT)
            .orElseThrow();
    Feedback feedback = exercise.check("d_w = -6.0\nw -= .1 * d_w\n");
    assertThat(feedback.lines().getFirst().finding().kind()).isEqualTo(Kind.HERE_ONLY);
    assertThat(feedback.lines().getFirst().finding().isRight()).isFalse();
    assertThat(feedback.isDone()).isFalse();
  }

  @DisplayName("A line below a wrong one is told to follow from it")
  @Test
  void follows() {
    Feedback feedback = check("batch", "dq = y - q; dV = a.T.dot(dq)");
    assertThat(feedback.lines().getLast().finding().kind()).isEqualTo(Kind.FOLLOWS);
    // Whoever is told that the update climbs would spoil a right line.
    assertThat(
            check("neuron", "dr = y - r; dz = dr * sigmoid_d(z); dW = dz * X; W -= .1 * dW")
                .lines())
        .extracting(line -> line.finding().kind())
        .containsExactly(Kind.SIGN, Kind.FOLLOWS, Kind.FOLLOWS, Kind.FOLLOWS);
  }

  @DisplayName("A problem is shown where the learner wrote it, and the lines above are judged")
  @Test
  void problem() {
    Feedback feedback = check("neuron", "dr = r - y; dz = dr * sigmod_d(z)");
    assertThat(feedback.lines()).hasSize(1);
    assertThat(feedback.problem().orElseThrow().span().toString()).isEqualTo("2:11");
    assertThat(check("neuron", "dr = r - y; dz = dr *").problem().orElseThrow().span().line())
        .isEqualTo(2);
  }

  @DisplayName("Without updates it is done when every input has its gradient, not before")
  @Test
  void withoutUpdates() {
    Exercise exercise =
        Exercise.of("x = 3.0\na = x ** 2\nloss = 2 * a\n", Options.DEFAULT).orElseThrow();
    assertThat(exercise.check("").isDone()).isFalse();
    assertThat(exercise.check("").missing()).containsExactly("x");
    assertThat(exercise.check("da = 2\n").isDone()).isFalse();
    // d/dx 2x² = 4x, by hand.
    assertThat(exercise.check("da = 2\ndx = da * 2 * x\n").isDone()).isTrue();
    assertThat(exercise.check(String.join("\n", exercise.solution())).isDone()).isTrue();
  }

  @DisplayName("In a loop it is about one round")
  @Test
  void loop() {
    Exercise exercise =
        Exercise.of(
                "w = 2.0\nfor i in range(9):\n    loss = (w - 5) ** 2\n    w -= .1 * 2 * (w - 5)\n",
                Options.DEFAULT)
            .orElseThrow();
    assertThat(exercise.forward()).endsWith("    loss = (w - 5) ** 2\n");
    assertThat(exercise.check("dw = 2 * (w - 5)\nw -= .1 * dw\n").isDone()).isTrue();
    assertThat(exercise.check("dw = w - 5\nw -= .1 * dw\n").isDone()).isFalse();
  }

  @DisplayName("The first line of a program that is not right is the one that its lesson asks for")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15-slip-line | d_y = 2 * (t - y) / 3",
        "16-slip-hidden | d_z = d_r",
        "17-slip-twice | d_a = d_q * 3",
        "18-slip-square | d_h = W2.dot(d_y)",
        "19-slip-order | d_h = d_y * w2",
      })
  void slip(String id, String wrong) {
    Lesson lesson =
        LessonCatalog.builtIn().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
    List<String> lines = lesson.variant("slip").program().lines().toList();
    int line =
        Exercise.of(lesson.variant("slip").program(), Options.DEFAULT)
            .orElseThrow()
            .slip()
            .orElseThrow();
    assertThat(lines.get(line - 1).strip()).isEqualTo(wrong);
    assertThat(
            Exercise.of(lesson.variant("mended").program(), Options.DEFAULT).orElseThrow().slip())
        .isEmpty();
  }
}
