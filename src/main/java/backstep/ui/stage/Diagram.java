package backstep.ui.stage;

import backstep.graph.Call;
import backstep.tensor.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What there is to draw of a graph, without its figures.
///
/// Two iterations of a program usually have equal diagrams, and then share one layout.
///
/// @param boxes one for each node that is seen; operands stand before what is computed from them
/// @param wires one for each operand of each op, in the order of the boxes they lead to
/// @param frames open calls of the program's own functions that span more than one op
/// @param titleRoom how wide an expression may make its box
record Diagram(List<Box> boxes, List<Wire> wires, List<Frame> frames, double titleRoom) {
  /// A node, or a closed call, which stands for its output.
  ///
  /// @param id tells it from all others, also in the next iteration and whatever calls are closed:
  ///   `z2`, `#7`
  /// @param title its name, or the expression that computes it
  /// @param named whether the program gave it the name
  /// @param leaf whether it was set rather than computed
  /// @param badge the op's sign, or the function it is all of; empty for a leaf
  /// @param op its kind, for words about it; empty for a leaf
  /// @param shape the shape of the value
  /// @param gradient whether it takes a gradient
  /// @param frame the frame it stands in, or -1
  /// @param closed the call that it is, if it is one
  record Box(
      String id,
      String title,
      boolean named,
      boolean leaf,
      String badge,
      String op,
      Shape shape,
      boolean gradient,
      int frame,
      Optional<Closed> closed) {
    private Box withoutGradient() {
      return new Box(id, title, named, leaf, badge, op, shape, false, frame, closed);
    }

    /// Whether the other is the same node, with a value of the same shape.
    boolean isLike(Box other) {
      return id.equals(other.id)
          && leaf == other.leaf
          && gradient == other.gradient
          && shape.equals(other.shape);
    }
  }

  /// A closed call.
  ///
  /// @param operations how many ops are in it
  record Closed(Call call, int operations) {}

  /// An operand of an op, or an input of a closed call.
  ///
  /// @param from the box of the operand
  /// @param to the box of the op
  /// @param operand which operand, from 0
  record Wire(int from, int to, int operand) {}

  /// An open call.
  ///
  /// @param parent the frame around it, or -1
  /// @param closable whether it can be closed
  record Frame(Call call, int parent, boolean closable) {}

  Diagram {
    boxes = List.copyOf(boxes);
    wires = List.copyOf(wires);
    frames = List.copyOf(frames);
  }

  /// The same without room for gradients.
  Diagram withoutGradients() {
    return new Diagram(boxes.stream().map(Box::withoutGradient).toList(), wires, frames, titleRoom);
  }

  /// The same with more room for expressions, or less.
  Diagram withTitleRoom(double room) {
    return new Diagram(boxes, wires, frames, room);
  }

  /// The call that the box is, if it is closed.
  Optional<Call> closed(Box box) {
    return box.closed().map(Closed::call);
  }

  /// The innermost call around the box that can be closed.
  Optional<Call> closable(Box box) {
    for (int f = box.frame(); f >= 0; f = frames.get(f).parent()) {
      if (frames.get(f).closable()) {
        return Optional.of(frames.get(f).call());
      }
    }
    return Optional.empty();
  }

  /// A box that stands in a frame, or in one within it.
  Optional<Integer> within(int frame) {
    return IntStream.range(0, boxes.size())
        .filter(box -> isInside(boxes.get(box), frame))
        .boxed()
        .findFirst();
  }

  /// Whether the box stands in a frame, or in one within it.
  boolean isInside(Box box, int frame) {
    for (int f = box.frame(); f >= 0; f = frames.get(f).parent()) {
      if (f == frame) {
        return true;
      }
    }
    return false;
  }
}
