package backstep.train;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.python.Options;
import backstep.python.Program;
import backstep.testing.TwoLayers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A plan computes what the traced engine computes, to the last bit.
class PlanTest {
  @Test
  void theTwoLayerNetwork() {
    Graph graph = Program.of(TwoLayers.FORWARD).run(Options.DEFAULT).last().graph();
    Map<Node, backstep.tensor.Tensor> gradients = graph.gradients();
    var inputs = graph.leaves().stream().filter(Node::differentiable).toList();
    Plan plan = Plan.of(graph, inputs);
    assertThat(plan.forward()).isEqualTo(graph.loss().value().item());
    plan.backward();
    for (Node leaf : inputs) {
      assertThat(plan.gradient(leaf)).isEqualTo(gradients.get(leaf).toArray());
    }
    new Sgd(0.01).step(plan);
    assertThat(plan.forward()).isLessThan(graph.loss().value().item());
  }
}
