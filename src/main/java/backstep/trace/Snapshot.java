package backstep.trace;

import backstep.graph.Node;
import backstep.tensor.Tensor;
import java.util.Objects;
import java.util.Optional;

/// What is known at one position of a trace. Absent means not computed yet; it is never 0.
///
/// @param trace the steps
/// @param position how many of them are done, 0 to their number
public record Snapshot(Trace trace, int position) {
  public Snapshot {
    Objects.checkIndex(position, trace.steps().size() + 1);
  }

  /// The step that led here; none at the start.
  public Optional<Step> step() {
    return position == 0 ? Optional.empty() : Optional.of(trace.steps().get(position - 1));
  }

  /// The step that comes next; none at the end.
  public Optional<Step> next() {
    return position == trace.steps().size()
        ? Optional.empty()
        : Optional.of(trace.steps().get(position));
  }

  /// The node's value: a parameter's new one once it is updated.
  public Optional<Tensor> value(Node node) {
    Trace.Arrival update = trace.updated().get(node);
    if (update != null && update.position() <= position) {
      return Optional.of(update.total());
    }
    return trace.isComputed(node, position) ? Optional.of(node.value()) : Optional.empty();
  }

  /// Whether the node is a parameter that has been updated.
  public boolean isUpdated(Node node) {
    Trace.Arrival update = trace.updated().get(node);
    return update != null && update.position() <= position;
  }

  /// What has arrived of the loss's gradient by the node.
  public Optional<Tensor> gradient(Node node) {
    Optional<Tensor> latest = Optional.empty();
    for (Trace.Arrival arrival : trace.arrivals(node)) {
      if (arrival.position() > position) {
        break;
      }
      latest = Optional.of(arrival.total());
    }
    return latest;
  }

  /// Whether everything has arrived that will: the gradient is no longer a part of a sum.
  public boolean isComplete(Node node) {
    return !trace.arrivals(node).isEmpty() && trace.arrivals(node).getLast().position() <= position;
  }
}
