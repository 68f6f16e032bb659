package backstep.ui.explain;

import backstep.graph.LatexText.Standing;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.tensor.Tensor;
import backstep.trace.Step;
import java.util.List;
import java.util.Optional;

/// Explains how a parameter was moved, and whether by its gradient.
final class UpdateExplainer {
  private final Telling telling;

  UpdateExplainer(Telling telling) {
    this.telling = telling;
  }

  void update(Step.Update step) {
    Node parameter = step.parameter();
    Symbols symbols = telling.symbols;
    String label = symbols.label(parameter);
    telling.head(Phrase.of("explain.update.heading", label));
    Optional<Tensor> gradient = telling.snapshot.gradient(parameter);
    boolean right = gradient.filter(g -> Update.agrees(step.gradient(), g)).isPresent();
    boolean along =
        gradient.filter(g -> Update.isAlong(step.gradient(), step.rate(), g)).isPresent();
    boolean plainStep = step.rate() == 1;
    String name = symbols.name(parameter);
    String direction = right ? symbols.gradient(parameter) : "\\text{g}";
    String rate = plainStep ? "" : telling.figures.number(step.rate()) + "\\cdot ";
    telling.write(
        List.of(
            name + "\\leftarrow " + name + "-" + rate + direction,
            "="
                + telling.figures.value(step.before(), Standing.ROW)
                + "-"
                + rate
                + telling.operand(step.gradient(), Standing.ROW)
                + "="
                + telling.outcome(telling.figures.value(step.after(), Standing.ROW))));
    telling.sayUnusual(step.after(), label);
    // What holds of a gradient need not hold of what is taken for one.
    if (along) {
      sayDirection(step, label);
    } else {
      telling.say(
          Phrase.of(
              gradient.isPresent() ? "explain.update.other" : "explain.update.none",
              label,
              symbols.gradientLabel(parameter)));
    }
    telling.say(
        plainStep
            ? Phrase.of("explain.update.norate")
            : Phrase.of("explain.update.rate", telling.plain(step.rate())));
  }

  private void sayDirection(Step.Update step, String label) {
    telling.say(
        step.gradient().size() == 1
            ? Phrase.of(
                step.gradient().item() > 0
                    ? "explain.update.down"
                    : step.gradient().item() < 0 ? "explain.update.up" : "explain.update.still",
                label)
            : Phrase.of("explain.update", label));
  }
}
