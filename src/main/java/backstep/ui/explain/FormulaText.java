package backstep.ui.explain;

import backstep.python.Naming;
import backstep.trace.Cover;
import backstep.trace.Snapshot;
import backstep.trace.Trace;
import backstep.ui.explain.Explanation.Equation;
import backstep.ui.explain.Explanation.Line;
import backstep.ui.kit.MathView;
import backstep.words.Words;
import java.util.stream.Collectors;

/// The rules of the steps of an iteration, with their numbers, as LaTeX to be put into a document
/// that uses the package `amsmath`.
///
/// @param naming what to call the nodes
/// @param cover which figures are hidden; a step that has some of them is told by its rule alone
public record FormulaText(Trace trace, Naming naming, Cover cover, Words words) {
  /// What stands at the top.
  ///
  /// @param title of the program
  public String head(String title) {
    return comment(title) + comment(words.text("explain.tex"));
  }

  /// The formulas of the step that leads to a position, each as a display of its own, under what
  /// the step is called.
  ///
  /// @param position from 1
  public String step(int position) {
    Snapshot snapshot = trace.at(position);
    Explanation told =
        cover.hides(snapshot)
            ? Explainer.rulesAlone(snapshot, naming, words.numbers())
            : Explainer.explain(snapshot, naming, words.numbers());
    Phrases phrases = new Phrases(words::text);
    return "\n"
        + comment(
            words.text(
                "explain.tex.step",
                String.valueOf(position),
                String.valueOf(told.count()),
                phrases.text(told.heading())))
        + told.equations().stream().map(FormulaText::display).collect(Collectors.joining());
  }

  private static String comment(String text) {
    return "% " + text.replaceAll("\\R", " ") + "\n";
  }

  // What goes on in the next line stands under the beginning of the first.
  private static String display(Equation equation) {
    return equation.lines().stream()
        .map(Line::latex)
        .map(MathView::portable)
        .collect(
            Collectors.joining(
                " \\\\\n  &", "\\[\n\\begin{aligned}\n  &", "\n\\end{aligned}\n\\]\n"));
  }
}
