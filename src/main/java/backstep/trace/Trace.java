package backstep.trace;

import backstep.graph.Backpropagation;
import backstep.graph.Backpropagation.Flow;
import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All steps of one iteration: the forward pass in order, the seed, the backward pass in reverse
/// order, the updates as the program made them.
public final class Trace {
  /// A gradient as it stands once so many steps are done.
  record Arrival(int position, Tensor total) {}

  private final Iteration iteration;
  private final List<Step> steps;
  private final Map<Node, Integer> computedAt = new HashMap<>();
  private final Map<Node, List<Arrival>> arrivals = new HashMap<>();
  private final Map<Node, Arrival> updated = new HashMap<>();

  private Trace(Iteration iteration, List<Step> steps) {
    this.iteration = iteration;
    this.steps = List.copyOf(steps);
    for (int i = 0; i < steps.size(); i++) {
      index(steps.get(i), i + 1);
    }
  }

  private void index(Step step, int position) {
    switch (step) {
      case Step.Forward s -> computedAt.put(s.node(), position);
      case Step.Seed s -> arrive(s.loss(), position, s.gradient());
      case Step.Backward s -> s.flows().forEach(flow -> arrive(flow.to(), position, flow.total()));
      case Step.Update s -> updated.put(s.parameter(), new Arrival(position, s.after()));
    }
  }

  private void arrive(Node node, int position, Tensor total) {
    arrivals.computeIfAbsent(node, _ -> new ArrayList<>()).add(new Arrival(position, total));
  }

  /// Takes an iteration apart.
  public static Trace of(Iteration iteration) {
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
    return new Trace(iteration, steps);
  }

  /// The iteration that was taken apart.
  public Iteration iteration() {
    return iteration;
  }

  /// Its graph.
  public Graph graph() {
    return iteration.graph();
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
