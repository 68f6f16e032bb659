package backstep.ui.stage;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Node;
import backstep.python.Origins;
import backstep.tensor.Tensor;
import backstep.trace.Fold;
import backstep.trace.Step;
import backstep.trace.Trace;
import backstep.ui.stage.Diagram.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A trace as it is drawn: its diagram, and what of the trace each box and wire stands for.
///
/// All of it is worked out once, so that a step is shown by looking things up.
final class Drawing {
  /// A share of the gradient on a wire.
  ///
  /// @param position how many steps are done when it has gone back
  private record Carried(int position, Tensor share) {}

  private final Trace trace;
  private final Diagram diagram;
  private final List<Node> nodes;
  private final Map<Node, Fold> foldOf = new HashMap<>();
  private final Map<Node, Integer> boxOf = new HashMap<>();
  private final Map<String, Integer> boxOfId = new HashMap<>();
  private final Map<Wire, Integer> wireOf = new HashMap<>();
  private final Map<Integer, Carried> carried = new HashMap<>();

  private Drawing(Trace trace, Origins origins) {
    this.trace = trace;
    for (Fold fold : trace.folds()) {
      fold.operations().forEach(node -> foldOf.put(node, fold));
      fold.constants().forEach(node -> foldOf.put(node, fold));
    }
    DiagramBuilder builder = new DiagramBuilder(trace, origins, foldOf);
    diagram = builder.build();
    nodes = List.copyOf(builder.nodes());
    for (int i = 0; i < nodes.size(); i++) {
      boxOf.put(nodes.get(i), i);
      boxOfId.put(diagram.boxes().get(i).id(), i);
    }
    foldOf.forEach((node, fold) -> boxOf.put(node, boxOf.get(fold.output())));
    for (int i = 0; i < diagram.wires().size(); i++) {
      wireOf.put(diagram.wires().get(i), i);
    }
    for (int i = 0; i < trace.steps().size(); i++) {
      Step step = trace.steps().get(i);
      int position = i + 1;
      for (Flow<Tensor> flow : step.flows()) {
        wire(step, flow).ifPresent(wire -> carried.put(wire, new Carried(position, flow.share())));
      }
    }
  }

  static Drawing of(Trace trace, Origins origins) {
    return new Drawing(trace, origins);
  }

  Trace trace() {
    return trace;
  }

  Diagram diagram() {
    return diagram;
  }

  /// The node that a box shows: of a closed call its output.
  Node node(int box) {
    return nodes.get(box);
  }

  /// All nodes that a box stands for.
  Set<Node> nodes(int box) {
    Fold fold = foldOf.get(nodes.get(box));
    return fold == null
        ? Set.of(nodes.get(box))
        : Stream.concat(fold.operations().stream(), fold.constants().stream())
            .collect(Collectors.toSet());
  }

  /// The box that a node is seen in.
  OptionalInt box(Node node) {
    return index(boxOf.get(node));
  }

  OptionalInt box(String id) {
    return index(boxOfId.get(id));
  }

  /// The wire that a share goes back along.
  OptionalInt wire(Step step, Flow<Tensor> flow) {
    Integer from = boxOf.get(flow.to());
    Integer to = boxOf.get(step.node());
    return from == null || to == null
        ? OptionalInt.empty()
        : index(wireOf.get(new Wire(from, to, flow.operand())));
  }

  /// The wires that lead to a box.
  List<Integer> wiresInto(int box) {
    List<Integer> into = new ArrayList<>();
    for (int i = 0; i < diagram.wires().size(); i++) {
      if (diagram.wires().get(i).to() == box) {
        into.add(i);
      }
    }
    return into;
  }

  /// What has gone back along a wire once so many steps are done.
  Optional<Tensor> share(int wire, int position) {
    return Optional.ofNullable(carried.get(wire))
        .filter(share -> share.position() <= position)
        .map(Carried::share);
  }

  private static OptionalInt index(@Nullable Integer index) {
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
