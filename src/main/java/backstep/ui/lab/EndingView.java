package backstep.ui.lab;

import backstep.train.TrainerState.Reason;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.lab.EndingModel.View;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Says why a training ended, and offers the ways back.
public final class EndingView extends VBox {
  private final Messages messages;

  /// @param controls what can halve the learning rate, and take changes back
  public EndingView(EndingModel model, ControlsModel controls, Messages messages) {
    this.messages = messages;
    ObservableValue<Optional<View>> view = model.viewProperty();
    getStyleClass().addAll("problem-banner", "ending");
    setId("ending");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinHeight(USE_PREF_SIZE);
    Label text = new Label();
    text.getStyleClass().add("problem-text");
    text.setId("ending-text");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> view.getValue().map(now -> sentence(now.reason())).orElse(""),
                view,
                messages.words()));
    HBox.setHgrow(text, Priority.ALWAYS);
    accessibleTextProperty().bind(text.textProperty());
    HBox first = new HBox(new FontIcon(MaterialDesignA.ALERT), text);
    first.getStyleClass().add("ending-row");
    Button back =
        Parts.smallButton(
            "ending-back",
            view.map(now -> now.map(v -> v.back().orElse(0) + 1).orElse(1))
                .flatMap(number -> messages.text("ending.back", number)),
            model::back);
    shown(
        back, view.map(now -> now.flatMap(v -> v.back().stream().boxed().findFirst()).isPresent()));
    Button halve =
        Parts.smallButton("ending-halve", messages.text("descent.halve"), controls::halveRate);
    shown(halve, controls.controlsProperty().map(now -> now.rate().isPresent()));
    Button undo =
        Parts.smallButton(
            "ending-undo", messages.text("edit.takeBack", Keymap.UNDO), controls::undo);
    shown(undo, controls.controlsProperty().map(ControlsModel.Controls::canUndo));
    Button reset = Parts.smallButton("ending-reset", messages.text("edit.reset"), controls::reset);
    shown(reset, controls.controlsProperty().map(ControlsModel.Controls::canReset));
    FlowBar ways = new FlowBar(back, halve, undo, reset);
    ways.getStyleClass().add("ending-ways");
    ways.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(first, ways);
    shown(this, view.map(Optional::isPresent));
    Announcer.live(this, text.textProperty());
  }

  private static void shown(javafx.scene.Node part, ObservableValue<Boolean> when) {
    part.visibleProperty().bind(when);
    part.managedProperty().bind(part.visibleProperty());
  }

  private String sentence(Reason reason) {
    return messages.now(
        reason.key(),
        reason.arguments().stream()
            .map(argument ->
                argument instanceof Double loss ? messages.numbers().shown(loss) : argument)
            .toArray());
  }
}
