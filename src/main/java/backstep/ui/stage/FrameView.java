package backstep.ui.stage;

import backstep.graph.Call;
import backstep.python.Naming;
import backstep.ui.kit.Messages;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;

/// An open call: what is in it stands in a frame with the function's name, which closes it.
final class FrameView extends StackPane {
  private final Diagram.Frame frame;

  FrameView(Diagram.Frame frame, Messages messages, BiConsumer<Call, Boolean> fold) {
    this.frame = frame;
    getStyleClass().add("group-frame");
    setAlignment(Pos.TOP_LEFT);
    setManaged(false);
    Labeled title = new Label(Naming.function(frame.call()));
    if (frame.closable()) {
      CallButton button = CallButton.closing(frame, messages);
      button.setOnAction(_ -> fold.accept(frame.call(), true));
      title = button;
    }
    title.setMinWidth(0);
    getChildren().add(title);
  }

  /// The frame that is drawn.
  Diagram.Frame frame() {
    return frame;
  }
}
