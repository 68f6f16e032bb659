package backstep.practice;

import backstep.graph.Backpropagation;
import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.python.Naming;
import backstep.python.Options;
import backstep.python.Origins;
import backstep.python.ProblemException;
import backstep.python.Program;
import backstep.python.Run;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A forward pass with one set of numbers, and its right gradients.
///
/// @param options how it was run, with its numbers
/// @param gradients of every node that takes one
/// @param shares what each op sends to each node, before it is added up
/// @param variables the node of each of the program's variables
/// @param values all that the program's variables hold after the forward pass
record Reference(
    Options options,
    Graph graph,
    Origins origins,
    Map<Node, Tensor> gradients,
    Map<Node, List<Share>> shares,
    Map<String, Node> variables,
    Map<String, Tensor> values) {
  /// @param from the op that sends it
  record Share(Node.Operation from, Tensor value) {}

  static Optional<Reference> of(String forward, Options options) {
    Run run = Program.of(forward).run(options);
    if (run.problem().isPresent()) {
      return Optional.empty();
    }
    try {
      Iteration iteration = run.last();
      Map<Node, List<Share>> shares = new HashMap<>();
      Map<Node, Tensor> gradients = sweep(iteration.graph(), shares);
      return Optional.of(
          new Reference(
              options,
              iteration.graph(),
              run.origins(),
              gradients,
              shares,
              run.variables(iteration.graph()),
              run.numbers()));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private static Map<Node, Tensor> sweep(Graph graph, Map<Node, List<Share>> shares) {
    Map<Node, Tensor> gradients = new HashMap<>();
    Backpropagation.of(
        graph,
        Node::value,
        Tensor.full(graph.loss().value().shape(), 1),
        new Backpropagation.Listener<>() {
          @Override
          public Tensor settled(Node node, Tensor gradient) {
            gradients.put(node, gradient);
            return gradient;
          }

          @Override
          public void sent(
              Node.Operation from, Tensor upstream, List<Backpropagation.Flow<Tensor>> flows) {
            flows.forEach(flow ->
                shares
                    .computeIfAbsent(flow.to(), _ -> new ArrayList<>())
                    .add(new Share(from, flow.share())));
          }
        });
    return gradients;
  }

  /// Whether all gradients are numbers.
  boolean isFinite() {
    return graph.loss().value().isFinite()
        && gradients.values().stream().allMatch(Tensor::isFinite);
  }

  /// Whether this is the same graph with other numbers.
  boolean isLike(Reference other) {
    List<Node> mine = graph.nodes();
    List<Node> others = other.graph.nodes();
    if (mine.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < mine.size(); i++) {
      if (mine.get(i).id() != others.get(i).id()
          || !mine.get(i).value().shape().equals(others.get(i).value().shape())) {
        return false;
      }
    }
    return Arrays.equals(kinds(mine), kinds(others));
  }

  private static Object[] kinds(List<Node> nodes) {
    return nodes.stream()
        .map(node -> node instanceof Node.Operation operation ? operation.op().getClass() : "leaf")
        .toArray();
  }

  /// The node here that stands where one of a reference like this stands.
  Node counterpart(Node node) {
    return graph.counterpart(node);
  }

  Tensor gradient(Node node) {
    return gradients.get(counterpart(node));
  }

  /// What to call a node: its name, else its expression.
  String called(Node node) {
    return new Naming(origins).expression(node);
  }
}
