package backstep.ui.lab;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.PopOver;

/// Opens the gradient check beside itself, and closes it.
final class GradientCheckButton extends Button {
  private final PopOver popOver;

  GradientCheckButton(GradientCheckModel model, Messages messages) {
    setId("check-gradients");
    getStyleClass().add("small-button");
    setMinWidth(USE_PREF_SIZE);
    textProperty().bind(messages.text("check.open"));
    ObservableValue<String> tip = messages.text("check.open.tip", Keymap.CHECK.cap());
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(tip);
    setTooltip(tooltip);
    accessibleHelpProperty().bind(tip);
    popOver = new PopOver(new GradientCheckView(model, messages));
    popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
    popOver.showingProperty().subscribe(model::watch);
    setOnAction(_ -> {
      if (popOver.isShowing()) {
        popOver.hide();
      } else {
        popOver.show(this);
      }
    });
  }
}
