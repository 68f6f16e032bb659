package backstep.ui.code.edit;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Tip;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The buttons that open and close what code is written in.
public final class DeskButtons {
  private DeskButtons() {}

  /// Opens the editor.
  public static Button edit(EditorModel model, Messages messages) {
    Button button = editor(model, "edit-code", "editor.open", messages);
    button.setGraphic(new FontIcon(MaterialDesignP.PENCIL_OUTLINE));
    return button;
  }

  /// Closes the editor.
  static Button endEditing(EditorModel model, Messages messages) {
    return editor(model, "edit-code-done", "editor.done", messages);
  }

  private static Button editor(EditorModel model, String id, String words, Messages messages) {
    Button button = button(id, words, Keymap.EDIT_CODE, model::toggle, messages);
    show(button, model.offeredProperty());
    return button;
  }

  /// Opens the exercise to write the backward pass.
  ///
  /// @param id of one of the places that it can be opened from
  public static Button practise(PracticeModel model, String id, Messages messages) {
    return practice(model, id, "practice.open", messages);
  }

  /// Closes the exercise.
  static Button endPractice(PracticeModel model, Messages messages) {
    return practice(model, "practice-done", "practice.close", messages);
  }

  private static Button practice(PracticeModel model, String id, String words, Messages messages) {
    Button button = button(id, words, Keymap.PRACTISE, model::toggle, messages);
    show(button, model.stateProperty().map(state -> state.exercise().isPresent()));
    return button;
  }

  private static Button button(
      String id, String words, Keymap key, Runnable action, Messages messages) {
    Button button = Parts.smallButton(id, messages.text(words), action);
    Tip.name(button, messages.text(words + ".tip", key));
    return button;
  }

  private static void show(Button button, ObservableValue<Boolean> when) {
    button.visibleProperty().bind(when);
    button.managedProperty().bind(button.visibleProperty());
  }
}
