package backstep.ui.lab;

import backstep.ui.kit.Bubble;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import javafx.scene.control.Button;

/// Opens the gradient check beside itself, and closes it.
final class GradientCheckButton extends Button {
  GradientCheckButton(GradientCheckModel model, Messages messages) {
    setId("check-gradients");
    getStyleClass().add("small-button");
    setMinWidth(USE_PREF_SIZE);
    textProperty().bind(messages.text("check.open"));
    Tip.explain(this, messages.text("check.open.tip", Keymap.CHECK));
    Later<GradientCheckView> view = new Later<>(() -> new GradientCheckView(model, messages));
    Bubble bubble = new Bubble(messages.text("check.title"), _ -> view.get());
    bubble.showingProperty().subscribe(model::watch);
    disableProperty().bind(model.possibleProperty().not());
    setOnAction(_ -> bubble.toggle(this));
  }
}
