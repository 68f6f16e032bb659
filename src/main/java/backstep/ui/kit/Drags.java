package backstep.ui.kit;

import java.util.concurrent.atomic.AtomicReference;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.input.MouseEvent;

/// Drags that what is dragged can make sense of.
public final class Drags {
  private Drags() {}

  /// Lets something see only drags whose beginning it has seen, at the same part of it. A press
  /// that closes a pop-up goes no further, but what follows it does; the skins of sliders and
  /// bubbles fail for want of a start.
  public static void begunOn(EventTarget target) {
    AtomicReference<EventTarget> pressed = new AtomicReference<>(target);
    target.addEventFilter(
        MouseEvent.ANY,
        event -> {
          EventType<? extends MouseEvent> type = event.getEventType();
          if (type == MouseEvent.MOUSE_PRESSED) {
            pressed.set(event.getTarget());
          } else if (type == MouseEvent.MOUSE_RELEASED || type == MouseEvent.MOUSE_MOVED) {
            pressed.set(target);
          } else if (type == MouseEvent.MOUSE_DRAGGED && !pressed.get().equals(event.getTarget())) {
            event.consume();
          }
        });
  }
}
