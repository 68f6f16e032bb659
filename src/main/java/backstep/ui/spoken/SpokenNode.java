package backstep.ui.spoken;

import backstep.ui.kit.Keymap;
import backstep.words.Words;
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
    /// @param name the op's own, as in `op.NAME` of the bundle `stage`
    record Op(String name) implements Part {}

    /// A closed call.
    ///
    /// @param operations how many ops are in it
    record Call(String function, int operations) implements Part {}

    /// What it is called; of a leaf nothing.
    default String text(Words words) {
      return switch (this) {
        case Leaf _ -> "";
        case Op(String name) -> words.text("op." + name);
        case Call(String function, int operations) ->
            words.text("node.closed", function, operations, Keymap.FOLD.cap());
      };
    }
  }

  /// All of it, without a full stop.
  public String text(Words words) {
    String end = gradient.isPresent() ? "" : ".constant";
    String went = gradient.map(figure -> figure.text(words)).orElse("");
    return part instanceof Part.Leaf
        ? words.text("node.leaf" + end, title, value.text(words), went)
        : words.text("node.op" + end, title, part.text(words), value.text(words), went);
  }
}
