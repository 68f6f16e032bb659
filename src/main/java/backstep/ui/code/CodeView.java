package backstep.ui.code;

import backstep.graph.Node;
import backstep.trace.Step;
import backstep.ui.code.CodeModel.Code;
import backstep.ui.code.CodeModel.Kind;
import backstep.ui.code.CodeModel.Section;
import backstep.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// The listings with line numbers and simple colours, to be read and pointed at.
public final class CodeView extends VBox {
  private static final int MIN_ROWS = 4;
  private static final int MAX_ROWS = 26;
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final PseudoClass ECHO = PseudoClass.getPseudoClass("echo");
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  /// A row: a heading, or a line of code.
  private sealed interface Row {
    record Heading(Kind kind) implements Row {}

    /// @param number from 1
    record Line(
        Kind kind,
        int number,
        CodeLine line,
        List<Highlighter.Piece> pieces,
        boolean marked,
        boolean pointed,
        Optional<Step.Phase> phase)
        implements Row {}
  }

  private final CodeModel model;
  private final Messages messages;
  private final ObservableValue<Code> code;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ListView<Row> list = new ListView<>(rows);

  /// @param messages the words, which the headings follow when the language changes
  public CodeView(CodeModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.code = model.codeProperty();
    getStyleClass().add("code-view");
    getStylesheets().add(String.valueOf(CodeView.class.getResource("/css/code.css")));
    list.getStyleClass().add("code-list");
    list.setCellFactory(_ -> new Cell());
    list.accessibleTextProperty().bind(messages.text("code.name"));
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> height(Math.min(rows.size(), MAX_ROWS)), rows, list.fixedCellSizeProperty()));
    list.minHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> height(Math.min(rows.size(), MIN_ROWS)), rows, list.fixedCellSizeProperty()));
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER
          && list.getSelectionModel().getSelectedItem() instanceof Row.Line row) {
        model.chosen(row.kind, row.line);
        event.consume();
      }
    });
    setVgrow(list, Priority.ALWAYS);
    getChildren().setAll(list);
    code.subscribe(this::show);
  }

  // Room for the bar of a horizontal scroll as well.
  private double height(int count) {
    double cell = list.getFixedCellSize();
    return count == 0 ? 0 : (count + 1) * (cell > 0 ? cell : 22);
  }

  private void show(Code now) {
    List<Row> all = new ArrayList<>();
    for (Section section : now.sections()) {
      all.add(new Row.Heading(section.kind()));
      List<List<Highlighter.Piece>> pieces =
          Highlighter.of(section.lines().stream().map(CodeLine::text).toList());
      for (int i = 0; i < section.lines().size(); i++) {
        all.add(
            new Row.Line(
                section.kind(),
                i + 1,
                section.lines().get(i),
                pieces.get(i),
                section.marked().contains(i),
                section.pointed().contains(i),
                now.phase()));
      }
    }
    replace(all);
    reveal();
  }

  // Only what differs, so that the list keeps its place.
  private void replace(List<Row> all) {
    if (rows.size() != all.size()) {
      rows.setAll(all);
      return;
    }
    for (int i = 0; i < all.size(); i++) {
      if (!rows.get(i).equals(all.get(i))) {
        rows.set(i, all.get(i));
      }
    }
  }

  // The marked line, if it is out of sight.
  private void reveal() {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof Row.Line line && line.marked && isOf(line)) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
            && flow.getFirstVisibleCell() != null
            && flow.getLastVisibleCell() != null) {
          int first = flow.getFirstVisibleCell().getIndex();
          int last = flow.getLastVisibleCell().getIndex();
          if (i <= first || i >= last) {
            list.scrollTo(Math.max(0, i - (last - first) / 2));
          }
        } else {
          list.scrollTo(Math.max(0, i - MAX_ROWS / 2));
        }
        return;
      }
    }
  }

  private static boolean isOf(Row.Line line) {
    boolean backward = line.phase.filter(Step.Phase.BACKWARD::equals).isPresent();
    return (line.kind == Kind.BACKWARD) == backward;
  }

  private final class Cell extends ListCell<Row> {
    private final Label heading = new Label();
    private final Label number = new Label();
    private final HBox pieces = new HBox();
    private final HBox line = new HBox(number, pieces);

    Cell() {
      getStyleClass().add("code-cell");
      heading.getStyleClass().add("code-heading");
      number.getStyleClass().add("code-number");
      number.setMinWidth(Region.USE_PREF_SIZE);
      pieces.getStyleClass().add("code-pieces");
      line.getStyleClass().add("code-line");
      line.setAlignment(Pos.CENTER_LEFT);
      hoverProperty().subscribe(this::hovered);
      setOnMouseClicked(_ -> {
        if (getItem() instanceof Row.Line row) {
          model.chosen(row.kind, row.line);
        }
      });
    }

    private void hovered(boolean now) {
      Set<Node> nodes = now && getItem() instanceof Row.Line row ? row.line.nodes() : Set.of();
      model.pointed(nodes);
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      Row.Line code = !empty && row instanceof Row.Line code0 ? code0 : null;
      for (Step.Phase phase : Step.Phase.values()) {
        boolean on = code != null && code.marked && code.phase.filter(phase::equals).isPresent();
        pseudoClassStateChanged(PseudoClass.getPseudoClass(lower(phase)), on);
      }
      pseudoClassStateChanged(ECHO, code != null && code.marked && !isOf(code));
      pseudoClassStateChanged(MARKED, code != null && code.marked);
      pseudoClassStateChanged(POINTED, code != null && code.pointed);
      heading.textProperty().unbind();
      if (empty || row == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      switch (row) {
        case Row.Heading title -> {
          heading.textProperty().bind(messages.text("code." + lower(title.kind)));
          setGraphic(heading);
          setAccessibleText(messages.now("code." + lower(title.kind)));
        }
        case Row.Line next -> {
          number.setText(String.valueOf(next.number));
          pieces.getChildren().setAll(next.pieces.stream().map(Cell::text).toList());
          setGraphic(line);
          setAccessibleText(
              messages.now(
                  next.marked ? "code.line.marked" : "code.line",
                  String.valueOf(next.number),
                  next.line.text().strip()));
        }
      }
    }

    private static Text text(Highlighter.Piece piece) {
      Text text = new Text(piece.text());
      text.getStyleClass().setAll("code-text", "code-" + lower(piece.kind()));
      return text;
    }

    private static String lower(Enum<?> name) {
      return name.name().toLowerCase(Locale.ROOT);
    }
  }
}
