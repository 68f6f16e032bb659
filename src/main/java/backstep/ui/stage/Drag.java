package backstep.ui.stage;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Dragging something with the primary button; a trembling hand does not drag yet.
final class Drag {
  private static final double THRESHOLD = 4;

  /// Is told how far the pointer went since it was told last, in pixels of the screen.
  interface Mover {
    void by(double x, double y);
  }

  private final Mover mover;
  private Point2D at = Point2D.ZERO;
  private boolean dragging;

  private Drag(Mover mover) {
    this.mover = mover;
  }

  /// @param pressed called when the button goes down
  static void of(Node node, Runnable pressed, Mover mover) {
    Drag drag = new Drag(mover);
    node.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            pressed.run();
            drag.at = new Point2D(event.getSceneX(), event.getSceneY());
            drag.dragging = false;
            event.consume();
          }
        });
    node.addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          if (event.isPrimaryButtonDown()) {
            drag.to(new Point2D(event.getSceneX(), event.getSceneY()));
            event.consume();
          }
        });
  }

  private void to(Point2D now) {
    dragging |= now.distance(at) >= THRESHOLD;
    if (dragging) {
      mover.by(now.getX() - at.getX(), now.getY() - at.getY());
      at = now;
    }
  }
}
