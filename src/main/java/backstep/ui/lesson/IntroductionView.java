package backstep.ui.lesson;

import backstep.lesson.Prose;
import backstep.ui.kit.Messages;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.layout.VBox;

/// What the open lesson says about itself, until the first step has more to say.
public final class IntroductionView extends VBox {
  // Held, or it would be forgotten.
  private final ObjectBinding<List<Prose>> words;

  public IntroductionView(LessonModel model, Messages messages) {
    getStyleClass().add("introduction");
    ProseView text = new ProseView();
    // Who reads with a screen reader comes to it by keyboard.
    text.setFocusTraversable(true);
    words =
        Bindings.createObjectBinding(
            () ->
                model.openProperty().get().stream()
                    .map(lesson -> lesson.page(messages.language().getValue()).introduction())
                    .map(prose -> Figures.in(prose, model.hereProperty().get(), messages.numbers()))
                    .toList(),
            model.openProperty(),
            model.hereProperty(),
            messages.words());
    words.subscribe(text::show);
    getChildren().add(text);
    visibleProperty().bind(model.begunProperty().not());
    managedProperty().bind(visibleProperty());
  }
}
