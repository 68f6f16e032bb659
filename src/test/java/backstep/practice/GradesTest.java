package backstep.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.lesson.LessonCatalog;
import backstep.practice.Finding.Kind;
import backstep.practice.Grade.Verdict;
import backstep.python.Options;
import backstep.python.ProblemException;
import backstep.python.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A class's hand-ins: whole programs, with right and wrong backward passes.
@DisplayName("Hand-ins")
class GradesTest {
  private static final Pattern GRADIENT = Pattern.compile("\\bd_(\\w+)");

  private static Assignment assignment(String text, String... wanted) {
    return Assignment.of(
        new SourceFile("exercise.py", List.of(text)), Options.DEFAULT, List.of(wanted));
  }

  private static Grade grade(Assignment assignment, String text) {
    return assignment.grade("one.py", List.of(text), false);
  }

  private static void assertRight(Grade grade) {
    assertThat(grade.points()).as("%s", grade).hasValue(grade.gradients().size());
    assertThat(grade.lines()).isEmpty();
    assertThat(grade.trouble()).isEmpty();
  }

  private static String written(String backward) {
    return backward.replace("; ", "\n") + "\n";
  }

  private static String forward(String program) {
    return Exercise.of(HandWritten.PROGRAMS.get(program), Options.DEFAULT).orElseThrow().forward();
  }

  @DisplayName("that are right get every point, in whatever style they are written")
  @ParameterizedTest
  @FieldSource("backstep.practice.HandWritten#RIGHT")
  void right(String program, String backward) {
    Assignment assignment = assignment(HandWritten.PROGRAMS.get(program));
    assertRight(grade(assignment, forward(program) + written(backward)));
  }

  @DisplayName("that are wrong do not, and the mistake is named")
  @ParameterizedTest
  @FieldSource("backstep.practice.HandWritten#WRONG")
  void wrong(String program, Kind kind, String backward) {
    Assignment assignment = assignment(HandWritten.PROGRAMS.get(program));
    Grade grade = grade(assignment, forward(program) + written(backward));
    assertThat(grade.points().orElseThrow()).isLessThan(grade.gradients().size());
    assertThat(grade.lines().getFirst().finding().kind()).isEqualTo(kind);
    assertThat(grade.trouble()).isEmpty();
  }

  // ---- Every lesson

