package backstep.ui.explain;

import backstep.graph.Node;
import backstep.python.Naming;
import backstep.trace.Snapshot;
import backstep.words.Numbers;
import java.util.List;

/// The rules of a step that is still to come, without what comes out of it.
public final class Hint {
  private Hint() {}

  /// One rule for each result of the next step; a backward step has one for each share that it
  /// sends. Of each the first line is the rule alone, unless it has only one.
  ///
  /// @param here where there is a next step
  /// @param naming what to call the nodes
  /// @param numbers how figures are written
  public static List<Explanation.Equation> of(Snapshot here, Naming naming, Numbers numbers) {
    return Explainer.rules(here.trace().at(here.position() + 1), naming, numbers);
  }

  /// What the node is called, shortened where it has no name.
  public static String label(Snapshot here, Node node, Naming naming, Numbers numbers) {
    return new Symbols(naming, here.trace().graph().loss(), new Figures(numbers)).label(node);
  }
}
