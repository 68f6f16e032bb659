package backstep.ui.kit;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Words that come up where the pointer rests, and that a screen reader says.
///
/// To be used on the JavaFX thread.
public final class Tip {
  private Tip() {}

  /// Says what a control is that shows no words, or too few.
  ///
  /// @param words also its accessible name
  public static void name(Control control, ObservableValue<String> words) {
    control.accessibleTextProperty().bind(words);
    show(control, words);
  }

  /// Says more about a control than it shows.
  ///
  /// @param words also its accessible help
  public static void explain(Control control, ObservableValue<String> words) {
    control.accessibleHelpProperty().bind(words);
    show(control, words);
  }

  /// Shows the whole of a text that there may be too little room for.
  public static void whole(Labeled text) {
    show(text, text.textProperty());
  }

  /// Shows words to who points at a control.
  public static void show(Control control, ObservableValue<String> words) {
    show(control, words, _ -> {});
  }

  /// Shows words to who points at a node.
  ///
  /// @param look called once, with what shows them
  public static void show(Node node, ObservableValue<String> words, Consumer<Tooltip> look) {
    onFirstEntered(
        node,
        () -> {
          Tooltip tip = new Tooltip();
          tip.textProperty().bind(words);
          look.accept(tip);
          if (node instanceof Control control) {
            control.setTooltip(tip);
          } else {
            Tooltip.install(node, tip);
          }
        });
  }

  // A tooltip is a window of its own, and of the many that there are few are ever seen.
  private static void onFirstEntered(Node node, Runnable action) {
    node.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            action.run();
          }
        });
  }
}
