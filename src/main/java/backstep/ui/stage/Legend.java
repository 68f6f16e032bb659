package backstep.ui.stage;

import backstep.ui.kit.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What the colours and lines of the stage mean.
final class Legend extends HBox {
  Legend(Messages messages) {
    super(14);
    getStyleClass().add("legend");
    setAlignment(Pos.CENTER_LEFT);
    setMouseTransparent(true);
    getChildren()
        .addAll(
            item(messages, "stage.legend.boxes", "plain"),
            item(messages, "stage.legend.positive", "positive"),
            item(messages, "stage.legend.negative", "negative"),
            item(messages, "stage.legend.width", "plain"),
            item(messages, "stage.legend.pending", "plain"));
  }

  private static Label item(Messages messages, String key, String kind) {
    Label item = new Label();
    item.textProperty().bind(messages.text(key));
    item.getStyleClass().add("legend-" + kind);
    if (!kind.equals("plain")) {
      Region swatch = new Region();
      swatch.getStyleClass().add("swatch");
      item.setGraphic(swatch);
    }
    return item;
  }
}
