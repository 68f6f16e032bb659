package backstep.ui.stage;

import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import backstep.ui.kit.Tip;
import backstep.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// A value or a gradient: a number, a small table of tinted cells, or of a larger array a heat map.
///
/// What is not computed yet is a dashed empty cell.
final class FigureTable extends Region {
  private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
  private static final PseudoClass POSITIVE = PseudoClass.getPseudoClass("positive");
  private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
  private static final PseudoClass LONGEST = PseudoClass.getPseudoClass("longest");
  private static final PseudoClass TINY = PseudoClass.getPseudoClass("tiny");
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
  private static final int POSITIVE_TINT = 0x2f7fd6;
  private static final int NEGATIVE_TINT = 0xd9652b;
  private static final int BROKEN_TINT = 0xffb00020;
  private static final int HEAT_PIXELS = 256;

  private final Shape shape;
  private final Writing writing;
  private final List<Label> cells = new ArrayList<>();
  private final ImageView heat = new ImageView();
  private final StringProperty exact = new SimpleStringProperty(this, "exact", "");
  private Optional<Tensor> shown = Optional.empty();
  private Numbers numbers = Numbers.USUAL;
  private Supplier<String> explanation = () -> "";
  private boolean drawn;
  private boolean hidden;

  /// How a figure stands in a cell: with a sign, or without one before positive figures.
  interface Writing {
    String of(Numbers numbers, double figure);
  }

  /// @param kind the style class of its cells: `value` or `gradient`
  FigureTable(Shape shape, String kind, Writing writing) {
    this.shape = shape;
    this.writing = writing;
    getStyleClass().addAll("figure-table", kind + "-table");
    Tip.show(this, exact, FigureTable::dress);
    if (Metrics.isHeatMap(shape)) {
      getStyleClass().add("heat-map");
      heat.setSmooth(false);
      heat.setFitWidth(Metrics.tableWidth(shape) - 2);
      heat.setFitHeight(Metrics.tableHeight(shape) - 2);
      getChildren().add(heat);
    } else {
      for (int i = 0; i < shape.size(); i++) {
        Label cell = new Label();
        cell.getStyleClass().addAll("figure-cell", kind);
        cell.setAlignment(Pos.CENTER);
        cells.add(cell);
      }
      getChildren().addAll(cells);
    }
    show(Optional.empty(), numbers);
    setOnMouseEntered(_ -> exact.set(explanation.get()));
    setOnMouseMoved(event -> pointAt(event.getX(), event.getY()));
  }

  private static void dress(Tooltip tip) {
    tip.setShowDelay(Duration.millis(250));
    tip.getStyleClass().add("figure-tip");
  }

  /// Shows the figures, or that there are none yet.
  ///
  /// @param how they are written, as far as there is room
  void show(Optional<Tensor> tensor, Numbers how) {
    if (drawn && !hidden && tensor.equals(shown) && how.equals(numbers)) {
      return;
    }
    numbers = how;
    drawn = true;
    hidden = false;
    pseudoClassStateChanged(HIDDEN, false);
    cells.forEach(cell -> cell.pseudoClassStateChanged(HIDDEN, false));
    shown = tensor;
    pseudoClassStateChanged(PENDING, tensor.isEmpty());
    double longest = 0;
    for (int i = 0; i < cells.size(); i++) {
      Label cell = cells.get(i);
      Optional<Double> figure = entry(tensor, i);
      cell.setText(figure.map(this::written).orElse(""));
      mark(cell, figure);
      longest = Math.max(longest, Letters.width(cell.getText()));
    }
    // Of one size within a table, as large as its longest figure allows.
    double room = Metrics.cellWidth(shape);
    pseudoClassStateChanged(LONG, !Metrics.fits(longest, Metrics.FIGURE, room));
    pseudoClassStateChanged(LONGEST, !Metrics.fits(longest, Metrics.LONG_FIGURE, room));
    pseudoClassStateChanged(TINY, !Metrics.fits(longest, Metrics.LONGEST_FIGURE, room));
    if (cells.isEmpty()) {
      heat.setImage(tensor.map(FigureTable::heatMap).orElse(null));
    }
    if (isHover()) {
      exact.set(explanation.get());
    }
  }

  // What is longer than its cell is written as short as usual: half a figure would be a wrong one.
  private String written(double figure) {
    String wanted = writing.of(numbers, figure);
    boolean fits =
        Metrics.fits(Letters.width(wanted), Metrics.LONGEST_FIGURE, Metrics.cellWidth(shape));
    return fits ? wanted : writing.of(Numbers.USUAL, figure);
  }

