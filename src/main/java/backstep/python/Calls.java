package backstep.python;

import backstep.graph.Call;
import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The calls of the program's own functions that the nodes of one iteration were made in.
public final class Calls {
  private final Origins origins;
  private final Map<Long, Call> byGroup = new HashMap<>();
  private final List<Call> all = new ArrayList<>();
  private final Map<Call, Call> callers = new HashMap<>();
  private final Map<Call, List<Node>> nodes = new HashMap<>();
  private final Set<Call> updating = new HashSet<>();

  private Calls(Graph graph, Origins origins) {
    this.origins = origins;
    Map<Long, Origins.Group> groups = new TreeMap<>();
    for (Node node : graph.nodes()) {
      for (Origins.Group g = group(node); g != null; g = g.parent()) {
        groups.put(g.id(), g);
      }
    }
    // Calls are numbered as they begin, so a caller comes before what it calls.
    Map<String, Integer> before = new HashMap<>();
    groups.forEach((id, group) -> {
      int index = before.merge(group.function(), 1, Integer::sum) - 1;
      Call call = new Call(group.function(), index);
      all.add(call);
      byGroup.put(id, call);
      caller(group).ifPresent(caller -> callers.put(call, caller));
    });
    for (Node node : graph.nodes()) {
      around(node).forEach(call -> nodes.computeIfAbsent(call, _ -> new ArrayList<>()).add(node));
    }
  }

  /// The calls of an iteration.
  public static Calls of(Iteration iteration, Origins origins) {
    Calls calls = new Calls(iteration.graph(), origins);
    for (Update update : iteration.updates()) {
      calls.updating.addAll(calls.around(update.after()));
    }
    return calls;
  }

  private Origins.@Nullable Group group(Node node) {
    return origins.group(node).orElse(null);
  }

  private Optional<Call> caller(Origins.Group group) {
    return Optional.ofNullable(group.parent()).map(parent -> byGroup.get(parent.id()));
  }

  // Inner before outer.
  private List<Call> around(Node node) {
    List<Call> around = new ArrayList<>();
    for (Origins.Group g = group(node); g != null; g = g.parent()) {
      Call call = byGroup.get(g.id());
      if (call != null) {
        around.add(call);
      }
    }
    return around;
  }

  /// All calls, in the order in which they began.
  public List<Call> all() {
    return List.copyOf(all);
  }

  /// The innermost call that the node was made in.
  public Optional<Call> of(Node node) {
    return around(node).stream().findFirst();
  }

  /// The call from within which it was called.
  public Optional<Call> caller(Call call) {
    return Optional.ofNullable(callers.get(call));
  }

  /// The graph's nodes that were made in the call, and in what it called.
  public List<Node> nodes(Call call) {
    return List.copyOf(nodes.getOrDefault(call, List.of()));
  }

  /// Whether a parameter was updated in the call.
  public boolean isUpdating(Call call) {
    return updating.contains(call);
  }
}
