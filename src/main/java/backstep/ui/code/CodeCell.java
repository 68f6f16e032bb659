package backstep.ui.code;

import backstep.graph.Node;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// A row on the screen: a heading, a fold, or a line of code with its number, broken where it is
/// too long.
final class CodeCell extends ListCell<Row> {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  /// What the pointer does.
  ///
  /// @param chosen called with a row that was clicked
  /// @param pointed called with the nodes of the row under the pointer; with none when it leaves
  record Actions(Consumer<Row> chosen, Consumer<Set<Node>> pointed) {}

  private final Messages messages;
  private final ObservableValue<Measures> measures;
  private final ToDoubleFunction<Row> height;
  private final Label heading = new Label();
  private final Label number = new Label();
  private final Region icon = new Region();
  private final Label count = new Label();
  private final VBox lines = new VBox();
  private final HBox row = new HBox();
  private List<List<Highlighter.Piece>> drawn = List.of();

  /// @param height how high a row is, in pixels
  /// @param first the place of the topmost row: if that is a heading, it stands over the list
  CodeCell(
      Messages messages,
      ObservableValue<Measures> measures,
      ToDoubleFunction<Row> height,
      ObservableIntegerValue first,
      Actions actions) {
    this.messages = messages;
    this.measures = measures;
    this.height = height;
    getStyleClass().add("code-cell");
    heading.getStyleClass().add("code-heading");
    heading.setWrapText(true);
    heading.visibleProperty().bind(indexProperty().isNotEqualTo(first));
    number.getStyleClass().add("code-number");
    count.getStyleClass().add("code-fold-count");
    icon.getStyleClass().add("code-icon");
    // As wide as the list: a row that is too wide would bring a horizontal bar.
    setPrefWidth(0);
    hoverProperty()
        .subscribe(now ->
            actions.pointed.accept(
                now && getItem() instanceof Row.Line code ? code.line().nodes() : Set.of()));
    setOnMouseClicked(event -> {
      if (getItem() != null && event.getButton() == MouseButton.PRIMARY) {
        actions.chosen.accept(getItem());
      }
    });
    ObservableValue<Boolean> used = Parts.inScene(this);
    measures.when(used).subscribe(_ -> redraw());
    messages.words().when(used).subscribe(_ -> redraw());
  }

  /// Whether the row is the topmost that is seen.
  boolean isAtTop() {
    double top = getLayoutY();
    return isVisible() && !isEmpty() && top <= 0.5 && top + getHeight() > 0.5;
  }

  private void redraw() {
    updateItem(getItem(), isEmpty());
  }

  @Override
  protected void updateItem(Row item, boolean empty) {
    super.updateItem(item, empty);
    boolean blank = empty || item == null;
    for (Row.Mark mark : Row.Mark.values()) {
      pseudoClassStateChanged(
          PseudoClass.getPseudoClass(lower(mark)), !blank && item.mark() == mark);
    }
    pseudoClassStateChanged(POINTED, !blank && item.pointed());
    pseudoClassStateChanged(OPEN, !blank && item instanceof Row.Fold fold && fold.open());
    if (blank) {
      setGraphic(null);
      setAccessibleText(null);
      setPrefHeight(USE_COMPUTED_SIZE);
      return;
    }
    Measures now = measures.getValue();
    setPrefHeight(height.applyAsDouble(item));
    number.setMinWidth(now.number());
    number.setPrefSize(now.number(), now.line());
    row.setSpacing(now.gap());
    switch (item) {
      case Row.Heading title -> {
        heading.setText(messages.now(title.words()));
        setGraphic(heading);
        setAccessibleText(heading.getText());
      }
      case Row.Fold fold -> {
        show(fold, now);
        setAccessibleText(spoken(fold));
      }
      case Row.Line code -> {
        show(code, now);
        setAccessibleText(spoken(code));
      }
    }
  }

  private void show(Row.Fold fold, Measures now) {
    number.setText("");
    number.setAlignment(Pos.CENTER_RIGHT);
    number.setGraphic(icon);
    count.setText(messages.now("code.fold", fold.count()));
    count.setPrefHeight(now.line());
    fill(count);
  }

  private void show(Row.Line code, Measures now) {
    number.setText(String.valueOf(code.number()));
    number.setAlignment(Pos.TOP_RIGHT);
    number.setGraphic(null);
    write(Wrapping.of(code.pieces(), now.columns()));
    for (javafx.scene.Node line : lines.getChildren()) {
      ((HBox) line).setMinHeight(now.line());
      ((HBox) line).setMaxHeight(now.line());
    }
    fill(lines);
  }

  // Most steps move only marks: letters that stand there already need no dressing anew.
  private void write(List<List<Highlighter.Piece>> wrapped) {
    if (!wrapped.equals(drawn)) {
      drawn = wrapped;
      lines.getChildren().setAll(wrapped.stream().map(CodeCell::line).toList());
    }
  }

  private void fill(Region content) {
    if (!row.getChildren().equals(List.of(number, content))) {
      row.getChildren().setAll(number, content);
    }
    setGraphic(row);
  }

  private static HBox line(List<Highlighter.Piece> pieces) {
    HBox line = new HBox();
    line.setAlignment(Pos.CENTER_LEFT);
    for (Highlighter.Piece piece : pieces) {
      Text text = new Text(piece.text());
      text.getStyleClass().setAll("code-text", "code-" + lower(piece.kind()));
      line.getChildren().add(text);
    }
    return line;
  }

  private String spoken(Row.Fold fold) {
    String key =
        switch (fold.mark()) {
          case NONE -> fold.open() ? "code.fold.open" : "code.fold.folded";
          case ECHO -> "code.fold.echo";
          case FORWARD, BACKWARD, UPDATE -> "code.fold.marked";
        };
    return messages.now(
        key, String.valueOf(fold.first()), String.valueOf(fold.first() + fold.count() - 1));
  }

  private String spoken(Row.Line code) {
    String key =
        switch (code.mark()) {
          case NONE -> "code.line";
          case ECHO -> "code.line.echo";
          case FORWARD, BACKWARD, UPDATE -> "code.line.marked";
        };
    return messages.now(key, String.valueOf(code.number()), code.line().text().strip());
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
