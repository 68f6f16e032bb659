package backstep.ui.stage;

import backstep.ui.stage.DiagramLayout.Place;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Where an arrow key leads from a node: along an edge, or to what stands above or below.
final class Neighbours {
  /// Where to.
  enum Direction {
    /// To an op that reads this node.
    RIGHT,
    /// To an operand of this node.
    LEFT,
    UP,
    DOWN
  }

  // What stands beside is no further than a node's height counts as above or below.
  private static final double SIDEWAYS = 3;

  private final Diagram diagram;
  private final DiagramLayout layout;

  Neighbours(Diagram diagram, DiagramLayout layout) {
    this.diagram = diagram;
    this.layout = layout;
  }

  /// The box next to this one, if there is one; of several the nearest.
  OptionalInt of(int box, Direction direction) {
    return switch (direction) {
      case RIGHT -> nearest(box, other -> joined(box, other));
      case LEFT -> nearest(box, other -> joined(other, box));
      case UP -> nearest(box, other -> middle(other) < middle(box));
      case DOWN -> nearest(box, other -> middle(other) > middle(box));
    };
  }

  private boolean joined(int from, int to) {
    return diagram.wires().stream().anyMatch(wire -> wire.from() == from && wire.to() == to);
  }

  private double middle(int box) {
    return layout.boxes().get(box).centerY();
  }

  private OptionalInt nearest(int box, IntPredicate wanted) {
    return IntStream.range(0, layout.boxes().size())
        .filter(other -> other != box && wanted.test(other))
        .boxed()
        .min(Comparator.comparingDouble(other -> distance(box, other)))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private double distance(int a, int b) {
    Place from = layout.boxes().get(a);
    Place to = layout.boxes().get(b);
    return Math.hypot(SIDEWAYS * (from.centerX() - to.centerX()), from.centerY() - to.centerY());
  }
}
