package backstep.ui.code.edit;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// Opens the exercise to write the backward pass; within it, closes it.
public final class PracticeButton extends Button {
  /// @param opens whether it opens the exercise, rather than closes it
  public PracticeButton(PracticeModel model, boolean opens, Messages messages) {
    setId(opens ? "practice-open" : "practice-done");
    getStyleClass().add("small-button");
    textProperty().bind(messages.text(opens ? "practice.open" : "practice.close"));
    Tooltip tip = new Tooltip();
    tip.textProperty()
        .bind(messages.text(opens ? "practice.open.tip" : "practice.close.tip", Keymap.PRACTISE));
    setTooltip(tip);
    accessibleTextProperty().bind(tip.textProperty());
    setMinWidth(USE_PREF_SIZE);
    visibleProperty().bind(model.stateProperty().map(state -> state.exercise().isPresent()));
    managedProperty().bind(visibleProperty());
    setOnAction(_ -> model.toggle());
  }
}
