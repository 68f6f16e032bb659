package backstep.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backstep.tensor.Over;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// The computation graph: what is in it, in which order, and how gradients gather in it.
class GraphTest {
  private final Tape tape = new Tape();

  private Node input(double value) {
    return tape.leaf(Node.Leaf.Kind.INPUT, Tensor.scalar(value), "");
  }

  private Node literal(double value) {
    return tape.leaf(Node.Leaf.Kind.LITERAL, Tensor.scalar(value), "");
  }

  private Node record(Op op, Node... x) {
    return tape.record(op, List.of(x), "");
  }

  @Test
  void aValueThatFansOutAddsUpItsShares() {
    Node x = input(3);
    // L = x·sin x + x, so L′ = sin x + x·cos x + 1.
    Node loss = record(new Add(), record(new Multiply(), x, record(new Sin(), x)), x);

    assertThat(Graph.of(loss).gradients().get(x).item())
        .isCloseTo(Math.sin(3) + 3 * Math.cos(3) + 1, within(1e-15));
  }

  @Test
  void bothPathsOfADiamondCount() {
    Node x = input(2);
    Node square = record(new Multiply(), x, x);
    Node loss = record(new Multiply(), square, square);
    Graph graph = Graph.of(loss);

    assertThat(graph.gradients().get(x).item()).isEqualTo(4 * 8);
    assertThat(graph.consumers(x)).containsExactly((Node.Operation) square);
  }

  @Test
  void onlyWhatLeadsToTheLossIsInTheGraph() {
    Node x = input(1);
    Node beside = record(new Exp(), x);
    Node loss = record(new Sin(), x);

    assertThat(Graph.of(loss).nodes()).containsExactly(x, loss).doesNotContain(beside);
  }

  @Test
  void literalsAreFoldedAwayAndConstantsStay() {
    Node x = input(1);
    Node half = literal(0.5);
    Node n = tape.leaf(Node.Leaf.Kind.CONSTANT, Tensor.scalar(3), "");
    Node product = record(new Multiply(), half, x);
    Node loss = record(new Divide(), product, n);
    Graph graph = Graph.of(loss);

    assertThat(graph.nodes()).containsExactly(x, n, product, loss);
    assertThat(graph.leaves()).containsExactly((Node.Leaf) x, (Node.Leaf) n);
    assertThat(graph.operations()).containsExactly((Node.Operation) product, (Node.Operation) loss);
    assertThat(graph.gradients()).doesNotContainKeys(n, half);
  }

  @Test
  void aNumberWrittenInAFormulaStandsInTheBadge() {
    Node x = input(2);

    assertThat(badge(new Multiply(), literal(0.5), x)).isEqualTo("×½");
    assertThat(badge(new Multiply(), x, literal(3))).isEqualTo("×3");
    assertThat(badge(new Multiply(), x, x)).isEqualTo("×");
    assertThat(badge(new Subtract(), literal(1), x)).isEqualTo("1−");
    assertThat(badge(new Subtract(), x, literal(1))).isEqualTo("−1");
    assertThat(badge(new Add(), literal(-1), x)).isEqualTo("−1+");
    assertThat(badge(new Divide(), x, literal(4))).isEqualTo("÷4");
    assertThat(badge(new Power(), x, literal(2))).isEqualTo("x²");
    assertThat(badge(new Power(), x, literal(-1))).isEqualTo("x⁻¹");
    assertThat(badge(new Power(), x, literal(0.5))).isEqualTo("^½");
    assertThat(badge(new Power(), x, literal(1.5))).isEqualTo("^1.5");
    assertThat(badge(new Power(), x, x)).isEqualTo("xⁿ");
    assertThat(badge(new Maximum(Tie.FIRST), literal(0), x)).isEqualTo("max 0");
    assertThat(badge(new Minimum(Tie.SECOND), x, literal(1))).isEqualTo("min 1");
  }

  private String badge(Op op, Node... x) {
    return ((Node.Operation) record(op, x)).badge();
  }

