package backstep.train;

import backstep.graph.Node;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The parameters of a plan as one row of figures.
final class ParameterState {
  private final List<Node> parameters;
  private final double[][] values;
  private final int size;

  ParameterState(Plan plan) {
    parameters = plan.parameters();
    values = plan.parameterValues();
    size = parameters.stream().mapToInt(parameter -> parameter.value().size()).sum();
  }

  int size() {
    return size;
  }

  /// Writes them to the beginning of an array.
  void save(double[] to) {
    int at = 0;
    for (double[] entries : values) {
      System.arraycopy(entries, 0, to, at, entries.length);
      at += entries.length;
    }
  }

  /// Takes them from the beginning of an array.
  void restore(double[] from) {
    int at = 0;
    for (double[] entries : values) {
      System.arraycopy(from, at, entries, 0, entries.length);
      at += entries.length;
    }
  }

  /// Takes them from tensors, in the order of the plan.
  void set(List<Tensor> tensors) {
    for (int i = 0; i < values.length; i++) {
      System.arraycopy(tensors.get(i).toArray(), 0, values[i], 0, values[i].length);
    }
  }

  /// Each by itself, in the order of the plan.
  List<Tensor> tensors() {
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      tensors.add(Tensor.of(parameters.get(i).value().shape(), values[i]));
    }
    return tensors;
  }
}
