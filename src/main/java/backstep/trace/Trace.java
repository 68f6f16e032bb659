package backstep.trace;

import backstep.graph.Backpropagation;
import backstep.graph.Backpropagation.Flow;
import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All steps of one iteration: the forward pass in order, the seed, the backward pass in reverse
/// order, the updates as the program made them. The steps of a closed call are one.
public final class Trace {
  /// A gradient as it stands once so many steps are done.
  record Arrival(int position, Tensor total) {}

  private final Iteration iteration;
  private final List<Fold> folds;
  private final List<Step> steps;
  // How many single steps are done at each position.
  private final int[] singles;
  private final Map<Node, Integer> computedAt = new HashMap<>();
  private final Map<Node, List<Arrival>> arrivals = new HashMap<>();
  private final Map<Node, Arrival> updated = new HashMap<>();

  private Trace(Iteration iteration, List<Fold> folds, List<Step> steps) {
    this.iteration = iteration;
    this.folds = List.copyOf(folds);
    this.steps = List.copyOf(steps);
    this.singles = new int[steps.size() + 1];
    for (int i = 0; i < steps.size(); i++) {
      List<? extends Step> parts = steps.get(i).singles();
      int position = i + 1;
      singles[position] = singles[i] + parts.size();
      parts.forEach(part -> index(part, position));
    }
  }

  private void index(Step step, int position) {
    switch (step) {
      case Step.Forward s -> computedAt.put(s.node(), position);
      case Step.Seed s -> arrive(s.loss(), position, s.gradient());
      case Step.Backward s -> s.flows().forEach(flow -> arrive(flow.to(), position, flow.total()));
      case Step.Update s -> updated.put(s.parameter(), new Arrival(position, s.after()));
      case Step.ForwardCall _, Step.BackwardCall _ -> throw new IllegalArgumentException("a call");
    }
  }

  private void arrive(Node node, int position, Tensor total) {
    arrivals.computeIfAbsent(node, _ -> new ArrayList<>()).add(new Arrival(position, total));
  }

  /// Takes an iteration apart, down to its ops.
  public static Trace of(Iteration iteration) {
    return of(iteration, List.of());
  }

  /// Takes an iteration apart, but for some calls. Where one lies within another, or shares an op
  /// with it, the larger one counts; of two equal ones the first.
  public static Trace of(Iteration iteration, List<Fold> closed) {
    Map<Node, Fold> foldOf = new HashMap<>();
    List<Fold> folds = new ArrayList<>();
    closed.stream()
        .sorted(Comparator.comparingInt(fold -> -fold.operations().size()))
        .filter(fold -> fold.operations().stream().noneMatch(foldOf::containsKey))
        .forEach(fold -> {
          folds.add(fold);
          fold.operations().forEach(node -> foldOf.put(node, fold));
        });
    return new Trace(iteration, folds, folded(singles(iteration), foldOf));
  }

  /// Puts the steps of a call into one; they stand next to each other.
  private static List<Step> folded(List<Step> singles, Map<Node, Fold> foldOf) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < singles.size(); ) {
      Step step = folded(singles.subList(i, singles.size()), foldOf.get(singles.get(i).node()));
      steps.add(step);
      i += step.singles().size();
    }
    return steps;
  }

  private static Step folded(List<Step> ahead, @Nullable Fold fold) {
    Step first = ahead.getFirst();
    if (fold == null) {
      return first;
    }
    List<Step> own = ahead.subList(0, Math.min(fold.operations().size(), ahead.size()));
    return switch (first) {
      case Step.Forward _ ->
          new Step.ForwardCall(fold, own.stream().map(Step.Forward.class::cast).toList());
      case Step.Backward _ ->
          new Step.BackwardCall(fold, own.stream().map(Step.Backward.class::cast).toList());
      default -> first;
    };
  }

  private static List<Step> singles(Iteration iteration) {
    Graph graph = iteration.graph();
    List<Step> steps = new ArrayList<>();
    for (Node.Operation node : graph.operations()) {
      steps.add(new Step.Forward(node, node.value()));
    }
    if (graph.loss().differentiable()) {
      Tensor one = Tensor.full(graph.loss().value().shape(), 1);
      steps.add(new Step.Seed(graph.loss(), one));
      Backpropagation.of(
          graph,
          Node::value,
          one,
          new Backpropagation.Listener<>() {
            @Override
            public void sent(Node.Operation from, Tensor upstream, List<Flow<Tensor>> flows) {
              steps.add(new Step.Backward(from, upstream, flows));
            }
          });
    }
    for (Update update : iteration.updates()) {
      steps.add(
          new Step.Update(
              update.parameter(),
              update.parameter().value(),
              update.gradient(),
              update.rate(),
              update.after().value()));
    }
    return steps;
  }

  /// The iteration that was taken apart.
  public Iteration iteration() {
    return iteration;
  }

  /// Its graph.
  public Graph graph() {
    return iteration.graph();
  }

  /// The calls that are closed.
  public List<Fold> folds() {
    return folds;
  }

  /// The steps, first to last.
  public List<Step> steps() {
    return steps;
  }

  /// The number of steps of one phase.
  public int count(Step.Phase phase) {
    return (int) steps.stream().filter(step -> step.phase() == phase).count();
  }

  /// The position after the last step of a phase; a phase without steps ends where it would begin.
  public int endOf(Step.Phase phase) {
    return (int) steps.stream().filter(step -> step.phase().compareTo(phase) <= 0).count();
  }

  /// How many single steps are done at a position, the ops of closed calls each counted as one.
  public int singles(int position) {
    return singles[position];
  }

  /// The last position at which no more than that many single steps are done.
  public int position(int singlesDone) {
    int found = Arrays.binarySearch(singles, singlesDone);
    return found >= 0 ? found : -found - 2;
  }

  /// What is known once that many steps are done.
  public Snapshot at(int position) {
    return new Snapshot(this, position);
  }

  boolean isComputed(Node node, int position) {
    Integer at = computedAt.get(node);
    return at == null ? node instanceof Node.Leaf : at <= position;
  }

  List<Arrival> arrivals(Node node) {
    return arrivals.getOrDefault(node, List.of());
  }

  Map<Node, Arrival> updated() {
    return updated;
  }
}
