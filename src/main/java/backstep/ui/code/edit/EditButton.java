package backstep.ui.code.edit;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Opens the editor; in the editor, closes it.
public final class EditButton extends Button {
  /// @param opens whether it opens the editor, rather than closes it
  public EditButton(EditorModel model, boolean opens, Messages messages) {
    setId(opens ? "edit-code" : "edit-code-done");
    getStyleClass().add("small-button");
    textProperty().bind(messages.text(opens ? "editor.open" : "editor.done"));
    Tooltip tip = new Tooltip();
    tip.textProperty()
        .bind(messages.text(opens ? "editor.open.tip" : "editor.done.tip", Keymap.EDIT_CODE));
    setTooltip(tip);
    accessibleTextProperty().bind(tip.textProperty());
    setMinWidth(USE_PREF_SIZE);
    if (opens) {
      setGraphic(new FontIcon(MaterialDesignP.PENCIL_OUTLINE));
    }
    visibleProperty().bind(model.offeredProperty());
    managedProperty().bind(visibleProperty());
    setOnAction(_ -> model.toggle());
  }
}