  @Test
  void aLossHasOneEntryOfWhateverRank() {
    for (Shape shape : List.of(Shape.SCALAR, Shape.of(1), Shape.of(1, 1))) {
      Node x = tape.leaf(Node.Leaf.Kind.INPUT, Tensor.full(shape, 3), "");
      Graph graph = Graph.of(record(new Multiply(), x, x));
      assertThat(graph.gradients().get(x)).isEqualTo(Tensor.full(shape, 6));
    }
    Node pair = tape.leaf(Node.Leaf.Kind.INPUT, Tensor.vector(1, 2), "");
    assertThatThrownBy(() -> Graph.of(pair)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLossWithOtherValuesIsComputedAnew() {
    Node x = input(3);
    Node y = input(2);
    Graph graph = Graph.of(record(new Multiply(), record(new Multiply(), x, x), y));

    assertThat(graph.lossWith(Map.of(x, Tensor.scalar(5)))).isEqualTo(50);
    assertThat(graph.lossWith(Map.of(x, Tensor.scalar(5), y, Tensor.scalar(1)))).isEqualTo(25);
    assertThat(graph.lossWith(Map.of())).isEqualTo(18);
    assertThatThrownBy(() -> graph.lossWith(Map.of(x, Tensor.vector(5))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// A gradient that nothing flows to is absent, not zero; one that is zero is there.
  @Test
  void noGradientIsNotTheSameAsGradientZero() {
    Node x = input(-1);
    Node n = tape.leaf(Node.Leaf.Kind.CONSTANT, Tensor.scalar(0), "");
    Node loss = record(new Maximum(Tie.between(n, x)), n, x);
    Map<Node, Tensor> gradients = Graph.of(loss).gradients();

    assertThat(gradients.get(x).item()).isZero();
    assertThat(gradients).doesNotContainKey(n);
  }

  @Test
  void aChainOfAHundredThousandOpsIsNoTrouble() {
    Node x = input(1);
    Node end = x;
    for (int i = 0; i < 100_000; i++) {
      end = record(i % 2 == 0 ? new Negate() : new Add(), i % 2 == 0 ? one(end) : two(end, x));
    }
    Graph graph = Graph.of(end);

    assertThat(end.depth()).isEqualTo(100_000);
    assertThat(graph.nodes()).hasSize(100_001);
    // dᵢ₊₂ = −dᵢ + 1 by x: after an even number of pairs it is 1 again.
    assertThat(graph.gradients().get(x).item()).isEqualTo(1);
  }

  private static Node[] one(Node x) {
    return new Node[] {x};
  }

  private static Node[] two(Node a, Node b) {
    return new Node[] {a, b};
  }

  // ---- For any graph

  /// A graph of ops on earlier nodes, chosen at random.
  private static Graph random(Random random) {
    Tape tape = new Tape();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Tensor value = OpCases.any(random, Shape.of(1 + 2 * random.nextInt(2)));
      nodes.add(tape.leaf(Node.Leaf.Kind.INPUT, value, ""));
    }
    List<Op> ops = List.of(new Add(), new Multiply(), new Subtract(), new Sin(), new Tanh());
    for (int i = 0; i < 20; i++) {
      Op op = ops.get(random.nextInt(ops.size()));
      boolean binary = op instanceof Add || op instanceof Multiply || op instanceof Subtract;
      Node a = nodes.get(random.nextInt(nodes.size()));
      Node b = nodes.get(random.nextInt(nodes.size()));
      nodes.add(tape.record(op, binary ? List.of(a, b) : List.of(a), ""));
    }
    return Graph.of(tape.record(new Mean(Over.ALL), List.of(nodes.getLast()), ""));
  }

  @Property(tries = 100)
  void theOrderIsTopologicalAndThatOfTheRecording(@ForAll Random random) {
    Graph graph = random(random);
    Set<Node> seen = new HashSet<>();
    long last = -1;
    for (Node node : graph.nodes()) {
      assertThat(seen).containsAll(node.operands());
      assertThat(node.id()).isGreaterThan(last);
      last = node.id();
      seen.add(node);
    }
    assertThat(graph.nodes().getLast()).isSameAs(graph.loss());
    assertThat(Graph.of(graph.loss()).nodes()).isEqualTo(graph.nodes());
  }

  @Property(tries = 100)
  void consumersAreExactlyTheOpsThatReadANode(@ForAll Random random) {
    Graph graph = random(random);
    for (Node node : graph.nodes()) {
      assertThat(graph.consumers(node))
          .containsExactlyElementsOf(
              graph.operations().stream().filter(op -> op.operands().contains(node)).toList());
    }
  }

  /// The last total that arrives at a node is its gradient, and the shares add up to it.
  @Property(tries = 100)
  void theSharesThatArriveAddUpToTheGradient(@ForAll Random random) {
    Graph graph = random(random);
    Map<Node, Tensor> gradients = graph.gradients();
    Map<Node, Tensor> sums = new java.util.HashMap<>();
    Tensor one = Tensor.full(graph.loss().value().shape(), 1);
    Backpropagation.of(
        graph,
        Node::value,
        one,
        new Backpropagation.Listener<>() {
          @Override
          public void sent(
              Node.Operation from, Tensor upstream, List<Backpropagation.Flow<Tensor>> flows) {
            assertThat(upstream).isEqualTo(gradients.get(from));
            for (Backpropagation.Flow<Tensor> flow : flows) {
              assertThat(flow.share().shape()).isEqualTo(flow.to().value().shape());
              assertThat(from.operands().get(flow.operand())).isSameAs(flow.to());
              sums.merge(flow.to(), flow.share(), Tensor::plus);
              assertThat(flow.total()).isEqualTo(sums.get(flow.to()));
            }
          }
        });
    sums.put(graph.loss(), one);
    assertThat(sums).isEqualTo(gradients);
  }

  /// The figures are those of a graph recorded anew, to the last bit.
  @Property(tries = 100)
  void otherLeafValuesGiveWhatRecordingAnewWouldGive(
      @ForAll Random random, @ForAll long seed, @ForAll boolean all) {
    Graph graph = random(random);
    Random other = new Random(seed);
    Map<Node, Tensor> values = new java.util.HashMap<>();
    for (Node.Leaf leaf : graph.leaves()) {
      if (all || other.nextBoolean()) {
        values.put(leaf, leaf.value().map(_ -> other.nextGaussian()));
      }
    }

    Graph with = graph.with(values);

    assertThat(with.nodes()).hasSameSizeAs(graph.nodes());
    Tape again = new Tape();
    Map<Node, Node> recorded = new java.util.HashMap<>();
    for (Node node : graph.nodes()) {
      recorded.put(
          node,
          switch (node) {
            case Node.Leaf leaf ->
                again.leaf(leaf.kind(), values.getOrDefault(leaf, leaf.value()), "");
            case Node.Operation operation ->
                again.record(
                    operation.op(),
                    operation.operands().stream()
                        .map(operand -> recorded.getOrDefault(operand, operand))
                        .toList(),
                    "");
          });
      Node counterpart = with.counterpart(node);
      assertThat(counterpart.value()).isEqualTo(recorded.get(node).value());
      assertThat(counterpart.origin()).isSameAs(node.origin());
      assertThat(counterpart.depth()).isEqualTo(node.depth());
      assertThat(graph.counterpart(counterpart)).isSameAs(node);
    }
    assertThat(with.loss()).isSameAs(with.counterpart(graph.loss()));
    assertThat(with.loss().value().item()).isEqualTo(graph.lossWith(values));
    Map<Node, Tensor> gradients = Graph.of(recorded.get(graph.loss())).gradients();
    Map<Node, Tensor> theirs = with.gradients();
    for (Node node : graph.nodes()) {
      assertThat(theirs.get(with.counterpart(node))).isEqualTo(gradients.get(recorded.get(node)));
    }
  }

  @Test
  void whatDoesNotChangeIsShared() {
    Node x = input(2);
    Node y = input(3);
    Node square = record(new Multiply(), x, x);
    Node loss = record(new Add(), square, y);
    Graph graph = Graph.of(loss);

    Graph with = graph.with(Map.of(y, Tensor.scalar(5)));

    assertThat(with.nodes()).contains(x, square).doesNotContain(y, loss);
    assertThat(with.loss().value().item()).isEqualTo(9);
    assertThat(graph.loss().value().item()).isEqualTo(7);
    assertThat(with.consumers(square)).containsExactly((Node.Operation) with.loss());
  }

  @Test
  void moreRowsOfDataFitWhereTheOpsDo() {
    Node x = tape.leaf(Node.Leaf.Kind.INPUT, Tensor.matrix(new double[][] {{1, 2}}), "");
    Node w = tape.leaf(Node.Leaf.Kind.INPUT, Tensor.vector(3, 4), "");
    Node product = record(new Dot(), x, w);
    Graph graph = Graph.of(record(new Mean(Over.ALL), product));
    Tensor rows = Tensor.matrix(new double[][] {{1, 2}, {3, 4}, {5, 6}});

    assertThat(graph.with(Map.of(x, rows)).loss().value().item()).isEqualTo((11 + 25 + 39) / 3.0);
    Graph plain = Graph.of(product);
    assertThatThrownBy(() -> plain.with(Map.of(x, rows)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one entry");
    assertThatThrownBy(() -> plain.counterpart(input(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
