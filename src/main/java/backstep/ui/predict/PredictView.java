package backstep.ui.predict;

import backstep.lesson.Question.Verdict;
import backstep.practice.Prediction.Form;
import backstep.tensor.Shape;
import backstep.ui.explain.Explanation.Line;
import backstep.ui.kit.Announcer;
import backstep.ui.kit.Choice;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.MathView;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Tip;
import backstep.ui.predict.PredictModel.Outcome;
import backstep.ui.predict.PredictModel.State;
import backstep.ui.predict.Turn.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// Asks what comes next, and says how the answer was.
public final class PredictView extends VBox {
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");

  private final PredictModel model;
  private final Messages messages;
  private final Label score = new Label();
  private final Label question = wrapped("predict-question");
  private final Map<List<Form>, Node> forms = new HashMap<>();
  private final ReadOnlyObjectWrapper<Form> form = new ReadOnlyObjectWrapper<>(Form.FIGURE);
  private final HBox choice = new HBox();
  private final TextField field = new TextField();
  private final HBox typing;
  private final FlowBar picks = new FlowBar();
  private final Label reply = wrapped("predict-reply");
  private final VBox hints = new VBox();
  private final Button hint;
  private final Button reveal;
  private final FlowBar ways;
  private Optional<Asked> shown = Optional.empty();
  private List<Line> hinted = List.of();

  public PredictView(PredictModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("predict");
    setId("predict");
    typing = typing();
    picks.getStyleClass().add("predict-picks");
    hints.getStyleClass().add("explain-equation");
    hint = button("predict-hint", "predict.hint", model::hint);
    reveal = button("predict-reveal", "predict.reveal", model::reveal);
    Tip.explain(reveal, messages.text("predict.reveal.tip", Keymap.REVEAL));
    ways = new FlowBar(hint, reveal);
    ways.getStyleClass().add("predict-ways");
    reply.setAccessibleRole(AccessibleRole.TEXT);
    Announcer.live(question);
    Announcer.live(reply);
    getChildren().setAll(head(), question, choice, typing, picks, reply, hints, ways, lock());
    // The model lives as long as the window, and so does this.
    model.stateProperty().subscribe(this::show);
    messages.words().subscribe(this::show);
  }

  // ---- Parts

  private HBox head() {
    Label title = new Label();
    title.textProperty().bind(messages.text("predict.title"));
    title.getStyleClass().add("predict-title");
    title.setMinWidth(USE_PREF_SIZE);
    score.setId("predict-score");
    score.getStyleClass().add("muted");
    score.setWrapText(true);
    score.setAlignment(Pos.CENTER_RIGHT);
    score.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(score, Priority.ALWAYS);
    HBox head = new HBox(title, score);
    head.getStyleClass().add("predict-head");
    head.setAlignment(Pos.BASELINE_LEFT);
    return head;
  }

  private HBox typing() {
    field.setId("predict-field");
    field.setPrefColumnCount(8);
    // The keyboard comes here as the question comes up.
    field.accessibleTextProperty().bind(question.textProperty());
    field.accessibleHelpProperty().bind(messages.text("question.field"));
    field.promptTextProperty().bind(messages.text("question.field"));
    field.setOnAction(_ -> type());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button check = button("predict-check", "question.check", this::type);
    HBox row = new FlowBar(field, check);
    row.getStyleClass().add("predict-typing");
    return row;
  }

  private void type() {
    answer(() -> model.type(field.getText()));
    if (model.getState().turn().flatMap(Turn::noted).isPresent()) {
      // In the field the teacher's keys would be letters.
      reveal.requestFocus();
    }
  }

  private void answer(Runnable action) {
    Announcer.replying(reply, reply.textProperty(), action);
  }

  private CheckBox lock() {
    CheckBox lock = new CheckBox();
    lock.setId("predict-lock");
    lock.textProperty().bind(messages.text("predict.lock"));
    lock.setWrapText(true);
    Tip.explain(lock, messages.text("predict.lock.tip"));
    model.stateProperty().map(State::locked).subscribe(lock::setSelected);
    lock.setOnAction(_ -> model.lock(lock.isSelected()));
    return lock;
  }

  private Button button(String id, String key, Runnable action) {
    return Parts.smallButton(id, messages.text(key), action);
  }

