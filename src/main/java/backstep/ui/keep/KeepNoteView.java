package backstep.ui.keep;

import backstep.keep.SessionFile;
import backstep.ui.keep.KeepModel.Note;
import backstep.ui.keep.KeepModel.Question;
import backstep.ui.keep.KeepModel.State;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Messages;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is said about a file, until it is dismissed or something else is said; and what is asked,
/// with its answers.
public final class KeepNoteView extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final KeepModel model;
  private final Messages messages;
  private final Runnable onClosed;
  private final Label text = new Label();
  private final Button agree = new Button();
  private final Button refuse = new Button();

  /// @param save what saves the work that is asked about in a file of its own
  /// @param onClosed called when the focus needs another place
  public KeepNoteView(KeepModel model, Messages messages, Runnable save, Runnable onClosed) {
    this.model = model;
    this.messages = messages;
    this.onClosed = onClosed;
    setId("keep-note");
    getStyleClass().add("keep-note");
    setAccessibleRole(AccessibleRole.TEXT);
    text.setId("keep-note-text");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    Button other = new Button();
    other.textProperty().bind(messages.text("keep.saveElsewhere"));
    other.setOnAction(_ -> save.run());
    agree.setOnAction(_ -> close(model::agree));
    refuse.setOnAction(_ -> close(model::dismiss));
    button(other, "keep-elsewhere");
    button(agree, "keep-agree");
    button(refuse, "keep-dismiss");
    // Under the sentence, so that large letters leave it its room.
    FlowBar answers = new FlowBar(other, agree);
    answers.getStyleClass().add("keep-answers");
    answers.visibleProperty().bind(model.stateProperty().map(now -> now.question().isPresent()));
    answers.managedProperty().bind(answers.visibleProperty());
    VBox said = new VBox(text, answers);
    said.getStyleClass().add("keep-said");
    HBox.setHgrow(said, Priority.ALWAYS);
    getChildren().setAll(said, refuse);
    setMinHeight(USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    // Who is asked is on the answer, and hears the question with it.
    refuse.accessibleHelpProperty().bind(text.textProperty());
    Announcer.live(this, text.textProperty());
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    model.stateProperty().subscribe(this::show);
    messages.words().subscribe(_ -> show(model.getState()));
  }

  private static void button(Button button, String id) {
    button.setId(id);
    button.getStyleClass().add("small-button");
    button.setMinWidth(USE_PREF_SIZE);
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close(model::dismiss);
      event.consume();
    }
  }

  private void close(Runnable action) {
    action.run();
    if (!isVisible()) {
      onClosed.run();
    }
  }

  private void show(State now) {
    Optional<Question> question = now.question();
    String said = question.map(this::words).or(() -> now.note().map(this::words)).orElse("");
    boolean asks = question.isPresent() && !said.equals(text.getText());
    text.setText(said);
    agree.setText(
        messages.now(
            question.filter(Question.Replace.class::isInstance).isPresent()
                ? "keep.replace.agree"
                : "keep.overwrite.agree"));
    refuse.setText(messages.now(question.isPresent() ? "keep.cancel" : "keep.dismiss"));
    pseudoClassStateChanged(
        WRONG, question.isPresent() || now.note().filter(Note::failure).isPresent());
    setAccessibleText(said);
    setVisible(!said.isEmpty());
    if (asks) {
      // The answer that changes nothing.
      refuse.requestFocus();
    }
  }

  private String words(Question question) {
    return messages.now(
        switch (question) {
          case Question.Replace _ -> "keep.replace";
          case Question.Overwrite _ -> "keep.overwrite";
          case Question.Existing _ -> "keep.existing";
        },
        SessionFile.name(question.about()));
  }

  private String words(Note note) {
    return messages.now(note.key(), note.arguments().toArray());
  }
}
