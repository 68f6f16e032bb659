package backstep.ui.stage;

import backstep.graph.Call;
import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.python.Calls;
import backstep.python.Naming;
import backstep.python.Origins;
import backstep.trace.Fold;
import backstep.trace.Trace;
import backstep.ui.explain.Kinds;
import backstep.ui.stage.Diagram.Box;
import backstep.ui.stage.Diagram.Closed;
import backstep.ui.stage.Diagram.Frame;
import backstep.ui.stage.Diagram.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the diagram of a trace: its graph, with the closed calls each as one box.
final class DiagramBuilder {
  // Graphs of so few columns leave room for expressions; in longer ones figures need it.
  private static final int FEW_COLUMNS = 6;
  private static final double EXPRESSION = 120;

  private final Trace trace;
  private final Naming naming;
  private final Calls calls;
  private final List<Node> order;
  private final Map<Node, Fold> foldOf;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private final Map<Call, Integer> frameOf = new HashMap<>();
  private final Map<Call, Integer> sizes = new HashMap<>();
  private final Set<Call> closed = new HashSet<>();

  /// @param foldOf the closed calls by their nodes
  DiagramBuilder(Trace trace, Origins origins, Map<Node, Fold> foldOf) {
    this.trace = trace;
    this.naming = new Naming(origins);
    this.calls = Calls.of(trace.iteration(), origins);
    this.order = order(trace.graph());
    this.foldOf = foldOf;
    calls.all().forEach(call -> sizes.put(call, calls.nodes(call).size()));
    trace.folds().forEach(fold -> closed.add(fold.call()));
  }

  /// The graph's nodes: ops as they are computed, leaves as they are first used.
  ///
  /// The order in which a program sets its leaves may change from one iteration to the next, the
  /// order in which it uses them does not.
  static List<Node> order(Graph graph) {
    Set<Node> shown = new HashSet<>(graph.nodes());
    Set<Node> order = new LinkedHashSet<>();
    for (Node.Operation operation : graph.operations()) {
      operation.operands().stream().filter(shown::contains).forEach(order::add);
      order.add(operation);
    }
    order.add(graph.loss());
    return List.copyOf(order);
  }

  /// The node of each box, once they are built.
  List<Node> nodes() {
    return nodes;
  }

  Diagram build() {
    Map<String, Integer> bindings = new HashMap<>();
    order.forEach(node -> naming.name(node).ifPresent(n -> bindings.merge(n, 1, Integer::sum)));
    Map<Node, Integer> boxOf = new HashMap<>();
    for (int i = 0; i < order.size(); i++) {
      Node node = order.get(i);
      String id = id(node, i, bindings);
      Optional<Fold> fold = Optional.ofNullable(foldOf.get(node));
      if (fold.filter(f -> f.hides(node)).isPresent()) {
        continue;
      }
      int to = boxes.size();
      boxOf.put(node, to);
      nodes.add(node);
      boxes.add(box(node, id, fold));
      List<Node> operands = fold.map(Fold::inputs).orElse(node.operands());
      for (int k = 0; k < operands.size(); k++) {
        Integer from = boxOf.get(operands.get(k));
        if (from != null) {
          wires.add(new Wire(from, to, k));
        }
      }
    }
    return new Diagram(boxes, wires, frames, columns() <= FEW_COLUMNS ? EXPRESSION : 0);
  }

  private int columns() {
    int[] column = new int[boxes.size()];
    int last = 0;
    for (Wire wire : wires) {
      column[wire.to()] = Math.max(column[wire.to()], column[wire.from()] + 1);
      last = Math.max(last, column[wire.to()]);
    }
    return last + 1;
  }

  // Of several bindings of one name, the last has it to itself.
  private String id(Node node, int at, Map<String, Integer> bindings) {
    return naming
        .name(node)
        .map(name -> bindings.merge(name, -1, Integer::sum) == 0 ? name : name + "-" + at)
        .orElse("#" + at);
  }

  private Box box(Node node, String id, Optional<Fold> fold) {
    boolean leaf = node instanceof Node.Leaf;
    return new Box(
        id,
        naming.expression(node),
        naming.name(node).isPresent(),
        leaf,
        fold.map(f -> Naming.function(f.call())).orElseGet(() -> badge(node)),
        node instanceof Node.Operation operation ? Kinds.of(operation) : "",
        node.value().shape(),
        node.differentiable(),
        frame(calls.of(node)),
        fold.map(f -> new Closed(f.call(), f.operations().size())));
  }

  // A function of one op is known by its own name, say relu.
  private String badge(Node node) {
    return node instanceof Node.Operation operation
        ? calls.of(node).filter(this::isAlone).map(Naming::function).orElseGet(operation::badge)
        : "";
  }

  private boolean isAlone(Call call) {
    return sizes.getOrDefault(call, 0) == 1;
  }

  // What stands in a closed call, or in one of one op, stands in the call around it.
  private int frame(Optional<Call> call) {
    if (call.isEmpty()) {
      return -1;
    }
    Call open = call.get();
    if (isAlone(open) || isClosed(open)) {
      return frame(calls.caller(open));
    }
    Integer known = frameOf.get(open);
    if (known != null) {
      return known;
    }
    int parent = frame(calls.caller(open));
    boolean closable = ClosedCalls.fold(trace.graph(), calls, open).isPresent();
    frames.add(new Frame(open, parent, closable));
    frameOf.put(open, frames.size() - 1);
    return frames.size() - 1;
  }

  private boolean isClosed(Call call) {
    return closed.contains(call) || calls.caller(call).filter(this::isClosed).isPresent();
  }
}
