package backstep.ui.code.edit;

import backstep.python.Completion;
import backstep.python.Completion.Candidate;
import backstep.ui.code.edit.EditorModel.State;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Tip;
import java.util.Comparator;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The program's text to be written in, with what is wrong with it said below.
public final class EditorView extends VBox {
  private final EditorModel model;
  private final Messages messages;
  private final CodeField field = new CodeField();
  private final CodePaper paper = new CodePaper(field);
  private final CompletionList completion;
  private final FindBar find;
  private final Label problem = new Label();
  private final Label leaving = new Label();
  private boolean showing;
  // Whether the text became another one while nobody wrote in it.
  private boolean other;

  /// @param tools stand in the heading, before what goes back and closes
  public EditorView(EditorModel model, Messages messages, Node... tools) {
    this.model = model;
    this.messages = messages;
    completion = new CompletionList(messages, this::accept);
    find = new FindBar(field, messages, paper::show);
    getStyleClass().add("code-editor");
    setId("code-editor");
    field.accessibleTextProperty().bind(messages.text("editor.name"));
    Pane desk =
        new Pane(paper, completion) {
          @Override
          protected void layoutChildren() {
            paper.resizeRelocate(0, 0, getWidth(), getHeight());
            completion.resize(completion.getWidth(), completion.getHeight());
          }

          @Override
          protected double computeMinHeight(double width) {
            return paper.minHeight(width);
          }

          @Override
          protected double computePrefHeight(double width) {
            return paper.prefHeight(width);
          }
        };
    setVgrow(desk, Priority.ALWAYS);
    getChildren().setAll(top(tools), find, desk, leavingNote(), problemNote());
    new EditorKeys(
        field,
        completion,
        new EditorKeys.Actions(
            this::complete,
            () -> completion.selected().ifPresent(this::accept),
            find::open,
            model::undo,
            model::redo,
            this::leaving),
        messages::keyboard);
    field.setContextMenu(EditorMenu.of(field, model, messages));
    field.textProperty().subscribe((_, _) -> written());
    field.composingProperty().subscribe((_, _) -> composed());
    field.caretPositionProperty().subscribe(_ -> follow());
    field.focusedProperty().subscribe(_ -> completion.hide());
    // The model lives as long as the window, and so does this.
    model.stateProperty().subscribe(this::show);
    messages.words().subscribe(_ -> show(model.getState()));
    model
        .openProperty()
        .subscribe(open -> {
          if (open) {
            begin();
          } else {
            find.close(false);
          }
        });
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(visibleProperty());
    visibleProperty().subscribe(_ -> paper.requestLayout());
  }

  // Where the text is as it was left, so is the caret; another one is written in from the step on.
  private void begin() {
    if (other) {
      other = false;
      int line = model.getState().marked().stream().min(Comparator.naturalOrder()).orElse(0);
      int start = paper.start(line);
      field.selectRange(start, start);
    }
    Later.focus(field);
    paper.reveal();
  }

  // --- Parts -------------------------------------------------------------------------------------

  private FlowBar top(Node... tools) {
    Label heading = new Label();
    heading.getStyleClass().add("code-heading");
    heading.textProperty().bind(messages.text("editor.heading"));
    heading.setMinWidth(USE_PREF_SIZE);
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    FlowBar top = new FlowBar(heading);
    top.getChildren().addAll(tools);
    top.getChildren().addAll(reset(), DeskButtons.endEditing(model, messages));
    top.getStyleClass().add("editor-top");
    top.setAlignment(Pos.CENTER_LEFT);
    return top;
  }

  private Button reset() {
    Button reset = Parts.smallButton("editor-reset", messages.text("editor.reset"), model::reset);
    Tip.explain(reset, messages.text("editor.reset.tip"));
    reset.disableProperty().bind(model.stateProperty().map(state -> !state.changed()));
    return reset;
  }

  private Region leavingNote() {
    leaving.setId("editor-leaving");
    leaving.getStyleClass().addAll("muted", "editor-note");
    leaving.textProperty().bind(messages.text("editor.leaving"));
    leaving.setWrapText(true);
    leaving.managedProperty().bind(leaving.visibleProperty());
    Announcer.live(leaving);
    leaving.setMinHeight(USE_PREF_SIZE);
    return leaving;
  }

  private Region problemNote() {
    problem.setId("editor-problem");
    problem.getStyleClass().add("editor-problem");
    problem.setWrapText(true);
    problem.setGraphic(new FontIcon(MaterialDesignA.ALERT));
    problem.setMinHeight(USE_PREF_SIZE);
    problem.managedProperty().bind(problem.visibleProperty());
    Announcer.liveToWriters(problem, problem.textProperty());
    field.accessibleHelpProperty().bind(problem.textProperty());
    return problem;
  }

  // --- Text --------------------------------------------------------------------------------------

  private void show(State now) {
    paper.show(now);
    problem.setVisible(now.problem().isPresent());
    problem.setText(
        now.problem().map(p -> ProblemText.of("editor.problem", p, messages)).orElse(""));
    // What is being composed is not the program's yet.
    if (!field.composingProperty().get() && !showing) {
      showing = true;
      other |= field.change(now.text()) && !model.openProperty().get();
      showing = false;
    }
  }

  private void written() {
    if (!showing && !field.composingProperty().get()) {
      model.write(field.getText());
    }
    follow();
  }

  // The field takes what was composed before or after it says that it is.
  private void composed() {
    if (!field.composingProperty().get()) {
      javafx.application.Platform.runLater(() -> {
        if (!field.composingProperty().get()) {
          model.write(field.getText());
        }
      });
    }
  }

  private void leaving(boolean now) {
    leaving.setVisible(now);
  }

  // --- Completion --------------------------------------------------------------------------------

  private void complete() {
    completion.show(Completion.at(field.getText(), field.getCaretPosition()));
    if (completion.shown().filter(c -> c.candidates().size() == 1).isPresent()) {
      completion.selected().ifPresent(this::accept);
      return;
    }
    placeCompletion();
  }

  private void placeCompletion() {
    completion
        .shown()
        .ifPresent(shown -> {
          Point2D at = paper.place(shown.start());
          completion.place(
              at.getX(),
              at.getY(),
              paper.lineHeight(),
              paper.letter(),
              paper.getWidth(),
              paper.getHeight());
        });
  }

  // The list narrows while the name goes on, and closes where another begins.
  private void follow() {
    completion
        .shown()
        .ifPresent(before -> {
          int caret = Math.min(field.getCaretPosition(), field.getLength());
          Completion now = Completion.at(field.getText(), caret);
          if (now.start() == before.start() && caret >= now.start()) {
            completion.show(now);
            placeCompletion();
          } else {
            completion.hide();
          }
        });
  }

  private void accept(Candidate candidate) {
    completion
        .shown()
        .ifPresent(shown -> {
          completion.hide();
          String text = field.getText();
          var splice = shown.with(candidate, text, field.getCaretPosition());
          int end = splice.start() + splice.text().length();
          int caret =
              splice.text().endsWith("()") && !candidate.signature().equals("()") ? end - 1 : end;
          field.show(new Passage(splice.in(text), caret, caret));
          field.requestFocus();
        });
  }
}
