package backstep.ui.explain;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Formula;
import backstep.graph.LatexText;
import backstep.graph.Node;
import backstep.python.Naming;
import backstep.tensor.Tensor;
import backstep.trace.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Explains a step of one op by the op's rules.
final class OpExplainer {
  private final Telling telling;
  private final Symbols symbols;
  private final Node.Operation node;

  OpExplainer(Telling telling, Node.Operation node) {
    this.telling = telling;
    this.symbols = telling.symbols;
    this.node = node;
  }

  // ---- Forward

  void forward(Step.Forward step) {
    Formula formula = Naming.formula(node);
    head("forward");
    String left = symbols.name(node);
    String rule = telling.rules.of(formula);
    String first = left.equals(rule) ? rule : left + "=" + rule;
    Values values = telling.values(symbol -> symbol.node().value());
    telling.write(
        formula instanceof Formula.Replaced
            ? List.of(rule, left + "=" + telling.result(step.value(), LatexText.standing(formula)))
            : Telling.ruled(first, telling.figures(formula, values, step.value())));

    telling.sayUnusual(step.value(), symbols.label(node));
    telling.say(words("forward", List.of(), ""));
    telling.sayResult(node);
  }

  // ---- Backward

  void backward(Step.Backward step) {
    head("backward");
    List<Formula> operands = node.operands().stream().map(Formula::value).toList();
    List<Tensor> figures = node.operands().stream().map(Node::value).toList();
    Formula own = new Formula.Symbol(node, false);
    Values values =
        telling.values(symbol -> symbol.gradient() ? step.upstream() : symbol.node().value());
    List<Optional<Tensor>> earlier = telling.earlier(step.flows());
    for (int i = 0; i < step.flows().size(); i++) {
      Flow<Tensor> flow = step.flows().get(i);
      Formula pulled = node.op().pullback(flow.operand(), operands, own, Formula.gradient(node));
      Formula rule = pulled.sumTo(flow.to().value().shape());
      Tensor spread = node.op().pullback(flow.operand(), figures, node.value(), step.upstream());
      // Where shares of copies are added up, the copies' shares are what is added.
      String numbers =
          rule.shape().equals(spread.shape())
              ? telling.figures(rule, values, flow.share())
              : telling.figures(own.sumTo(rule.shape()), telling.values(_ -> spread), flow.share());
      write(flow, rule, earlier.get(i), numbers);
    }
    sayBackward(step);
  }

  private void write(Flow<Tensor> flow, Formula rule, Optional<Tensor> earlier, String figures) {
    String left = telling.received(flow, earlier);
    List<String> lines = new ArrayList<>(Telling.ruled(left + telling.rules.of(rule), figures));
    earlier.ifPresent(before -> lines.add(telling.added(flow, before, LatexText.standing(rule))));
    telling.write(lines);
  }

  private void sayBackward(Step.Backward step) {
    List<Flow<Tensor>> flows = step.flows();
    String upstream = telling.figure(step.upstream(), symbols.gradientLabel(node));
    for (Flow<Tensor> flow : flows) {
      telling.sayUnusual(flow.total(), symbols.gradientLabel(flow.to()));
    }
    boolean shut =
        Kinds.of(node).equals("relu")
            && flows.stream().allMatch(flow -> isZero(flow.share()))
            && !isZero(step.upstream());
    telling.say(
        shut
            ? Phrase.of(
                "explain.relu.backward.shut", symbols.label(flows.getFirst().to()), upstream)
            : words("backward", flows, upstream));
    telling.sayShared(flows);
    flows.stream()
        .filter(flow -> flow.to().value().size() < node.value().size() && isBroadcasting())
        .findFirst()
        .ifPresent(flow -> telling.say(Phrase.of("explain.stretched", symbols.label(flow.to()))));
    sayShapes(
        flows.stream()
            .map(Flow::to)
            .distinct()
            .filter(operand -> operand.value().size() > 1)
            .toList());
  }

  // No op here has more than two operands that a gradient goes back to.
  private void sayShapes(List<Node> receivers) {
    if (receivers.isEmpty()) {
      return;
    }
    Node first = receivers.getFirst();
    Node last = receivers.getLast();
    telling.say(
        first.equals(last)
            ? Phrase.of("explain.shape.gradient", symbols.label(first), Telling.shape(first))
            : Phrase.of(
                "explain.shape.gradients",
                symbols.label(first),
                Telling.shape(first),
                symbols.label(last),
                Telling.shape(last)));
  }

  private boolean isBroadcasting() {
    return switch (Kinds.of(node)) {
      case "add", "subtract", "multiply", "divide", "power", "maximum", "minimum", "where" -> true;
      default -> false;
    };
  }

  private static boolean isZero(Tensor value) {
    for (int i = 0; i < value.size(); i++) {
      if (value.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  // ---- Words

  private void head(String phase) {
    String named = telling.naming.name(node).isPresent() ? ".named" : "";
    telling.head(
        Phrase.of(
            "explain." + phase + ".heading" + named,
            Phrase.of("explain.op." + Kinds.of(node)),
            symbols.label(node)));
  }

  // {0} the node, {1} and {2} its operands, {3} what came back. Where one side alone takes a
  // gradient, {1} is that side and {2} the other.
  private Phrase words(String phase, List<Flow<Tensor>> flows, String upstream) {
    List<Node> operands = node.operands();
    String key = "explain." + Kinds.of(node) + "." + phase;
    int first = 0;
    if (Kinds.of(node).equals("relu")) {
      first = Node.isLiteral(operands.getFirst()) ? 1 : 0;
    } else if (flows.size() == 1) {
      first = flows.getFirst().operand();
      key += Kinds.side(node, first);
    }
    int second = operands.size() < 2 ? first : first == 0 ? 1 : 0;
    return Phrase.of(
        key,
        symbols.label(node),
        operand(operands.get(first)),
        operand(operands.get(second)),
        upstream);
  }

  // In brackets where the sentence multiplies it.
  private String operand(Node operand) {
    return switch (Kinds.of(node)) {
      case "square", "multiply", "divide", "power", "dot" -> symbols.factor(operand);
      default -> symbols.label(operand);
    };
  }
}
