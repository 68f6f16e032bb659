package backstep.ui.spoken;

import backstep.graph.Node;
import backstep.tensor.Tensor;
import backstep.trace.Cover;
import backstep.trace.Snapshot;
import backstep.ui.kit.Messages;
import java.util.Optional;
import java.util.stream.IntStream;

/// A value or a gradient as it may be told: what is hidden is not in it.
public sealed interface Figure {
  /// It is not computed yet, which is never 0.
  record Pending() implements Figure {}

  /// It is known, and kept from view.
  record Hidden() implements Figure {}

  /// It is known.
  ///
  /// @param whole whether no more shares of it are to come
  record Known(Tensor tensor, boolean whole) implements Figure {}

  /// A figure.
  ///
  /// @param known none if it is not computed yet
  /// @param hidden whether it must not be told
  /// @param whole whether no more shares of it are to come
  static Figure of(Optional<Tensor> known, boolean hidden, boolean whole) {
    if (known.isEmpty()) {
      return new Pending();
    }
    return hidden ? new Hidden() : new Known(known.get(), whole);
  }

  /// The node's value there.
  static Figure value(Snapshot here, Cover cover, Node node) {
    return of(here.value(node), cover.hidesValue(here, node), true);
  }

  /// What has arrived there of the node's gradient.
  static Figure gradient(Snapshot here, Cover cover, Node node) {
    return of(here.gradient(node), cover.hidesGradient(here, node), here.isComplete(node));
  }

  /// The figure in words.
  default String text(Messages messages) {
    return switch (this) {
      case Pending _ -> messages.now("stage.value.pending");
      case Hidden _ -> messages.now("stage.hidden");
      case Known(Tensor tensor, boolean whole) -> {
        String text = messages.numbers().shown(tensor);
        // A single number says so itself.
        String marked =
            tensor.size() > 1 && isBroken() ? messages.now("spoken.broken", text) : text;
        yield whole ? marked : messages.now("node.gradient.partial", marked);
      }
    };
  }

  /// Whether it is known not to be finite in every entry.
  default boolean isBroken() {
    return this instanceof Known(Tensor tensor, _)
        && IntStream.range(0, tensor.size()).anyMatch(i -> !Double.isFinite(tensor.get(i)));
  }
}
