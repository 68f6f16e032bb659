package backstep.ui.settings;

import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Messages;
import javafx.scene.control.Label;

/// The colours that mean something as they are now, side by side: whoever chooses colours sees
/// whether these can be told apart. Each says by a sign what it means.
final class PairsView extends FlowBar {
  PairsView(Messages messages) {
    getStyleClass().add("setting-row");
    getChildren()
        .setAll(
            pair(messages, "positive"),
            pair(messages, "negative"),
            pair(messages, "forward"),
            pair(messages, "backward"),
            pair(messages, "update"));
  }

  private static Label pair(Messages messages, String meaning) {
    Label label = new Label();
    label.getStyleClass().addAll("colour-sample", "sample-" + meaning);
    label.setMinWidth(USE_PREF_SIZE);
    label.textProperty().bind(messages.text("settings.sample." + meaning));
    return label;
  }
}
