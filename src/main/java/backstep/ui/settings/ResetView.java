package backstep.ui.settings;

import backstep.ui.kit.Messages;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Sets all settings back, says which those are, and takes it back.
final class ResetView extends VBox {
  private final Button button = new Button();

  ResetView(SettingsModel model, Messages messages) {
    getStyleClass().add("settings-reset");
    ObservableValue<Boolean> undoes = model.beforeResetProperty().map(Optional::isPresent);
    button.setId("settings-reset");
    button.getStyleClass().add("bar-button");
    button.setMinWidth(USE_PREF_SIZE);
    button
        .textProperty()
        .bind(undoes.flatMap(is -> messages.text(is ? "settings.reset.undo" : "settings.reset")));
    // One button for both, so that the keyboard stays where it is.
    button.setOnAction(_ -> {
      if (undoes.getValue()) {
        model.undoReset();
      } else {
        model.reset();
      }
    });
    Label note = new Label();
    note.setId("settings-reset-note");
    note.getStyleClass().add("setting-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.textProperty()
        .bind(
            undoes.flatMap(
                is -> messages.text(is ? "settings.reset.done" : "settings.reset.note")));
    button.accessibleHelpProperty().bind(note.textProperty());
    note.setAccessibleRole(AccessibleRole.TEXT);
    getChildren().setAll(button, note);
  }
}
