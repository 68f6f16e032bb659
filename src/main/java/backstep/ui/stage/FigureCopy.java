package backstep.ui.stage;

import backstep.tensor.Tensor;
import backstep.ui.kit.Clip;
import backstep.ui.kit.Messages;
import backstep.words.Numbers;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Puts a node's figures on the clipboard with all their digits, as Python reads them.
final class FigureCopy {
  /// The key for the value.
  static final KeyCombination KEY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private FigureCopy() {}

  /// @param from where in the window they are copied
  static ContextMenu menu(
      Node from,
      Messages messages,
      Supplier<Optional<Tensor>> value,
      Supplier<Optional<Tensor>> gradient) {
    MenuItem first = item("stage.copy.value", from, messages, value);
    first.setAccelerator(KEY);
    MenuItem second = item("stage.copy.gradient", from, messages, gradient);
    ContextMenu menu = new ContextMenu(first, second);
    menu.setOnShowing(_ -> {
      first.setDisable(value.get().isEmpty());
      second.setDisable(gradient.get().isEmpty());
    });
    return menu;
  }

  private static MenuItem item(
      String key, Node from, Messages messages, Supplier<Optional<Tensor>> figures) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(messages.text(key));
    item.setOnAction(_ -> figures.get().ifPresent(now -> put(from, now, messages)));
    return item;
  }

  static void put(Node from, Tensor figures, Messages messages) {
    Clip.put(from, Numbers.exact(figures), messages);
  }
}
