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

/// Which calls of a program are closed: those that the learner closed, and of those that they did
/// not touch the ones that are small beside the rest.
///
/// A call is closed at first if it has at most six ops and is not what the program is about: at
/// least as many ops stand outside of it, or it is a part of a larger call. So `sigmoid` in a
/// neuron is one node, and a program that is nothing but a function shows what is in it.
///
/// @param all what the learner wants of all calls, if they said so
/// @param chosen what they want of single ones
public record ClosedCalls(Optional<Boolean> all, Map<Call, Boolean> chosen) {
  /// What is closed at first.
  public static final ClosedCalls AT_FIRST = new ClosedCalls(Optional.empty(), Map.of());

  private static final int SMALL = 6;

  public ClosedCalls {
    chosen = Map.copyOf(chosen);
  }

  /// All calls closed, or all open.
  static ClosedCalls all(boolean closed) {
    return new ClosedCalls(Optional.of(closed), Map.of());
  }

  /// With one call closed or opened by the learner.
  ClosedCalls with(Call call, boolean closed) {
    Map<Call, Boolean> more = new HashMap<>(chosen);
    more.put(call, closed);
    return new ClosedCalls(all, more);
  }

  /// In a run of the program.
  public Folding in(Origins origins) {
    return new InRun(this, origins);
  }

  private record InRun(ClosedCalls closed, Origins origins) implements Folding {
    @Override
    public List<Fold> of(Iteration iteration) {
      Calls calls = Calls.of(iteration, origins);
      Graph graph = iteration.graph();
      int ops = graph.operations().size();
      return calls.all().stream()
          .filter(call -> closed.isClosed(calls, call, ops))
          .flatMap(call -> fold(graph, calls, call).stream())
          .toList();
    }
  }

  /// The call as it is closed, if it can be.
  static Optional<Fold> fold(Graph graph, Calls calls, Call call) {
    return calls.isUpdating(call) ? Optional.empty() : Fold.of(graph, call, calls.nodes(call));
  }

  private boolean isClosed(Calls calls, Call call, int ops) {
    Boolean wish = chosen.get(call);
    return wish != null ? wish : all.orElseGet(() -> isSmall(calls, call, ops));
  }

  private static boolean isSmall(Calls calls, Call call, int ops) {
    int inside = operations(calls, call);
    boolean nested =
        calls.caller(call).filter(caller -> operations(calls, caller) > inside).isPresent();
    return inside <= SMALL && (ops - inside >= inside || nested);
  }

  private static int operations(Calls calls, Call call) {
    return (int) calls.nodes(call).stream().filter(Node.Operation.class::isInstance).count();
  }
}
