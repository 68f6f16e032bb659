package backstep.ui.spoken;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import java.util.Optional;

/// A node of the graph as it is told to who does not see it, in the graph and in the list of steps.
///
/// @param title its name, or the expression that computes it
/// @param part what it is in the graph
/// @param gradient none if it takes no gradient
public record SpokenNode(String title, Part part, Figure value, Optional<Figure> gradient) {
  /// What a node is in the graph.
  public sealed interface Part {
    /// It was set rather than computed.
    record Leaf() implements Part {}

    /// An op.
    ///
    /// @param kind as in `explain.op.KIND`
    record Op(String kind) implements Part {}

    /// A closed call.
    ///
    /// @param operations how many ops are in it
    record Call(String function, int operations) implements Part {}

    /// What it is called; of a leaf nothing.
    default String text(Messages messages) {
      return switch (this) {
        case Leaf _ -> "";
        case Op(String kind) -> messages.now("explain.op." + kind);
        case Call(String function, int operations) ->
            messages.now("node.closed", function, operations, Keymap.FOLD);
      };
    }
  }

  /// All of it, without a full stop.
  public String text(Messages messages) {
    String end = gradient.isPresent() ? "" : ".constant";
    String went = gradient.map(figure -> figure.text(messages)).orElse("");
    return part instanceof Part.Leaf
        ? messages.now("node.leaf" + end, title, value.text(messages), went)
        : messages.now("node.op" + end, title, part.text(messages), value.text(messages), went);
  }
}
