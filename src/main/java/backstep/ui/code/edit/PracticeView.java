package backstep.ui.code.edit;

import backstep.practice.Exercise;
import backstep.practice.Feedback;
import backstep.practice.Finding;
import backstep.ui.code.edit.PracticeModel.State;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Tip;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// The program up to its loss, a field for the backward pass, and what there is to say of each of
/// its lines.
public final class PracticeView extends VBox {
  // What is said of these has a figure in it.
  private static final Set<Finding.Kind> FIGURED =
      EnumSet.of(Finding.Kind.FACTOR, Finding.Kind.NOT_YET);
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");

  private final PracticeModel model;
  private final Messages messages;
  private final CodeField given = new CodeField();
  private final CodeField field = new CodeField();
  private final CodePaper sheet = new CodePaper(given);
  private final CodePaper paper = new CodePaper(field);
  private final VBox findings = new VBox();
  private final Button tell;
  private List<String> said = List.of();
  private boolean showing;

  public PracticeView(PracticeModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().addAll("code-editor", "practice");
    setId("practice");
    given.setId("practice-given");
    given.setEditable(false);
    given.accessibleTextProperty().bind(messages.text("practice.given"));
    field.setId("practice-field");
    field.accessibleTextProperty().bind(messages.text("practice.field"));
    findings.getStyleClass().add("practice-findings");
    sheet.getStyleClass().add("practice-given");
    tell = button("practice-tell", "practice.tell", model::tell);
    getChildren()
        .setAll(
            top(),
            wrapped("practice.how"),
            sheet,
            heading("practice.yours"),
            paper,
            ways(),
            findings);
    field.textProperty().subscribe((_, _) -> written());
    field
        .composingProperty()
        .subscribe((_, composing) -> {
          if (!composing) {
            // The field takes what was composed before or after it says that it is.
            Platform.runLater(this::written);
          }
        });
    // The model lives as long as the window, and so does this.
    model.stateProperty().subscribe(this::show);
    messages.words().subscribe(this::show);
    model.withheldProperty().subscribe(this::show);
    model
        .openProperty()
        .subscribe(open -> {
          if (open) {
            Later.focus(field);
            // The loss is at the end; where that is shows once the text is laid out.
            Platform.runLater(() -> given.setScrollTop(Double.MAX_VALUE));
          }
        });
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(visibleProperty());
    visibleProperty()
        .subscribe(_ -> {
          paper.requestLayout();
          sheet.requestLayout();
        });
  }

  // --- Parts -------------------------------------------------------------------------------------

  private FlowBar top() {
    Label heading = heading("practice.heading");
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    FlowBar top = new FlowBar(heading, DeskButtons.endPractice(model, messages));
    top.getStyleClass().add("editor-top");
    top.setAlignment(Pos.CENTER_LEFT);
    return top;
  }

  private FlowBar ways() {
    FlowBar ways =
        new FlowBar(tell, button("practice-restart", "practice.restart", model::restart));
    ways.getStyleClass().add("editor-top");
    return ways;
  }

  private Label heading(String key) {
    Label heading = new Label();
    heading.getStyleClass().add("code-heading");
    heading.textProperty().bind(messages.text(key));
    heading.setMinHeight(USE_PREF_SIZE);
    heading.setWrapText(true);
    return heading;
  }

  private Label wrapped(String key) {
    Label label = new Label();
    label.getStyleClass().add("muted");
    label.textProperty().bind(messages.text(key));
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private Button button(String id, String key, Runnable action) {
    Button button = Parts.smallButton(id, messages.text(key), action);
    Tip.explain(button, messages.text(key + ".tip"));
    return button;
  }

  // --- Showing -----------------------------------------------------------------------------------

  private void written() {
    if (!showing && !field.composingProperty().get()) {
      model.write(field.getText());
    }
  }

  private void show() {
    State now = model.getState();
    if (!now.open()) {
      return;
    }
    if (!field.composingProperty().get() && !showing) {
      showing = true;
      given.change(now.exercise().map(Exercise::forward).orElse("").stripTrailing());
      field.change(now.text());
      showing = false;
    }
    tell.setDisable(now.isDone());
    now.feedback().ifPresent(this::judge);
    paper.show(
        new EditorModel.State(
            now.text(),
            now.feedback().flatMap(Feedback::problem),
            false,
            Set.of(),
            Optional.empty()));
  }

  private void judge(Feedback feedback) {
    List<Label> rows = new ArrayList<>();
    for (Feedback.Line line : feedback.lines()) {
      boolean right = line.finding().isRight();
      rows.add(
          row(
              messages.now("practice.line", line.line(), words(line.finding())),
              right ? MaterialDesignC.CHECK_BOLD : MaterialDesignA.ALERT_CIRCLE_OUTLINE,
              right));
    }
    feedback
        .problem()
        .ifPresent(problem ->
            rows.add(
                row(
                    ProblemText.of("editor.problem", problem, messages),
                    MaterialDesignA.ALERT,
                    false)));
    rows.add(
        feedback.isDone()
            ? row(done(), MaterialDesignC.CHECK_CIRCLE, true)
            : row(missing(feedback), MaterialDesignI.INFORMATION_OUTLINE, false));
    findings.getChildren().setAll(rows);
    say(rows.stream().map(Label::getText).toList());
  }

  // What was said of a line before is not said again.
  private void say(List<String> words) {
    List<String> news = words.stream().filter(one -> !said.contains(one)).toList();
    said = words;
    field.setAccessibleHelp(String.join(" ", words));
    Announcer.sayPolitely(this, String.join(" ", news));
  }

  private String words(Finding finding) {
    String key = "practice." + finding.kind().name();
    boolean withheld = model.withheldProperty().get() && FIGURED.contains(finding.kind());
    String words = messages.now(withheld ? key + ".withheld" : key, finding.arguments().toArray());
    return finding.hidden() ? messages.now("practice.hidden", words) : words;
  }

  private String done() {
    int told = model.getState().told();
    return told == 0 ? messages.now("practice.done") : messages.now("practice.done.told", told);
  }

  private String missing(Feedback feedback) {
    return feedback.missing().isEmpty()
        ? messages.now("practice.mend")
        : messages.now("practice.missing", String.join(", ", feedback.missing()));
  }

  private static Label row(String words, Ikon icon, boolean right) {
    Label row = new Label(words);
    row.getStyleClass().add("practice-finding");
    row.setGraphic(new FontIcon(icon));
    row.setWrapText(true);
    row.setMinHeight(USE_PREF_SIZE);
    row.setAccessibleRole(AccessibleRole.TEXT);
    row.pseudoClassStateChanged(RIGHT, right);
    return row;
  }
}
