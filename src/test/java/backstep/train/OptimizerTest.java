package backstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Run;
import backstep.tensor.Tensor;
import backstep.testing.TwoLayers;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of the optimizers against figures from elsewhere, and their states.
class OptimizerTest {
  private static final String TWO_PARAMETERS =
      """
      import numpy as np
      a = np.array([1., 10., .1])
      p = np.array([.5, -1., 2.])
      q = .25
      loss = np.sum(a * p ** 2) / 2 + (q - p[0]) ** 2
      """;

  private static Plan plan(String program, String... parameters) {
    Run run = Program.of(program).run(Options.DEFAULT);
    Graph graph = run.last().graph();
    return Plan.of(graph, Stream.of(parameters).map(run.variables(graph)::get).toList());
  }

  private static void train(Plan plan, Optimizer optimizer, int steps) {
    for (int i = 0; i < steps; i++) {
      plan.forward();
      plan.backward();
      optimizer.step(plan);
    }
  }

  private static double[] entries(Plan plan) {
    return plan.parameters().stream().map(plan::values).flatMapToDouble(DoubleStream::of).toArray();
  }

  private static void assertAfterFiveSteps(Optimizer optimizer, double... expected) {
    Plan plan = plan(TWO_PARAMETERS, "p", "q");
    train(plan, optimizer, 5);

    assertThat(entries(plan)).containsExactly(expected, within(1e-14));
  }

  // ---- Golden figures: five steps of the loss above in NumPy, gradient and rule written there
  // from
  // the papers.

  @Test
  @DisplayName("Momentum goes where NumPy goes")
  void momentum() {
    assertAfterFiveSteps(
        new Momentum(0.05, 0.9),
        0.09941062499999999,
        0.5217999999999999,
        1.87010289574375,
        0.38761375000000003);
  }

  @Test
  @DisplayName("Momentum with weight decay goes where NumPy goes")
  void momentumWithDecay() {
    assertAfterFiveSteps(
        new Momentum(0.05, 0.9, 0.1),
        0.07888085127968743,
        0.5086752161906251,
        1.7432680517999999,
        0.3662596389210937);
  }

  @Test
  @DisplayName("Adam goes where NumPy goes")
  void adam() {
    assertAfterFiveSteps(
        new Adam(0.1),
        0.15757340019218188,
        -0.5079636571340391,
        1.5029558059565147,
        0.3954805886323989);
  }

  @Test
  @DisplayName("Adam with rates of its own and weight decay goes where NumPy goes")
  void adamWithDecay() {
    assertAfterFiveSteps(
        new Adam(0.1, 0.8, 0.95, 1e-3, 0.1),
        0.1604873318710056,
        -0.5112269175475066,
        1.5057074915571984,
        0.3384707842150024);
  }

  @Test
  @DisplayName("Gradient descent with weight decay goes where NumPy goes")
  void sgdWithDecay() {
    assertAfterFiveSteps(
        new Sgd(0.05, 0.1),
        0.32125173890468744,
        -0.02971843905937499,
        1.9019800998,
        0.3078769477335937);
  }

  // ---- To the last bit

  @Test
  @DisplayName("Gradient descent gives the bits of a program's own p -= rate * g, step after step")
  void sgdIsTheProgramsOwnUpdate() {
    String loop =
        """
        w = .3
        for i in range(%s):
            r = w * 1.7
            loss = .5 * (r - .9) ** 2
            w -= .1 * ((r - .9) * 1.7)
        """;
    Run once = Program.of(loop.formatted(1)).run(Options.DEFAULT);
    Node w = once.last().updates().getFirst().parameter();
    Plan plan = Plan.of(once.last().graph(), List.of(w));
    train(plan, new Sgd(0.1), 25);

    Run all = Program.of(loop.formatted(25)).run(Options.DEFAULT);
    assertThat(plan.values(w)).containsExactly(all.globals().get("w").value().item());
  }

  @Test
  @DisplayName("Gradient descent is p - rate * g of arrays, too")
  void sgdOnArrays() {
    Plan plan = plan(TwoLayers.FORWARD, "W1", "b1", "W2", "b2");
    plan.forward();
    plan.backward();
    List<Tensor> expected =
        plan.parameters().stream()
            .map(p -> {
              Tensor gradient = Tensor.of(p.value().shape(), plan.gradient(p));
              return p.value().minus(Tensor.scalar(0.3).times(gradient));
            })
            .toList();
    new Sgd(0.3).step(plan);

    assertThat(plan.parameters().stream().map(p -> Tensor.of(p.value().shape(), plan.values(p))))
        .isEqualTo(expected);
  }

  // ---- States

  static List<Supplier<Optimizer>> optimizers() {
    return List.of(
        () -> new Sgd(0.05, 0.01),
        () -> new Momentum(0.05, 0.9),
        () -> new Adam(0.05, 0.9, 0.999, 1e-8, 0.01));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  @DisplayName("From a saved state it goes on to the same bits")
  void goesOnFromASavedState(Supplier<Optimizer> kind) {
    Plan plan = plan(TWO_PARAMETERS, "p", "q");
    Optimizer optimizer = kind.get();
    train(plan, optimizer, 7);
    double[] state = optimizer.state();
    double[] p = plan.values(plan.parameters().getFirst()).clone();
    double[] q = plan.values(plan.parameters().getLast()).clone();
    train(plan, optimizer, 7);

    Plan again = plan(TWO_PARAMETERS, "p", "q");
    Optimizer restored = kind.get();
    restored.restore(state);
    System.arraycopy(p, 0, again.values(again.parameters().getFirst()), 0, p.length);
    System.arraycopy(q, 0, again.values(again.parameters().getLast()), 0, q.length);
    train(again, restored, 7);

    assertThat(entries(again)).isEqualTo(entries(plan));
    assertThat(restored.state()).isEqualTo(optimizer.state());
  }

  @Test
  @DisplayName("A state is a copy, and the empty one is that of the beginning")
  void theEmptyStateIsTheBeginning() {
    Optimizer optimizer = new Momentum(0.05, 0.9);
    assertThat(optimizer.state()).isEmpty();
    Plan plan = plan(TWO_PARAMETERS, "p", "q");
    train(plan, optimizer, 1);
    double[] state = optimizer.state();
    assertThat(state).hasSize(4);
    state[0] = 1000;
    assertThat(optimizer.state()[0]).isNotEqualTo(1000);

    optimizer.restore(new double[0]);
    Plan fresh = plan(TWO_PARAMETERS, "p", "q");
    train(fresh, optimizer, 1);
    assertThat(entries(fresh)).isEqualTo(entries(plan));
  }

  @Test
  @DisplayName("A state of other parameters is refused")
  void refusesTheStateOfOtherParameters() {
    Optimizer optimizer = new Adam(0.1);
    optimizer.restore(new double[3]);
    Plan plan = plan(TWO_PARAMETERS, "p", "q");

    assertThatThrownBy(() -> optimizer.step(plan)).isInstanceOf(IllegalStateException.class);
  }
}
