package backstep.graph;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.OpCases.Case;
import backstep.tensor.Over;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Each op's vector-Jacobian product against central differences, for operands of every shape it
/// takes, stretched ones included.
class OpGradientsTest {
  private static final double STEP = 1e-5;

  @Test
  void everyOpHasItsCases() {
    assertThat(OpCases.OF.keySet()).containsExactlyInAnyOrder(opClasses());
  }

  @SuppressWarnings("unchecked")
  private static Class<? extends Op>[] opClasses() {
    return (Class<? extends Op>[]) Op.class.getPermittedSubclasses();
  }

  /// L = Σ w·f(x) has the gradient wᵀ·∂f/∂x, whatever the weights w.
  @Property(tries = 150)
  void gradientsAreWhatCentralDifferencesSay(@ForAll Random random) {
    for (Case c : OpCases.all(random)) {
      Tape tape = new Tape();
      List<Node> x = c.leaves(tape);
      Graph graph = weighed(tape, tape.record(c.op(), x, ""), random);
      Map<Node, Tensor> gradients = graph.gradients();
      for (int i = 0; i < x.size(); i++) {
        if (c.constants().contains(i)) {
          assertThat(gradients).doesNotContainKey(x.get(i));
        } else {
          assertAgree(c, i, gradients.get(x.get(i)), differences(graph, x.get(i)));
        }
      }
    }
  }

  private static Graph weighed(Tape tape, Node y, Random random) {
    Tensor weights = OpCases.any(random, y.value().shape());
    Node w = tape.leaf(Node.Leaf.Kind.CONSTANT, weights, "w");
    Node product = tape.record(new Multiply(), List.of(w, y), "");
    return Graph.of(tape.record(new Sum(Over.ALL), List.of(product), ""));
  }

  private static Tensor differences(Graph graph, Node x) {
    Shape shape = x.value().shape();
    double[] slopes = new double[shape.size()];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (moved(graph, x, i, STEP) - moved(graph, x, i, -STEP)) / (2 * STEP);
    }
    return Tensor.of(shape, slopes);
  }

  private static double moved(Graph graph, Node x, int entry, double by) {
    double[] entries = x.value().toArray();
    entries[entry] += by;
    return graph.lossWith(Map.of(x, Tensor.of(x.value().shape(), entries)));
  }

  private static void assertAgree(Case c, int operand, Tensor exact, Tensor numeric) {
    assertThat(exact.shape())
        .as("shape of operand %s of %s", operand, c)
        .isEqualTo(numeric.shape());
    for (int i = 0; i < exact.size(); i++) {
      double difference = Math.abs(exact.get(i) - numeric.get(i));
      assertThat(difference)
          .as("operand %s of %s: %s, but by differences %s", operand, c, exact, numeric)
          .isLessThan(1e-6 * (1 + Math.abs(numeric.get(i))));
    }
  }

  /// One operand in two places of an op takes both shares: (x·x)′ = 2x.
  @Property(tries = 100)
  void anOperandUsedTwiceByOneOpTakesBothShares(@ForAll Random random) {
    for (Op op : List.of(new Add(), new Subtract(), new Multiply(), new Divide(), new Outer())) {
      Tape tape = new Tape();
      Node x = tape.leaf(Node.Leaf.Kind.INPUT, OpCases.any(random, OpCases.shape(random)), "x");
      Graph graph = weighed(tape, tape.record(op, List.of(x, x), ""), random);

      assertThat(graph.consumers(x)).hasSize(1);
      assertAgree(new Case(op, x.value()), 0, graph.gradients().get(x), differences(graph, x));
    }
  }

  @Property(tries = 50)
  void askedTwiceTheGradientsAreTheSame(@ForAll Random random) {
    for (Case c : OpCases.all(random)) {
      Tape tape = new Tape();
      Graph graph = weighed(tape, tape.record(c.op(), c.leaves(tape), ""), random);

      assertThat(graph.gradients()).isEqualTo(graph.gradients());
    }
  }

  @Test
  void everyOpHasASignOfItsOwnKind() {
    for (Case c : OpCases.all(new Random(1))) {
      assertThat(c.op().symbol()).isNotBlank();
      assertThat(c.op().badge(Arrays.asList(new Double[c.x().size()]))).isNotBlank();
    }
  }
}
