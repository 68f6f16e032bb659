package backstep.ui;

import backstep.ui.code.edit.ProblemText;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.lab.ProgramModel;
import backstep.ui.lab.ProgramModel.State;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Says what keeps the program from running, where, and how to mend it; offers the way back if a
/// change brought it about.
final class ProblemBanner extends HBox {
  /// @param elsewhere whether the problem is said elsewhere
  ProblemBanner(ProgramModel program, ObservableValue<Boolean> elsewhere, Messages messages) {
    ObservableValue<State> state = program.stateProperty();
    getStyleClass().add("problem-banner");
    setId("problem");
    setAccessibleRole(AccessibleRole.TEXT);
    Label text = new Label();
    text.getStyleClass().add("problem-text");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    setMinHeight(USE_PREF_SIZE);
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    state
                        .getValue()
                        .problem()
                        .map(p -> ProblemText.of("lesson.problem", p, messages))
                        .orElse(""),
                state,
                messages.words()));
    HBox.setHgrow(text, Priority.ALWAYS);
    accessibleTextProperty().bind(text.textProperty());
    Button undo =
        Parts.smallButton(
            "problem-undo", messages.text("edit.takeBack", Keymap.UNDO), program::undo);
    undo.visibleProperty().bind(state.map(s -> s.drafts().canUndo()));
    undo.managedProperty().bind(undo.visibleProperty());
    getChildren().addAll(new FontIcon(MaterialDesignA.ALERT), text, undo);
    visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> state.getValue().problem().isPresent() && !elsewhere.getValue(),
                state,
                elsewhere));
    managedProperty().bind(visibleProperty());
    Announcer.liveToWriters(this, text.textProperty());
  }
}
