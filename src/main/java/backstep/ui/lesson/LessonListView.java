package backstep.ui.lesson;

import backstep.lesson.Lesson;
import backstep.ui.kit.Messages;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The lessons under the names of their groups.
public final class LessonListView extends VBox {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  public LessonListView(LessonModel model, DoneModel done, Messages messages) {
    getStyleClass().add("lesson-list");
    Optional<Lesson.Group> group = Optional.empty();
    for (Lesson lesson : model.lessons()) {
      if (!group.equals(Optional.of(lesson.group()))) {
        group = Optional.of(lesson.group());
        Label heading = new Label();
        heading.getStyleClass().add("group-heading");
        heading
            .textProperty()
            .bind(messages.text("lesson.group." + lesson.group().name().toLowerCase(Locale.ROOT)));
        getChildren().add(heading);
      }
      getChildren().add(entry(lesson, model, done, messages));
    }
  }

  private static Button entry(Lesson lesson, LessonModel model, DoneModel done, Messages messages) {
    boolean own = lesson.view() == Lesson.View.SANDBOX;
    Label number = new Label(own ? "+" : Integer.toString(lesson.order()));
    number.getStyleClass().add("lesson-number");
    Label title = new Label();
    ObservableValue<String> text =
        messages.language().map(language -> lesson.page(language).title());
    title.textProperty().bind(text);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox content = new HBox(10, number, title);
    content.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setGraphic(content);
    button.setId("lesson-" + lesson.id());
    button.getStyleClass().add("lesson-entry");
    button.setAlignment(Pos.CENTER_LEFT);
    button.setMaxWidth(Double.MAX_VALUE);
    ObservableValue<Boolean> isDone = done.marksProperty().map(_ -> done.isDone(lesson));
    ObservableValue<String> spoken = messages.text("lesson.done", text);
    button.accessibleTextProperty().bind(isDone.flatMap(is -> is ? spoken : text));
    button.setOnAction(_ -> model.open(lesson));
    // The models live as long as the window, and so does this.
    isDone.subscribe(is -> {
      content.getChildren().setAll(number, title);
      if (is) {
        content.getChildren().add(check());
      }
    });
    model
        .openProperty()
        .subscribe(open -> button.pseudoClassStateChanged(OPEN, open.equals(Optional.of(lesson))));
    return button;
  }

  private static FontIcon check() {
    FontIcon check = new FontIcon(MaterialDesignC.CHECK);
    check.getStyleClass().add("lesson-done");
    return check;
  }
}
