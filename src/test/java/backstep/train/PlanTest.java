package backstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.graph.Add;
import backstep.graph.Dot;
import backstep.graph.Graph;
import backstep.graph.Mean;
import backstep.graph.Multiply;
import backstep.graph.Negate;
import backstep.graph.Node;
import backstep.graph.OpCases;
import backstep.graph.Outer;
import backstep.graph.Sum;
import backstep.graph.Tape;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Run;
import backstep.tensor.Over;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import backstep.testing.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A plan computes what the traced engine computes, to the last bit.
class PlanTest {
  private static final double[] TRICKY = {
    0.0, -0.0, 1, -1, 0.5, 2, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-320
  };

  private static Plan plan(Graph graph) {
    return Plan.of(graph, graph.leaves().stream().filter(Node::differentiable).toList());
  }

  private static void assertSame(Graph graph, Function<Node, Tensor> leaves) {
    Rerecorded.of(graph, leaves).assertSameAs(plan(graph));
  }

  // ---- Programs

  static List<Corpus.Good> programs() {
    return Corpus.good().stream()
        .filter(program -> program.name().compareTo("100") < 0 || program.text().contains("loss"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("programs")
  @DisplayName("Every iteration of every program with a loss, and the same with other values")
  void everyProgramOfTheCorpus(Corpus.Good program) {
    Run run = Program.of(program.text()).run(Options.DEFAULT);
    if (run.iterations() == 0) {
      return;
    }
    Graph graph = run.last().graph();
    Plan plan = plan(graph);
    Random random = new Random(1);
    Rerecorded.of(graph, Node::value).assertSameAs(plan);
    for (int i = 0; i < 5; i++) {
      Rerecorded.of(graph, leaf -> near(leaf.value(), random)).assertSameAs(plan);
    }
    Rerecorded.of(graph, leaf -> tricky(leaf.value(), random)).assertSameAs(plan);
    Rerecorded.of(graph, Node::value).assertSameAs(plan);
  }

  private static Tensor near(Tensor value, Random random) {
    return value.map(x -> x + 0.1 * random.nextGaussian());
  }

  private static Tensor tricky(Tensor value, Random random) {
    return value.map(x -> random.nextInt(3) > 0 ? x : TRICKY[random.nextInt(TRICKY.length)]);
  }

  // ---- Ops

  @Property(tries = 60)
  void everyOpForOperandsOfEveryShape(@ForAll Random random) {
    for (OpCases.Case c : OpCases.all(random)) {
      Tape tape = new Tape();
      Graph graph = weighed(tape, tape.record(c.op(), c.leaves(tape), ""), random);
      Plan plan = plan(graph);
      Rerecorded.of(graph, Node::value).assertSameAs(plan);
      Rerecorded.of(graph, leaf -> tricky(leaf.value(), random)).assertSameAs(plan);
    }
  }

  private static Graph weighed(Tape tape, Node y, Random random) {
    Tensor weights = OpCases.any(random, y.value().shape());
    Node w = tape.leaf(Node.Leaf.Kind.CONSTANT, weights, "w");
    Node product = tape.record(new Multiply(), List.of(w, y), "");
    return Graph.of(tape.record(new Sum(Over.ALL), List.of(product), ""));
  }

  /// Ops on one another's results, operands shared where the shapes fit.
  @Property(tries = 150)
  void opsOnOneAnother(@ForAll Random random) {
    Tape tape = new Tape();
    List<Node> nodes = new ArrayList<>();
    List<OpCases.Case> cases = OpCases.all(random);
    Node loss = tape.leaf(Node.Leaf.Kind.INPUT, Tensor.scalar(0.5), "");
    for (int i = 0; i < 25; i++) {
      OpCases.Case c = cases.get(random.nextInt(cases.size()));
      List<Node> operands = c.leaves(tape);
      operands.replaceAll(leaf -> leaf.differentiable() ? oneLike(leaf, nodes, random) : leaf);
      Node y = tape.record(c.op(), operands, "");
      nodes.addAll(operands);
      nodes.add(y);
      Node sum = tape.record(new Sum(Over.ALL), List.of(y), "");
      loss = tape.record(new Add(), List.of(loss, sum), "");
    }
    Graph graph = Graph.of(loss);
    Plan plan = plan(graph);
    Rerecorded.of(graph, Node::value).assertSameAs(plan);
    Rerecorded.of(graph, leaf -> near(leaf.value(), random)).assertSameAs(plan);
    Rerecorded.of(graph, leaf -> tricky(leaf.value(), random)).assertSameAs(plan);
  }

  private static Node oneLike(Node leaf, List<Node> nodes, Random random) {
    List<Node> alike =
        nodes.stream().filter(n -> n.value().shape().equals(leaf.value().shape())).toList();
    boolean fresh = alike.isEmpty() || random.nextInt(4) == 0;
    return fresh ? leaf : alike.get(random.nextInt(alike.size()));
  }

  // ---- Sizes that take another way through the plan

  /// Products wide enough for EJML's, reductions over more than one block of the pairwise sum.
  @Property(tries = 40)
  void largeMatrices(@ForAll Random random) {
    Tape tape = new Tape();
    int rows = 1 + random.nextInt(40);
    int inner = 1 + random.nextInt(40);
    int columns = 1 + random.nextInt(40);
    Node a = leaf(tape, random, Shape.of(rows, inner));
    Node b = leaf(tape, random, Shape.of(inner, columns));
    Node v = leaf(tape, random, Shape.of(inner));
    Node product = tape.record(new Dot(), List.of(a, b), "");
    Node left = tape.record(new Dot(), List.of(a, v), "");
    Node right = tape.record(new Dot(), List.of(v, b), "");
    Node outer = tape.record(new Outer(), List.of(left, right), "");
    Node sum = tape.record(new Add(), List.of(product, outer), "");
    Node squares = tape.record(new Multiply(), List.of(sum, sum), "");
    Graph graph = Graph.of(tape.record(new Mean(Over.ALL), List.of(squares), ""));
    Plan plan = plan(graph);
    Rerecorded.of(graph, Node::value).assertSameAs(plan);
    Rerecorded.of(graph, leaf -> tricky(leaf.value(), random)).assertSameAs(plan);
  }

  private static Node leaf(Tape tape, Random random, Shape shape) {
    return tape.leaf(Node.Leaf.Kind.INPUT, OpCases.any(random, shape), "");
  }

  @Test
  @DisplayName("A graph of many thousand ops is compiled in pieces")
  void aLongChain() {
    Tape tape = new Tape();
    Node x = tape.leaf(Node.Leaf.Kind.INPUT, Tensor.scalar(1), "");
    Node end = x;
    for (int i = 0; i < 20_000; i++) {
      end =
          i % 2 == 0
              ? tape.record(new Negate(), List.of(end), "")
              : tape.record(new Add(), List.of(end, x), "");
    }
    Graph graph = Graph.of(end);

    assertSame(graph, _ -> Tensor.scalar(0.25));
  }

  // ---- What it takes

  @Test
  @DisplayName("Values may be set between steps; a literal and a computed value may not")
  void valuesOfLeaves() {
    Graph graph =
        Program.of("x = 3.0\nn = 2\nloss = .5 * n * x * x\n").run(Options.DEFAULT).last().graph();
    Node x = graph.leaves().getFirst();
    Plan plan = plan(graph);

    assertThat(plan.values(x)).containsExactly(3);
    plan.values(x)[0] = 5;
    assertThat(plan.forward()).isEqualTo(25);
    assertThat(plan.value(graph.loss())).containsExactly(25);
    plan.backward();
    assertThat(plan.gradient(x)).containsExactly(10);
    assertThatThrownBy(() -> plan.values(graph.loss()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plan.gradient(graph.loss()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("Only leaves that the loss has a gradient by can be parameters")
  void whatCannotBeAParameter() {
    Tape tape = new Tape();
    Node x = tape.leaf(Node.Leaf.Kind.INPUT, Tensor.scalar(1), "");
    Node n = tape.leaf(Node.Leaf.Kind.CONSTANT, Tensor.scalar(1), "");
    Node elsewhere = tape.leaf(Node.Leaf.Kind.INPUT, Tensor.scalar(1), "");
    Graph graph = Graph.of(tape.record(new Multiply(), List.of(x, n), ""));

    assertThat(Plan.of(graph, List.of(x)).parameters()).containsExactly(x);
    for (Node no : List.of(n, elsewhere, graph.loss())) {
      assertThatThrownBy(() -> Plan.of(graph, List.of(no)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
