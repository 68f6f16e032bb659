package backstep.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A bar that goes on in a further row where one has no room for all that is in it.
///
/// As in an [HBox], children that may grow share the room that their row leaves, and are made
/// smaller, down to their least width, before anything goes to the next row.
public class FlowBar extends HBox {
  private record Row(List<Node> nodes, double least) {}

  public FlowBar(Node... children) {
    super(children);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    double widest = getManagedChildren().stream().mapToDouble(FlowBar::least).max().orElse(0);
    return snappedLeftInset() + widest + snappedRightInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    List<Row> rows = rows(width < 0 ? Double.MAX_VALUE : width - insets());
    double all = rows.stream().mapToDouble(FlowBar::height).sum();
    double gaps = Math.max(0, rows.size() - 1) * getSpacing();
    return snappedTopInset() + all + gaps + snappedBottomInset();
  }

  private double insets() {
    return snappedLeftInset() + snappedRightInset();
  }

  private List<Row> rows(double width) {
    List<Row> rows = new ArrayList<>();
    List<Node> row = new ArrayList<>();
    double used = 0;
    for (Node node : getManagedChildren()) {
      double least = least(node);
      if (!row.isEmpty() && used + getSpacing() + least > width + 0.5) {
        rows.add(new Row(List.copyOf(row), used));
        row.clear();
        used = 0;
      }
      used += least + (row.isEmpty() ? 0 : getSpacing());
      row.add(node);
    }
    if (!row.isEmpty()) {
      rows.add(new Row(List.copyOf(row), used));
    }
    return rows;
  }

  private static double least(Node node) {
    return Math.ceil(grows(node) ? node.minWidth(-1) : node.prefWidth(-1));
  }

  private static boolean grows(Node node) {
    return getHgrow(node) == Priority.ALWAYS;
  }

  private static double height(Row row) {
    return row.nodes.stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - insets();
    double y = snappedTopInset();
    List<Row> rows = rows(width);
    double needed = rows.stream().mapToDouble(FlowBar::height).sum();
    double gaps = Math.max(0, rows.size() - 1) * getSpacing();
    double spare =
        Math.max(0, getHeight() - y - snappedBottomInset() - needed - gaps)
            / Math.max(1, rows.size());
    for (Row row : rows) {
      double height = height(row) + spare;
      place(row, y, width, height);
      y += height + getSpacing();
    }
  }

  private void place(Row row, double y, double width, double height) {
    long growing = row.nodes.stream().filter(FlowBar::grows).count();
    double spare = growing == 0 ? 0 : Math.max(0, width - row.least) / growing;
    double x = snappedLeftInset();
    for (Node node : row.nodes) {
      double own = Math.min(width, least(node) + (grows(node) ? spare : 0));
      layoutInArea(
          node,
          x,
          y,
          own,
          height,
          0,
          Insets.EMPTY,
          isFillHeight(),
          false,
          getAlignment().getHpos(),
          getAlignment().getVpos());
      x += own + getSpacing();
    }
  }
}
