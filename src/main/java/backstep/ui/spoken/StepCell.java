package backstep.ui.spoken;

import backstep.trace.Step.Phase;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import backstep.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A step in the list: its number, its phase, its node and what the node is; under them what comes
/// out of it.
final class StepCell extends ListCell<Integer> {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
  private static final PseudoClass AHEAD = PseudoClass.getPseudoClass("ahead");
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

  /// What is shown.
  private record Shown(StepRow row, Words words) {}

  private final SpokenModel model;
  private final Messages messages;
  private final Label number = label("step-number");
  private final Label phase = label("step-phase");
  private final Label title = label("step-title");
  private final Label part = label("muted");
  private final Label mark = label("step-mark");
  private final Label result = label("step-result");
  private final HBox content;
  private Optional<Shown> shown = Optional.empty();

  StepCell(SpokenModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("step-cell");
    // As wide as the list, whatever is written in it.
    setPrefWidth(0);
    number.setMinWidth(USE_PREF_SIZE);
    phase.setMinWidth(USE_PREF_SIZE);
    title.setMinWidth(0);
    mark.setMinWidth(USE_PREF_SIZE);
    part.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(part, Priority.ALWAYS);
    HBox first = new HBox(phase, title, part, mark);
    first.getStyleClass().add("step-line");
    first.setAlignment(Pos.BASELINE_LEFT);
    part.setMinWidth(0);
    // What has no room in the list; a screen reader has it anyway.
    for (Label label : List.of(title, part, result)) {
      Tip.whole(label);
    }
    VBox lines = new VBox(first, result);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    content = new HBox(number, lines);
    content.getStyleClass().add("step-line");
    content.setAlignment(Pos.TOP_LEFT);
    setOnMouseClicked(event -> {
      if (!isEmpty() && event.getButton() == MouseButton.PRIMARY) {
        model.choose(getItem());
      }
    });
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }

  @Override
  protected void updateItem(Integer position, boolean empty) {
    super.updateItem(position, empty);
    refresh();
  }

  /// Shows what is known now; does nothing where that is what is shown.
  void refresh() {
    Optional<Shown> now =
        isEmpty()
            ? Optional.empty()
            : model.row(getItem()).map(row -> new Shown(row, messages.words().getValue()));
    if (!now.equals(shown)) {
      shown = now;
      setGraphic(now.isPresent() ? content : null);
      now.ifPresent(next -> show(next.row(), next.words()));
    }
  }

  private void show(StepRow row, Words words) {
    StepWords steps = new StepWords(messages);
    number.setText(Integer.toString(row.position()));
    phase.setText(steps.phase(row));
    phase
        .getStyleClass()
        .setAll("label", "step-phase", row.moment().phase().map(StepCell::style).orElse("muted"));
    title.setText(row.title());
    part.setText(steps.part(row));
    mark.setText(
        String.join(
            ", ",
            Stream.of(
                    row.here() ? List.of(words.text("spoken.list.here")) : List.<String>of(),
                    row.stale() ? List.of(words.text("spoken.list.stale")) : List.<String>of())
                .flatMap(List::stream)
                .toList()));
    result.setText(steps.result(row));
    pseudoClassStateChanged(HERE, row.here());
    pseudoClassStateChanged(AHEAD, row.isAhead());
    pseudoClassStateChanged(BROKEN, row.isBroken());
    setAccessibleText(steps.row(row));
  }

  private static String style(Phase phase) {
    return "phase-" + phase.name().toLowerCase(Locale.ROOT);
  }
}
