package backstep.ui.stage;

import backstep.tensor.Shape;
import backstep.ui.stage.Diagram.Box;

/// How large the parts of a node are. Layout and drawing share these figures, so that the edges
/// meet the nodes they were led to.
final class Metrics {
  static final double PADDING = 6;
  static final double HEADER = 24;
  static final double GAP = 4;
  static final double CELL_GAP = 2;
  static final double CELL_HEIGHT = 24;
  static final double CELL_WIDTH = 51;
  static final double SCALAR_WIDTH = 62;
  static final double BADGE_HEIGHT = 22;

  // The sizes of figures in the style sheet.
  static final double FIGURE = 17;
  static final double LONG_FIGURE = 14;
  static final double LONGEST_FIGURE = 12;
  private static final double SEMI_BOLD = 0.967; // beside bold, in which letters are measured

  // And of what else is written on a node.
  static final double NAME = 17;
  static final double EXPRESSION = 13;
  static final double BADGE = 12.5;

  /// The longest side of a table that is drawn as cells.
  static final int CELLS = 4;

  private static final double MIN_WIDTH = 74;
  private static final double MAX_TITLE = 150;
  private static final double LEGIBLE = 60;
  // The sign that a call opens, and the gap before it.
  private static final double SIGN = 19;
  private static final double HEAT_SIDE = 128;
  private static final double HEAT_CELL = 14;

  private Metrics() {}

  static boolean isHeatMap(Shape shape) {
    return shape.rows() > CELLS || shape.columns() > CELLS;
  }

  static double tableWidth(Shape shape) {
    if (isHeatMap(shape)) {
      return Math.clamp(shape.columns() * HEAT_CELL, HEAT_CELL, HEAT_SIDE);
    }
    return shape.columns() * (cellWidth(shape) + CELL_GAP) - CELL_GAP;
  }

  static double tableHeight(Shape shape) {
    if (isHeatMap(shape)) {
      return Math.clamp(shape.rows() * HEAT_CELL, HEAT_CELL, HEAT_SIDE);
    }
    return shape.rows() * (CELL_HEIGHT + CELL_GAP) - CELL_GAP;
  }

  /// Whether a figure whose [Letters] have that width has room in a cell.
  static boolean fits(double letters, double size, double room) {
    return letters * SEMI_BOLD * size <= room - 1;
  }

  static double cellWidth(Shape shape) {
    return shape.columns() == 1 ? SCALAR_WIDTH : CELL_WIDTH;
  }

  static double badgeWidth(Box box) {
    if (box.badge().isEmpty()) {
      return 0;
    }
    double text = BADGE * Letters.width(box.badge()) + 12;
    return box.closed().isPresent() ? text + SIGN : Math.max(BADGE_HEIGHT + 2, text);
  }

  /// How wide a node's title makes its box.
  ///
  /// @param room how much of an expression counts; the rest gives way to the figures
  private static double titleWidth(Box box, double room) {
    return Math.min(box.named() ? MAX_TITLE : room, fullTitle(box));
  }

  private static double fullTitle(Box box) {
    return titleLetters(box, box.title());
  }

  private static double titleLetters(Box box, String title) {
    return (box.named() ? NAME : EXPRESSION) * Letters.width(title) + 3;
  }

  /// What is seen of a title in so much room: an expression whole, without its blanks, or at least
  /// a part that says something; else nothing.
  static String title(Box box, double room) {
    String dense = box.title().replace(" ", "");
    if (box.named() || fullTitle(box) <= room) {
      return box.title();
    }
    return titleLetters(box, dense) <= room ? dense : room >= LEGIBLE ? box.title() : "";
  }

  /// @param titleRoom how wide an expression may make the box
  static double width(Box box, double titleRoom) {
    double badge = box.badge().isEmpty() ? 0 : badgeWidth(box) + 6;
    double inner = Math.max(tableWidth(box.shape()), titleWidth(box, titleRoom) + badge);
    return Math.max(MIN_WIDTH, Math.ceil(inner + 2 * PADDING));
  }

  static double height(Box box) {
    double table = tableHeight(box.shape());
    double tables = box.gradient() ? 2 * table + GAP : table;
    return Math.ceil(8 + HEADER + 4 + tables + PADDING);
  }
}
