package backstep.ui.lab.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Group;

/// All weights of a network as edges: from each input to each hidden neuron, and from there to the
/// output.
final class Wires extends Group {
  /// How many inputs there are.
  static final int INPUTS = 2;

  private final ReadOnlyObjectWrapper<Optional<Wire>> pointed =
      new ReadOnlyObjectWrapper<>(this, "pointed", Optional.empty());
  private final List<Wire> into = new ArrayList<>();
  private final List<Wire> out = new ArrayList<>();

  /// The weight under the pointer.
  ReadOnlyObjectProperty<Optional<Wire>> pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  /// For so many hidden neurons.
  void count(int hidden) {
    into.clear();
    out.clear();
    getChildren().clear();
    pointed.set(Optional.empty());
    for (int neuron = 0; neuron < hidden; neuron++) {
      for (int input = 0; input < INPUTS; input++) {
        into.add(wire("W1[" + input + ", " + neuron + "]"));
      }
      out.add(wire("W2[" + neuron + ", 0]"));
    }
  }

  private Wire wire(String name) {
    Wire wire = new Wire(name);
    wire.target().setOnMouseEntered(_ -> pointed.set(Optional.of(wire)));
    wire.target().setOnMouseExited(_ -> pointed.set(Optional.empty()));
    getChildren().addAll(wire.nodes());
    return wire;
  }

  /// How many hidden neurons they are for.
  int count() {
    return out.size();
  }

  /// Shows weights.
  ///
  /// @param weights of as many hidden neurons
  /// @param em the size of letters, in pixels
  void show(Weights weights, double em) {
    for (int neuron = 0; neuron < count(); neuron++) {
      for (int input = 0; input < INPUTS; input++) {
        into(input, neuron).show(weights.w1(input, neuron), em);
      }
      out.get(neuron).show(weights.w2(neuron), em);
    }
  }

  /// Puts those of one neuron forward; none means all.
  void choose(Optional<Integer> chosen) {
    for (int neuron = 0; neuron < count(); neuron++) {
      boolean isOther = chosen.isPresent() && chosen.get() != neuron;
      for (int input = 0; input < INPUTS; input++) {
        into(input, neuron).dim(isOther);
      }
      out.get(neuron).dim(isOther);
    }
  }

  /// Leads the wires of one neuron.
  ///
  /// @param inputs where the inputs are
  /// @param left where those from the inputs end
  /// @param right where that to the output begins
  /// @param output where it ends
  void place(int neuron, List<Point2D> inputs, Point2D left, Point2D right, Point2D output) {
    for (int input = 0; input < INPUTS; input++) {
      into(input, neuron).place(inputs.get(input), left);
    }
    out.get(neuron).place(right, output);
  }

  private Wire into(int input, int neuron) {
    return into.get(INPUTS * neuron + input);
  }
}
