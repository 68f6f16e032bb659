package backstep.ui.stage;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.python.Naming;
import backstep.python.Origins;
import backstep.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What there is to draw of a graph, without its figures.
///
/// Two iterations of a program usually have equal diagrams, and then share one layout.
///
/// @param boxes one for each node, as [#order] has them
/// @param wires one for each operand of each op
/// @param frames calls of the program's own functions that span more than one op
record Diagram(List<Box> boxes, List<Wire> wires, List<Frame> frames) {

  /// A node.
  ///
  /// @param id tells it from all others, also in the next iteration: `z2`, `#7`
  /// @param title its name, or the expression that computes it
  /// @param titleRoom how wide an expression may make the box
  /// @param named whether the program gave it the name
  /// @param leaf whether it was set rather than computed
  /// @param badge the op's sign, or the function it is all of; empty for a leaf
  /// @param op the op's own name, for words about it; empty for a leaf
  /// @param shape the shape of the value
  /// @param gradient whether it takes a gradient
  /// @param frame the frame it stands in, or -1
  record Box(
      String id,
      String title,
      double titleRoom,
      boolean named,
      boolean leaf,
      String badge,
      String op,
      Shape shape,
      boolean gradient,
      int frame) {}

  /// An operand of an op.
  ///
  /// @param from the box of the operand
  /// @param to the box of the op
  /// @param operand which operand, from 0
  record Wire(int from, int to, int operand) {}

  /// A call of a function.
  ///
  /// @param function the function's name
  /// @param parent the frame around it, or -1
  record Frame(String function, int parent) {}

  Diagram {
    boxes = List.copyOf(boxes);
    wires = List.copyOf(wires);
    frames = List.copyOf(frames);
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

  static Diagram of(Graph graph, Origins origins) {
    return new Builder(graph, origins).build();
  }

  private static final class Builder {
    // Graphs up to this size leave room for expressions.
    private static final int SMALL = 7;

    private final List<Node> nodes;
    private final Origins origins;
    private final Naming naming;
    private final Map<Origins.Group, Integer> size = new HashMap<>();
    private final Map<Origins.Group, Integer> frameOf = new HashMap<>();
    private final List<Frame> frames = new ArrayList<>();

    Builder(Graph graph, Origins origins) {
      this.nodes = order(graph);
      this.origins = origins;
      this.naming = new Naming(origins);
    }

    Diagram build() {
      for (Node node : nodes) {
        for (Origins.Group g = group(node); g != null; g = g.parent()) {
          size.merge(g, 1, Integer::sum);
        }
      }
      Map<Node, Integer> index = new HashMap<>();
      Map<String, Integer> bindings = new HashMap<>();
      nodes.forEach(node -> naming.name(node).ifPresent(n -> bindings.merge(n, 1, Integer::sum)));
      List<Box> boxes = new ArrayList<>();
      List<Wire> wires = new ArrayList<>();
      for (Node node : nodes) {
        int to = boxes.size();
        index.put(node, to);
        boxes.add(box(node, id(node, to, bindings)));
        for (int k = 0; k < node.operands().size(); k++) {
          Integer from = index.get(node.operands().get(k));
          if (from != null) {
            wires.add(new Wire(from, to, k));
          }
        }
      }
      return new Diagram(boxes, wires, frames);
    }

    // Of several bindings of one name, the last has it to itself.
    private String id(Node node, int at, Map<String, Integer> bindings) {
      return naming
          .name(node)
          .map(name -> bindings.merge(name, -1, Integer::sum) == 0 ? name : name + "-" + at)
          .orElse("#" + at);
    }

    private Box box(Node node, String id) {
      double room = nodes.size() <= SMALL ? 120 : 58;
      String title = naming.expression(node);
      boolean named = naming.name(node).isPresent();
      return switch (node) {
        case Node.Leaf leaf ->
            new Box(
                id,
                title,
                room,
                named,
                true,
                "",
                "",
                leaf.value().shape(),
                leaf.differentiable(),
                frame(group(leaf)));
        case Node.Operation operation ->
            new Box(
                id,
                title,
                room,
                named,
                false,
                badge(operation),
                operation.op().getClass().getSimpleName(),
                operation.value().shape(),
                operation.differentiable(),
                frame(group(operation)));
      };
    }

    // A function of one op is known by its own name, say relu.
    private String badge(Node.Operation operation) {
      Origins.Group group = group(operation);
      return group != null && isAlone(group) ? group.function() : operation.badge();
    }

    private boolean isAlone(Origins.Group group) {
      return size.getOrDefault(group, 0) == 1;
    }

    private Origins.@Nullable Group group(Node node) {
      return origins.group(node).orElse(null);
    }

    private int frame(Origins.@Nullable Group group) {
      if (group == null) {
        return -1;
      }
      if (isAlone(group)) {
        return frame(group.parent());
      }
      Integer known = frameOf.get(group);
      if (known != null) {
        return known;
      }
      int parent = frame(group.parent());
      frames.add(new Frame(group.function(), parent));
      frameOf.put(group, frames.size() - 1);
      return frames.size() - 1;
    }
  }
}
