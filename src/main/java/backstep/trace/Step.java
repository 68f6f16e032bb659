package backstep.trace;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /// A closed call is computed.
  ///
  /// @param steps those of its ops
  record ForwardCall(Fold fold, List<Forward> steps) implements Step {
    public ForwardCall {
      steps = List.copyOf(steps);
    }

    /// The value of the call.
    public Tensor value() {
      return steps.getLast().value();
    }
  }

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

  /// A closed call passes its upstream gradient on to its inputs: the vector-Jacobian product of
  /// the whole function.
  ///
  /// @param steps those of its ops
  record BackwardCall(Fold fold, List<Backward> steps) implements Step {
    public BackwardCall {
      steps = List.copyOf(steps);
    }

    /// ∂loss/∂output, complete.
    public Tensor upstream() {
      return steps.getFirst().upstream();
    }

    /// What each input receives, in the order of the inputs: the sum of what the ops sent it, and
    /// what it has then.
    @Override
    public List<Flow<Tensor>> flows() {
      Map<Node, Flow<Tensor>> received = new LinkedHashMap<>();
      for (Node input : fold.inputs()) {
        steps.stream()
            .flatMap(step -> step.flows().stream())
            .filter(flow -> flow.to() == input)
            .forEach(flow -> received.merge(input, at(flow), BackwardCall::sum));
      }
      return new ArrayList<>(received.values());
    }

    private Flow<Tensor> at(Flow<Tensor> flow) {
      return new Flow<>(fold.inputs().indexOf(flow.to()), flow.to(), flow.share(), flow.total());
    }

    private static Flow<Tensor> sum(Flow<Tensor> before, Flow<Tensor> next) {
      Tensor share = before.share().plus(next.share());
      return new Flow<>(before.operand(), before.to(), share, next.total());
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
      case Forward _, ForwardCall _ -> Phase.FORWARD;
      case Seed _, Backward _, BackwardCall _ -> Phase.BACKWARD;
      case Update _ -> Phase.UPDATE;
    };
  }

  /// The node that the step is about.
  default Node node() {
    return switch (this) {
      case Forward s -> s.node;
      case ForwardCall s -> s.fold.output();
      case Seed s -> s.loss;
      case Backward s -> s.node;
      case BackwardCall s -> s.fold.output();
      case Update s -> s.parameter;
    };
  }

  /// What the step sends back; nothing outside of the backward pass.
  default List<Flow<Tensor>> flows() {
    return List.of();
  }

  /// The steps that it is made of, no two ops in one: itself, but for a call.
  default List<? extends Step> singles() {
    return switch (this) {
      case ForwardCall s -> s.steps;
      case BackwardCall s -> s.steps;
      case Forward _, Seed _, Backward _, Update _ -> List.of(this);
    };
  }
}
