package backstep.trace;

import backstep.graph.Iteration;
import java.util.List;

/// Which calls are closed, in any iteration.
@FunctionalInterface
public interface Folding {
  /// Every op is a step of its own.
  Folding NONE = _ -> List.of();

  /// The closed calls of an iteration.
  List<Fold> of(Iteration iteration);
}
