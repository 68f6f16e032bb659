package backstep.ui.classroom;

import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What the window says while something is presented: which step comes next, beside what the
/// explanation and the questions in it say anyway; and the way back.
public final class PresenterBar extends FlowBar {
  /// @param next what the next step is called
  public PresenterBar(PresentModel model, ObservableValue<String> next, Messages messages) {
    setId("presenter");
    getStyleClass().add("presenter");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    Label title = new Label();
    title.setGraphic(new FontIcon(MaterialDesignP.PRESENTATION));
    title.getStyleClass().add("presenter-title");
    title.textProperty().bind(messages.text("present.title"));
    title.setMinWidth(USE_PREF_SIZE);
    Label nextStep = new Label();
    nextStep.setId("presenter-next");
    nextStep.textProperty().bind(messages.text("present.next", next));
    nextStep.setAccessibleRole(AccessibleRole.TEXT);
    nextStep.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(nextStep, Priority.ALWAYS);
    ToggleButton freeze = new ToggleButton();
    freeze.setId("presenter-freeze");
    freeze.getStyleClass().add("small-button");
    freeze.setMinWidth(USE_PREF_SIZE);
    freeze.textProperty().bind(messages.text("present.freeze"));
    model.frozenProperty().subscribe(freeze::setSelected);
    freeze.setOnAction(_ -> model.freeze());
    Button leave =
        Parts.smallButton(
            "presenter-leave", messages.text("present.leave", Keymap.PRESENT), model::leave);
    getChildren().setAll(title, nextStep, freeze, leave);
    visibleProperty().bind(model.onProperty());
    managedProperty().bind(visibleProperty());
  }
}
