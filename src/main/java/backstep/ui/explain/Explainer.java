package backstep.ui.explain;

import backstep.graph.LatexText.Standing;
import backstep.python.Naming;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import backstep.ui.kit.Keymap;
import backstep.words.Numbers;
import java.util.List;
import java.util.Optional;

/// Derives the explanation of one step from the step and the rules of its op.
final class Explainer {
  private Explainer() {}

  /// Explains the step that led to the snapshot.
  static Explanation explain(Snapshot snapshot, Naming naming, Numbers numbers) {
    return told(new Telling(snapshot, naming, numbers, false));
  }

  /// The rules of the step that led to the snapshot, with a question mark for what comes out.
  static List<Explanation.Equation> rules(Snapshot snapshot, Naming naming, Numbers numbers) {
    return told(new Telling(snapshot, naming, numbers, true)).equations();
  }

  /// Explains the step that led to the snapshot without any figures.
  static Explanation rulesAlone(Snapshot snapshot, Naming naming, Numbers numbers) {
    Explanation all = told(new Telling(snapshot, naming, numbers, true));
    return new Explanation(
        all.phase(),
        all.iteration(),
        all.position(),
        all.count(),
        all.heading(),
        all.equations().stream().map(Explanation.Equation::rule).toList(),
        List.of(Phrase.of("explain.hidden", Keymap.SHOW)));
  }

  private static Explanation told(Telling telling) {
    Snapshot snapshot = telling.snapshot;
    Optional<Step> step = snapshot.step();
    if (step.isEmpty()) {
      telling.say(Phrase.of("explain.start"));
    }
    step.ifPresent(taken -> {
      switch (taken) {
        case Step.Forward s -> new OpExplainer(telling, s.node()).forward(s);
        case Step.ForwardCall s -> new CallExplainer(telling, s.fold()).forward(s);
        case Step.Seed s -> seed(telling, s);
        case Step.Backward s -> new OpExplainer(telling, s.node()).backward(s);
        case Step.BackwardCall s -> new CallExplainer(telling, s.fold()).backward(s);
        case Step.Update s -> new UpdateExplainer(telling).update(s);
      }
    });
    return telling.told();
  }

  private static void seed(Telling telling, Step.Seed step) {
    String loss = telling.symbols.label(step.loss());
    telling.head(Phrase.of("explain.seed.heading", loss));
    telling.write(
        List.of(
            telling.symbols.gradient(step.loss())
                + "="
                + telling.result(step.gradient(), Standing.ROW)));
    telling.say(Phrase.of("explain.seed", loss));
  }
}
