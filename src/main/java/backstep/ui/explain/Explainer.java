package backstep.ui.explain;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Formula;
import backstep.graph.LatexText;
import backstep.graph.LatexText.Standing;
import backstep.graph.Node;
import backstep.python.Naming;
import backstep.tensor.Tensor;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import backstep.ui.explain.Explanation.Equation;
import backstep.ui.explain.Explanation.Line;
import backstep.ui.kit.PlainMath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Derives the explanation of one step from the step and the rules of its op.
final class Explainer {
  private static final int MAX_SENTENCES = 3;
  private static final Pattern ENCLOSED = Pattern.compile("[\\p{L}√]+\\([^()]*\\)|\\([^()]*\\)");
  // A claimed gradient that is off by more than rounding is wrong.
  private static final double ROUNDING = 1e-9;

  private final Snapshot snapshot;
  private final Naming naming;
  private final Symbols symbols;
  private final LatexText rules;
  private final List<Equation> equations = new ArrayList<>();
  private final List<Phrase> sentences = new ArrayList<>();
  private Phrase heading = Phrase.of("explain.start.heading");

  Explainer(Snapshot snapshot, Naming naming) {
    this.snapshot = snapshot;
    this.naming = naming;
    this.symbols = new Symbols(naming, snapshot.trace().graph().loss());
    this.rules = new LatexText(symbols);
  }

  Explanation explain() {
    Optional<Step> step = snapshot.step();
    if (step.isEmpty()) {
      sentences.add(Phrase.of("explain.start"));
    }
    step.ifPresent(taken -> {
      switch (taken) {
        case Step.Forward s -> forward(s);
        case Step.Seed s -> seed(s);
        case Step.Backward s -> backward(s);
        case Step.Update s -> update(s);
      }
    });
    return new Explanation(
        step.map(Step::phase),
        snapshot.trace().iteration().index(),
        snapshot.position(),
        snapshot.trace().steps().size(),
        heading,
        equations,
        sentences.subList(0, Math.min(MAX_SENTENCES, sentences.size())));
  }

  // ---- Forward

  private void forward(Step.Forward step) {
    Node.Operation node = step.node();
    Formula formula = Naming.formula(node);
    heading = heading("forward", node);
    String left = symbols.name(node);
    String rule = rules.of(formula);
    String first = left.equals(rule) ? rule : left + "=" + rule;
    Values values = new Values(symbol -> symbol.node().value());
    equations.add(
        equation(
            formula instanceof Formula.Replaced
                ? List.of(rule, left + Values.result(formula, step.value()))
                : ruled(first, figures(formula, values, step.value()))));

    sayUnusual(step.value(), symbols.label(node));
    sentences.add(words("forward", node, List.of(), ""));
    if (node == snapshot.trace().graph().loss()) {
      sentences.add(Phrase.of("explain.forward.loss", figure(step.value(), symbols.label(node))));
    } else if (node.value().size() > 1) {
      sentences.add(Phrase.of("explain.shape", symbols.label(node), shape(node)));
    }
  }

  // The rule and its figures under it; a result alone goes on in the rule's line.
  private static List<String> ruled(String rule, String figures) {
    boolean alone = figures.indexOf('=', 1) < 0;
    return alone ? List.of(rule + figures) : List.of(rule, figures);
  }

  // "= numbers = result", or the result alone where the numbers are the result.
  private static String figures(Formula formula, Values values, Tensor result) {
    Standing standing = LatexText.standing(formula);
    String tinted = Values.result(formula, result);
    boolean tooWide =
        formula instanceof Formula.Stacked
            || (formula instanceof Formula.Choice && formula.shape().size() > 1);
    if (tooWide) {
      return tinted;
    }
    String numbers = new LatexText(values).of(formula);
    return numbers.equals(Figures.value(result, standing)) ? tinted : "=" + numbers + tinted;
  }

  // ---- Backward

  private void seed(Step.Seed step) {
    String loss = symbols.label(step.loss());
    heading = Phrase.of("explain.seed.heading", loss);
    equations.add(
        equation(
            List.of(
                symbols.gradient(step.loss())
                    + "="
                    + Figures.tinted(step.gradient(), Standing.ROW))));
    sentences.add(Phrase.of("explain.seed", loss));
  }

