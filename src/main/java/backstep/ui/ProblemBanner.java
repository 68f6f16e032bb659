package backstep.ui;

import backstep.python.Problem;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.lab.ProgramModel;
import backstep.ui.lab.ProgramModel.State;
import java.util.Optional;
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
  private final Messages messages;

  ProblemBanner(ProgramModel program, Messages messages) {
    this.messages = messages;
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
                () -> state.getValue().problem().map(this::sentence).orElse(""),
                state,
                messages.words()));
    HBox.setHgrow(text, Priority.ALWAYS);
    accessibleTextProperty().bind(text.textProperty());
    Button undo = new Button();
    undo.setId("problem-undo");
    undo.getStyleClass().add("small-button");
    undo.textProperty().bind(messages.text("edit.takeBack", Keymap.UNDO.cap()));
    undo.setMinWidth(USE_PREF_SIZE);
    undo.setOnAction(_ -> program.undo());
    undo.visibleProperty().bind(state.map(s -> s.drafts().canUndo()));
    undo.managedProperty().bind(undo.visibleProperty());
    getChildren().addAll(new FontIcon(MaterialDesignA.ALERT), text, undo);
    visibleProperty().bind(state.map(s -> s.problem().isPresent()));
    managedProperty().bind(visibleProperty());
  }

  private String sentence(Problem problem) {
    return messages.now(
        "lesson.problem",
        problem.span().line(),
        messages.now(problem.key(), problem.arguments().toArray()),
        hint(problem).orElse(""));
  }

  private Optional<String> hint(Problem problem) {
    String key = problem.key() + ".hint";
    return messages.words().getValue().has(key)
        ? Optional.of(messages.now(key, problem.arguments().toArray()))
        : Optional.empty();
  }
}
