package backstep.ui.stage;

import backstep.ui.stage.Neighbours.Direction;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys that act on the focused node.
final class GraphKeys {
  private final GraphView graph;
  private final ValueEditor editor;
  private final Supplier<Optional<Picture>> drawn;
  private boolean walking;

  /// @param drawn what is drawn now
  GraphKeys(GraphView graph, ValueEditor editor, Supplier<Optional<Picture>> drawn) {
    this.graph = graph;
    this.editor = editor;
    this.drawn = drawn;
  }

  /// Whether arrows walk the graph: they do for who came into it by keyboard.
  boolean isWalking() {
    return walking;
  }

  /// A node got the focus.
  ///
  /// @param byKey whether by keyboard
  void focused(boolean byKey) {
    walking |= byKey;
  }

  /// A node was taken hold of with the pointer.
  void taken() {
    walking = false;
  }

  /// Whether a key is the graph's own; to all others than walkers arrows are the player's.
  boolean wants(KeyEvent event) {
    return walking && event.getTarget() instanceof NodeBox && direction(event).isPresent();
  }

  private static Optional<Direction> direction(KeyEvent event) {
    // With Ctrl or Shift they are the player's.
    if (event.isShortcutDown() || event.isShiftDown()) {
      return Optional.empty();
    }
    return switch (event.getCode()) {
      case RIGHT -> Optional.of(Direction.RIGHT);
      case LEFT -> Optional.of(Direction.LEFT);
      case UP -> Optional.of(Direction.UP);
      case DOWN -> Optional.of(Direction.DOWN);
      default -> Optional.empty();
    };
  }

  /// Does what a key stands for. Arrows walk, Enter edits a leaf, and what is copied is the focused
  /// node's value with all its digits.
  void press(KeyEvent event) {
    if (!(event.getTarget() instanceof NodeBox box)) {
      return;
    }
    if (wants(event)) {
      walk(box, direction(event).orElseThrow());
    } else if (event.getCode() == KeyCode.ENTER && box.isHiding()) {
      box.reveal();
    } else if (event.getCode() == KeyCode.ENTER && box.box().leaf()) {
      editor.open(box, 0);
    } else if (FigureCopy.KEY.match(event)) {
      box.copy();
    } else {
      return;
    }
    event.consume();
  }

  private void walk(NodeBox from, Direction direction) {
    drawn
        .get()
        .ifPresent(picture ->
            new Neighbours(picture.diagram(), picture.layout())
                .of(graph.boxes().indexOf(from), direction)
                .ifPresent(next -> graph.boxes().get(next).requestFocus()));
  }
}