  private void backward(Step.Backward step) {
    Node.Operation node = step.node();
    heading = heading("backward", node);
    List<Formula> operands = node.operands().stream().map(Formula::value).toList();
    Formula own = new Formula.Symbol(node, false);
    Values values =
        new Values(symbol -> symbol.gradient() ? step.upstream() : symbol.node().value());
    Snapshot before = snapshot.trace().at(snapshot.position() - 1);
    Map<Node, Tensor> arrived = new HashMap<>();
    for (Flow<Tensor> flow : step.flows()) {
      Formula pulled = node.op().pullback(flow.operand(), operands, own, Formula.gradient(node));
      Formula rule = pulled.sumTo(flow.to().value().shape());
      Optional<Tensor> earlier =
          Optional.ofNullable(arrived.get(flow.to())).or(() -> before.gradient(flow.to()));
      List<Tensor> figures = node.operands().stream().map(Node::value).toList();
      Tensor spread = node.op().pullback(flow.operand(), figures, node.value(), step.upstream());
      // Where shares of copies are added up, the copies' shares are what is added.
      String numbers =
          rule.shape().equals(spread.shape())
              ? figures(rule, values, flow.share())
              : figures(own.sumTo(rule.shape()), new Values(_ -> spread), flow.share());
      backward(flow, rule, earlier, numbers);
      arrived.put(flow.to(), flow.total());
    }
    sayBackward(step);
  }

  private void backward(Flow<Tensor> flow, Formula rule, Optional<Tensor> earlier, String figures) {
    boolean shared = earlier.isPresent() || !snapshot.isComplete(flow.to());
    String left = symbols.gradient(flow.to());
    String sign = shared ? "\\mathrel{+}=" : "=";
    List<String> lines = new ArrayList<>();
    lines.addAll(ruled(left + sign + rules.of(rule), figures));
    earlier.ifPresent(before -> {
      Standing standing = LatexText.standing(rule);
      lines.add(
          left
              + "="
              + Figures.value(before, standing)
              + "+"
              + summand(flow.share(), standing)
              + "="
              + Figures.tinted(flow.total(), standing));
    });
    equations.add(equation(lines));
  }

  private static String summand(Tensor share, Standing standing) {
    String text = Figures.value(share, standing);
    return text.startsWith("-") ? "\\left(" + text + "\\right)" : text;
  }

  private void sayBackward(Step.Backward step) {
    Node.Operation node = step.node();
    List<Flow<Tensor>> flows = step.flows();
    String upstream = figure(step.upstream(), symbols.gradientLabel(node));
    for (Flow<Tensor> flow : flows) {
      sayUnusual(flow.total(), symbols.gradientLabel(flow.to()));
    }
    boolean shut =
        Kinds.of(node).equals("relu")
            && flows.stream().allMatch(flow -> isZero(flow.share()))
            && !isZero(step.upstream());
    sentences.add(
        shut
            ? Phrase.of(
                "explain.relu.backward.shut", symbols.label(flows.getFirst().to()), upstream)
            : words("backward", node, flows, upstream));
    flows.stream()
        .filter(flow -> snapshot.trace().graph().consumers(flow.to()).size() > 1 || isTwice(flows))
        .findFirst()
        .ifPresent(flow ->
            sentences.add(
                Phrase.of(
                    snapshot.isComplete(flow.to()) ? "explain.shares" : "explain.shares.open",
                    symbols.label(flow.to()))));
    flows.stream()
        .filter(flow -> flow.to().value().size() < node.value().size() && isBroadcasting(node))
        .findFirst()
        .ifPresent(flow -> sentences.add(Phrase.of("explain.stretched", symbols.label(flow.to()))));
    flows.stream()
        .filter(flow -> flow.to().value().size() > 1)
        .reduce((_, last) -> last)
        .ifPresent(flow ->
            sentences.add(
                Phrase.of("explain.shape.gradient", symbols.label(flow.to()), shape(flow.to()))));
  }

  private static boolean isTwice(List<Flow<Tensor>> flows) {
    return flows.stream().map(Flow::to).distinct().count() < flows.size();
  }

