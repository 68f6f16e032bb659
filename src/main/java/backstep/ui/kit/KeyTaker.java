package backstep.ui.kit;

import javafx.scene.input.KeyEvent;

/// A node that, while it has the focus, uses keys that else belong to the whole window.
public interface KeyTaker {
  /// Whether the node does something on this key.
  boolean takes(KeyEvent event);

  /// Whether the node that a key was pressed on uses it itself.
  static boolean isTaken(KeyEvent event) {
    return event.getTarget() instanceof KeyTaker node && node.takes(event);
  }
}
