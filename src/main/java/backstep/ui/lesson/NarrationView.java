package backstep.ui.lesson;

import backstep.lesson.Prose;
import backstep.ui.kit.Messages;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.layout.VBox;

/// What the open lesson says about the step that was made last.
public final class NarrationView extends VBox {
  // Held, or it would be forgotten.
  private final ObjectBinding<List<Prose>> words;

  public NarrationView(LessonModel model, Messages messages) {
    getStyleClass().add("narration");
    setId("narration");
    ProseView text = new ProseView();
    // Who reads with a screen reader comes to it by keyboard.
    text.setFocusTraversable(true);
    words =
        Bindings.createObjectBinding(
            () -> model.said(messages.language().getValue(), messages.numbers()),
            model.hereProperty(),
            model.variantProperty(),
            messages.words());
    words.subscribe(text::show);
    getChildren().add(text);
    visibleProperty().bind(words.map(said -> !said.isEmpty()));
    managedProperty().bind(visibleProperty());
  }
}
