package backstep.ui.classroom;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Begins to present.
public final class PresentButton extends Button {
  public PresentButton(PresentModel model, Messages messages) {
    setId("present");
    getStyleClass().addAll("bar-button", "present-button");
    setMinWidth(USE_PREF_SIZE);
    // A style sheet leaves it out where a small window has no room; its key stays.
    managedProperty().bind(visibleProperty());
    setGraphic(new FontIcon(MaterialDesignP.PRESENTATION));
    textProperty().bind(messages.text("present.button"));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(messages.text("present.tip", Keymap.PRESENT));
    setTooltip(tip);
    accessibleHelpProperty().bind(tip.textProperty());
    setOnAction(_ -> model.toggle());
  }
}
