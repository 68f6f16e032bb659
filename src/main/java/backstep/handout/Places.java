package backstep.handout;

import backstep.graph.Node;
import backstep.python.Run;
import backstep.python.Span;
import java.util.Optional;

/// Where a program computes what, outside of its functions.
final class Places {
  private Places() {}

  /// The piece of text that computes a node, or the outermost call in which it is computed.
  static Optional<Span> of(Run run, Node node) {
    return run.origins()
        .group(node)
        .map(group -> {
          var outermost = group;
          for (var parent = group.parent(); parent != null; parent = parent.parent()) {
            outermost = parent;
          }
          return outermost.call();
        })
        .or(() -> run.origins().span(node));
  }

  /// Whether one piece lies in another.
  static boolean holds(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }
}
