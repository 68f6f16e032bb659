package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import backstep.testing.Corpus;
import backstep.testing.TwoLayers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which programs compute their loss in one and the same way, whatever their numbers are.
class BranchlessTest {
  private static boolean isBranchless(String text) {
    return Program.of(text).isBranchless(Options.DEFAULT);
  }

  @ParameterizedTest
  @DisplayName("A choice on the way to the loss is seen")
  @ValueSource(
      strings = {
        "w = 1.\nif w > 0:\n    w = 2.\nloss = w * w",
        "w = 1.\nloss = w if w > 0 else -w",
        "w = 1.\nloss = w * (w > 0)",
        "w = 1.\nloss = (w or 2.) * w",
        "w = 1.\nloss = max(w, 0.) * w",
        "w = 1.\nloss = int(w) * w",
        "w = 1.\nloss = round(w) * w",
        "w = 1.\nloss = w // 1 * w",
        "w = 1.\nloss = float(f'{w}') * w",
        "w = 1.\nloss = w\nwhile loss > .5:\n    loss = loss * w",
        "w = [1., 2.]\nloss = sum([x * x for x in w if x > 1])",
        "w = [2., 1.]\nw.sort()\nloss = w[0] * 3.",
        "import numpy as np\nw = np.array([1., 2.])\nloss = np.sum(np.where(w > 0, w, 0))",
        "import numpy as np\nw = np.array([1., 2.])\nloss = w[np.argmax(w)] * 2.",
        "import numpy as np\nw = np.array([1., 2.])\nn = np.zeros(2, dtype=int)\nloss = w.dot(w)",
        "import numpy as np\nw = np.array([1, 2])\nv = 1.5\nw[0] = v\nloss = w.sum() * v",
        "def relu(x):\n    return x if x > 0 else 0.\nw = 1.\nloss = relu(w)",
        "def relu(x):\n    return x if x > 0 else 0.\ndef f(g, x):\n    return g(x)\nloss = f(relu, 1.)",
        "def f(x, c=1 if 2 > 1 else 3):\n    return c * x\nw = 1.\nloss = f(w)",
        "f = lambda x: x if x > 0 else 0.\nw = 1.\nloss = f(w)",
        "w = 1.\nfor i in range(3):\n    if w > 0:\n        w = w * 1.\n    loss = w * w",
      })
  void choicesAreSeen(String program) {
    assertThat(isBranchless(program)).isFalse();
  }

  @ParameterizedTest
  @DisplayName("What comes after the loss, and what is never used, makes no difference")
  @ValueSource(
      strings = {
        "w = 1.\nloss = w * w\nif loss > 0:\n    print(loss)",
        "def unused(x):\n    return x if x > 0 else 0.\nw = 1.\nloss = w * w\nprint(unused(w))",
        "w = 1.\nfor i in range(9):\n    loss = w ** 2\n    w -= .1 * 2 * w\n"
            + "    if i % 3 == 0:\n        print(f'{i}: {loss}')",
        "import numpy as np\nw = np.array([1., 2.])\nX = [x * 2 for x in w]\n"
            + "loss = np.mean(np.maximum(0, w.T.dot(w)))",
      })
  void whatComesAfterMakesNoDifference(String program) {
    assertThat(isBranchless(program)).isTrue();
  }

  @ParameterizedTest
  @DisplayName("A choice of how to update is seen, and no mask is taken for one")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          g = w - 1                                              | true
          g = (w - 1) * (w > 0)                                  | true
          g = np.where(w > 0, w - 1, 0)                          | true
          g = w - 1 if w < 5 else 1.                             | false
          g = np.clip(w - 1, -1, 1)                              | false
          g = np.minimum(w - 1, 1)                               | false
          g = min(w - 1, 1.)                                     | false
          """)
  void aChoiceOfHowToUpdateIsSeen(String gradient, boolean expected) {
    Program program =
        Program.of(
            "import numpy as np\nw = 2.\nloss = .5 * (w - 1) ** 2\n" + gradient + "\nw -= .1 * g");
    assertThat(program.isBranchlessAfterLoss(Options.DEFAULT)).isEqualTo(expected);
  }

  @Test
  @DisplayName("The two-layer network is branchless: its masks are part of its backward pass")
  void theTwoLayerNetworkIsBranchless() {
    assertThat(isBranchless(TwoLayers.TRAINED)).isTrue();
    assertThat(Program.of(TwoLayers.TRAINED).isBranchlessAfterLoss(Options.DEFAULT)).isTrue();
  }

  static List<Corpus.Good> branchless() {
    return Corpus.good().stream()
        .filter(program -> isBranchless(program.text()))
        .filter(program -> {
          Run run = Program.of(program.text()).run(Options.DEFAULT);
          return run.problem().isEmpty() && run.iterations() == 1;
        })
        .toList();
  }

  @Test
  void manyProgramsOfTheCorpusAreBranchless() {
    assertThat(branchless()).hasSizeGreaterThan(30);
  }

  /// A run from other numbers and the graph worked out again with them come to the same figures.
  @ParameterizedTest
  @DisplayName("The graph of one run is that of every other")
  @MethodSource("branchless")
  void theGraphIsThatOfEveryRun(Corpus.Good program) {
    Program read = Program.of(program.text());
    Run run = read.run(Options.DEFAULT);
    Graph graph = run.iteration(0).orElseThrow().graph();
    Replays replays = new Replays(read, Options.DEFAULT, run);
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      Map<Node, Tensor> other = new HashMap<>();
      for (Node.Leaf leaf : graph.leaves()) {
        if (leaf.differentiable() && run.origins().place(leaf).isPresent()) {
          other.put(leaf, leaf.value().map(x -> x * (1 + random.nextGaussian())));
        }
      }
      replays
          .with(other)
          .ifPresent(again -> {
            Graph expected = again.graph();
            Graph with = graph.with(other);
            assertThat(with.nodes().stream().map(Node::value))
                .isEqualTo(expected.nodes().stream().map(Node::value).toList());
          });
    }
  }
}
