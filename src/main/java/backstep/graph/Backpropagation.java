package backstep.graph;

import backstep.tensor.Arithmetic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reverse-mode differentiation: the chain rule from the loss back to every leaf.
///
/// The nodes are walked in reverse topological order. When a node's turn comes, all that was
/// computed from it has already sent its share, so its gradient is complete; it then sends a share
/// to each operand (Griewank and Walther, *Evaluating Derivatives*, 2008, section 3.2). The sweep
/// is written for any [Arithmetic]: with tensors it gives the figures, with formulas the code of
/// the backward pass.
public final class Backpropagation {
  private Backpropagation() {}

  /// What one op sends to one of its operands.
  ///
  /// @param operand which operand of the op, from 0
  /// @param to the node that receives it
  /// @param share what this op adds to the receiver's gradient, in the receiver's shape
  /// @param total what has arrived there so far, this share included
  public record Flow<T>(int operand, Node to, T share, T total) {}

  /// Is told what happens as the sweep goes back.
  public interface Listener<T> {
    /// A node's gradient is complete. What this returns is what the sweep goes on with, so that a
    /// formula can be given a name.
    default T settled(Node node, T gradient) {
      return gradient;
    }

    /// An op has sent its shares.
    default void sent(Node.Operation from, T upstream, List<Flow<T>> flows) {}
  }

  /// Sweeps back over the whole graph.
  ///
  /// @param read the value of a node
  /// @param seed ∂loss/∂loss, that is 1 in the loss's shape
  public static <T extends Arithmetic<T>> void of(
      Graph graph, Function<Node, T> read, T seed, Listener<T> listener) {
    Map<Node, T> gradients = new HashMap<>(Map.of(graph.loss(), seed));
    Map<Node, Integer> received = new HashMap<>();
    for (Node node : graph.nodes().reversed()) {
      T arrived = gradients.remove(node);
      if (arrived == null || !node.differentiable()) {
        continue;
      }
      T upstream = listener.settled(node, arrived);
      if (node instanceof Node.Operation operation) {
        listener.sent(operation, upstream, send(operation, read, upstream, gradients));
        // A leaf's gradient is complete with its last share; there is nothing further to wait for.
        for (Node operand : new LinkedHashSet<>(operation.operands())) {
          int shares = received.merge(operand, 1, Integer::sum);
          if (operand instanceof Node.Leaf
              && operand.differentiable()
              && shares == graph.consumers(operand).size()) {
            listener.settled(operand, gradients.remove(operand));
          }
        }
      }
    }
  }

  /// Sweeps back through a piece of a graph: the vector-Jacobian product of its ops together.
  ///
  /// @param operations ops in topological order, the last of which is the only one read elsewhere
  /// @param upstream ∂loss/∂ the last of them
  /// @return what each value that is read from elsewhere receives
  public static <T extends Arithmetic<T>> Map<Node, T> through(
      List<Node.Operation> operations, Function<Node, T> read, T upstream) {
    Map<Node, T> gradients = new HashMap<>(Map.of(operations.getLast(), upstream));
    for (Node.Operation operation : operations.reversed()) {
      T arrived = gradients.remove(operation);
      if (arrived != null) {
        send(operation, read, arrived, gradients);
      }
    }
    return gradients;
  }

  private static <T extends Arithmetic<T>> List<Flow<T>> send(
      Node.Operation from, Function<Node, T> read, T upstream, Map<Node, T> gradients) {
    List<Node> operands = from.operands();
    List<T> x = operands.stream().map(read).toList();
    T y = read.apply(from);
    List<Flow<T>> flows = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      Node to = operands.get(i);
      if (to.differentiable()) {
        // The one place where a broadcast is undone.
        T share = from.op().pullback(i, x, y, upstream).sumTo(to.value().shape());
        T total = gradients.merge(to, share, Arithmetic::plus);
        flows.add(new Flow<>(i, to, share, total));
      }
    }
    return flows;
  }
}
