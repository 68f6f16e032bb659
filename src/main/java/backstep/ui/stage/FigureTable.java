package backstep.ui.stage;

import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import backstep.ui.kit.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
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
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
  private static final Color HOT = Color.web("#2f7fd6");
  private static final Color COLD = Color.web("#d9652b");

  private final Shape shape;
  private final DoubleFunction<String> format;
  private final List<Label> cells = new ArrayList<>();
  private final ImageView heat = new ImageView();
  private final Tooltip exact = new Tooltip();
  private Optional<Tensor> shown = Optional.empty();

  /// @param kind the style class of its cells: `value` or `gradient`
  FigureTable(Shape shape, String kind, DoubleFunction<String> format) {
    this.shape = shape;
    this.format = format;
    getStyleClass().addAll("figure-table", kind + "-table");
    exact.setShowDelay(Duration.millis(250));
    exact.getStyleClass().add("figure-tip");
    Tooltip.install(this, exact);
    if (Metrics.isHeatMap(shape)) {
      getStyleClass().add("heat-map");
      heat.setSmooth(false);
      heat.setFitWidth(Metrics.tableWidth(shape) - 2);
      heat.setFitHeight(Metrics.tableHeight(shape) - 2);
      getChildren().add(heat);
    } else {
      for (int i = 0; i < shape.size(); i++) {
        Label cell = new Label();
        cell.getStyleClass().addAll("cell", kind);
        cell.setAlignment(Pos.CENTER);
        cells.add(cell);
      }
      getChildren().addAll(cells);
    }
    show(Optional.empty());
    setOnMouseMoved(event -> pointAt(event.getX(), event.getY()));
  }

  /// Shows the figures, or that there are none yet.
  void show(Optional<Tensor> tensor) {
    shown = tensor;
    pseudoClassStateChanged(PENDING, tensor.isEmpty());
    int longest = 0;
    for (int i = 0; i < cells.size(); i++) {
      Label cell = cells.get(i);
      Optional<Double> figure = entry(tensor, i);
      cell.setText(figure.map(format::apply).orElse(""));
      mark(cell, figure);
      longest = Math.max(longest, cell.getText().length());
    }
    // Of one size within a table, as large as its longest figure allows.
    pseudoClassStateChanged(LONG, longest > (shape.columns() == 1 ? 6 : 5));
    pseudoClassStateChanged(LONGEST, longest > 7);
    if (cells.isEmpty()) {
      heat.setImage(tensor.map(FigureTable::heatMap).orElse(null));
    }
  }

  /// What is written under the pointer.
  void explain(String text) {
    exact.setText(text);
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
      int row = Math.clamp((int) (y / getHeight() * shape.rows()), 0, shape.rows() - 1);
      int column = Math.clamp((int) (x / getWidth() * shape.columns()), 0, shape.columns() - 1);
      String place = shape.rank() == 2 ? "[" + row + ", " + column + "]" : "[" + column + "]";
      exact.setText(place + "  " + Numbers.exact(shown.get().get(row, column)));
    }
  }

  private static WritableImage heatMap(Tensor tensor) {
    int rows = tensor.shape().rows();
    int columns = tensor.shape().columns();
    double largest = 0;
    for (int i = 0; i < tensor.size(); i++) {
      double size = Math.abs(tensor.get(i));
      largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
    }
    WritableImage image = new WritableImage(columns, rows);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double value = tensor.get(row, column);
        double strength = largest == 0 ? 0 : Math.min(1, Math.abs(value) / largest);
        Color color = value < 0 ? COLD : HOT;
        image
            .getPixelWriter()
            .setColor(column, row, color.deriveColor(0, 1, 1, 0.08 + 0.92 * strength));
      }
    }
    return image;
  }

  @Override
  protected void layoutChildren() {
    double width = Metrics.cellWidth(shape);
    for (int i = 0; i < cells.size(); i++) {
      cells
          .get(i)
          .resizeRelocate(
              i % shape.columns() * (width + Metrics.CELL_GAP),
              i / shape.columns() * (Metrics.CELL_HEIGHT + Metrics.CELL_GAP),
              width,
              Metrics.CELL_HEIGHT);
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
