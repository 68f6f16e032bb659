package backstep.trace;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Node;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which figures are kept from view until they are revealed. What is hidden is known all the same;
/// what is not computed yet is not hidden.
///
/// Leaves are what the program is given, so their values are seen; but the new value of a parameter
/// would give its gradient away, and is hidden with it.
///
/// @param hidden what is hidden at all
/// @param shownValues the nodes whose values were revealed
/// @param shownGradients the nodes whose gradients were revealed
public record Cover(Set<Kind> hidden, Set<Node> shownValues, Set<Node> shownGradients) {
  /// What can be hidden.
  public enum Kind {
    VALUES,
    GRADIENTS;

    /// The kind of this name, as a lesson writes it.
    public static Optional<Kind> named(String name) {
      return Stream.of(values()).filter(kind -> kind.id().equals(name)).findFirst();
    }

    /// Its name.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Nothing hidden.
  public static final Cover NONE = of(Set.of());

  public Cover {
    hidden = Set.copyOf(hidden);
    shownValues = Set.copyOf(shownValues);
    shownGradients = Set.copyOf(shownGradients);
  }

  /// These hidden, and nothing revealed yet.
  public static Cover of(Collection<Kind> kinds) {
    return new Cover(Set.copyOf(kinds), Set.of(), Set.of());
  }

  /// Whether anything is hidden.
  public boolean isOn() {
    return !hidden.isEmpty();
  }

  public boolean hides(Kind kind) {
    return hidden.contains(kind);
  }

  /// Whether the value that the forward pass computes for the node is hidden.
  public boolean hidesValue(Node node) {
    return hides(Kind.VALUES) && node instanceof Node.Operation && !shownValues.contains(node);
  }

  /// Whether the node's gradient is hidden, and what follows from it.
  public boolean hidesGradient(Node node) {
    return hides(Kind.GRADIENTS) && !shownGradients.contains(node);
  }

  /// Whether the node has a value there that is hidden.
  public boolean hidesValue(Snapshot here, Node node) {
    return here.value(node).isPresent()
        && (here.isUpdated(node) ? hidesGradient(node) : hidesValue(node));
  }

  /// Whether the node has a gradient there, perhaps not whole yet, that is hidden.
  public boolean hidesGradient(Snapshot here, Node node) {
    return here.gradient(node).isPresent() && hidesGradient(node);
  }

  /// Whether any figure of the step that led there is hidden: of what it works out, or of what it
  /// works with.
  public boolean hides(Snapshot here) {
    return isOn()
        && here.step().stream()
            .flatMap(step -> about(step).stream())
            .anyMatch(node -> hidesValue(here, node) || hidesGradient(here, node));
  }

  /// The same with what is known of these nodes there revealed.
  public Cover revealing(Snapshot here, Collection<Node> nodes) {
    Set<Node> values = new HashSet<>(shownValues);
    nodes.stream().filter(node -> here.value(node).isPresent()).forEach(values::add);
    Set<Node> gradients = new HashSet<>(shownGradients);
    nodes.stream().filter(node -> here.gradient(node).isPresent()).forEach(gradients::add);
    return new Cover(hidden, values, gradients);
  }

  /// The same with all figures of the step that led there revealed.
  public Cover revealing(Snapshot here) {
    return here.step().map(step -> revealing(here, about(step))).orElse(this);
  }

  /// The same with one kind hidden anew, or hidden no longer.
  public Cover toggling(Kind kind) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    kinds.addAll(hidden);
    if (!kinds.remove(kind)) {
      kinds.add(kind);
    }
    return of(kinds);
  }

  private static Set<Node> about(Step step) {
    Set<Node> nodes = new LinkedHashSet<>();
    nodes.add(step.node());
    for (Step single : step.singles()) {
      nodes.add(single.node());
      if (single.node() instanceof Node.Operation operation) {
        nodes.addAll(operation.operands());
      }
      single.flows().stream().map(Flow::to).forEach(nodes::add);
    }
    return nodes;
  }
}
