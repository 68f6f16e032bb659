package backstep.lab;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import backstep.train.Plan;
import java.util.List;

/// What a network puts out for certain points, whatever its parameters are. Confined to one thread
/// at a time.
public final class Outputs {
  /// What the neurons put out.
  ///
  /// @param hidden points × hidden neurons
  /// @param output points × 1
  record Layers(Tensor hidden, Tensor output) {}

  private final Plan plan;
  private final Node hidden;
  private final Node output;

  Outputs(Graph graph, List<Node> parameters, Node hidden, Node output) {
    plan = Plan.of(graph, parameters);
    this.hidden = hidden;
    this.output = output;
  }

  /// The output for each point, between −1 and 1: above 0 the network takes it for class 1.
  ///
  /// @param parameters in the order of the network's updates
  public double[] with(List<Tensor> parameters) {
    compute(parameters);
    return plan.value(output).clone();
  }

  /// The output for each point, and what each hidden neuron makes of it.
  ///
  /// @param parameters in the order of the network's updates
  Layers layers(List<Tensor> parameters) {
    compute(parameters);
    return new Layers(tensor(hidden), tensor(output));
  }

  private Tensor tensor(Node node) {
    return Tensor.of(node.value().shape(), plan.value(node).clone());
  }

  private void compute(List<Tensor> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      double[] values = plan.values(plan.parameters().get(i));
      System.arraycopy(parameters.get(i).toArray(), 0, values, 0, values.length);
    }
    plan.forward();
  }
}
