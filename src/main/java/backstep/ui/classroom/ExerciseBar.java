package backstep.ui.classroom;

import backstep.lesson.Lesson;
import backstep.practice.Assignment;
import backstep.python.Problem;
import backstep.ui.classroom.GradesModel.Asked;
import backstep.ui.classroom.GradesModel.Exercise;
import backstep.ui.classroom.GradesModel.Origin;
import backstep.ui.classroom.GradesModel.State;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Tip;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// What the class was asked: the program, its loss, and the variables whose gradients are wanted.
final class ExerciseBar extends VBox {
  private final GradesModel model;
  private final Messages messages;
  private final Label exercise = new Label();
  private final TextField loss = new TextField();
  private final FlowBar wanted;
  private final Label problem = new Label();
  private List<String> offered = List.of();
  private List<CheckBox> boxes = List.of();

  ExerciseBar(GradesModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("exercise-bar");
    exercise.setId("grades-exercise");
    exercise.getStyleClass().add("exercise-name");
    exercise.setWrapText(true);
    loss.setId("grades-loss");
    loss.setPrefColumnCount(7);
    loss.accessibleTextProperty().bind(messages.text("grades.loss"));
    loss.setOnAction(_ -> model.setLoss(loss.getText()));
    loss.focusedProperty()
        .subscribe((_, focused) -> {
          if (!focused) {
            model.setLoss(loss.getText());
          }
        });
    wanted = FolderBar.row(messages, "grades.wanted");
    wanted.setId("grades-wanted");
    wanted.getStyleClass().add("exercise-wanted");
    problem.setId("grades-problem");
    problem.getStyleClass().add("grades-wrong");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.managedProperty().bind(problem.visibleProperty());
    FlowBar given =
        FolderBar.row(
            messages,
            "grades.exercise",
            exercise,
            take(Origin.LESSON),
            take(Origin.EDITOR),
            lossName(),
            loss);
    getChildren().setAll(given, wanted, problem);
    messages.words().subscribe(_ -> show(model.getState()));
    model.stateProperty().subscribe(this::show);
  }

  private Label lossName() {
    Label name = new Label();
    name.getStyleClass().addAll("setting-name", "exercise-loss");
    name.textProperty().bind(messages.text("grades.loss"));
    name.setLabelFor(loss);
    return name;
  }

  private Button take(Origin origin) {
    String key = "grades.take." + origin.name().toLowerCase(Locale.ROOT);
    Button button =
        Parts.smallButton(
            "grades-take-" + origin.name().toLowerCase(Locale.ROOT),
            messages.text(key),
            () -> model.take(origin));
    Tip.explain(button, messages.text(key + ".tip"));
    return button;
  }

  private void show(State now) {
    Asked asked = now.asked();
    exercise.setText(
        asked.exercise().map(this::name).orElseGet(() -> messages.now("grades.exercise.none")));
    Optional<Assignment> assignment = asked.assignment();
    if (!loss.isFocused()) {
      loss.setText(asked.loss().or(() -> assignment.map(Assignment::loss)).orElse(""));
    }
    loss.setDisable(asked.exercise().isEmpty());
    loss.setPromptText(messages.now("grades.loss.prompt"));
    List<String> candidates = assignment.map(Assignment::candidates).orElse(List.of());
    if (!candidates.equals(offered)) {
      offered = candidates;
      boxes = offered.stream().map(this::box).toList();
      wanted.getChildren().remove(1, wanted.getChildren().size());
      wanted.getChildren().addAll(boxes);
    }
    List<String> chosen = assignment.map(Assignment::wanted).orElse(List.of());
    for (int i = 0; i < offered.size(); i++) {
      boxes.get(i).setSelected(chosen.contains(offered.get(i)));
    }
    problem.setVisible(asked.problem().isPresent());
    problem.setText(asked.problem().map(this::said).orElse(""));
  }

  private String name(Exercise taken) {
    Lesson lesson = taken.lesson();
    String title = lesson.page(messages.language().getValue()).title();
    return messages.now(
        "grades.exercise." + taken.origin().name().toLowerCase(Locale.ROOT),
        lesson.view() == Lesson.View.SANDBOX
            ? title
            : messages.now("lesson.heading", lesson.order(), title));
  }

  private String said(Problem found) {
    return messages.now(
        "grades.problem",
        found.span().line(),
        messages.now(found.key(), found.arguments().toArray()));
  }

  private CheckBox box(String variable) {
    CheckBox box = new CheckBox(variable);
    box.setId("grades-wanted-" + variable);
    box.setMnemonicParsing(false);
    box.accessibleTextProperty().bind(messages.text("grades.wanted.spoken", variable));
    box.setOnAction(_ -> {
      model.want(variable, box.isSelected());
      // Where it cannot be, it is not.
      show(model.getState());
    });
    return box;
  }
}
