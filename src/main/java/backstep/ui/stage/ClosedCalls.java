package backstep.ui.stage;

import backstep.graph.Call;
import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.python.Calls;
import backstep.python.Origins;
import backstep.trace.Fold;
import backstep.trace.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which calls of a program are closed: those that the learner closed, and until one is opened
/// those that are small beside the rest.
///
/// A call is closed at first if it has at most six ops and is not what the program is about: at
/// least as many ops stand outside of it, or it is a part of a larger call. So `sigmoid` in a
/// neuron is one node, and a program that is nothing but a function shows what is in it.
public final class ClosedCalls implements Folding {
  private static final int SMALL = 6;

  private final Origins origins;
  private final Map<Call, Boolean> chosen;

  private ClosedCalls(Origins origins, Map<Call, Boolean> chosen) {
    this.origins = origins;
    this.chosen = Map.copyOf(chosen);
  }

  /// What is closed at first.
  public static ClosedCalls atFirst(Origins origins) {
    return new ClosedCalls(origins, Map.of());
  }

  /// With one call closed or opened by the learner.
  public ClosedCalls with(Call call, boolean closed) {
    Map<Call, Boolean> more = new HashMap<>(chosen);
    more.put(call, closed);
    return new ClosedCalls(origins, more);
  }

  /// The same for another run of the program.
  public ClosedCalls in(Origins others) {
    return new ClosedCalls(others, chosen);
  }

  @Override
  public List<Fold> of(Iteration iteration) {
    Calls calls = Calls.of(iteration, origins);
    return calls.all().stream()
        .filter(call -> isClosed(iteration.graph(), calls, call))
        .flatMap(call -> fold(iteration.graph(), calls, call).stream())
        .toList();
  }

  /// The call as it is closed, if it can be.
  static Optional<Fold> fold(Graph graph, Calls calls, Call call) {
    return calls.isUpdating(call) ? Optional.empty() : Fold.of(graph, call, calls.nodes(call));
  }

  private boolean isClosed(Graph graph, Calls calls, Call call) {
    Boolean wish = chosen.get(call);
    return wish != null ? wish : isSmall(graph, calls, call);
  }

  private static boolean isSmall(Graph graph, Calls calls, Call call) {
    int inside = operations(calls, call);
    int outside = graph.operations().size() - inside;
    boolean nested =
        calls.caller(call).filter(caller -> operations(calls, caller) > inside).isPresent();
    return inside <= SMALL && (outside >= inside || nested);
  }

  private static int operations(Calls calls, Call call) {
    return (int) calls.nodes(call).stream().filter(Node.Operation.class::isInstance).count();
  }
}
