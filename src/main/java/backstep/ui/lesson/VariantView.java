package backstep.ui.lesson;

import backstep.lesson.Lesson;
import backstep.lesson.Lesson.Variant;
import backstep.ui.kit.Choice;
import backstep.ui.kit.Messages;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// The forms that the open lesson's program has, of which one is at hand; nothing where there is
/// only one.
public final class VariantView extends HBox {
  private final Map<Lesson, Node> choices = new HashMap<>();

  public VariantView(LessonModel model, Messages messages) {
    getStyleClass().add("variants");
    setId("variants");
    // The model lives as long as the window, and so does this.
    model.openProperty().subscribe(open -> show(open, model, messages));
  }

  private void show(Optional<Lesson> open, LessonModel model, Messages messages) {
    getChildren()
        .setAll(
            open.filter(lesson -> lesson.variants().size() > 1).stream()
                .map(lesson -> choices.computeIfAbsent(lesson, of -> choice(of, model, messages)))
                .toList());
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
  }

  private static Node choice(Lesson lesson, LessonModel model, Messages messages) {
    Choice<String> choice = new Choice<>(messages.text("lesson.variants"), model::choose);
    for (Variant variant : lesson.variants()) {
      choice.with(variant.id(), messages.language().map(variant::name));
      choice.segment(variant.id()).setId("variant-" + variant.id());
    }
    return choice.showing(model.variantProperty()).node();
  }
}
