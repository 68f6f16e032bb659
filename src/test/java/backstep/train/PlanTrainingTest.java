package backstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Run;
import backstep.testing.TwoLayers;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Training on a plan: it learns, its gradients point downhill, and it allocates nothing.
class PlanTrainingTest {
  private static final String XOR =
      """
      import numpy as np
      np.random.seed(0)
      X = np.array([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
      t = np.array([[0.], [1.], [1.], [0.]])
      W1 = np.random.randn(2, 4)
      b1 = np.zeros(4)
      W2 = np.random.randn(4, 1)
      b2 = np.zeros(1)
      h = np.tanh(X.dot(W1) + b1)
      o = 1 / (1 + np.exp(-(h.dot(W2) + b2)))
      loss = np.mean((o - t) ** 2)
      """;

  // Wide enough that EJML multiplies, with a table look-up and a maximum.
  private static final String WIDE =
      """
      import numpy as np
      X = np.random.randn(30, 20)
      W = np.random.randn(20, 40)
      b = np.zeros(40)
      h = np.maximum(0, X.dot(W) + b)
      s = h - np.max(h, axis=1, keepdims=True)
      picked = s[[3, 1, 3]]
      loss = np.mean(np.log(np.sum(np.exp(s), axis=1))) + np.sum(picked ** 2)
      """;

  private record Trained(Run run, Graph graph, Map<String, Node> variables) {
    static Trained of(String program) {
      Run run = Program.of(program).run(Options.DEFAULT);
      Graph graph = run.last().graph();
      return new Trained(run, graph, run.variables(graph));
    }

    Plan plan(String... parameters) {
      return Plan.of(graph, Stream.of(parameters).map(variables::get).toList());
    }
  }

  @Test
  @DisplayName("A small network learns exclusive or")
  void learnsExclusiveOr() {
    Trained xor = Trained.of(XOR);
    Plan plan = xor.plan("W1", "b1", "W2", "b2");
    Optimizer adam = new Adam(0.05);
    double before = plan.forward();
    for (int i = 0; i < 1000; i++) {
      plan.forward();
      plan.backward();
      adam.step(plan);
    }

    assertThat(before).isGreaterThan(0.2);
    assertThat(plan.forward()).isLessThan(1e-3);
    double[] output = plan.value(xor.variables().get("o"));
    assertThat(output).containsExactly(new double[] {0, 1, 1, 0}, within(0.1));
  }

  @ParameterizedTest
  @ValueSource(strings = {TwoLayers.FORWARD, XOR})
  @DisplayName("The gradients are what central differences of the plan's own loss say")
  void gradientsAgreeWithDifferences(String program) {
    Trained network = Trained.of(program);
    Plan plan = network.plan("W1", "b1", "W2", "b2");
    plan.forward();
    plan.backward();
    for (Node parameter : plan.parameters()) {
      double[] entries = plan.values(parameter);
      double[] gradient = plan.gradient(parameter).clone();
      for (int i = 0; i < entries.length; i++) {
        double x = entries[i];
        entries[i] = x + 1e-6;
        double ahead = plan.forward();
        entries[i] = x - 1e-6;
        double behind = plan.forward();
        entries[i] = x;
        assertThat((ahead - behind) / 2e-6).isCloseTo(gradient[i], within(1e-8));
      }
    }
  }

  @Test
  @DisplayName("Ten thousand steps allocate not one byte")
  void allocatesNothing() {
    for (Plan plan :
        List.of(Trained.of(XOR).plan("W1", "b1", "W2", "b2"), Trained.of(WIDE).plan("W", "b"))) {
      for (Optimizer optimizer : List.of(new Sgd(0), new Momentum(0, 0.9), new Adam(0))) {
        run(plan, optimizer, 100);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        run(plan, optimizer, 10_000);
        // The machine itself may allocate a little as it compiles; an object a step is 16 bytes.
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
      }
    }
  }

  private static double run(Plan plan, Optimizer optimizer, int steps) {
    double loss = 0;
    for (int i = 0; i < steps; i++) {
      loss = plan.forward();
      plan.backward();
      optimizer.step(plan);
    }
    return loss;
  }
}
