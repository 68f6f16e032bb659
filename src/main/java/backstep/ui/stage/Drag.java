package backstep.ui.stage;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Dragging things on a surface with the primary button; a trembling hand does not drag yet.
///
/// The surface itself hears the pointer, because what was taken hold of may be drawn anew while it
/// is dragged.
final class Drag {
  private static final double THRESHOLD = 4;

  /// What was taken hold of.
  interface Grip {
    /// How far the pointer went since it was told last, in pixels of the screen.
    ///
    /// @param fine whether the learner asks for small movements
    void by(double x, double y, boolean fine);

    /// The button went up.
    default void letGo() {}
  }

  private Optional<Grip> held = Optional.empty();
  private Point2D at = Point2D.ZERO;
  private boolean dragging;

  private Drag() {}

  /// @param grab says what a press takes hold of, if anything
  static void on(Node surface, Function<MouseEvent, Optional<Grip>> grab) {
    Drag drag = new Drag();
    surface.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            drag.letGo();
            drag.held = grab.apply(event);
            drag.at = new Point2D(event.getSceneX(), event.getSceneY());
          }
        });
    surface.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag::move);
    surface.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> drag.letGo());
  }

  private void move(MouseEvent event) {
    held.ifPresent(grip -> {
      Point2D now = new Point2D(event.getSceneX(), event.getSceneY());
      dragging |= now.distance(at) >= THRESHOLD;
      if (dragging) {
        grip.by(now.getX() - at.getX(), now.getY() - at.getY(), event.isShiftDown());
        at = now;
      }
      event.consume();
    });
  }

  private void letGo() {
    held.ifPresent(Grip::letGo);
    held = Optional.empty();
    dragging = false;
  }
}
