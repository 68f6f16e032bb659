package backstep.ui.lesson;

import backstep.lesson.PrintedTable;
import backstep.ui.kit.Clip;
import backstep.ui.kit.KeyTaker;
import backstep.ui.kit.Messages;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The figures that the program printed, with every digit; the newest are in sight.
///
/// `Ctrl C` copies the rows that are chosen, or all of them, as comma-separated values.
final class PrintedTableView extends TableView<List<String>> implements KeyTaker {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final int SHOWN_ROWS = 6;
  // The head is a little higher than a row, and there is a border.
  private static final double HEAD = 1.25;
  private static final double ROW = 1.75;
  // In the size of the type: a digit, a letter of a heading, what is beside a figure.
  private static final double DIGIT = 0.5;
  private static final double LETTER = 0.62;
  private static final double WIDE_LETTER = 1;
  private static final double BESIDE = 0.7;

  private final Messages messages;
  private PrintedTable table = new PrintedTable(List.of(), List.of(), List.of());

  private boolean newestIsMissed;

  PrintedTableView(Messages messages) {
    this.messages = messages;
    setId("printed-table");
    getStyleClass().add("printed-table");
    accessibleTextProperty().bind(messages.text("output.heading"));
    accessibleHelpProperty().bind(messages.text("output.table.help"));
    // All digits have room; where the table is narrower than that, it is scrolled sideways.
    setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
    widthProperty().subscribe(_ -> fit());
    fixedCellSizeProperty().subscribe(_ -> fit());
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setMinHeight(USE_PREF_SIZE);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            copy();
            event.consume();
          }
        });
    MenuItem copy = new MenuItem();
    copy.textProperty().bind(messages.text("chart.copy.table"));
    copy.setAccelerator(COPY);
    copy.setOnAction(_ -> copy());
    setContextMenu(new ContextMenu(copy));
  }

  void show(PrintedTable now) {
    if (!now.columns().equals(table.columns())) {
      getColumns()
          .setAll(
              IntStream.range(0, now.columns().size())
                  .mapToObj(index -> column(now.columns().get(index), index))
                  .toList());
    }
    int before = getItems().size();
    boolean grew = before > 0 && startsWith(now.rows(), getItems());
    table = now;
    if (grew) {
      getItems().addAll(now.rows().subList(before, now.rows().size()));
    } else {
      getItems().setAll(now.rows());
    }
    fit();
    if (getItems().size() != before) {
      newestIsMissed = !getItems().isEmpty();
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (newestIsMissed && lookup(".virtual-flow") instanceof Parent rows) {
      newestIsMissed = false;
      // Before it is scrolled it must know how high it has become.
      rows.layout();
      scrollTo(getItems().size() - 1);
    }
  }

  // Each column is as wide as its longest figure; what is left over is shared, and what is lacking
  // is scrolled to.
  private void fit() {
    double em = getFixedCellSize() / ROW;
    double room = getWidth() - em;
    List<Double> needed =
        IntStream.range(0, getColumns().size()).mapToObj(index -> em * needed(index)).toList();
    double spare = room - needed.stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < needed.size(); i++) {
      double share = Math.max(0, spare) / needed.size();
      getColumns().get(i).setPrefWidth(Math.floor(needed.get(i) + share));
    }
    int rows = Math.clamp(getItems().size(), 1, SHOWN_ROWS);
    setPrefHeight(getFixedCellSize() * (HEAD + rows) + (spare < 0 ? em : 0));
  }

  private double needed(int index) {
    int digits = table.rows().stream().mapToInt(row -> row.get(index).length()).max().orElse(0);
    double heading =
        table
            .columns()
            .get(index)
            .chars()
            .mapToDouble(letter -> letter < 0x1100 ? LETTER : WIDE_LETTER)
            .sum();
    return Math.max(DIGIT * digits, heading) + BESIDE;
  }

  // What is chosen stays so while rows are added.
  private static boolean startsWith(List<List<String>> rows, List<List<String>> first) {
    return rows.size() >= first.size() && rows.subList(0, first.size()).equals(first);
  }

  @Override
  public boolean takes(KeyEvent event) {
    KeyCode code = event.getCode();
    return COPY.match(event)
        || code == KeyCode.UP
        || code == KeyCode.DOWN
        || code == KeyCode.HOME
        || code == KeyCode.END;
  }

  private void copy() {
    List<List<String>> chosen = getSelectionModel().getSelectedItems();
    Clip.put(this, table.csv(chosen.isEmpty() ? table.rows() : chosen), messages);
  }

  private static TableColumn<List<String>, String> column(String name, int index) {
    TableColumn<List<String>, String> column = new TableColumn<>(name);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(
        cell -> new ReadOnlyStringWrapper(cell.getValue().get(index)).getReadOnlyProperty());
    column.setCellFactory(_ -> new Figure());
    return column;
  }

  /// A figure as it was printed; where it has no room, pointing at it shows the rest.
  private static final class Figure extends TableCell<List<String>, String> {
    @Override
    protected void updateItem(String figure, boolean empty) {
      super.updateItem(figure, empty);
      setText(empty ? "" : figure);
      setTooltip(empty ? null : new Tooltip(figure));
    }
  }
}
