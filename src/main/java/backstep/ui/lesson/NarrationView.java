package backstep.ui.lesson;

import backstep.lesson.Lesson;
import backstep.lesson.Prose;
import backstep.trace.Step;
import backstep.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    words =
        Bindings.createObjectBinding(
            () -> said(model, messages.language().getValue()),
            model.hereProperty(),
            model.variantProperty(),
            messages.words());
    words.subscribe(text::show);
    getChildren().add(text);
    visibleProperty().bind(words.map(said -> !said.isEmpty()));
    managedProperty().bind(visibleProperty());
  }

  private static List<Prose> said(LessonModel model, Locale language) {
    Optional<Lesson> open = model.openProperty().get();
    Optional<LessonModel.Here> here = model.hereProperty().get();
    Optional<Step> step = here.flatMap(now -> now.session().snapshot().step());
    if (open.isEmpty() || here.isEmpty() || step.isEmpty()) {
      return List.of();
    }
    return open
        .get()
        .page(language)
        .at(
            step.get(),
            here.get().session().trace().iteration(),
            here.get().origins(),
            model.variantProperty().get())
        .stream()
        .map(prose -> Figures.in(prose, here))
        .toList();
  }
}
