package backstep.ui.lesson;

import backstep.lesson.PrintedTable;
import backstep.ui.kit.KeyTaker;
import backstep.ui.kit.Messages;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
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
  // Shares of the width.
  private static final double COUNTER = 44;
  private static final double FIGURE = 130;

  private PrintedTable table = new PrintedTable(List.of(), List.of(), List.of());

  PrintedTableView(Messages messages) {
    setId("printed-table");
    getStyleClass().add("printed-table");
    accessibleTextProperty().bind(messages.text("output.heading"));
    accessibleHelpProperty().bind(messages.text("output.table.help"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    getFixedCellSize() * (HEAD + Math.clamp(getItems().size(), 1, SHOWN_ROWS)),
                fixedCellSizeProperty(),
                getItems()));
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
    if (getItems().size() != before && !getItems().isEmpty()) {
      scrollTo(getItems().size() - 1);
    }
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
    ClipboardContent content = new ClipboardContent();
    content.putString(table.csv(chosen.isEmpty() ? table.rows() : chosen));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static TableColumn<List<String>, String> column(String name, int index) {
    TableColumn<List<String>, String> column = new TableColumn<>(name);
    column.setSortable(false);
    column.setReorderable(false);
    // The first counts, and leaves the room to what has all its digits.
    column.setPrefWidth(index == 0 ? COUNTER : FIGURE);
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