  private static boolean isBroadcasting(Node.Operation node) {
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

  // ---- Update

  private void update(Step.Update step) {
    Node parameter = step.parameter();
    String name = symbols.label(parameter);
    heading = Phrase.of("explain.update.heading", name);
    Optional<Tensor> gradient = snapshot.gradient(parameter);
    boolean right = gradient.filter(g -> isSame(g, step.gradient())).isPresent();
    boolean plainStep = step.rate() == 1;
    String direction = right ? symbols.gradient(parameter) : "\\text{g}";
    String rate = plainStep ? "" : Figures.number(step.rate()) + "\\cdot ";
    String figures = Figures.value(step.gradient(), Standing.ROW);
    boolean bracket = figures.startsWith("-");
    equations.add(
        equation(
            List.of(
                symbols.name(parameter)
                    + "\\leftarrow "
                    + symbols.name(parameter)
                    + "-"
                    + rate
                    + direction,
                "="
                    + Figures.value(step.before(), Standing.ROW)
                    + "-"
                    + rate
                    + (bracket ? "\\left(" + figures + "\\right)" : figures)
                    + "="
                    + Figures.value(step.after(), Standing.ROW))));
    sayUnusual(step.after(), name);
    if (!right) {
      sentences.add(
          Phrase.of(
              gradient.isPresent() ? "explain.update.other" : "explain.update.none",
              name,
              symbols.gradientLabel(parameter)));
    }
    sentences.add(
        step.gradient().size() == 1
            ? Phrase.of(
                step.gradient().item() > 0
                    ? "explain.update.down"
                    : step.gradient().item() < 0 ? "explain.update.up" : "explain.update.still",
                name)
            : Phrase.of("explain.update", name));
    sentences.add(
        plainStep
            ? Phrase.of("explain.update.norate")
            : Phrase.of("explain.update.rate", plain(step.rate())));
  }

  private static boolean isSame(Tensor gradient, Tensor claimed) {
    if (gradient.size() != claimed.size()) {
      return false;
    }
    for (int i = 0; i < gradient.size(); i++) {
      double a = gradient.get(i);
      double b = claimed.get(i);
      double tolerance = ROUNDING * Math.max(1e-12, Math.max(Math.abs(a), Math.abs(b)));
      if (Math.abs(a - b) > tolerance || Double.isNaN(a) != Double.isNaN(b)) {
        return false;
      }
    }
    return true;
  }

  // ---- Words

  private Phrase heading(String phase, Node.Operation node) {
    String named = naming.name(node).isPresent() ? ".named" : "";
    return Phrase.of(
        "explain." + phase + ".heading" + named,
        Phrase.of("explain.op." + Kinds.of(node)),
        symbols.label(node));
  }

  // {0} the node, {1} and {2} its operands (backward: with one side that takes a gradient, that
  // side
  // and the other), {3} what came back.
  private Phrase words(
      String phase, Node.Operation node, List<Flow<Tensor>> flows, String upstream) {
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
        operand(node, operands.get(first)),
        operand(node, operands.get(second)),
        upstream);
  }

  // In brackets where the sentence multiplies it.
  private String operand(Node.Operation node, Node operand) {
    String label = symbols.label(operand);
    boolean bracket =
        switch (Kinds.of(node)) {
          case "square", "multiply", "divide", "power", "dot" -> label.contains(" ");
          default -> false;
        };
    return bracket && !ENCLOSED.matcher(label).matches() ? "(" + label + ")" : label;
  }

  private void sayUnusual(Tensor value, String label) {
    boolean nan = false;
    boolean infinite = false;
    for (int i = 0; i < value.size(); i++) {
      nan |= Double.isNaN(value.get(i));
      infinite |= Double.isInfinite(value.get(i));
    }
    if (nan || infinite) {
      sentences.add(Phrase.of(nan ? "explain.nan" : "explain.infinite", label));
    }
  }

  // In one piece: a line may not be broken within it.
  private static String shape(Node node) {
    return node.value().shape().toString().replace(' ', '\u00a0');
  }

  // A number where it is one, else what it is called.
  private static String figure(Tensor value, String label) {
    return value.size() == 1 ? plain(value.item()) : label;
  }

  private static String plain(double value) {
    return PlainMath.of(Figures.number(value));
  }

  private static Equation equation(List<String> lines) {
    return new Equation(lines.stream().map(line -> new Line(line, PlainMath.of(line))).toList());
  }
}
