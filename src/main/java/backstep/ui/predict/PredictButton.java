package backstep.ui.predict;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ToggleButton;

/// Turns predicting on and off, and says which it is.
public final class PredictButton extends ToggleButton {
  public PredictButton(PredictModel model, Messages messages) {
    setId("predict-first");
    getStyleClass().addAll("bar-button", "predict-first");
    setMinWidth(USE_PREF_SIZE);
    // A style sheet leaves it out where a small window has no room; its key stays.
    managedProperty().bind(visibleProperty());
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.now(model.getState().on() ? "predict.on" : "predict.off"),
                model.stateProperty(),
                messages.words()));
    Tip.explain(this, messages.text("predict.tip", Keymap.PREDICT));
    model.onProperty().subscribe(this::setSelected);
    setOnAction(_ -> model.toggle());
  }
}
