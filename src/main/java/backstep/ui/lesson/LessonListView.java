package backstep.ui.lesson;

import backstep.lesson.Lesson;
import backstep.ui.kit.Messages;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The lessons under the names of their groups.
public final class LessonListView extends VBox {
  // How wide a number is, in heights of letters: titles begin at one line.
  private static final double NUMBER = 1.35;
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

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
      getChildren().add(row(lesson, model, done, messages));
    }
  }

  private static Node row(Lesson lesson, LessonModel model, DoneModel done, Messages messages) {
    boolean own = lesson.view() == Lesson.View.SANDBOX;
    Text number = new Text(own ? "+" : Integer.toString(lesson.order()));
    number.getStyleClass().add("lesson-number");
    Button button = new Button();
    button.setGraphic(number);
    number.wrappingWidthProperty().bind(button.fontProperty().map(font -> NUMBER * font.getSize()));
    ObservableValue<String> title =
        messages.language().map(language -> lesson.page(language).title());
    button.textProperty().bind(title);
    button.setId("lesson-" + lesson.id());
    button.getStyleClass().add("lesson-entry");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> model.open(lesson));
    StackPane row = new StackPane(button);
    row.getStyleClass().add("lesson-row");
    ObservableValue<Boolean> isDone = done.marksProperty().map(_ -> done.isDone(lesson));
    ObservableValue<String> spoken = messages.text("lesson.done", title);
    button.accessibleTextProperty().bind(isDone.flatMap(is -> is ? spoken : title));
    // The models live as long as the window, and so does this.
    isDone.subscribe(is -> {
      row.pseudoClassStateChanged(DONE, is);
      row.getChildren().setAll(button);
      if (is) {
        row.getChildren().add(check());
      }
    });
    model
        .openProperty()
        .subscribe(open -> row.pseudoClassStateChanged(OPEN, open.equals(Optional.of(lesson))));
    return row;
  }

  private static Node check() {
    FontIcon check = new FontIcon(MaterialDesignC.CHECK);
    check.getStyleClass().add("lesson-done");
    StackPane cell = new StackPane(check);
    cell.getStyleClass().add("lesson-done-cell");
    cell.setMouseTransparent(true);
    return cell;
  }
}