  private static Label wrapped(String name) {
    Label label = new Label();
    label.setId(name);
    label.getStyleClass().add(name);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static void visible(Node part, boolean visible) {
    part.setVisible(visible);
    part.setManaged(visible);
  }

  // ---- Showing

  private void show() {
    State now = model.getState();
    Optional<Asked> asked = now.turn().map(Turn::asked);
    boolean other = !asked.equals(shown);
    shown = asked;
    visible(score, now.score().asked() > 0);
    score.setText(messages.now("predict.score", now.score().first(), now.score().asked()));
    question.setText(
        asked
            .map(about -> messages.now(about.words(), about.target(), about.from()))
            .orElseGet(() -> messages.now(now.atEnd() ? "predict.over" : "predict.waiting")));
    asked.map(Asked::form).ifPresent(form::set);
    if (other) {
      field.clear();
      reset(asked);
    }
    asked.ifPresent(this::offer);
    visible(choice, asked.filter(about -> about.prediction().forms().size() > 1).isPresent());
    visible(typing, asked.filter(about -> about.form() == Form.FIGURE).isPresent());
    visible(picks, asked.filter(about -> about.form() != Form.FIGURE).isPresent());
    reply(now);
    hints(now.turn());
    visible(ways, asked.isPresent());
    if (other && asked.isPresent()) {
      // Once it is laid out: what is asked for is what the next key is for.
      Platform.runLater(this::focus);
    }
  }

  private void focus() {
    if (typing.isVisible()) {
      field.requestFocus();
    } else if (picks.isVisible() && !picks.getChildren().isEmpty()) {
      picks.getChildren().getFirst().requestFocus();
    }
  }

  private void reset(Optional<Asked> asked) {
    asked.ifPresent(about -> {
      List<Form> offered = about.prediction().forms();
      choice.getChildren().setAll(forms.computeIfAbsent(offered, this::choice));
    });
  }

  private Node choice(List<Form> offered) {
    Choice<Form> made = new Choice<>(messages.text("predict.forms"), this::ask);
    for (Form each : offered) {
      made.with(each, messages.text("predict.form." + key(each)));
      made.segment(each).setId("predict-" + key(each));
    }
    return made.showing(form).node();
  }

  // The choice says so too when it only shows what is asked.
  private void ask(Form chosen) {
    if (chosen != form.get()) {
      model.ask(chosen);
    }
  }

  private static String key(Form form) {
    return switch (form) {
      case FIGURE -> "figure";
      case SIGN -> "sign";
      case SHAPE -> "shape";
    };
  }

  // Buttons that stand there already stay, with the focus of one of them.
  private void offer(Asked asked) {
    List<Button> buttons = new ArrayList<>();
    if (asked.form() == Form.SIGN) {
      for (int sign = -1; sign <= 1; sign++) {
        buttons.add(sign(sign));
      }
    } else if (asked.form() == Form.SHAPE) {
      for (Shape shape : asked.prediction().shapes()) {
        buttons.add(shape(shape, buttons.size() + 1));
      }
    }
    buttons.forEach(button -> button.accessibleHelpProperty().bind(question.textProperty()));
    List<String> there =
        picks.getChildren().stream().map(node -> ((Button) node).getText()).toList();
    if (!there.equals(buttons.stream().map(Button::getText).toList())) {
      picks.getChildren().setAll(buttons);
    }
  }

  private Button sign(int sign) {
    String words =
        messages.now(
            sign < 0 ? "predict.negative" : sign > 0 ? "predict.positive" : "predict.zero");
    return Parts.smallButton(
        sign < 0 ? "predict-negative" : sign > 0 ? "predict-positive" : "predict-zero",
        words,
        () -> answer(() -> model.pick(sign, words)));
  }

  private Button shape(Shape shape, int number) {
    return Parts.smallButton(
        "predict-shape-" + number, shape.toString(), () -> answer(() -> model.pick(shape)));
  }

  // ---- Replies

  private void reply(State now) {
    Optional<String> words =
        now.turn().isPresent()
            ? now.turn().flatMap(Turn::response).map(this::reply)
            : now.outcome().map(this::outcome);
    boolean right = now.turn().isEmpty() && now.outcome().flatMap(Outcome::right).orElse(false);
    visible(reply, words.isPresent());
    reply.setText(words.orElse(""));
    reply.setGraphic(
        new FontIcon(right ? MaterialDesignC.CHECK_BOLD : MaterialDesignI.INFORMATION_OUTLINE));
    reply.pseudoClassStateChanged(RIGHT, right);
  }

  private String reply(Response response) {
    return switch (response) {
      case Response.Typed(Verdict verdict) ->
          messages.now(
              switch (verdict) {
                case RIGHT -> "question.right";
                case NEAR -> "question.near";
                case OTHER_SIGN -> "question.sign";
                case WRONG -> "predict.wrong";
              });
      case Response.Picked(String pick) -> messages.now("predict.not", pick);
      case Response.NoNumber _ -> messages.now("question.noNumber");
      case Response.Noted noted -> messages.now("predict.noted", noted.answer());
      case Response.Locked _ -> messages.now("predict.locked", Keymap.REVEAL);
    };
  }

  private String outcome(Outcome outcome) {
    Asked asked = outcome.asked();
    String answer = answer(asked);
    String key =
        switch (asked.prediction().subject()) {
          case SHARE -> "predict.told.share";
          case SEED -> "predict.told.seed";
          case VALUE, UPDATED -> "predict.told.value";
        };
    String told = messages.now(key, asked.target(), answer, asked.from());
    return outcome
        .right()
        .map(right ->
            outcome
                .noted()
                .map(noted ->
                    messages.now(
                        right ? "predict.noted.right" : "predict.noted.wrong", noted, told))
                .orElseGet(() -> messages.now("predict.right", told)))
        .orElse(told);
  }

  private String answer(Asked asked) {
    return asked.form() == Form.SHAPE
        ? asked.prediction().answer().shape().toString()
        : messages.numbers().shown(asked.prediction().figure());
  }

  private void hints(Optional<Turn> turn) {
    List<Line> lines =
        turn.map(
                now -> {
                  List<Line> all = now.asked().rule().lines();
                  return all.subList(
                      0,
                      now.hints() == now.asked().hints() ? all.size() : Math.min(now.hints(), 1));
                })
            .orElse(List.of());
    hints
        .getChildren()
        .setAll(
            lines.stream()
                .map(line -> {
                  MathView view = new MathView();
                  view.show(line.latex(), line.plain());
                  return view;
                })
                .toList());
    if (!lines.equals(hinted)) {
      hinted = lines;
      Announcer.say(this, String.join(" ", lines.stream().map(Line::plain).toList()));
    }
    visible(hints, !lines.isEmpty());
    visible(hint, turn.filter(now -> now.hints() < now.asked().hints()).isPresent());
  }
}
