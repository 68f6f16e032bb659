package backstep.ui.explain;

import backstep.graph.Backpropagation;
import backstep.graph.Backpropagation.Flow;
import backstep.graph.Coefficient;
import backstep.graph.Formula;
import backstep.graph.LatexText.Standing;
import backstep.graph.Node;
import backstep.python.Naming;
import backstep.tensor.Tensor;
import backstep.trace.Fold;
import backstep.trace.Step;
import backstep.ui.kit.PlainMath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Explains a step of a closed call: its ops are taken for one, with a derivative of its own.
final class CallExplainer {
  // A derivative is written out if no more ops lead to it, and if it is no longer than this.
  private static final int MOST_OPS = 8;
  private static final int LONGEST = 34;
  private static final String LAMBDA = "<lambda>";

  private final Telling telling;
  private final Symbols symbols;
  private final Fold fold;
  private final Node.Operation output;

  CallExplainer(Telling telling, Fold fold) {
    this.telling = telling;
    this.symbols = telling.symbols;
    this.fold = fold;
    this.output = fold.output();
  }

  // ---- Forward

  void forward(Step.ForwardCall step) {
    head("forward");
    String rule = called(this::name);
    String left = isNamed() ? symbols.name(output) + "=" : "";
    String result = "=" + telling.result(step.value(), Standing.ROW);
    boolean tables = fold.inputs().stream().filter(node -> node.value().rank() == 2).count() > 1;
    String figures =
        tables || fold.inputs().isEmpty()
            ? result
            : "=" + called(node -> telling.figures.value(node.value(), Standing.ROW)) + result;
    telling.write(Telling.ruled(left + rule, figures));

    telling.sayUnusual(step.value(), symbols.label(output));
    telling.say(Phrase.of("explain.call.forward", function(), fold.operations().size()));
    telling.sayResult(output);
  }

  private String called(Function<Node, String> argument) {
    String name = isLambda() ? "\\lambda " : Symbols.upright(fold.call().function());
    String arguments =
        fold.inputs().stream().map(argument).collect(Collectors.joining(",\\,", "\\left(", ""));
    return name + arguments + "\\right)";
  }

  private String name(Node node) {
    return symbols.name(node);
  }

  // ---- Backward

  void backward(Step.BackwardCall step) {
    head("backward");
    Map<Node, Formula> pulled = pulled();
    boolean multiplied = true;
    List<Optional<Tensor>> earlier = telling.earlier(step.flows());
    for (int i = 0; i < step.flows().size(); i++) {
      Flow<Tensor> flow = step.flows().get(i);
      Optional<Formula> derivative =
          Optional.ofNullable(pulled.get(flow.to()))
              .flatMap(formula -> Coefficient.of(formula, Formula.gradient(output)));
      Optional<Tensor> local =
          derivative.isPresent() || output.value().size() == 1
              ? Optional.ofNullable(local().get(flow.to()))
              : Optional.empty();
      multiplied &= local.isPresent();
      List<String> lines = new ArrayList<>();
      lines.add(telling.received(flow, earlier.get(i)) + chain(flow));
      local.ifPresent(value -> lines.add(local(flow, derivative, value)));
      lines.add(result(step, flow, local));
      earlier.get(i).ifPresent(before -> lines.add(telling.added(flow, before, Standing.ROW)));
      telling.write(lines);
    }
    for (Flow<Tensor> flow : step.flows()) {
      telling.sayUnusual(flow.total(), symbols.gradientLabel(flow.to()));
    }
    telling.say(
        Phrase.of(
            multiplied ? "explain.call.backward" : "explain.call.backward.arrays",
            function(),
            fold.operations().size()));
    telling.sayShared(step.flows());
  }

  // What each input receives, written in the inputs and the call's value.
  private Map<Node, Formula> pulled() {
    if (fold.operations().size() > MOST_OPS) {
      return Map.of();
    }
    Map<Node, Formula> known = new HashMap<>();
    for (Node.Operation node : fold.operations()) {
      List<Formula> operands = node.operands().stream().map(known(known)).toList();
      known.put(node, node == output ? Formula.value(node) : node.op().value(operands));
    }
    return Backpropagation.through(fold.operations(), known(known), Formula.gradient(output));
  }

  private static Function<Node, Formula> known(Map<Node, Formula> known) {
    return node -> known.getOrDefault(node, Formula.value(node));
  }

  // The local derivatives as figures, where they are what 1 is multiplied by on its way back.
  private Map<Node, Tensor> local() {
    Tensor one = Tensor.full(output.value().shape(), 1);
    return Backpropagation.through(fold.operations(), Node::value, one);
  }

  private String chain(Flow<Tensor> flow) {
    return symbols.gradient(output) + times(output.value(), flow.to().value()) + partial(flow);
  }

  /// ∂output/∂input
  private String partial(Flow<Tensor> flow) {
    String over = isNamed() ? symbols.name(output) : called(this::name);
    return symbols.derivative(over, flow.to());
  }

  private String local(Flow<Tensor> flow, Optional<Formula> derivative, Tensor value) {
    String written =
        derivative
            .map(telling.rules::of)
            .filter(latex -> PlainMath.of(latex).length() <= LONGEST)
            .map(latex -> "=" + latex)
            .orElse("");
    return partial(flow) + written + "=" + telling.figures.value(value, Standing.ROW);
  }

  private String result(Step.BackwardCall step, Flow<Tensor> flow, Optional<Tensor> local) {
    String left = symbols.gradient(flow.to());
    String share = "=" + telling.result(flow.share(), Standing.ROW);
    return local
        .filter(value -> value.rank() < 2 || step.upstream().rank() < 2)
        .map(value ->
            left
                + "="
                + telling.figures.value(step.upstream(), Standing.ROW)
                + times(step.upstream(), value)
                + telling.operand(value, Standing.ROW)
                + share)
        .orElse(left + share);
  }

  private static String times(Tensor a, Tensor b) {
    return a.size() > 1 && b.size() > 1 ? "\\odot " : "\\cdot ";
  }

  // ---- Words

  private boolean isNamed() {
    return telling.naming.name(output).isPresent();
  }

  private boolean isLambda() {
    return fold.call().function().equals(LAMBDA);
  }

  private String function() {
    return Naming.function(fold.call());
  }

  private void head(String phase) {
    String key = "explain." + phase + ".heading";
    telling.head(
        isNamed()
            ? Phrase.of(
                key + ".named", Phrase.of("explain.op.call", function()), symbols.label(output))
            : Phrase.of(key + ".call", function()));
  }
}
