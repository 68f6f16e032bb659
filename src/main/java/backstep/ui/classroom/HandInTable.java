package backstep.ui.classroom;

import backstep.ui.classroom.GradesModel.HandIn;
import backstep.ui.kit.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// The files with their scores, and what is to be mended first in each. A column's head sorts by
/// it.
final class HandInTable extends TableView<HandIn> {
  // In em: what a column has at least, and what it has where there is room. The last one takes what
  // is left.
  private record Width(double least, double usual) {}

  private static final Width NAME = new Width(6, 11);
  private static final Width SCORE = new Width(6.8, 7.2);
  private static final Width PLACE = new Width(5, 7);
  private static final Width HINT = new Width(7, 10);
  private static final List<Width> WIDTHS = List.of(NAME, SCORE, PLACE, HINT);
  private static final double BAR = 1.2;

  private final ObservableList<HandIn> handIns = FXCollections.observableArrayList();
  private final FilteredList<HandIn> found = new FilteredList<>(handIns);
  private final ObjectProperty<HandInWords> words;
  private int run;

  /// @param em the height of letters, in pixels
  HandInTable(Messages messages, DoubleExpression em) {
    words =
        new SimpleObjectProperty<>(
            this, "words", new HandInWords(messages.words().getValue(), false));
    setId("grades-table");
    getStyleClass().add("hand-in-table");
    accessibleTextProperty().bind(messages.text("grades.table"));
    // JavaFX's own policies share the room out as the columns were before they had any.
    setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
    TableColumn<HandIn, HandIn> name = column("file", NAME, em, HandInWords::name);
    TableColumn<HandIn, HandIn> score = column("score", SCORE, em, HandInWords::score);
    TableColumn<HandIn, HandIn> place = column("place", PLACE, em, HandInWords::place);
    TableColumn<HandIn, HandIn> hint = column("hint", HINT, em, HandInWords::toMend);
    name.setComparator(Comparator.comparingInt(this::order));
    score.setCellFactory(_ -> new ScoreCell(this::words));
    score.setComparator(
        Comparator.comparingDouble(HandInTable::share).thenComparingInt(this::order));
    place.setComparator(
        Comparator.<HandIn>comparingInt(
                one -> one.grade().firstSpot().flatMap(spot -> spot.cell()).orElse(0))
            .thenComparingInt(one -> one.grade().firstSpot().map(spot -> spot.line()).orElse(0))
            .thenComparingInt(this::order));
    hint.setComparator(
        Comparator.<HandIn, String>comparing(one -> words().toMend(one))
            .thenComparingInt(this::order));
    for (TableColumn<HandIn, HandIn> column : List.of(name, score, place, hint)) {
      column.textProperty().bind(messages.text("grades.column." + column.getId()));
    }
    getColumns().setAll(List.of(name, score, place, hint));
    SortedList<HandIn> sorted = new SortedList<>(found);
    // It sorts anew where what is seen changes.
    sorted
        .comparatorProperty()
        .bind(Bindings.createObjectBinding(this::sorting, comparatorProperty(), words));
    setSortPolicy(_ -> true);
    setItems(sorted);
    Label none = new Label();
    none.textProperty().bind(messages.text("grades.noMatch"));
    setPlaceholder(none);
    setRowFactory(_ -> new Row());
  }

  private HandInWords words() {
    return words.get();
  }

  private Comparator<HandIn> sorting() {
    Comparator<HandIn> chosen = getComparator();
    return (a, b) -> chosen == null ? Integer.compare(order(a), order(b)) : chosen.compare(a, b);
  }

  // The order of names is theirs; where they are hidden it must not tell who is who.
  private int order(HandIn one) {
    return words().anonymous() ? one.number() : one.index();
  }

  private static double share(HandIn one) {
    return one.grade().points().isPresent()
        ? (double) one.grade().points().getAsInt() / one.grade().gradients().size()
        : -1;
  }

  /// Which of them is chosen, if any.
  ReadOnlyObjectProperty<HandIn> chosenProperty() {
    return getSelectionModel().selectedItemProperty();
  }

  /// Shows hand-ins. Of the same time those that are there already stay as they are.
  ///
  /// @param listed which of them are listed
  void show(int newRun, List<HandIn> all, HandInWords newWords, Predicate<HandIn> listed) {
    boolean grows =
        newRun == run
            && handIns.size() <= all.size()
            && handIns.equals(all.subList(0, handIns.size()));
    boolean other = !newWords.equals(words());
    run = newRun;
    words.set(newWords);
    if (grows) {
      handIns.addAll(all.subList(handIns.size(), all.size()));
    } else {
      handIns.setAll(all);
    }
    Optional<HandIn> chosen = Optional.ofNullable(getSelectionModel().getSelectedItem());
    found.setPredicate(listed);
    if (other) {
      refresh();
    }
    if (chosen.filter(found::contains).isPresent()) {
      getSelectionModel().select(chosen.get());
    } else if (getItems().isEmpty()) {
      getSelectionModel().clearSelection();
    } else {
      getSelectionModel().clearAndSelect(0);
    }
  }

  /// Sorts by a column, or the other way where it is sorted by that one.
  void sortBy(TableColumn<HandIn, ?> column) {
    boolean again = getSortOrder().equals(List.of(column));
    column.setSortType(
        again && column.getSortType() == SortType.ASCENDING
            ? SortType.DESCENDING
            : SortType.ASCENDING);
    getSortOrder().setAll(List.of(column));
  }

  private double pixels(Width width, double em) {
    double room = getWidth() / em - BAR;
    double least = WIDTHS.stream().mapToDouble(Width::least).sum();
    double usual = WIDTHS.stream().mapToDouble(Width::usual).sum();
    double part = Math.clamp((room - least) / (usual - least), 0, 1);
    double own = width.least + part * (width.usual - width.least);
    double spare = width.equals(HINT) ? Math.max(0, room - usual) : 0;
    return Math.floor((own + spare) * em);
  }

  private TableColumn<HandIn, HandIn> column(
      String id, Width width, DoubleExpression em, BiFunction<HandInWords, HandIn, String> say) {
    TableColumn<HandIn, HandIn> column = new TableColumn<>();
    column.setId(id);
    column
        .prefWidthProperty()
        .bind(Bindings.createDoubleBinding(() -> pixels(width, em.get()), widthProperty(), em));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new WordCell(say));
    return column;
  }

  /// A cell with words, whole in its tooltip where they are cut.
  private final class WordCell extends TableCell<HandIn, HandIn> {
    private final BiFunction<HandInWords, HandIn, String> say;
    private final Tooltip whole = new Tooltip();

    WordCell(BiFunction<HandInWords, HandIn, String> say) {
      this.say = say;
      getStyleClass().add("hand-in-words");
      whole.textProperty().bind(textProperty());
    }

    @Override
    protected void updateItem(HandIn item, boolean empty) {
      super.updateItem(item, empty);
      boolean blank = empty || item == null;
      setText(blank ? null : say.apply(words(), item));
      setTooltip(blank ? null : whole);
    }
  }

  /// Says all of its hand-in, for who does not see it.
  private final class Row extends TableRow<HandIn> {
    @Override
    protected void updateItem(HandIn item, boolean empty) {
      super.updateItem(item, empty);
      setAccessibleText(
          empty || item == null
              ? null
              : String.join(
                  ". ",
                  words().name(item),
                  words().score(item),
                  words().place(item),
                  words().toMend(item)));
    }
  }
}
