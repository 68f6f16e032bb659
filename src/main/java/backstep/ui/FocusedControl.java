package backstep.ui;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.ToggleSwitch;

/// Which keys belong to the control that has the focus, and not to the window.
final class FocusedControl {
  private FocusedControl() {}

  /// Whether what is typed is written there.
  static boolean takesText(EventTarget target) {
    return target instanceof TextInputControl
        || target instanceof Spinner
        // An editor that is no control of JavaFX's own has an input method all the same.
        || (target instanceof Node node && node.getInputMethodRequests() != null);
  }

  /// Whether the control does something else with this key.
  static boolean keeps(KeyEvent event) {
    return switch (event.getTarget()) {
      case Slider _ -> moves(event.getCode());
      case ComboBoxBase<?> _ -> moves(event.getCode()) || event.getCode() == KeyCode.SPACE;
      // Of several of which one is chosen, arrows lead from one to the next.
      case ToggleButton choice when choice.getToggleGroup() != null ->
          (moves(event.getCode()) || event.getCode() == KeyCode.SPACE) && isReached(choice);
      case ButtonBase button -> event.getCode() == KeyCode.SPACE && isReached(button);
      case ToggleSwitch toggle -> event.getCode() == KeyCode.SPACE && isReached(toggle);
      default -> false;
    };
  }

  private static boolean moves(KeyCode code) {
    return code.isArrowKey() || code == KeyCode.HOME || code == KeyCode.END;
  }

  // By the keyboard: after a click, Space plays.
  private static boolean isReached(Node control) {
    return control.isFocusVisible();
  }
}
