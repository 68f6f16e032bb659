package backstep.trace;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import java.util.List;

/// One moment that a learner can stand on.
public sealed interface Step {
  /// The three phases of an iteration.
  enum Phase {
    FORWARD,
    BACKWARD,
    UPDATE
  }

  /// An op is computed.
  record Forward(Node.Operation node, Tensor value) implements Step {}

  /// The backward pass begins: the loss's gradient by itself is 1.
  record Seed(Node loss, Tensor gradient) implements Step {}

  /// An op passes its upstream gradient on to its operands.
  ///
  /// @param upstream ∂loss/∂node, complete
  /// @param flows what each operand receives, in the order of the operands
  record Backward(Node.Operation node, Tensor upstream, List<Flow<Tensor>> flows) implements Step {
    public Backward {
      flows = List.copyOf(flows);
    }
  }

  /// The program moves a parameter against its gradient: after = before − rate · gradient.
  ///
  /// @param gradient what the program took for the gradient, which may be wrong
  record Update(Node parameter, Tensor before, Tensor gradient, double rate, Tensor after)
      implements Step {}

  /// The phase the step belongs to.
  default Phase phase() {
    return switch (this) {
      case Forward _ -> Phase.FORWARD;
      case Seed _, Backward _ -> Phase.BACKWARD;
      case Update _ -> Phase.UPDATE;
    };
  }

  /// The node that the step is about.
  default Node node() {
    return switch (this) {
      case Forward s -> s.node;
      case Seed s -> s.loss;
      case Backward s -> s.node;
      case Update s -> s.parameter;
    };
  }
}
