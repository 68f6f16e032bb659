package backstep.ui.classroom;

import backstep.practice.Grade;
import backstep.ui.classroom.ExportModel.Progress;
import backstep.ui.classroom.GradesModel.Batch;
import backstep.ui.classroom.GradesModel.HandIn;
import backstep.ui.classroom.GradesModel.State;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Tip;
import java.util.List;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Which files are judged, how far that is, and what there is to say of it.
final class FolderBar extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Messages messages;
  private final Button again;
  private final Button stop;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label status = new Label();
  private final Label note = new Label();

  /// @param choose asks for a folder
  FolderBar(GradesModel model, Messages messages, Runnable choose) {
    this.messages = messages;
    getStyleClass().add("folder-bar");
    Button folder = Parts.smallButton("grades-folder", messages.text("grades.folder"), choose);
    again = button(model::again, "again");
    stop = button(model::cancel, "stop");
    bar.setId("grades-progress");
    bar.accessibleTextProperty().bind(messages.text("grades.progress"));
    bar.managedProperty().bind(bar.visibleProperty());
    status.setId("grades-status");
    status.getStyleClass().addAll("muted", "grades-status");
    Tip.whole(status);
    HBox.setHgrow(status, Priority.ALWAYS);
    FlowBar row = row(messages, "grades.files", folder, again, stop, bar, status);
    note.setId("grades-note");
    note.getStyleClass().add("grades-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.managedProperty().bind(note.visibleProperty());
    getChildren().setAll(row, note);
    model.stateProperty().subscribe(this::show);
    messages.words().subscribe(_ -> show(model.getState()));
  }

  /// A row of controls that begins with what they are about.
  static FlowBar row(Messages messages, String key, Node... controls) {
    Label name = new Label();
    name.getStyleClass().addAll("setting-name", "grades-row-name");
    name.textProperty().bind(messages.text(key));
    FlowBar row = new FlowBar(name);
    row.getChildren().addAll(controls);
    row.getStyleClass().add("grades-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Button button(Runnable action, String key) {
    Button button = Parts.smallButton("grades-" + key, messages.text("grades." + key), action);
    Tip.explain(button, messages.text("grades." + key + ".tip"));
    return button;
  }

  private void show(State now) {
    Batch batch = now.batch();
    boolean busy = batch.progress().isPresent();
    again.setDisable(busy || batch.paths().isEmpty());
    stop.setDisable(!busy);
    bar.setVisible(busy);
    batch
        .progress()
        .ifPresent(progress ->
            bar.setProgress(
                progress.all() == 0
                    ? ProgressBar.INDETERMINATE_PROGRESS
                    : (double) progress.done() / progress.all()));
    status.setText(status(batch));
    note.setVisible(now.note().isPresent());
    note.setText(
        now.note().map(said -> messages.now(said.key(), said.arguments().toArray())).orElse(""));
    note.pseudoClassStateChanged(WRONG, now.note().filter(ExportModel.Note::failure).isPresent());
  }

  private String status(Batch batch) {
    if (batch.paths().isEmpty()) {
      return "";
    }
    String name = WholeFile.name(batch.paths().getFirst());
    if (batch.progress().isPresent()) {
      Progress progress = batch.progress().get();
      return progress.all() == 0
          ? messages.now("grades.preparing", name)
          : messages.now("grades.working", progress.done(), progress.all());
    }
    OptionalDouble average = average(batch.handIns());
    int count = batch.handIns().size();
    return average.isPresent()
        ? messages.now(
            "grades.done",
            name,
            count,
            average.getAsDouble(),
            batch.handIns().stream().map(HandIn::grade).filter(Grade::judged).count())
        : messages.now("grades.done.none", name, count);
  }

  // Of those that have a score, in per cent.
  private static OptionalDouble average(List<HandIn> all) {
    return all.stream()
        .map(HandIn::grade)
        .filter(Grade::judged)
        .mapToDouble(grade -> 100.0 * grade.points().orElse(0) / grade.gradients().size())
        .average();
  }
}
