package backstep.lab;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import backstep.train.Plan;
import java.util.ArrayList;
import java.util.List;

/// What a network puts out for certain points, whatever its parameters are. Confined to one thread
/// at a time.
public final class Outputs {
  /// What the neurons put out.
  ///
  /// @param output of the network, for each point
  /// @param hidden of each hidden neuron, for each point
  public record Layers(double[] output, List<double[]> hidden) {
    public Layers {
      hidden = List.copyOf(hidden);
    }
  }

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
  public Layers layers(List<Tensor> parameters) {
    compute(parameters);
    double[] rows = plan.value(hidden);
    int neurons = hidden.value().shape().columns();
    List<double[]> each = new ArrayList<>();
    for (int neuron = 0; neuron < neurons; neuron++) {
      double[] column = new double[rows.length / neurons];
      for (int i = 0; i < column.length; i++) {
        column[i] = rows[i * neurons + neuron];
      }
      each.add(column);
    }
    return new Layers(plan.value(output).clone(), each);
  }

  private void compute(List<Tensor> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      double[] values = plan.values(plan.parameters().get(i));
      System.arraycopy(parameters.get(i).toArray(), 0, values, 0, values.length);
    }
    plan.forward();
  }
}
