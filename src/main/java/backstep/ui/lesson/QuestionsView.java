package backstep.ui.lesson;

import backstep.lesson.Lesson;
import backstep.lesson.Prose;
import backstep.lesson.Question;
import backstep.lesson.Question.Pick;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.lesson.QuestionsModel.Response;
import backstep.ui.lesson.QuestionsModel.State;
import backstep.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// The open lesson's questions: one at a time, with a reply to each answer.
public final class QuestionsView extends VBox {
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");

  private final QuestionsModel model;
  private final LessonModel lessons;
  private final Messages messages;
  private final ToggleButton heading = new ToggleButton();
  private final VBox body = new VBox();
  private final ProseView text = new ProseView();
  private final VBox answers = new VBox();
  private final TextField field = new TextField();
  private final HBox typing;
  private final Button look;
  private final VBox reply = new VBox();
  private final FlowBar ways = new FlowBar();
  private Optional<Question> shown = Optional.empty();
  private Optional<Seen> seen = Optional.empty();

  /// All that is shown: most steps change nothing of it.
  ///
  /// @param prose with the figures of the step; of a folded question none
  private record Seen(
      State state, int answered, Optional<Lesson> next, Words words, List<Prose> prose) {}

  public QuestionsView(QuestionsModel model, LessonModel lessons, Messages messages) {
    this.model = model;
    this.lessons = lessons;
    this.messages = messages;
    getStyleClass().add("questions");
    setId("questions");
    heading.setId("questions-heading");
    heading.getStyleClass().add("questions-heading");
    heading.setMaxWidth(Double.MAX_VALUE);
    heading.setWrapText(true);
    heading.setMinHeight(USE_PREF_SIZE);
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.setOnAction(_ -> model.unfold(heading.isSelected()));
    answers.getStyleClass().add("question-answers");
    typing = typing();
    look = button("question-look", "question.look", () -> answer(model::look));
    reply.getStyleClass().add("question-reply");
    reply.setAccessibleRole(AccessibleRole.TEXT);
    Announcer.live(text, text.accessibleTextProperty());
    Announcer.live(reply, reply.accessibleTextProperty());
    ways.getStyleClass().add("question-ways");
    body.getStyleClass().add("question-body");
    body.getChildren().setAll(text, answers, typing, look, reply, ways);
    visible(body, false);
    Later.add(getChildren(), heading, body);
    // The models live as long as the window, and so does this.
    model.stateProperty().subscribe(this::show);
    lessons.hereProperty().subscribe(this::show);
    messages.words().subscribe(this::show);
  }

  private HBox typing() {
    field.setId("question-field");
    field.setPrefColumnCount(8);
    field.accessibleTextProperty().bind(messages.text("question.field"));
    field.accessibleHelpProperty().bind(text.accessibleTextProperty());
    field.promptTextProperty().bind(messages.text("question.field"));
    field.setOnAction(_ -> type());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button check = button("question-check", "question.check", this::type);
    Button tell = button("question-tell", "question.tell", model::tell);
    HBox row = new FlowBar(field, check, tell);
    row.getStyleClass().add("question-typing");
    return row;
  }

  private Button button(String id, String key, Runnable action) {
    return Parts.smallButton(id, messages.text(key), action);
  }

  // Another try takes its place.
  private void type() {
    answer(() -> model.type(field.getText()));
    field.selectAll();
  }

  private void answer(Runnable action) {
    Announcer.replying(reply, reply.accessibleTextProperty(), action);
  }

  // ---- Showing

  private void show() {
    State now = model.getState();
    Optional<Question> question = now.question(messages.language().getValue());
    Seen next =
        new Seen(
            now,
            model.answered(),
            model.next(),
            messages.words().getValue(),
            question
                .filter(_ -> now.unfolded())
                .map(q -> prose(q, now.response()))
                .orElse(List.of()));
    if (seen.equals(Optional.of(next))) {
      return;
    }
    seen = Optional.of(next);
    visible(this, question.isPresent());
    if (question.isPresent()) {
      head(now);
      visible(body, now.unfolded());
      if (now.unfolded()) {
        ask(question.get(), now);
      }
    }
  }

  private List<Prose> prose(Question question, Optional<Response> response) {
    List<Prose> prose = new ArrayList<>();
    prose.add(question.text());
    if (question instanceof Question.Picked picked) {
      picked.picks().forEach(pick -> prose.add(pick.text()));
    }
    response.ifPresent(given -> prose.addAll(said(question, given)));
    return prose.stream().map(this::figures).toList();
  }

  private void head(State now) {
    heading.setSelected(now.unfolded());
    heading.setGraphic(
        new FontIcon(
            now.unfolded() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT));
    heading.setText(
        now.unfolded()
            ? messages.now("question.heading", now.index() + 1, now.count())
            : messages.now("question.folded", now.count(), model.answered()));
  }

  private void ask(Question question, State now) {
    text.show(List.of(figures(question.text())));
    if (!shown.equals(Optional.of(question))) {
      field.clear();
      answers.getChildren().clear();
    }
    shown = Optional.of(question);
    switch (question) {
      case Question.Picked picked -> answers(picked, now.response());
      case Question.Typed _, Question.Mended _ -> answers.getChildren().clear();
    }
    visible(answers, question instanceof Question.Picked);
    visible(typing, question instanceof Question.Typed);
    visible(look, question instanceof Question.Mended);
    reply(question, now.response());
    ways(now);
  }