  /// Shows that there are figures, and not which.
  ///
  /// @param sign what stands in each cell
  void hide(String sign) {
    show(Optional.empty(), numbers);
    hidden = true;
    pseudoClassStateChanged(PENDING, false);
    pseudoClassStateChanged(HIDDEN, true);
    for (Label cell : cells) {
      cell.setText(sign);
      cell.pseudoClassStateChanged(PENDING, false);
      cell.pseudoClassStateChanged(HIDDEN, true);
    }
  }

  /// Whether the figures are no longer what the program computes.
  void markStale(boolean isStale) {
    pseudoClassStateChanged(STALE, isStale);
    cells.forEach(cell -> cell.pseudoClassStateChanged(STALE, isStale));
  }

  /// Whether the figures are to be seen as ones that can be taken hold of.
  void markEditable() {
    setCursor(Cursor.H_RESIZE);
  }

  /// The entry at a point of the table, by its row-major position; none outside of it.
  Optional<Integer> entryAt(Point2D point) {
    if (!getLayoutBounds().contains(point)) {
      return Optional.empty();
    }
    int row = part(point.getY() / getHeight(), shape.rows());
    int column = part(point.getX() / getWidth(), shape.columns());
    return Optional.of(row * shape.columns() + column);
  }

  private static int part(double share, int count) {
    return Math.clamp((int) (share * count), 0, count - 1);
  }

  /// Where an entry is drawn.
  Bounds bounds(int entry) {
    double width = getWidth() / shape.columns();
    double height = getHeight() / shape.rows();
    int row = entry / shape.columns();
    int column = entry % shape.columns();
    return new BoundingBox(column * width, row * height, width, height);
  }

  /// What is written under the pointer; of a large array it is long, so it is asked for only then.
  void explain(Supplier<String> text) {
    explanation = text;
  }

  private static Optional<Double> entry(Optional<Tensor> tensor, int i) {
    return tensor.map(t -> t.get(i));
  }

  private static void mark(Label cell, Optional<Double> figure) {
    double value = figure.orElse(0.0);
    cell.pseudoClassStateChanged(PENDING, figure.isEmpty());
    cell.pseudoClassStateChanged(BROKEN, !Double.isFinite(value));
    cell.pseudoClassStateChanged(POSITIVE, value > 0);
    cell.pseudoClassStateChanged(NEGATIVE, value < 0);
  }

  private void pointAt(double x, double y) {
    if (cells.isEmpty() && shown.isPresent()) {
      entryAt(new Point2D(x, y))
          .ifPresent(
              entry -> exact.set(place(entry) + "  " + Numbers.exact(shown.get().get(entry))));
    }
  }

  /// How an entry is written after its array's name: `[0, 1]`; a number has nothing.
  String place(int entry) {
    return switch (shape.rank()) {
      case 0 -> "";
      case 1 -> "[" + entry + "]";
      default -> "[" + entry / shape.columns() + ", " + entry % shape.columns() + "]";
    };
  }

  private static WritableImage heatMap(Tensor tensor) {
    int rows = tensor.shape().rows();
    int columns = tensor.shape().columns();
    double largest = 0;
    for (int i = 0; i < tensor.size(); i++) {
      double size = Math.abs(tensor.get(i));
      largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
    }
    // Enlarged here, because the screen would blur the borders of the entries.
    int side = Math.max(1, HEAT_PIXELS / Math.max(rows, columns));
    WritableImage image = new WritableImage(columns * side, rows * side);
    int[] row = new int[columns * side];
    for (int y = 0; y < rows * side; y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = tint(tensor.get(y / side, x / side), largest);
      }
      image
          .getPixelWriter()
          .setPixels(0, y, row.length, 1, PixelFormat.getIntArgbInstance(), row, 0, row.length);
    }
    return image;
  }

  private static int tint(double value, double largest) {
    if (!Double.isFinite(value)) {
      return BROKEN_TINT;
    }
    double strength = largest == 0 ? 0 : Math.abs(value) / largest;
    int alpha = (int) Math.round(255 * (0.08 + 0.92 * strength));
    return alpha << 24 | (value < 0 ? NEGATIVE_TINT : POSITIVE_TINT);
  }

  @Override
  protected void layoutChildren() {
    double width = Metrics.cellWidth(shape);
    for (int i = 0; i < cells.size(); i++) {
      int row = i / shape.columns();
      int column = i % shape.columns();
      double x = column * (width + Metrics.CELL_GAP);
      double y = row * (Metrics.CELL_HEIGHT + Metrics.CELL_GAP);
      cells.get(i).resizeRelocate(x, y, width, Metrics.CELL_HEIGHT);
    }
    heat.relocate(1, 1);
  }

  @Override
  protected double computePrefWidth(double height) {
    return Metrics.tableWidth(shape);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Metrics.tableHeight(shape);
  }
}
