package backstep.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Node;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Run;
import backstep.tensor.Tensor;
import backstep.testing.TwoLayers;
import backstep.trace.Step.Phase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The steps of the two-layer network, and what is known after each.
///
/// The figures are those of the notebook's program with its slip in the loss mended, as CPython
/// with NumPy 1.24 prints them.
class TraceTest {
  private final Run run = Program.of(TwoLayers.TRAINED).run(Options.DEFAULT);
  private final Trace trace = Trace.of(run.last());
  private final Map<String, Node> names = run.variables(trace.graph());
  private final Snapshot forwards = trace.at(trace.endOf(Phase.FORWARD));
  private final Snapshot backwards = trace.at(trace.endOf(Phase.BACKWARD));
  private final Snapshot updated = trace.at(trace.endOf(Phase.UPDATE));

  private Node node(String name) {
    Node node = names.get(name);
    assertThat(node).as(name).isNotNull();
    return node;
  }

  private Tensor value(String name) {
    return forwards.value(node(name)).orElseThrow();
  }

  private Tensor gradient(String name) {
    return backwards.gradient(node(name)).orElseThrow();
  }

  private static void assertFigures(Tensor tensor, double... figures) {
    assertThat(tensor.toArray()).containsExactly(figures, within(1e-15));
  }

  @Test
  void theForwardPassIsTheNotebooks() {
    assertFigures(value("z1"), 0.52, 0.49);
    assertFigures(value("r1"), 0.52, 0.49);
    assertFigures(value("z2"), 0.854);
    assertFigures(value("r2"), 0.854);
    assertFigures(value("loss"), 0.010658);
  }

  @Test
  void theBackwardPassIsTheNotebooks() {
    assertFigures(gradient("loss"), 1);
    assertFigures(gradient("r2"), -0.146);
    assertFigures(gradient("z2"), -0.146);
    assertFigures(gradient("b2"), -0.146);
    assertFigures(gradient("W2"), -0.07592, -0.07154);
    assertFigures(gradient("z1"), -0.073, -0.0876);
    assertFigures(gradient("b1"), -0.073, -0.0876);
    assertFigures(gradient("W1"), -0.0365, -0.0584, -0.0438, -0.07008);
  }

  @Test
  void theUpdateIsTheNotebooks() {
    Tensor second = updated.value(node("W2")).orElseThrow();
    Tensor first = updated.value(node("W1")).orElseThrow();

    assertThat(second).hasToString("[[0.5007592]\n [0.6007154]]");
    assertThat(first).hasToString("[[0.200365  0.400584 ]\n [0.100438  0.3007008]]");
  }

  @Test
  void thePhasesComeOneAfterAnother() {
    List<Phase> phases = trace.steps().stream().map(Step::phase).toList();

    assertThat(phases).isSorted();
    assertThat(trace.count(Phase.FORWARD)).isEqualTo(trace.graph().operations().size());
    assertThat(trace.count(Phase.BACKWARD)).isEqualTo(1 + trace.graph().operations().size());
    assertThat(trace.count(Phase.UPDATE)).isEqualTo(2);
    assertThat(trace.endOf(Phase.UPDATE)).isEqualTo(trace.steps().size());
    assertThat(trace.steps().get(trace.endOf(Phase.FORWARD)))
        .isEqualTo(new Step.Seed(node("loss"), Tensor.vector(1)));
  }

  @Test
  void theBackwardStepsAreTheForwardOnesTurnedRound() {
    List<Node> forward =
        trace.steps().stream()
            .filter(step -> step instanceof Step.Forward)
            .map(Step::node)
            .toList();
    List<Node> backward =
        trace.steps().stream()
            .filter(step -> step instanceof Step.Backward)
            .map(Step::node)
            .toList();

    assertThat(backward).isEqualTo(forward.reversed());
  }

  @Test
  void anUpdateSaysWhatTheProgramDid() {
    Step.Update update = (Step.Update) trace.steps().get(trace.endOf(Phase.BACKWARD));

    assertThat(update.parameter()).isSameAs(node("W2"));
    assertThat(update.before()).isEqualTo(node("W2").value());
    assertThat(update.rate()).isEqualTo(0.01);
    assertFigures(update.gradient(), -0.07592, -0.07154);
    assertThat(update.after())
        .isEqualTo(update.before().minus(update.gradient().times(update.rate())));
  }

  // ---- Absent means not computed yet

