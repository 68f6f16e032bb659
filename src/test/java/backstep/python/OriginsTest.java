package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What nodes are called, to which calls they belong, which numbers take a gradient, and how arrays
/// that share their entries share their gradients.
class OriginsTest {
  private static Run run(String program) {
    Run run = Program.of("import numpy as np\n" + program).run(Options.DEFAULT);
    assertThat(run.problem()).isEmpty();
    return run;
  }

  private static List<String> names(Run run) {
    return run.last().graph().nodes().stream()
        .map(node -> run.origins().name(node).orElse("·"))
        .toList();
  }

  private static Tensor gradient(Run run, String name) {
    Graph graph = run.last().graph();
    Node leaf =
        graph.leaves().stream()
            .filter(node -> run.origins().name(node).filter(name::equals).isPresent())
            .findFirst()
            .orElseThrow();
    return graph.gradients().get(leaf);
  }

  private static List<String> badges(Run run) {
    return run.last().graph().operations().stream().map(Node.Operation::badge).toList();
  }

  // ---- Names

  @Test
  void aValueIsCalledWhatTheProgramCallsItFirst() {
    Run run = run("x = 3.0\ny = x * x\nz = y\nloss = z * 2\n");

    assertThat(names(run)).containsExactly("x", "y", "loss");
  }

  @Test
  void theOutermostNameCounts() {
    Run run =
        run(
            """
            def square(a):
                s = a * a
                return s
            x = 3.0
            y = square(x)
            loss = y * 2
            """);

    assertThat(names(run)).containsExactly("x", "y", "loss");
  }

  @Test
  void whatOnlyAFunctionNamesKeepsThatName() {
    Run run = run("def f(a):\n    s = a * a\n    return s + 1\nx = 3.0\nloss = f(x)\n");

    assertThat(names(run)).containsExactly("x", "s", "loss");
  }

  @Test
  void aNameBoundAnewBelongsToTheLastValue() {
    Run run = run("x = 3.0\nx = x * x\nx = x * 2\nloss = x * x\n");
    Map<String, Node> variables = run.variables(run.last().graph());

    assertThat(names(run)).containsExactly("x", "x", "x", "loss");
    assertThat(variables.get("x").value()).isEqualTo(Tensor.scalar(18));
    assertThat(variables.keySet()).containsExactly("x", "loss");
  }

  @Test
  void everyNodeButLiteralsKnowsItsPlaceInTheText() {
    Run run = run("x = 3.0\nloss = np.sin(x) ** 2 + 1\n");

    assertThat(run.last().graph().nodes())
        .extracting(node -> run.origins().span(node).orElseThrow().of(run.text()))
        .containsExactly("x", "np.sin(x)", "np.sin(x) ** 2", "np.sin(x) ** 2 + 1");
  }

  // ---- Calls

  @Test
  void aCallIsAGroupAndACallWithinItAnother() {
    Run run =
        run(
            """
            def half(a):
                return a / 2
            def f(a):
                return half(a * a) + 1
            x = 3.0
            loss = f(x) * f(x)
            """);
    List<String> groups = run.last().graph().nodes().stream().map(node -> path(run, node)).toList();

    assertThat(groups).containsExactly("", "f0", "f0/half1", "f0", "f2", "f2/half3", "f2", "");
  }

  private static String path(Run run, Node node) {
    StringBuilder path = new StringBuilder();
    Origins.Group group = run.origins().group(node).orElse(null);
    while (group != null) {
      path.insert(0, "/" + group.function() + group.id());
      group = group.parent();
    }
    return path.isEmpty() ? "" : path.substring(1);
  }

  @Test
  void aLambdaIsAGroupToo() {
    Run run = run("f = lambda a: a * a\nx = 3.0\nloss = f(x) + 1\n");
    Node square = run.last().graph().operations().getFirst();

    assertThat(run.origins().group(square).map(Origins.Group::function)).contains("<lambda>");
    assertThat(run.origins().group(square).orElseThrow().call().of(run.text())).isEqualTo("f(x)");
  }

  // ---- Numbers

  @Test
  void aNamedWholeNumberIsALeafWithoutAGradient() {
    Run run = run("n = 4\nx = 3.0\nloss = x * x / n\n");
    Graph graph = run.last().graph();

    assertThat(names(run)).containsExactly("x", "·", "n", "loss");
    assertThat(graph.gradients().keySet())
        .extracting(node -> run.origins().name(node).orElse("·"))
        .containsExactlyInAnyOrder("x", "·", "loss");
  }

  @Test
  void aWholeNumberStaysOneLeafHoweverOftenItIsUsed() {
    Run run = run("n = 4\nx = 3.0\nloss = n * x + n\n");

    assertThat(names(run)).containsExactly("x", "n", "·", "loss");
  }