  /// A lesson's program whose loss has a name.
  record Given(String name, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Given> lessons() {
    return LessonCatalog.builtIn().stream()
        .filter(lesson -> lesson.program().contains("loss ="))
        .map(lesson -> new Given(lesson.id(), lesson.program()));
  }

  private static List<String> solution(Given given) {
    return Exercise.of(given.text, Options.DEFAULT).orElseThrow().solution();
  }

  private static String handIn(Given given, List<String> backward) {
    Exercise exercise = Exercise.of(given.text, Options.DEFAULT).orElseThrow();
    String last = exercise.forward().lines().reduce("", (_, line) -> line);
    String indent = last.substring(0, last.length() - last.stripLeading().length());
    StringBuilder all = new StringBuilder(exercise.forward());
    backward.forEach(line -> all.append(indent).append(line).append('\n'));
    return all.toString();
  }

  @DisplayName("of every lesson get every point under each way to name a gradient")
  @ParameterizedTest
  @MethodSource("lessons")
  void names(Given given) {
    Assignment assignment = assignment(given.text);
    for (String name : List.of("grad_$1", "$1_grad", "dL_d$1")) {
      List<String> lines =
          solution(given).stream().map(line -> GRADIENT.matcher(line).replaceAll(name)).toList();
      assertRight(grade(assignment, handIn(given, lines)));
    }
  }

  @DisplayName("of every lesson get no point for a gradient that was spoiled")
  @ParameterizedTest
  @MethodSource("lessons")
  void spoiled(Given given) {
    Assignment assignment = assignment(given.text);
    List<UnaryOperator<String>> ways =
        List.of(
            right -> "-(" + right + ")",
            right -> "(" + right + ") + 0.001",
            right -> "0 * (" + right + ")");
    for (String variable : assignment.wanted()) {
      for (UnaryOperator<String> way : ways) {
        List<String> lines = new ArrayList<>(solution(given));
        lines.removeIf(line -> line.contains(" -= "));
        int last = lastSetting(lines, variable);
        lines.set(
            last,
            "d_" + variable + " = " + way.apply(lines.get(last).replaceFirst("^\\w+ \\+?= ", "")));
        Grade grade = grade(assignment, handIn(given, lines));
        assertThat(grade.gradients())
            .as("%s in%n%s", variable, String.join("\n", lines))
            .contains(new Grade.Gradient(variable, Verdict.WRONG));
      }
    }
  }

  private static int lastSetting(List<String> lines, String variable) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).startsWith("d_" + variable + " ")) {
        return i;
      }
    }
    throw new AssertionError(variable + " in " + lines);
  }

  @DisplayName("of every lesson get no point for figures that were written down")
  @ParameterizedTest
  @MethodSource("lessons")
  void figures(Given given) {
    Assignment assignment = assignment(given.text);
    Reference own = assignment.pass().own();
    List<String> lines = new ArrayList<>();
    for (String variable : assignment.wanted()) {
      lines.add("d_" + variable + " = " + literal(own, variable));
    }
    assertThat(grade(assignment, handIn(given, lines)).points()).hasValue(0);
  }

  private static String literal(Reference own, String variable) {
    var gradient = own.gradients().get(own.variables().get(variable));
    List<String> entries = new ArrayList<>();
    for (double entry : gradient.toArray()) {
      entries.add(Double.toString(entry));
    }
    String shape = gradient.shape().toString();
    return gradient.rank() == 0
        ? entries.getFirst()
        : "np.array([" + String.join(", ", entries) + "]).reshape(" + shape + ")";
  }

  @DisplayName("of every lesson that stop after the forward pass, or are empty, get no point")
  @ParameterizedTest
  @MethodSource("lessons")
  void empty(Given given) {
    Assignment assignment = assignment(given.text);
    Grade forward = grade(assignment, handIn(given, List.of()));
    assertThat(forward.points()).hasValue(0);
    assertThat(forward.gradients()).allMatch(one -> one.verdict() == Verdict.MISSING);
    assertThat(grade(assignment, "").points()).hasValue(0);
    assertThat(grade(assignment, "").trouble().orElseThrow().kind())
        .isEqualTo(Trouble.Kind.NO_LOSS);
  }

  @DisplayName("of every lesson may be mangled in any way: something is said, nothing breaks")
  @ParameterizedTest
  @MethodSource("lessons")
  void mangled(Given given) {
    Assignment assignment = assignment(given.text);
    String text = handIn(given, solution(given));
    Random random = new Random(7);
    for (int i = 0; i < 6; i++) {
      List<String> lines = new ArrayList<>(text.lines().toList());
      int at = random.nextInt(lines.size());
      switch (random.nextInt(4)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
        case 2 -> lines.set(at, lines.get(at).replace('*', '+'));
        default -> lines.set(at, lines.get(at).replaceFirst("\\(", ""));
      }
      Grade grade = grade(assignment, String.join("\n", lines) + "\n");
      assertThat(grade.judged() || grade.trouble().isPresent()).isTrue();
    }
  }

  // ---- The forward pass

  @Nested
  @DisplayName("may have a forward pass of their own")
  class Forward {
    private final String exercise = HandWritten.PROGRAMS.get("layers");

    @DisplayName("with other names for the data, other functions, and in a loop")
    @Test
    void rewritten() {
      assertRight(
          grade(
              assignment(exercise),
              """
              import numpy as np
              def act(v):
                  return v * (v > 0)
              data = np.array([.5, .8])
              target = np.array([1])
              W1 = np.array([[.2, .4], [.1, .3]])
              W2 = np.array([[.5], [.6]])
              b1 = np.array([.1, .2])
              b2 = np.array([.3])
              for epoch in range(100):
                  h = act(W1 @ data + b1)
                  o = act(h @ W2 + b2)
                  L = (target - o) ** 2 / 2
                  do = o - target
                  dpre = do * (o > 0)
                  dW2 = h.reshape(2, 1) * dpre
                  dh = W2 @ dpre * (h > 0)
                  dW1 = dh.reshape(2, 1) * data
                  W2 = W2 - .01 * dW2
                  W1 = W1 - .01 * dW1
              """));
    }

    @DisplayName("that starts from other numbers, for it is judged with the exercise's")
    @Test
    void otherNumbers() {
      Assignment neuron = assignment(HandWritten.PROGRAMS.get("neuron"));
      assertRight(
          grade(neuron, HandWritten.PROGRAMS.get("neuron").replace("[.2, .4]", "[7., -3.]")));
    }

    @DisplayName("that adds the loss up in a loop")
    @Test
    void addedUp() {
      Assignment line =
          assignment(
              """
              import numpy as np
              x = np.array([1., 2., 3.])
              t = np.array([3., 5., 8.])
              w = 1.5
              loss = np.sum((w * x - t) ** 2)
              d_w = np.sum(2 * (w * x - t) * x)
              w -= .1 * d_w
              """);
      assertRight(
          grade(
              line,
              """
              import numpy as np
              x = np.array([1., 2., 3.])
              t = np.array([3., 5., 8.])
              w = 1.5
              loss = 0.0
              d_w = 0.0
              for i in range(3):
                  loss += (w * x[i] - t[i]) ** 2
                  d_w += 2 * (w * x[i] - t[i]) * x[i]
              w -= .1 * d_w
              """));
    }

    @DisplayName("but not one that computes something else")
    @Test
    void another() {
      Grade grade = grade(assignment(exercise), exercise.replace("+ b1", "- b1"));
      assertThat(grade.points()).hasValue(0);
      Trouble trouble = grade.trouble().orElseThrow();
      assertThat(trouble.kind()).isEqualTo(Trouble.Kind.FORWARD);
      assertThat(trouble.arguments()).containsExactly("z1");
    }

    @DisplayName("nor one that has the exercise's figures written down")
    @Test
    void writtenDown() {
      // z1 = W1·X + b1, by hand.
      Grade grade =
          grade(
              assignment(exercise),
              exercise.replace("z1 = W1.dot(X) + b1", "z1 = np.array([.52, .49]) + 0 * W1.dot(X)"));
      assertThat(grade.points()).hasValue(0);
      assertThat(grade.trouble().orElseThrow().key()).isEqualTo("grade.forward.fixed");
    }

    @DisplayName("and no data written into the backward pass")
    @Test
    void data() {
      Grade grade =
          grade(
              assignment(HandWritten.PROGRAMS.get("neuron")),
              forward("neuron") + "d = (r - y) * sigmoid_d(z)\ndW = d * np.array([.5, .8])\n");
      assertThat(grade.points()).hasValue(0);
      assertThat(grade.lines().getFirst().finding().kind()).isEqualTo(Kind.HERE_ONLY);
    }
  }

  // ---- Notebooks

  @Nested
  @DisplayName("may be notebooks")
  class Notebooks {
    private final Assignment neuron = assignment(HandWritten.PROGRAMS.get("neuron"));
    private final String first = forward("neuron");
    private final String second = "d = (r - y) * sigmoid_d(z)\ngrad_W = d * X\nW -= .1 * grad_W\n";

    private Grade cells(String... texts) {
      return neuron.grade("one.ipynb", List.of(texts), true);
    }

    @DisplayName("with the backward pass in a cell below that of the loss")
    @Test
    void split() {
      Grade grade = cells("a = 1", first, "print(r)\n", second);
      assertRight(grade);
      assertThat(grade.cell()).contains(4);
    }

    @DisplayName("where the last cell counts that has it")
    @Test
    void last() {
      Grade grade = cells(first + second, first + second.replace("d * X", "d * x"), "loss = 3");
      assertThat(grade.cell()).contains(2);
      assertThat(grade.points()).hasValue(0);
      assertThat(grade.lines().getFirst().spot().cell()).contains(2);
      assertThat(grade.lines().getFirst().text()).isEqualTo("grad_W = d * x");
    }

    @DisplayName("with cells that cannot be read, or that stop")
    @Test
    void others() {
      assertRight(cells("%matplotlib inline", "import matplotlib.pyplot as plt", first, second));
      assertRight(cells("print(undefined)", first + second));
    }

    @DisplayName("that use what cells above have left")
    @Test
    void left() {
      String defs = first.substring(0, first.indexOf("x = 3.0"));
      Grade grade = cells(defs, first.substring(defs.length()) + second);
      assertRight(grade);
      assertThat(grade.cell()).contains(2);
    }
  }

  // ---- What goes wrong

  @DisplayName("that stop on the way get the points of the lines above")
  @Test
  void stopped() {
    Grade grade =
        grade(
            assignment(HandWritten.PROGRAMS.get("softmax")),
            forward("softmax") + "db = p - y\ndW = np.outer(db, y).nonsense\n");
    assertThat(grade.points()).hasValue(1);
    assertThat(grade.gradients())
        .containsExactly(
            new Grade.Gradient("W", Verdict.MISSING), new Grade.Gradient("b", Verdict.RIGHT));
    Trouble trouble = grade.trouble().orElseThrow();
    assertThat(trouble.isFailure()).isTrue();
    assertThat(trouble.spot()).contains(new Spot(Optional.empty(), 11));
  }

  @DisplayName("with a right gradient but a wrong update have no point for it")
  @ParameterizedTest
  @CsvSource({"W += .1 * dW, CLIMBS", "W = .1 * dW, REPLACED"})
  void update(String update, Kind kind) {
    Grade grade =
        grade(
            assignment(HandWritten.PROGRAMS.get("neuron")),
            forward("neuron") + "dW = (r - y) * sigmoid_d(z) * X\n" + update + "\n");
    assertThat(grade.points()).hasValue(0);
    assertThat(grade.lines().getFirst().finding().kind()).isEqualTo(kind);
  }

  @DisplayName("make a table of mistakes, the commonest first; what follows from one is none")
  @Test
  void mistakes() {
    Assignment assignment = assignment(HandWritten.PROGRAMS.get("neuron"));
    String forward = forward("neuron");
    String sign = forward + "dr = y - r\ndz = dr * sigmoid_d(z)\ndW = dz * X\nW -= .1 * dW\n";
    String none = forward + "dr = r - y\n";
    Grades grades =
        new Grades(
            "loss",
            List.of("W"),
            List.of(
                assignment.grade("a.py", List.of(none), false),
                assignment.grade("b.py", List.of(sign), false),
                assignment.grade("c.py", List.of(sign), false)));
    assertThat(grades.mistakes())
        .extracting(Mistake::key, Mistake::files)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("practice.SIGN", List.of("b.py", "c.py")),
            org.assertj.core.api.Assertions.tuple("grade.missing", List.of("a.py")));
    assertThat(grades.areComplete()).isTrue();
  }

  @DisplayName("that cannot be read are one row of that table, whatever keeps each from it")
  @Test
  void unreadable(@TempDir Path folder) throws IOException {
    Path bytes = Files.write(folder.resolve("bytes.py"), new byte[] {(byte) 0xff, 0});
    Files.writeString(folder.resolve("a.py"), "x = (");
    Assignment assignment = assignment(HandWritten.PROGRAMS.get("neuron"));
    Grades grades =
        assignment.grade(
            Submission.of(List.of(folder, folder.resolve("gone.py")), Path.of("exercise.py")));
    assertThat(grades.mistakes().getFirst())
        .isEqualTo(
            new Mistake("grade.unreadable", List.of(), false, List.of("bytes.py", "gone.py")));
    assertThat(grades.mistakes()).hasSize(2);
    assertThat(bytes).exists();
  }

  @DisplayName("show a mistake with somebody's numbers, then it is not called hidden")
  @Test
  void hidden() {
    Assignment assignment = assignment(HandWritten.PROGRAMS.get("layers"));
    String right = "d2 = (r2 - y) * (z2 > 0)\n";
    Grade hidden =
        assignment.grade(
            "a.py", List.of(forward("layers") + right + "dW2 = np.outer(z1, d2)\n"), false);
    assertThat(hidden.lines().getFirst().finding().hidden()).isTrue();
    Grade shown =
        new Grade(
            "b.py",
            hidden.cell(),
            hidden.gradients(),
            hidden.lines().stream()
                .map(line ->
                    new Grade.Line(
                        line.spot(),
                        line.name(),
                        line.text(),
                        new Finding(line.finding().kind(), line.finding().arguments(), false)))
                .toList(),
            Optional.empty(),
            true);
    Grades both = new Grades("loss", List.of("W2", "W1"), List.of(hidden, shown));
    assertThat(both.mistakes().getFirst().files()).containsExactly("a.py", "b.py");
    assertThat(both.mistakes().getFirst().hidden()).isFalse();
    Grades one = new Grades("loss", List.of("W2", "W1"), List.of(hidden));
    assertThat(one.mistakes().getFirst().hidden()).isTrue();
  }

  @DisplayName("may be notebooks whose cells are too long together; that is said of them alone")
  @Test
  void tooLong() {
    Assignment assignment = assignment(HandWritten.PROGRAMS.get("neuron"));
    String blank = "# " + "x".repeat(600_000) + "\n";
    Grade grade =
        assignment.grade(
            "long.ipynb", List.of(blank, blank + HandWritten.PROGRAMS.get("neuron")), true);
    assertThat(grade.judged() || grade.trouble().isPresent()).isTrue();
  }

  // ---- The exercise

  @DisplayName("are asked for what the exercise updates, else computes, else is made of")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b -= .1 * a | b",
        "d_a = b | a",
        "print(loss) | a,b",
      })
  void wanted(String backward, String wanted) {
    assertThat(assignment("a = 2.0\nb = 3.0\nloss = a * b\n" + backward + "\n").wanted())
        .containsExactly(wanted.split(","));
  }

  @DisplayName("can be asked for the gradient of what is computed on the way")
  @Test
  void between() {
    Assignment assignment = assignment("a = 2.0\nz = a ** 2\nloss = 3 * z ** 2\n", "z");
    assertRight(grade(assignment, "a = 2.0\nz = a ** 2\nloss = 3 * z ** 2\ndz = 6 * z\n"));
    assertThat(grade(assignment, "a = 2.0\nz = a ** 2\nloss = 3 * z ** 2\ndz = 3 * z\n").points())
        .hasValue(0);
  }

  @DisplayName("need an exercise with a loss that is made of what is wanted")
  @ParameterizedTest
  @CsvSource({
    "'a = 2.0\nloss = a * 3\n', c, grade.exercise.variable",
    "'a = 2\nloss = a * 3\n', , run.loss.notComputed",
    "'a = 2.0\nloss = a * b\n', , run.name.unknown",
  })
  void impossible(String text, String wanted, String key) {
    assertThatThrownBy(
            () -> assignment(text, wanted == null ? new String[0] : new String[] {wanted}))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().key()).isEqualTo(key));
  }
}
