package backstep.practice;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.practice.Finding.Kind;
import backstep.python.Options;
import backstep.testing.TwoLayers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Backward passes written by hand. The right ones are the notebook's own and the textbook's; each
/// wrong one is one of them with one thing changed, and the table says what.
class ExerciseTest {
  private static final String NEURON =
      """
      import numpy as np
      def sigmoid(x):
          return 1 / (1 + np.exp(-x))
      def sigmoid_d(x):
          return sigmoid(x) * (1 - sigmoid(x))
      x = 3.0
      X = np.array([.5, .8])
      y = np.array([1])
      W = np.array([.2, .4])
      z = W.dot(X)
      r = sigmoid(z)
      loss = .5 * (y - r) ** 2
      W -= .1 * (r - y) * sigmoid_d(z) * X
      """;
  private static final String LAYERS =
      "import numpy as np\n"
          + TwoLayers.FORWARD
          + "W2 -= .01 * np.outer(r1, (r2 - y) * (z2 > 0))\n"
          + "W1 -= .01 * np.outer(W2.dot((r2 - y) * (z2 > 0)) * (z1 > 0), X)\n";
  private static final String SOFTMAX =
      """
      import numpy as np
      x = np.array([1., 2.])
      y = np.array([0., 1., 0.])
      W = np.array([[.1, .2], [.3, -.1], [-.2, .4]])
      b = np.array([.1, -.1, .2])
      z = W.dot(x) + b
      e = np.exp(z)
      p = e / np.sum(e)
      loss = -np.sum(y * np.log(p))
      W -= .1 * np.outer(p - y, x)
      b -= .1 * (p - y)
      """;
  private static final String FORK =
      """
      x = 1.5
      a = x ** 2
      b = 3 * x
      loss = a * b
      x -= .1 * (b * 2 * x + a * 3)
      """;
  private static final String BATCH =
      """
      import numpy as np
      X = np.array([[.5, .8], [.1, -.4], [.7, .2]])
      y = np.array([[1.], [0.], [.5]])
      W = np.array([[.2, .3], [-.4, .1]])
      b = np.array([.1, .2])
      V = np.array([[.5], [-.3]])
      z = X.dot(W) + b
      a = np.tanh(z)
      q = a.dot(V)
      loss = np.mean(.5 * (q - y) ** 2)
      W -= .1 * X.T.dot((q - y).dot(V.T) / 3 * (1 - a ** 2))
      b -= .1 * np.sum((q - y).dot(V.T) / 3 * (1 - a ** 2), axis=0)
      V -= .1 * a.T.dot((q - y) / 3)
      """;
  private static final Map<String, String> PROGRAMS =
      Map.of("neuron", NEURON, "layers", LAYERS, "softmax", SOFTMAX, "fork", FORK, "batch", BATCH);

  private static Feedback check(String program, String backward) {
    return Exercise.of(PROGRAMS.get(program), Options.DEFAULT)
        .orElseThrow()
        .check(backward.replace("; ", "\n") + "\n");
  }

