package backstep.ui.classroom;

import backstep.trace.Cover;
import backstep.trace.Cover.Kind;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Tip;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// Says what is hidden, and how it is shown.
public final class CoverBar extends FlowBar {
  /// @param reveal reveals the figures of the step
  public CoverBar(CoverModel model, Runnable reveal, Messages messages) {
    setId("cover-bar");
    getStyleClass().add("presenter");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    Label text = new Label();
    text.setId("cover-text");
    text.setGraphic(new FontIcon(MaterialDesignE.EYE_OFF_OUTLINE));
    text.getStyleClass().add("presenter-title");
    text.setAccessibleRole(AccessibleRole.TEXT);
    text.setMinWidth(USE_PREF_SIZE);
    Tip.explain(text, messages.text("cover.hidden.tip"));
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.textProperty().bind(model.coverProperty().map(CoverBar::words).flatMap(messages::text));
    getChildren()
        .setAll(
            text,
            Parts.smallButton("cover-reveal", messages.text("cover.reveal", Keymap.SHOW), reveal),
            Parts.smallButton("cover-all", messages.text("cover.all"), model::showAll));
    visibleProperty().bind(model.onProperty());
    managedProperty().bind(visibleProperty());
    Announcer.live(this, text.textProperty());
  }

  private static String words(Cover cover) {
    if (cover.hides(Kind.VALUES) && cover.hides(Kind.GRADIENTS)) {
      return "cover.hidden.both";
    }
    return cover.hides(Kind.VALUES) ? "cover.hidden.values" : "cover.hidden.gradients";
  }
}