  @Test
  void atTheStartOnlyTheLeavesAreKnown() {
    Snapshot start = trace.at(0);

    assertThat(start.step()).isEmpty();
    for (Node node : trace.graph().nodes()) {
      assertThat(start.value(node).isPresent()).isEqualTo(node instanceof Node.Leaf);
      assertThat(start.gradient(node)).isEmpty();
      assertThat(start.isComplete(node)).isFalse();
      assertThat(start.isUpdated(node)).isFalse();
    }
  }

  @Test
  void aValueIsThereFromItsStepOnAndNotBefore() {
    for (int position = 0; position <= trace.endOf(Phase.FORWARD); position++) {
      Snapshot snapshot = trace.at(position);
      List<Node.Operation> operations = trace.graph().operations();
      for (int i = 0; i < operations.size(); i++) {
        assertThat(snapshot.value(operations.get(i)).isPresent()).isEqualTo(i < position);
      }
    }
  }

  /// Every gradient at every position is the sum of the shares that came so far; where none came it
  /// is absent.
  @Test
  void aGradientIsTheSumOfWhatHasArrived() {
    Map<Node, Tensor> arrived = new HashMap<>();
    for (int position = 0; position <= trace.steps().size(); position++) {
      Snapshot snapshot = trace.at(position);
      snapshot.step().ifPresent(step -> add(step, arrived));
      for (Node node : trace.graph().nodes()) {
        assertThat(snapshot.gradient(node).orElse(null)).isEqualTo(arrived.get(node));
      }
    }
    assertThat(arrived).isEqualTo(trace.graph().gradients());
  }

  private static void add(Step step, Map<Node, Tensor> arrived) {
    if (step instanceof Step.Seed seed) {
      arrived.put(seed.loss(), seed.gradient());
    }
    for (Flow<Tensor> flow : step.flows()) {
      arrived.merge(flow.to(), flow.share(), Tensor::plus);
    }
  }

  @Test
  void whatTakesNoGradientNeverHasOne() {
    assertThat(updated.gradient(node("y"))).isEmpty();
    assertThat(updated.isComplete(node("y"))).isFalse();
  }

  @Test
  void anUpdateChangesTheParameterFromItsStepOn() {
    int first = trace.endOf(Phase.BACKWARD);
    Node parameter = node("W2");

    assertThat(trace.at(first).value(parameter)).contains(parameter.value());
    assertThat(trace.at(first).isUpdated(parameter)).isFalse();
    assertThat(trace.at(first + 1).value(parameter)).isNotEqualTo(trace.at(first).value(parameter));
    assertThat(trace.at(first + 1).isUpdated(parameter)).isTrue();
    assertThat(trace.at(first + 1).isUpdated(node("W1"))).isFalse();
    assertThat(updated.isUpdated(node("b1"))).isFalse();
  }

  @Test
  void aSnapshotLiesWithinItsTrace() {
    assertThat(trace.at(trace.steps().size()).next()).isEmpty();
    assertThat(trace.at(0).next()).contains(trace.steps().getFirst());
    assertThatThrownBy(() -> trace.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> trace.at(trace.steps().size() + 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  // ---- Where a value fans out

  @Test
  void atAFanOutTheGradientGrowsShareByShare() {
    Run square = Program.of("x = 3.0\na = 2 * x\nloss = a * x + x\n").run(Options.DEFAULT);
    Trace steps = Trace.of(square.last());
    Node x = square.variables(steps.graph()).get("x");
    int start = steps.endOf(Phase.FORWARD);

    // By the sum 1; by the product a = 6; by a = 2x, whose own gradient is x, another 6.
    assertThat(steps.at(start + 1).gradient(x)).isEmpty();
    assertThat(steps.at(start + 2).gradient(x)).contains(Tensor.scalar(1));
    assertThat(steps.at(start + 3).gradient(x)).contains(Tensor.scalar(7));
    assertThat(steps.at(start + 3).isComplete(x)).isFalse();
    assertThat(steps.at(start + 4).gradient(x)).contains(Tensor.scalar(13));
    assertThat(steps.at(start + 4).isComplete(x)).isTrue();
  }

  @Test
  void aLossThatNothingLeadsToHasNoWayBack() {
    Run ints = Program.of("x = 2.0\nloss = x * 1\n").run(Options.DEFAULT);
    Trace steps = Trace.of(ints.last());

    assertThat(steps.count(Phase.UPDATE)).isZero();
    assertThat(steps.endOf(Phase.UPDATE)).isEqualTo(steps.endOf(Phase.BACKWARD)).isEqualTo(3);
  }
}