  @DisplayName("A right backward pass is called right, in whatever style it is written")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "neuron | d = (r - y) * sigmoid_d(z); grad_W = d * X; W -= .1 * grad_W",
        "neuron | dr = r - y; dz = dr * r * (1 - r); dW = dz * X; W = W - .1 * dW",
        "neuron | W -= .1 * (r - y) * r * (1 - r) * X",
        "neuron | lr = .1; z_grad = (r - y) * sigmoid_d(z); dL_dW = z_grad * X; W += -lr * dL_dW",
        "layers | d2 = (r2 - y) * (z2 > 0); grad_W2 = np.outer(r1, d2); d1 = W2.dot(d2) * (z1 > 0);"
            + " grad_W1 = np.outer(d1, X); W2 -= .01 * grad_W2; W1 -= .01 * grad_W1",
        "softmax | dz = p - y; dW = np.outer(dz, x); db = dz; W -= .1 * dW; b -= .1 * db",
        "fork | dx = b * 2 * x; dx += a * 3; x -= .1 * dx",
        "fork | da = b; db = a; dx = 2 * x * da + 3 * db; x -= .1 * dx",
        "batch | d = (q - y) / len(X); dV = a.T.dot(d); dz = d @ V.T * (1 - a ** 2);"
            + " dW = X.T @ dz; db = dz.sum(axis=0); W -= .1 * dW; b -= .1 * db; V -= .1 * dV"
      })
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
        Exercise.of(PROGRAMS.get(program), Options.DEFAULT).orElseThrow().solution();
    Feedback feedback = check(program, String.join("\n", solution));
    assertThat(feedback.isDone()).as("%s", feedback).isTrue();
  }

  @DisplayName("A wrong backward pass is named by its first mistake")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "neuron | OTHER_VARIABLE | dz = (r - y) * sigmoid_d(z); dW = dz * x; W -= .1 * dW",
        "neuron | DERIVATIVE | dr = r - y; dz = dr; dW = dz * X; W -= .1 * dW",
        "neuron | UPSTREAM | dz = sigmoid_d(z); dW = dz * X; W -= .1 * dW",
        "neuron | VALUE | dz = (r - y) * sigmoid_d(r); dW = dz * X; W -= .1 * dW",
        "neuron | INPUT | dz = (r - y) * z * (1 - z); dW = dz * X; W -= .1 * dW",
        "neuron | OTHER_DERIVATIVE | dr = r - y; dz = dr * r; dW = dz * X; W -= .1 * dW",
        "neuron | OTHER_DERIVATIVE | dr = r - y; dz = dr * (1 - r); dW = dz * X; W -= .1 * dW",
        "layers | OTHER_DERIVATIVE | dz2 = (r2 - y) * r2; dW2 = np.outer(r1, dz2)",
        "batch | OTHER_DERIVATIVE | dq = (q - y) / 3; dz = dq.dot(V.T) * a * (1 - a)",
        "neuron | SIGN | dr = y - r; dz = dr * sigmoid_d(z); dW = dz * X; W -= .1 * dW",
        "neuron | OPERAND | dr = 2 * (r - y); dz = dr * sigmoid_d(z); dW = dz * X; W -= .1 * dW",
        "neuron | CLIMBS | dW = (r - y) * sigmoid_d(z) * X; W += .1 * dW",
        "neuron | REPLACED | dW = (r - y) * sigmoid_d(z) * X; W = .1 * dW",
        "layers | DERIVATIVE | dr2 = r2 - y; dz2 = dr2; dW2 = np.outer(r1, dz2); W2 -= .01 * dW2",
        "layers | TRANSPOSED | dz2 = (r2 - y) * (z2 > 0); dz1 = W2.dot(dz2) * (z1 > 0);"
            + " dW1 = np.outer(X, dz1); W1 -= .01 * dW1",
        "layers | SHAPE | dz2 = (r2 - y) * (z2 > 0); dW2 = r1 * dz2",
        "layers | UPDATED_FIRST | dz2 = (r2 - y) * (z2 > 0); dW2 = np.outer(r1, dz2);"
            + " W2 -= .01 * dW2; dr1 = W2.dot(dz2)",
        "layers | DERIVATIVE | dz2 = (r2 - y) * (z2 > 0); dz1 = W2.dot(dz2)",
        "layers | OTHER_VARIABLE | dz2 = (r2 - y) * (z2 > 0); dW2 = np.outer(z1, dz2)",
        "softmax | SIGN | dz = y - p; dW = np.outer(dz, x); W -= .1 * dW",
        "softmax | TRANSPOSED | dz = p - y; dW = np.outer(x, dz)",
        "softmax | SHARE | dp = -y / p; de = dp / np.sum(e)",
        "softmax | DERIVATIVE | de = (p - y) / e; dz = de",
        "softmax | SIGN | dp = y / p",
        "softmax | OPERAND | dz = p - y; dx = dz",
        "neuron | FACTOR | dr = 3 * (r - y); dz = dr * sigmoid_d(z); dW = dz * X; W -= .1 * dW",
        "layers | OTHER_GRADIENT | dz2 = (r2 - y) * (z2 > 0); dW2 = np.outer(r1, dz2); W1 -= .01 * dW2",
        "fork | SHARE | dx = b * 2 * x; x -= .1 * dx",
        "fork | OVERWROTE | dx = b * 2 * x; dx = a * 3; x -= .1 * dx",
        "fork | DERIVATIVE | da = b; dx = da + a * 3; x -= .1 * dx",
        "batch | BATCH | dq = q - y; dV = a.T.dot(dq); V -= .1 * dV",
        "batch | INPUT | dq = (q - y) / 3; dz = dq.dot(V.T) * (1 - z ** 2)",
        "batch | AXIS | dq = (q - y) / 3; dz = dq.dot(V.T) * (1 - a ** 2); db = dz.sum()",
        "batch | AXIS | dq = (q - y) / 3; dz = dq.dot(V.T) * (1 - a ** 2); db = dz",
        "batch | DERIVATIVE | dq = (q - y) / 3; dz = dq.dot(V.T)",
        "batch | MATRIX | dq = (q - y) / 3; dz = dq.dot(V.T) * (1 - a ** 2); dX = dz.dot(W)"
      })
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
}
