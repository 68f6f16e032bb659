package backstep.ui.stage;

import backstep.graph.Coefficient;
import backstep.graph.Formula;
import backstep.graph.Node;
import backstep.graph.NumpyText;
import backstep.python.Naming;
import backstep.tensor.Tensor;
import backstep.ui.kit.Numbers;
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

  private LocalDerivative(Node.Operation node, int operand, Naming naming) {
    this.node = node;
    this.operand = operand;
    this.upstream = Formula.gradient(node);
    this.text = new NumpyText(symbol -> naming.expression(symbol.node()));
  }

  /// The label of the edge from an operand to its op; empty where there is no short one.
  static Optional<String> label(Node.Operation node, int operand, Naming naming) {
    return new LocalDerivative(node, operand, naming).label();
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
      return Numbers.shown(number.value());
    }
    List<Tensor> operands = node.operands().stream().map(Node::value).toList();
    Tensor one = Tensor.full(node.value().shape(), 1);
    Tensor local = node.op().pullback(operand, operands, node.value(), one);
    return local.size() == 1 ? Numbers.shown(local.item()) : written(factor);
  }

  private String written(Formula formula) {
    return text.of(formula).replace(".T", "ᵀ").replace("np.", "");
  }
}
