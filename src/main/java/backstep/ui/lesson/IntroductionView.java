package backstep.ui.lesson;

import backstep.ui.kit.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the open lesson says about itself, until the first step has more to say.
public final class IntroductionView extends VBox {
  public IntroductionView(LessonModel model, Messages messages) {
    getStyleClass().add("introduction");
    Label text = new Label();
    text.setWrapText(true);
    text.getStyleClass().add("introduction-text");
    text.setMinHeight(USE_PREF_SIZE);
    ObservableValue<String> words =
        Bindings.createStringBinding(
            () ->
                model
                    .openProperty()
                    .get()
                    .map(lesson -> lesson.page(messages.language().getValue()).introduction())
                    .orElse(""),
            model.openProperty(),
            messages.words());
    text.textProperty().bind(words);
    getChildren().add(text);
    visibleProperty().bind(model.begunProperty().not());
    managedProperty().bind(visibleProperty());
  }
}
