package backstep.ui.explain;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Formula;
import backstep.graph.LatexText;
import backstep.graph.LatexText.Standing;
import backstep.graph.Node;
import backstep.python.Naming;
import backstep.python.Options;
import backstep.tensor.Tensor;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import backstep.ui.explain.Explanation.Equation;
import backstep.ui.explain.Explanation.Line;
import backstep.ui.kit.PlainMath;
import backstep.words.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// An explanation in the making: what is told of a step so far.
final class Telling {
  private static final int MAX_SENTENCES = 3;

  final Snapshot snapshot;
  final Naming naming;
  final Figures figures;
  final Symbols symbols;
  final LatexText rules;
  private final boolean withheld;
  private final List<Equation> equations = new ArrayList<>();
  private final List<Phrase> sentences = new ArrayList<>();
  private Phrase heading = Phrase.of("explain.start.heading");

  /// @param withheld whether a question mark stands for what comes out
  Telling(Snapshot snapshot, Naming naming, Numbers numbers, boolean withheld) {
    this.withheld = withheld;
    this.snapshot = snapshot;
    this.naming = naming;
    this.figures = new Figures(numbers);
    this.symbols = new Symbols(naming, snapshot.trace().graph().loss(), figures);
    this.rules = new LatexText(symbols);
  }

  Explanation told() {
    return new Explanation(
        snapshot.step().map(Step::phase),
        snapshot.trace().iteration().index(),
        snapshot.position(),
        snapshot.trace().steps().size(),
        heading,
        equations,
        sentences.subList(0, Math.min(MAX_SENTENCES, sentences.size())));
  }

  void head(Phrase phrase) {
    heading = phrase;
  }

  /// Writes an equation, line by line.
  void write(List<String> lines) {
    equations.add(
        new Equation(lines.stream().map(line -> new Line(line, PlainMath.of(line))).toList()));
  }

  void say(Phrase sentence) {
    sentences.add(sentence);
  }

  // ---- Figures

  /// The rule and its figures under it; a result alone goes on in the rule's line.
  static List<String> ruled(String rule, String figures) {
    boolean alone = figures.indexOf('=', 1) < 0;
    return alone ? List.of(rule + figures) : List.of(rule, figures);
  }

  /// The figures of a rule's terms.
  Values values(Function<Formula.Symbol, Tensor> values) {
    return new Values(figures, values);
  }

  /// "= numbers = result", or the result alone where the numbers are the result.
  String figures(Formula formula, Values values, Tensor result) {
    Standing standing = LatexText.standing(formula);
    String tinted = "=" + result(result, standing);
    boolean tooWide =
        formula instanceof Formula.Stacked
            || (formula instanceof Formula.Choice && formula.shape().size() > 1);
    if (tooWide) {
      return tinted;
    }
    String numbers = new LatexText(values).of(formula);
    return numbers.equals(figures.value(result, standing)) ? tinted : "=" + numbers + tinted;
  }

  /// What comes out of the step, tinted by its sign.
  String result(Tensor value, Standing standing) {
    return outcome(figures.tinted(value, standing));
  }

  /// What the step works out, which is withheld from whoever is to predict it.
  String outcome(String figures) {
    return withheld ? "\\text{?}" : figures;
  }

  /// A value behind a sign, in brackets where it brings one of its own.
  String operand(Tensor value, Standing standing) {
    String text = figures.value(value, standing);
    return text.startsWith("-") ? "\\left(" + text + "\\right)" : text;
  }

  /// A number where it is one, else what it is called.
  String figure(Tensor value, String label) {
    return value.size() == 1 ? plain(value.item()) : label;
  }

  String plain(double value) {
    return PlainMath.of(figures.number(value));
  }

  /// In one piece: a line may not be broken within it.
  static String shape(Node node) {
    return node.value().shape().toString().replace(' ', '\u00a0');
  }

  // ---- Shares

  /// What each receiver had before its share came, in the order of the shares.
  List<Optional<Tensor>> earlier(List<Flow<Tensor>> flows) {
    Snapshot before = snapshot.trace().at(snapshot.position() - 1);
    Map<Node, Tensor> arrived = new HashMap<>();
    List<Optional<Tensor>> earlier = new ArrayList<>();
    for (Flow<Tensor> flow : flows) {
      earlier.add(Optional.ofNullable(arrived.get(flow.to())).or(() -> before.gradient(flow.to())));
      arrived.put(flow.to(), flow.total());
    }
    return earlier;
  }

  /// "∂loss/∂to =", or "+=" where the share is one of several.
  String received(Flow<Tensor> flow, Optional<Tensor> earlier) {
    boolean shared = earlier.isPresent() || !snapshot.isComplete(flow.to());
    return symbols.gradient(flow.to()) + (shared ? "\\mathrel{+}=" : "=");
  }

  /// "∂loss/∂to = earlier + share = total"
  String added(Flow<Tensor> flow, Tensor earlier, Standing standing) {
    return symbols.gradient(flow.to())
        + "="
        + figures.value(earlier, standing)
        + "+"
        + outcome(operand(flow.share(), standing))
        + "="
        + result(flow.total(), standing);
  }

  /// Says of a value with several shares that they add up, if there is one.
  void sayShared(List<Flow<Tensor>> flows) {
    boolean twice = flows.stream().map(Flow::to).distinct().count() < flows.size();
    flows.stream()
        .filter(flow -> twice || snapshot.trace().graph().consumers(flow.to()).size() > 1)
        .findFirst()
        .ifPresent(flow ->
            say(
                Phrase.of(
                    snapshot.isComplete(flow.to()) ? "explain.shares" : "explain.shares.open",
                    symbols.label(flow.to()))));
  }

  // ---- Words

  /// Says of a value or gradient that it is no plain number, if it is none.
  void sayUnusual(Tensor value, String label) {
    boolean nan = false;
    boolean infinite = false;
    for (int i = 0; i < value.size(); i++) {
      nan |= Double.isNaN(value.get(i));
      infinite |= Double.isInfinite(value.get(i));
    }
    if (nan || infinite) {
      say(Phrase.of(nan ? "explain.nan" : "explain.infinite", label));
    }
  }

  /// Says that the value is the loss, or what stands in its place, or else which shape it has.
  void sayResult(Node node) {
    String label = symbols.label(node);
    if (node == snapshot.trace().graph().loss()) {
      String figure = figure(node.value(), label);
      say(
          Options.USUAL_LOSSES.contains(label)
              ? Phrase.of("explain.forward.loss", figure)
              : Phrase.of("explain.forward.result", label, figure));
    } else if (node.value().size() > 1) {
      say(Phrase.of("explain.shape", label, shape(node)));
    }
  }
}
