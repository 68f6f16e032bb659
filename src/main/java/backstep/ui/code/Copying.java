package backstep.ui.code;

import backstep.ui.kit.Clip;
import backstep.ui.kit.Messages;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Puts code on the clipboard as plain text, by the key or from a menu.
final class Copying {
  /// The key for the section's code.
  static final KeyCombination KEY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private Copying() {}

  /// @param from where in the window it is copied
  /// @param section the code of the section that is chosen, if any
  /// @param whole the program with its backward pass, if it can be written
  static ContextMenu menu(
      Node from,
      Messages messages,
      Supplier<Optional<String>> section,
      Supplier<Optional<String>> whole) {
    Consumer<String> put = code -> Clip.put(from, code, messages);
    MenuItem first = item("code-copy", messages.text("code.copy"), section, put);
    first.setAccelerator(KEY);
    MenuItem second = item("code-copy-whole", messages.text("code.copy.whole"), whole, put);
    ContextMenu menu = new ContextMenu(first, second);
    menu.setOnShowing(_ -> {
      first.setDisable(section.get().isEmpty());
      second.setDisable(whole.get().isEmpty());
    });
    return menu;
  }

  private static MenuItem item(
      String id,
      ObservableValue<String> text,
      Supplier<Optional<String>> code,
      Consumer<String> put) {
    MenuItem item = new MenuItem();
    item.setId(id);
    item.textProperty().bind(text);
    item.setOnAction(_ -> code.get().ifPresent(put));
    return item;
  }
}
