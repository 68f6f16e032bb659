package backstep.ui.code;

import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ListViewSkin;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;

/// A list of rows, each as high as its text needs in the width there is. It never scrolls sideways,
/// and brings the rows of the current step into view.
final class RowList extends Region {
  private static final int LEAST_ROWS = 8;
  private static final int LEAST_DIGITS = 2;

  private final Messages messages;
  private final Ruler ruler = new Ruler();
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ListView<Row> list = new ListView<>(rows);
  private final ObjectProperty<Measures> measures =
      new SimpleObjectProperty<>(this, "measures", Measures.NONE);
  private final ReadOnlyIntegerWrapper first = new ReadOnlyIntegerWrapper(this, "first");
  private final BooleanProperty still = new SimpleBooleanProperty(this, "still");
  // How high all rows are, by their width: a pass over the window asks again and again.
  private final Map<Double, Double> heights = new HashMap<>();
  private Optional<Scrolling> scrolling = Optional.empty();
  private boolean revealing;
  private boolean scrolls;

  RowList(CodeCell.Actions actions, Messages messages) {
    this.messages = messages;
    list.getStyleClass().add("code-list");
    list.setSkin(skin(list));
    list.setCellFactory(_ -> {
      CodeCell cell = new CodeCell(messages, measures, this::height, first, actions);
      cell.layoutYProperty().subscribe(_ -> follow(cell));
      cell.heightProperty().subscribe(_ -> follow(cell));
      cell.indexProperty().subscribe(_ -> follow(cell));
      cell.visibleProperty().subscribe(_ -> follow(cell));
      return cell;
    });
    list.accessibleTextProperty().bind(messages.text("code.name"));
    getChildren().setAll(ruler, list);
    // The ruler reaches over the edge, and what is there must be reached through it.
    setPickOnBounds(false);
    ruler.font().subscribe(this::remeasure);
    messages.words().subscribe(this::remeasure);
  }

  // With bars only from when they are first seen.
  private static Skin<?> skin(ListView<Row> list) {
    return new ListViewSkin<>(list) {
      @Override
      protected VirtualFlow<ListCell<Row>> createVirtualFlow() {
        return new VirtualFlow<>() {
          {
            List<Node> bars = getChildren().stream().filter(ScrollBar.class::isInstance).toList();
            bars.forEach(bar -> bar.setVisible(false));
            getChildren().removeAll(bars);
            Later.add(getChildren(), bars.toArray(Node[]::new));
          }
        };
      }
    };
  }

  // --- Properties --------------------------------------------------------------------------------

  /// The rows as a control, for keys and choice.
  ListView<Row> list() {
    return list;
  }

  /// The place of the topmost row that is seen.
  ReadOnlyIntegerProperty firstProperty() {
    return first.getReadOnlyProperty();
  }

  /// Whether a row comes into view at once, without movement.
  BooleanProperty stillProperty() {
    return still;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Shows these rows; only those that differ change, so that the list keeps its place and what is
  /// chosen in it.
  void show(List<Row> all) {
    boolean alike = isAlike(all);
    int least = Math.min(rows.size(), all.size());
    int same = 0;
    while (same < least && rows.get(same).equals(all.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < least - same
        && rows.get(rows.size() - 1 - tail).equals(all.get(all.size() - 1 - tail))) {
      tail++;
    }
    int before = rows.size() - tail;
    int after = all.size() - tail;
    int both = Math.min(before, after);
    for (int i = same; i < both; i++) {
      if (!rows.get(i).equals(all.get(i))) {
        rows.set(i, all.get(i));
      }
    }
    rows.remove(both, before);
    rows.addAll(both, all.subList(both, after));
    revealing = rows.stream().anyMatch(row -> row.mark().isStep());
    if (alike) {
      requestLayout();
    } else {
      remeasure();
    }
  }

  // Most steps move only marks, which take no room.
  private boolean isAlike(List<Row> all) {
    return rows.size() == all.size()
        && IntStream.range(0, all.size())
            .allMatch(i ->
                switch (all.get(i)) {
                  case Row.Line line ->
                      rows.get(i) instanceof Row.Line old && old.pieces().equals(line.pieces());
                  case Row.Fold _ -> rows.get(i) instanceof Row.Fold;
                  case Row.Heading title -> title.equals(rows.get(i));
                });
  }

  private void remeasure() {
    heights.clear();
    requestLayout();
  }

  // --- Layout ------------------------------------------------------------------------------------

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return measured(0).before();
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = Math.max(0, width);
    return Math.ceil(height(measured(inner), inner));
  }

  @Override
  protected double computeMinHeight(double width) {
    return Math.min(computePrefHeight(width), measured(0).line() * LEAST_ROWS);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    Measures wide = measured(width);
    scrolls = height(wide, width) > getHeight() + 0.5;
    Measures now = scrolls ? measured(width - barWidth()) : wide;
    // No higher than its rows: JavaFX would fill it with empty ones.
    list.resizeRelocate(0, 0, width, Math.min(getHeight(), Math.ceil(height(now, width))));
    measures.set(now);
    if (revealing && getHeight() > 0) {
      revealing = false;
      reveal();
    }
  }

  private Measures measured(double width) {
    int most =
        rows.stream()
            .mapToInt(row -> row instanceof Row.Line line ? line.number() : 1)
            .max()
            .orElse(1);
    return ruler.measure(Math.max(LEAST_DIGITS, String.valueOf(most).length()), width);
  }

  private double height(Measures now, double width) {
    return heights.computeIfAbsent(
        width, _ -> rows.stream().mapToDouble(row -> height(row, now, width)).sum());
  }

  private double height(Row row) {
    return height(row, measures.get(), list.getWidth() - (scrolls ? barWidth() : 0));
  }

  private double height(Row row, Measures now, double width) {
    return row instanceof Row.Heading title
        ? ruler.heading(messages.now(title.words()), width)
        : now.height(row);
  }

  // The vertical bar is as wide as a letter is high, or less.
  private double barWidth() {
    return ruler.font().getValue().getSize();
  }

  // --- Scrolling ---------------------------------------------------------------------------------

  private void reveal() {
    list.layout();
    if (scrolling.isEmpty() && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      scrolling = Optional.of(new Scrolling(flow));
    }
    List<Integer> marked =
        IntStream.range(0, rows.size()).filter(i -> rows.get(i).mark().isStep()).boxed().toList();
    scrolling.ifPresent(to ->
        to.reveal(marked, rows, this::height, row -> !(row instanceof Row.Heading), isStill()));
  }

  // Cells change place one after the other, so each time all of them are asked.
  private void follow(CodeCell cell) {
    if (cell.getParent() == null) {
      return;
    }
    for (Node other : cell.getParent().getChildrenUnmodifiable()) {
      if (other instanceof CodeCell row && row.isAtTop()) {
        first.set(row.getIndex());
      }
    }
  }

  private boolean isStill() {
    return still.get() || !Scrolling.isShown(this) || getScene().getPreferences().isReducedMotion();
  }
}