  @Test
  void writtenNumbersAreFoldedIntoBadges() {
    Run run = run("x = 3.0\nloss = .5 * (1 - x) ** 2 / 4\n");

    assertThat(badges(run)).containsExactly("1−", "x²", "×½", "÷4");
    assertThat(run.last().graph().leaves()).hasSize(1);
  }

  @Test
  void anUnnamedWholeResultIsWrittenInTheBadgeAsWell() {
    assertThat(badges(run("x = 3.0\nloss = x * x / len([1, 2, 4])\n"))).containsExactly("×", "÷3");
  }

  @Test
  void formulasOfWrittenNumbersAreNumbers() {
    assertThat(badges(run("x = 3.0\nloss = x * (1 / 4)\n"))).containsExactly("×¼");
  }

  @Test
  void anArrayWrittenInAFormulaIsALeafToLookAt() {
    Run run = run("x = np.array([1.0, 2.0])\nloss = np.sum(x * np.array([3.0, 4.0]))\n");

    assertThat(names(run)).containsExactly("x", "·", "·", "loss");
    assertThat(gradient(run, "x")).isEqualTo(Tensor.vector(3, 4));
  }

  @Test
  void comparisonsAndIndicesTakeNoGradient() {
    Run run = run("x = np.array([1.0, -2.0])\nloss = np.sum(np.where(x > 0, x, 0.1 * x))\n");

    assertThat(gradient(run, "x")).isEqualTo(Tensor.vector(1, .1));
  }

  // ---- Arrays that share their entries

  @Test
  void aViewSendsItsGradientToTheArrayItIsOf() {
    Run run =
        run(
            """
            W = np.array([[1.0, 2.0], [3.0, 4.0]])
            row = W[1]
            loss = np.sum(row * row) + W[0, 0] * 5
            """);

    assertThat(gradient(run, "W")).hasToString("[[5. 0.]\n [6. 8.]]");
  }

  @Test
  void aChangeThroughAViewIsSeenByAllAndDifferentiated() {
    Run run =
        run(
            """
            W = np.array([[1.0, 2.0], [3.0, 4.0]])
            a = 5.0
            column = W.T[0]
            column[1] = a * a
            loss = np.sum(W * W)
            """);

    assertThat(run.last().graph().loss().value().item()).isEqualTo(1 + 4 + 625 + 16);
    assertThat(gradient(run, "a")).isEqualTo(Tensor.scalar(2 * 25 * 10));
    // What was overwritten no longer counts.
    assertThat(gradient(run, "W")).hasToString("[[2. 4.]\n [0. 8.]]");
  }

  @Test
  void anAliasIsTheSameArray() {
    Run run = run("a = np.array([1.0, 2.0])\nb = a\nb[0] *= 3\nloss = np.sum(a)\n");

    assertThat(run.last().graph().loss().value().item()).isEqualTo(5);
    assertThat(gradient(run, "a")).isEqualTo(Tensor.vector(3, 1));
  }

  @Test
  void aCopyIsAnotherArray() {
    Run run = run("a = np.array([1.0, 2.0])\nb = a.copy()\nb[0] *= 3\nloss = np.sum(a * b)\n");

    assertThat(run.last().graph().loss().value().item()).isEqualTo(3 + 4);
    assertThat(gradient(run, "a")).isEqualTo(Tensor.vector(6, 4));
  }

  @Test
  void entriesChosenByAMaskAreChangedInPlace() {
    Run run =
        run("a = np.array([1.0, -2.0, 3.0])\na[a < 0] *= 10\na[[0, 0]] += 1\nloss = np.sum(a)\n");

    assertThat(run.last().graph().loss().value().item()).isEqualTo(2 - 20 + 3);
    assertThat(gradient(run, "a")).isEqualTo(Tensor.vector(1, 10, 1));
  }

  @Test
  void ofTwoValuesForOneEntryTheLastCounts() {
    Run run =
        run(
            """
            v = np.array([5.0, 7.0])
            b = np.zeros(2)
            b[[1, 1]] = v * v
            loss = np.sum(b)
            """);

    assertThat(gradient(run, "v")).isEqualTo(Tensor.vector(0, 14));
  }

  @Test
  void collectingAGradientIsNoUpdate() {
    Run run =
        run(
            """
            w = 2.0
            loss = 0.0
            g = 0.0
            for x in [1.0, 3.0]:
                d = w * x - 1
                loss += d * d
                g += 2 * d * x
            w -= .1 * g
            """);

    assertThat(run.iterations()).isEqualTo(1);
    assertThat(run.claims()).extracting(Claim::parameter).containsExactly("w");
    assertThat(run.claims()).allMatch(Claim::agrees);
  }
}
