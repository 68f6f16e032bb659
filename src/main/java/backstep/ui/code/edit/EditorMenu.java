package backstep.ui.code.edit;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/// The field's menu, whose undo is that of the program.
final class EditorMenu {
  private EditorMenu() {}

  static ContextMenu of(CodeField field, EditorModel model, Messages messages) {
    MenuItem undo = item("editor.menu.undo", messages, model::undo);
    undo.acceleratorProperty().bind(pressed(Keymap.UNDO, messages));
    MenuItem redo = item("editor.menu.redo", messages, model::redo);
    redo.acceleratorProperty().bind(pressed(Keymap.REDO, messages));
    return new ContextMenu(
        undo,
        redo,
        new SeparatorMenuItem(),
        item("editor.menu.cut", messages, field::cut),
        item("editor.menu.copy", messages, field::copy),
        item("editor.menu.paste", messages, field::paste),
        new SeparatorMenuItem(),
        item("editor.menu.all", messages, field::selectAll));
  }

  private static ObservableValue<KeyCombination> pressed(Keymap key, Messages messages) {
    return messages.words().map(_ -> messages.keyboard().of(key).getFirst());
  }

  private static MenuItem item(String key, Messages messages, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(messages.text(key));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
