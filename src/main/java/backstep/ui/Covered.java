package backstep.ui;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.keep.SavedSession.Hidden;
import backstep.trace.Cover;
import backstep.trace.Cover.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which figures are hidden, as it is saved: nodes go by their places in the graph.
final class Covered {
  private Covered() {}

  /// What is saved of a cover.
  ///
  /// @param graph the graph at hand; what was revealed of another is hidden again anyway
  static Hidden of(Cover cover, Optional<Graph> graph) {
    List<Node> nodes = graph.map(Graph::nodes).orElse(List.of());
    return new Hidden(
        cover.hides(Kind.VALUES),
        cover.hides(Kind.GRADIENTS),
        places(nodes, cover.shownValues()),
        places(nodes, cover.shownGradients()));
  }

  private static List<Integer> places(List<Node> nodes, Set<Node> shown) {
    return shown.isEmpty()
        ? List.of()
        : IntStream.range(0, nodes.size())
            .filter(i -> shown.contains(nodes.get(i)))
            .boxed()
            .toList();
  }

  /// The cover that was saved, over a graph.
  static Cover cover(Hidden saved, Optional<Graph> graph) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (saved.values()) {
      kinds.add(Kind.VALUES);
    }
    if (saved.gradients()) {
      kinds.add(Kind.GRADIENTS);
    }
    List<Node> nodes = graph.map(Graph::nodes).orElse(List.of());
    return new Cover(
        kinds, nodes(nodes, saved.shownValues()), nodes(nodes, saved.shownGradients()));
  }

  private static Set<Node> nodes(List<Node> nodes, List<Integer> places) {
    return places.stream()
        .filter(place -> place < nodes.size())
        .map(nodes::get)
        .collect(Collectors.toSet());
  }
}
