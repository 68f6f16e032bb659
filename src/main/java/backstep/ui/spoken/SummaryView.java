package backstep.ui.spoken;

import backstep.ui.kit.Clip;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// The summary of the screen as a text, to be read line by line and copied.
public final class SummaryView extends VBox {
  private final Messages messages;
  private final TextArea text = new TextArea();

  public SummaryView(SpokenModel model, Messages messages) {
    this.messages = messages;
    getStyleClass().add("summary");
    Label title = new Label();
    title.getStyleClass().add("bubble-title");
    title.textProperty().bind(messages.text("spoken.summary"));
    title.setLabelFor(text);
    text.setId("summary-text");
    text.setEditable(false);
    text.setWrapText(true);
    // A line for each sentence, so that a screen reader's arrows go from one to the next.
    text.setText(String.join("\n", model.summary(messages)));
    text.setPrefRowCount((int) text.getText().lines().count() + 1);
    text.accessibleTextProperty().bind(text.textProperty());
    Button copy =
        Parts.smallButton("summary-copy", messages.text("spoken.summary.copy"), this::copy);
    getChildren().setAll(title, text, copy);
  }

  private void copy() {
    Clip.put(this, text.getText(), messages);
  }
}
