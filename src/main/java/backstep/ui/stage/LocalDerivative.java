package backstep.ui.stage;

import backstep.graph.Backpropagation;
import backstep.graph.Backpropagation.Flow;
import backstep.graph.Coefficient;
import backstep.graph.Formula;
import backstep.graph.Node;
import backstep.graph.NumpyText;
import backstep.python.Naming;
import backstep.tensor.Tensor;
import backstep.trace.Fold;
import backstep.trace.Step;
import backstep.words.Numbers;
import java.util.List;
import java.util.Optional;

/// What the upstream gradient is multiplied by on its way to an operand, in a few signs: `× −1`, `·
/// W2ᵀ`, `r1 ⊗`.
///
/// Between two numbers it is the local derivative itself. Between arrays it is what the op's
/// vector-Jacobian product puts beside the upstream gradient, by name.
final class LocalDerivative {
  private static final int LONGEST = 12;

  private final Node.Operation node;
  private final int operand;
  private final Formula upstream;
  private final NumpyText text;
  private final Numbers numbers;

  /// The label of the edge that a share goes back along; empty where there is no short one.
  static Optional<String> label(Step step, Flow<Tensor> flow, Naming naming, Numbers numbers) {
    return switch (step) {
      case Step.Backward back -> label(back.node(), flow.operand(), naming, numbers);
      case Step.BackwardCall back -> ofCall(back.fold(), flow.to(), numbers);
      case Step.Forward _, Step.ForwardCall _, Step.Seed _, Step.Update _ -> Optional.empty();
    };
  }

  /// Of a whole function, where it has one number for its derivative.
  private static Optional<String> ofCall(Fold fold, Node input, Numbers numbers) {
    Tensor one = Tensor.full(fold.output().value().shape(), 1);
    return Optional.of(one)
        .filter(seed -> seed.size() == 1 && input.value().size() == 1)
        .map(seed -> Backpropagation.through(fold.operations(), Node::value, seed).get(input))
        .map(local -> "× " + numbers.shown(local.item()));
  }

  private LocalDerivative(Node.Operation node, int operand, Naming naming, Numbers numbers) {
    this.node = node;
    this.operand = operand;
    this.numbers = numbers;
    this.upstream = Formula.gradient(node);
    this.text = new NumpyText(symbol -> naming.expression(symbol.node()));
  }

  private static Optional<String> label(
      Node.Operation node, int operand, Naming naming, Numbers numbers) {
    return new LocalDerivative(node, operand, naming, numbers).label();
  }

  private Optional<String> label() {
    List<Formula> operands = node.operands().stream().map(Formula::value).toList();
    Formula product = node.op().pullback(operand, operands, Formula.value(node), upstream);
    Optional<String> label =
        switch (product) {
          case Formula.Product(Formula left, Formula right, _) when right.equals(upstream) ->
              Optional.of(written(left) + " ·");
          case Formula.Product(Formula left, Formula right, _) when left.equals(upstream) ->
              Optional.of("· " + written(right));
          case Formula.OuterProduct(Formula left, Formula right) when right.equals(upstream) ->
              Optional.of(written(left) + " ⊗");
          case Formula.OuterProduct(Formula left, Formula right) when left.equals(upstream) ->
              Optional.of("⊗ " + written(right));
          default -> Coefficient.of(product, upstream).map(factor -> "× " + figure(factor));
        };
    return label.filter(words -> words.length() <= LONGEST);
  }

  /// As a number if it is the same for every entry, else by name.
  private String figure(Formula factor) {
    if (factor instanceof Formula.Number number) {
      return numbers.shown(number.value());
    }
    List<Tensor> operands = node.operands().stream().map(Node::value).toList();
    Tensor one = Tensor.full(node.value().shape(), 1);
    Tensor local = node.op().pullback(operand, operands, node.value(), one);
    return local.size() == 1 ? numbers.shown(local.item()) : written(factor);
  }

  private String written(Formula formula) {
    return text.of(formula).replace(".T", "ᵀ").replace("np.", "");
  }
}
