package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.graph.Node;
import backstep.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Leaves changed by hand, in the text where they stand there, else beside it.
class DraftTest {
  private static Node leaf(Run run, String name) {
    return leaf(run, run.iterations() - 1, name);
  }

  private static Node leaf(Run run, int iteration, String name) {
    return run.iteration(iteration).orElseThrow().graph().leaves().stream()
        .filter(leaf -> run.origins().name(leaf).equals(Optional.of(name)))
        .findFirst()
        .orElseThrow();
  }

  private static Draft edited(String text, String name, int entry, double value) {
    Draft draft = Draft.of(text);
    Run run = draft.run(Options.DEFAULT);
    assertThat(run.problem()).isEmpty();
    return draft.with(run, leaf(run, name), entry, value);
  }

  @ParameterizedTest
  @DisplayName("A number in the text is changed there, and nothing around it")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x = 3.0  # three|0.1|x = 0.1  # three",
        "x = -0.27|2.0|x = 2.0",
        "x = - .5|-1e-20|x = -1e-20",
        "x=.5|1e16|x=1e+16",
        "x = 42; x2 = x * 1.0|43.0|x = 43; x2 = x * 1.0",
        "x = 42|1.5|x = 1.5",
        "x = 42|-0.0|x = -0.0",
        "x = 42|1e100|x = 1e+100",
        "x = 0x2A|7|x = 7",
        "x = 2.0|3|x = 3.0",
        "x = (-3.0)|4.5|x = (4.5)",
        "a, x = 1.0, 2.0|5.0|a, x = 1.0, 5.0",
        "x = 5.0 if True else-1.0|2.0|x = 2.0 if True else-1.0",
        "x = 5.0 if False else-1.0|2.0|x = 5.0 if False else 2.0",
        "[x] = [1.0]|2.0|[x] = [2.0]",
        "for x in [1.0]: pass|2.0|for x in [2.0]: pass",
        "f = lambda x: x * 2; loss = f(3.0) ** 2; x = 9|4|f = lambda x: x * 2; loss = f(4.0) **"
            + " 2; x = 9",
      })
  void scalarsInTheText(String line, double value, String expected) {
    String rest = line.contains("loss") ? "" : "\nw = 0.5\nloss = (w * x - 1.0) ** 2\n";
    Draft draft = edited(line + rest, "x", 0, value);

    assertThat(draft).isEqualTo(Draft.of(expected + rest));
    Run run = draft.run(Options.DEFAULT);
    assertThat(run.problem()).isEmpty();
    assertThat(leaf(run, "x").value().get(0)).isEqualTo(value);
  }

  @ParameterizedTest
  @DisplayName("An entry of an array of numbers is changed where it is written")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "np.array([1.0,  2., # two\\n  3.])|1|-0.5|np.array([1.0,  -0.5, # two\\n  3.])",
        "np.array([[1, 2],\\n          [3, 4]])|2|7|np.array([[1, 2],\\n          [7, 4]])",
        "np.array([1, 2])|0|1.5|np.array([1.5, 2])",
        "np.array([1.5, 2])|0|2|np.array([2.0, 2])",
        "np.array([-1., 2])|0|3|np.array([3.0, 2])",
        "np.array([1, 2], dtype=float)|0|1.5|np.array([1.5, 2], dtype=float)",
        "np.array([[1., 2., 3.], [4., 5., 6.]]).T|1|9|np.array([[1., 2., 3.], [9.0, 5., 6.]]).T",
        "np.array([1., 2., 3., 4.]).reshape(2, 2)|2|9|np.array([1., 2., 9.0, 4.]).reshape(2, 2)",
        "np.array((1, 2), float).reshape(2, 1)|1|9|np.array((1, 9), float).reshape(2, 1)",
      })
  void arraysInTheText(String array, int entry, double value, String expected) {
    String program = "import numpy as np\nX = %s\nw = 0.5\nloss = np.sum((w * X - 1.0) ** 2)\n";
    Draft draft = edited(program.formatted(array.replace("\\n", "\n")), "X", entry, value);

    assertThat(draft).isEqualTo(Draft.of(program.formatted(expected.replace("\\n", "\n"))));
    assertThat(leaf(draft.run(Options.DEFAULT), "X").value().get(entry)).isEqualTo(value);
  }

  @ParameterizedTest
  @DisplayName("What is no number of its own in the text is given its value beside it")
  @ValueSource(
      strings = {
        "x = 1 / 3",
        "x = float(3)",
        "x = max(3.0, 2.0)",
        "x = sorted([3.0, 2.0])[0]",
        "x = 0.0 or 3.0",
        "x = -(3.0)",
        "x = y = 3.0",
        "x, y = [3.0] * 2",
        "x = np.random.randn()",
        "x = np.zeros(2)",
        "x = np.array([True, False])",
        "x = np.array([1, 2], dtype=int)",
        "x = np.array([1, 2]) * 2",
        "n = 2; x = np.array([n, 1.0])",
      })
  void besideTheText(String line) {
    String text = "import numpy as np\n" + line + "\nw = 0.5\nloss = np.sum((w * x - 1.0) ** 2)\n";
    Draft draft = edited(text, "x", 0, 0.25);

    assertThat(draft.text()).isEqualTo(text);
    assertThat(draft.given()).hasSize(1);
    Run run = draft.run(Options.DEFAULT);
    assertThat(run.problem()).isEmpty();
    Node leaf = leaf(run, "x");
    assertThat(leaf.value().get(0)).isEqualTo(0.25);
    assertThat(leaf.differentiable()).isTrue();
    // A second change goes the same way.
    Draft again = draft.with(run, leaf, 0, 8);
    assertThat(again.text()).isEqualTo(text);
    assertThat(leaf(again.run(Options.DEFAULT), "x").value().get(0)).isEqualTo(8);
  }

  private static final String LOOP =
      """
      learning_rate = 0.1
      w = 1.0
      for i in range(4):
          y = 2.0
          loss = (w - y) ** 2
          w -= learning_rate * 2 * (w - y)
          print(w)
      """;

  @Test
  @DisplayName("A parameter as an update left it is given its value in that iteration")
  void aParameterBetweenUpdates() {
    Draft draft = Draft.of(LOOP);
    Run before = draft.run(Options.DEFAULT);
    Draft changed = draft.with(before, leaf(before, 2, "w"), 0, 5);
    Run after = changed.run(Options.DEFAULT);

    assertThat(changed.text()).isEqualTo(LOOP);
    assertThat(after.losses()[0]).isEqualTo(before.losses()[0]);
    assertThat(after.losses()[1]).isEqualTo(before.losses()[1]);
    assertThat(after.losses()[2]).isEqualTo(9);
    assertThat(after.losses()[3]).isEqualTo(Math.pow(5 - 0.1 * 2 * 3 - 2, 2));
    assertThat(after.printed()).startsWith("1.2\n5.0\n4.4\n");
    assertThat(after.claims()).allMatch(Claim::agrees);
    // Rounds that were not kept are run with it as well.
    Program program = changed.program();
    Options options = changed.options(Options.DEFAULT).keptFrom(3);
    Replays replays = new Replays(program, options, program.run(options));
    assertThat(replays.get(2).graph().loss().value().item()).isEqualTo(9);
  }

  @Test
  @DisplayName("A number that a loop sets again is changed in one iteration only")
  void aNumberInALoop() {
    Draft draft = Draft.of(LOOP);
    Run before = draft.run(Options.DEFAULT);
    Draft changed = draft.with(before, leaf(before, 1, "y"), 0, 7);
    Run after = changed.run(Options.DEFAULT);

    assertThat(changed.text()).isEqualTo(LOOP);
    assertThat(leaf(after, 0, "y").value().item()).isEqualTo(2);
    assertThat(leaf(after, 1, "y").value().item()).isEqualTo(7);
    assertThat(leaf(after, 2, "y").value().item()).isEqualTo(2);
  }

  @Test
  @DisplayName("What was set beside the text stays so when the text changes")
  void placesSurviveChangesOfTheText() {
    String text =
        """
        import numpy as np
        t, x, w = np.array([1, 2]), 3, np.random.randn(2)
        loss = np.sum((w * x - t) ** 2)
        """;
    Draft draft = edited(text, "w", 1, 0.125);
    Run run = draft.run(Options.DEFAULT);
    draft = draft.with(run, leaf(run, "x"), 0, 1.5);
    run = draft.run(Options.DEFAULT);
    draft = draft.with(run, leaf(run, "t"), 0, 0.5);
    run = draft.run(Options.DEFAULT);

    assertThat(draft.text())
        .isEqualTo(text.replace("[1, 2]", "[0.5, 2]").replace("3, np", "1.5, np"));
    assertThat(leaf(run, "w").value().get(1)).isEqualTo(0.125);
    assertThat(leaf(run, "t").differentiable()).isTrue();
  }

  @Test
  @DisplayName("A value of another shape than the leaf's is ignored")
  void anotherShape() {
    Draft draft = Draft.of("import numpy as np\nx = 3.0\nloss = x ** 2\n");
    Run run = draft.run(Options.DEFAULT);
    Place place = run.origins().place(leaf(run, "x")).orElseThrow();
    Options options = Options.DEFAULT.withGiven(Map.of(place, Tensor.vector(1, 2)));

    assertThat(place).isEqualTo(new Place(2, 0));
    assertThat(leaf(draft.program().run(options), "x").value().item()).isEqualTo(3);
  }

  @Test
  @DisplayName("A variable that is set to a number is read and changed by its name")
  void variables() {
    Draft draft = Draft.of(LOOP);

    assertThat(draft.number("learning_rate")).contains(0.1);
    assertThat(draft.with("learning_rate", 0.5).text()).isEqualTo(LOOP.replace("= 0.1", "= 0.5"));
    assertThat(Draft.of("a, n = -1, 2\nn = 3\n").number("a")).contains(-1.0);
    // The first counts.
    assertThat(Draft.of("n = 2\nn = 3\n").with("n", 7).text()).isEqualTo("n = 7\nn = 3\n");
    assertThat(Draft.of("n = 1 / 2\nn = 3\n").number("n")).isEmpty();
    assertThat(Draft.of("import numpy as np\ny = np.array([[1]])\n").with("y", .5).text())
        .endsWith("y = np.array([[0.5]])\n");
    assertThat(Draft.of("import numpy as np\ny = np.array([1, 2])\n").number("y")).isEmpty();
    assertThat(Draft.of("y = [1]\n").number("y")).as("a list is no array").isEmpty();
    assertThat(draft.number("y")).isEmpty();
    assertThatThrownBy(() -> draft.with("y", 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("A number is drawn from the seed instead, and set to a number again")
  void drawn() {
    String text =
        """
        import numpy as np
        seed = 0
        np.random.seed(seed)
        w = 0.5  # the start
        loss = (w - 1) ** 2
        """;
    Draft drawn = Draft.of(text).drawn("w").with("seed", 7);
    assertThat(drawn.text())
        .isEqualTo(text.replace("seed = 0", "seed = 7").replace("0.5", "np.random.randn()"));
    assertThat(drawn.isDrawn("w")).isTrue();
    assertThat(drawn.number("w")).isEmpty();
    assertThat(drawn.canSet("w")).isTrue();
    // NumPy: np.random.seed(7); np.random.randn()
    Run run = drawn.run(Options.DEFAULT);
    assertThat(leaf(run, "w").value().item()).isEqualTo(1.690525703800356);
    // What was set beside the text gives way to what is set in it.
    Draft byHand = drawn.with(run, leaf(run, "w"), 0, 3);
    assertThat(byHand.given()).hasSize(1);
    assertThat(byHand.drawn("w")).isEqualTo(drawn);
    assertThat(byHand.with("w", 0.5).with("seed", 0)).isEqualTo(Draft.of(text));
    assertThat(Draft.of(text).isDrawn("w")).isFalse();
    assertThatThrownBy(() -> Draft.of(text).drawn("loss"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("Only finite numbers, only leaves, and only of this program")
  void refusals() {
    Draft draft = Draft.of(LOOP);
    Run run = draft.run(Options.DEFAULT);
    Node w = leaf(run, "w");
    Node loss = run.last().graph().loss();

    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> draft.with(run, w, 0, value))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> draft.with("w", value)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> draft.with(run, loss, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> draft.with(run, w, 1, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Draft.of(LOOP + "\n").with(run, w, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
