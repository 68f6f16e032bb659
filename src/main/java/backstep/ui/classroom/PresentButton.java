package backstep.ui.classroom;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import javafx.scene.control.Button;
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
    Tip.explain(this, messages.text("present.tip", Keymap.PRESENT));
    setOnAction(_ -> model.toggle());
  }
}
