package backstep.ui.classroom;

import backstep.ui.classroom.GradesModel.HandIn;
import backstep.ui.code.Highlighter;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.ScrollColumn;
import backstep.ui.kit.Tip;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// One hand-in: how its gradients came out, and its program with what is said about its lines.
final class HandInView extends VBox {
  private static final PseudoClass PARTS = PseudoClass.getPseudoClass("parts");

  private final Messages messages;
  private final Label name = new Label();
  private final Label score = new Label();
  private final Label verdicts = new Label();
  private final Button open;
  private final VBox rows = new VBox();
  private final StringProperty spoken = new SimpleStringProperty(this, "spoken", "");
  private final ScrollColumn column;
  private Optional<HandIn> shown = Optional.empty();
  private List<HandInRow> drawn = List.of();
  private boolean revealing;

  /// @param onOpened called with what is to be opened in the sandbox
  HandInView(Messages messages, Consumer<HandIn> onOpened) {
    this.messages = messages;
    getStyleClass().add("hand-in");
    name.setId("grades-name");
    name.getStyleClass().add("hand-in-name");
    name.setWrapText(true);
    score.getStyleClass().add("hand-in-score");
    verdicts.setId("grades-verdicts");
    for (Label label : List.of(name, score, verdicts)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    open =
        Parts.smallButton(
            "grades-open", messages.text("grades.open"), () -> shown.ifPresent(onOpened));
    Tip.explain(open, messages.text("grades.open.tip"));
    VBox title = new VBox(name, score);
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head = new HBox(title, open);
    head.getStyleClass().add("hand-in-head");
    rows.getStyleClass().add("hand-in-rows");
    column = new ScrollColumn(spoken, rows);
    column.setId("grades-program");
    column.getStyleClass().add("hand-in-program");
    VBox.setVgrow(column, Priority.ALWAYS);
    getChildren().setAll(head, verdicts, column);
  }

  /// Shows a hand-in, or that none is chosen.
  void show(Optional<HandIn> one, HandInWords words) {
    boolean same = one.equals(shown);
    shown = one;
    open.setDisable(one.filter(handIn -> !handIn.marked().file().texts().isEmpty()).isEmpty());
    name.setText(one.map(words::name).orElseGet(() -> messages.now("grades.none")));
    score.setText(one.map(words::score).orElse(""));
    verdicts.setText(one.map(words::verdicts).orElse(""));
    for (Label label : List.of(score, verdicts)) {
      label.setVisible(!label.getText().isEmpty());
      label.setManaged(label.isVisible());
    }
    List<HandInRow> now = one.map(handIn -> HandInRow.of(handIn, words)).orElse(List.of());
    if (!now.equals(drawn)) {
      drawn = now;
      rows.getChildren().setAll(now.stream().map(this::node).toList());
    }
    spoken.set(one.map(handIn -> spoken(handIn, words)).orElse(messages.now("grades.none")));
    if (!same) {
      revealing = true;
      requestLayout();
    }
  }

  // What is said about lines: a screen reader has no other way to where it is.
  private String spoken(HandIn one, HandInWords words) {
    String said =
        one.grade().lines().stream()
            .map(line ->
                messages.now(
                    "grades.verdict",
                    words.say().of(line.spot()),
                    line.text() + ". " + words.say().of(line.finding())))
            .collect(Collectors.joining(" "));
    return messages.now(
        "grades.program.spoken", words.name(one), said.isEmpty() ? words.toMend(one) : said);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (revealing && column.getHeight() > 0) {
      revealing = false;
      column.layout();
      reveal();
    }
  }

  // Brings the first line that parts into view, with a few above it.
  private void reveal() {
    double over = rows.getHeight() - column.getViewportBounds().getHeight();
    double at =
        rows.getChildren().stream()
            .filter(row -> row.getPseudoClassStates().contains(PARTS))
            .findFirst()
            .map(row -> row.getBoundsInParent().getMinY() - 4 * row.getBoundsInParent().getHeight())
            .orElse(0.0);
    column.setVvalue(over <= 0 ? 0 : Math.clamp(at / over, 0, 1));
  }

  private Node node(HandInRow row) {
    return switch (row) {
      case HandInRow.Cell(int number) -> words("hand-in-cell", "grades.cell", number);
      case HandInRow.Gap(int count) -> words("hand-in-gap", "grades.left.out", count);
      case HandInRow.Code code -> code(code);
      case HandInRow.Hint(String text) -> {
        Label hint = new Label(text, new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
        hint.getStyleClass().add("hand-in-hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.setMaxWidth(Double.MAX_VALUE);
        yield hint;
      }
    };
  }

  private Label words(String style, String key, Object argument) {
    Label label = new Label(messages.now(key, argument));
    label.getStyleClass().add(style);
    return label;
  }

  private static HBox code(HandInRow.Code code) {
    Label number = new Label(String.valueOf(code.number()));
    number.getStyleClass().add("hand-in-number");
    number.setMinWidth(USE_PREF_SIZE);
    TextFlow text = new TextFlow();
    for (Highlighter.Piece piece : code.pieces()) {
      Text part = new Text(piece.text());
      part.getStyleClass()
          .setAll("code-text", "code-" + piece.kind().name().toLowerCase(Locale.ROOT));
      text.getChildren().add(part);
    }
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(number, text);
    line.getStyleClass().add("hand-in-line");
    line.pseudoClassStateChanged(PARTS, code.parts());
    return line;
  }
}