  private Prose figures(Prose prose) {
    return Figures.in(prose, lessons.hereProperty().get(), messages.numbers());
  }

  private static void visible(Node part, boolean visible) {
    part.setVisible(visible);
    part.setManaged(visible);
  }

  private void answers(Question.Picked question, Optional<Response> response) {
    List<Pick> picks = question.picks();
    for (int i = 0; i < picks.size(); i++) {
      if (i == answers.getChildren().size()) {
        answers.getChildren().add(answer(i));
      }
      boolean picked = response.equals(Optional.of(new Response.Picked(i, picks.get(i).right())));
      Button button = (Button) answers.getChildren().get(i);
      String words = figures(picks.get(i).text()).plain();
      button.setText(words);
      Ikon mark =
          !picked
              ? MaterialDesignC.CIRCLE_OUTLINE
              : picks.get(i).right()
                  ? MaterialDesignC.CHECK_CIRCLE
                  : MaterialDesignC.CIRCLE_SLICE_8;
      button.setGraphic(new FontIcon(mark));
      button.setAccessibleText(picked ? messages.now("question.picked", words) : words);
      button.pseudoClassStateChanged(PICKED, picked);
      button.pseudoClassStateChanged(RIGHT, picked && picks.get(i).right());
    }
  }

  private Button answer(int index) {
    Button button = new Button();
    button.setId("question-answer-" + (index + 1));
    // Answers are code too, where an underscore is one.
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("small-button", "question-answer");
    button.setAlignment(Pos.CENTER_LEFT);
    button.setWrapText(true);
    button.setMinHeight(USE_PREF_SIZE);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> answer(() -> model.pick(index)));
    return button;
  }

  // ---- Replies

  private void reply(Question question, Optional<Response> response) {
    visible(reply, response.isPresent());
    response.ifPresent(now -> {
      Label verdict = new Label(verdict(now));
      verdict.setGraphic(
          new FontIcon(
              now.isRight() ? MaterialDesignC.CHECK_BOLD : MaterialDesignI.INFORMATION_OUTLINE));
      verdict.setWrapText(true);
      verdict.setMinHeight(USE_PREF_SIZE);
      verdict.setId("question-verdict");
      verdict.getStyleClass().add("question-verdict");
      verdict.pseudoClassStateChanged(RIGHT, now.isRight());
      ProseView words = new ProseView();
      words.show(said(question, now).stream().map(this::figures).toList());
      reply.getChildren().setAll(verdict, words);
      reply.setAccessibleText(verdict.getText() + " " + words.getAccessibleText());
    });
  }

  private String verdict(Response response) {
    return switch (response) {
      case Response.Picked picked ->
          messages.now(picked.right() ? "question.right" : "question.again");
      case Response.Typed typed ->
          messages.now(
              switch (typed.verdict()) {
                case RIGHT -> "question.right";
                case NEAR -> "question.near";
                case OTHER_SIGN -> "question.sign";
                case WRONG -> "question.wrong";
              });
      case Response.Looked looked ->
          looked
              .amiss()
              .map(parameter -> messages.now("question.amiss", parameter))
              .orElseGet(() -> messages.now("question.mended"));
      case Response.OtherForm(String variant) -> messages.now("question.otherForm", name(variant));
      case Response.NoNumber _ -> messages.now("question.noNumber");
      case Response.NoUpdate _ -> messages.now("question.noUpdate");
      case Response.NoFigure _ -> messages.now("question.noFigure");
      case Response.Told told ->
          messages.now("question.told", messages.numbers().shown(told.exact()));
    };
  }

  private String name(String variant) {
    return model
        .getState()
        .lesson()
        .map(lesson -> lesson.variant(variant).name(messages.language().getValue()))
        .orElse(variant);
  }

  private static List<Prose> said(Question question, Response response) {
    return switch (question) {
      case Question.Picked picked ->
          response instanceof Response.Picked(int index, _)
              ? List.of(picked.picks().get(index).reply())
              : List.of();
      case Question.Mended mended -> response.isRight() ? List.of(mended.reply()) : List.of();
      case Question.Typed typed ->
          response.isRight() || response instanceof Response.Told
              ? List.of(typed.reply())
              : List.of();
    };
  }

  // ---- Onwards

  private void ways(State now) {
    List<Node> buttons = new ArrayList<>();
    if (now.index() + 1 < now.count()) {
      buttons.add(button("question-next", "question.next", () -> model.go(1)));
    }
    // Behind, so that the way on stays where it was pressed.
    if (now.index() > 0) {
      buttons.add(button("question-previous", "question.previous", () -> model.go(-1)));
    }
    model
        .next()
        .ifPresent(lesson -> {
          Button next = button("next-lesson", "question.next", model::openNext);
          next.textProperty()
              .bind(
                  messages.text(
                      "lesson.next",
                      lesson.order(),
                      lesson.page(messages.language().getValue()).title()));
          next.setGraphic(new FontIcon(MaterialDesignA.ARROW_RIGHT));
          next.getStyleClass().add("next-lesson");
          next.setWrapText(true);
          next.setMinWidth(0);
          buttons.add(next);
        });
    ways.getChildren().setAll(buttons);
    visible(ways, !buttons.isEmpty());
  }
}
