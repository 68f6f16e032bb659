package backstep.lab;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import backstep.train.Plan;
import java.util.List;

/// What a network puts out for certain points, whatever its parameters are. Confined to one thread
/// at a time.
public final class Outputs {
  private final Plan plan;
  private final Node output;

  Outputs(Graph graph, List<Node> parameters, Node output) {
    plan = Plan.of(graph, parameters);
    this.output = output;
  }

  /// The output for each point, between −1 and 1: above 0 the network takes it for class 1.
  ///
  /// @param parameters in the order of the network's updates
  public double[] with(List<Tensor> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      double[] values = plan.values(plan.parameters().get(i));
      System.arraycopy(parameters.get(i).toArray(), 0, values, 0, values.length);
    }
    plan.forward();
    return plan.value(output).clone();
  }
}
