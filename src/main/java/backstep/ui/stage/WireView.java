package backstep.ui.stage;

import backstep.tensor.Tensor;
import backstep.ui.stage.DiagramLayout.Point;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// An edge as it is drawn: a curve with a head where the value arrives, and once a share of the
/// gradient went back along it, where that arrived.
///
/// Its width tells how large the share of the gradient is that went back along it.
final class WireView extends Group {
  private static final PseudoClass CARRIED = PseudoClass.getPseudoClass("carried");
  private static final PseudoClass COMPUTED = PseudoClass.getPseudoClass("computed");
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
  private static final double BARE = 1.4;
  private static final double THINNEST = 1.2;
  private static final double THICKEST = 7;
  private static final double HEAD = 6;

  // Gradients of a thousandth and less are all thin, of ten and more all thick: so few decades that
  // a gradient is seen to vanish.
  private static final double SMALLEST_DECADE = -3;
  private static final double LARGEST_DECADE = 1;

  private final Path path = new Path();
  private final MoveTo from = new MoveTo();
  private final LineTo to = new LineTo();
  private final Polygon head = head("wire-head");
  private final Polygon back = head("wire-back");
  private Curve curve;
  private double lineScale = 1;
  private boolean isComputed;
  private boolean isActive;
  private Optional<Tensor> share = Optional.empty();

  WireView(Curve curve) {
    this.curve = curve;
    path.getStyleClass().add("wire");
    path.setStrokeLineCap(StrokeLineCap.BUTT);
    path.setStrokeLineJoin(StrokeLineJoin.ROUND);
    getChildren().addAll(path, head, back);
    lead(curve);
  }

  private static Polygon head(String style) {
    Polygon head = new Polygon();
    head.getStyleClass().add(style);
    return head;
  }

  Curve curve() {
    return curve;
  }

  /// Takes another way.
  void follow(Curve way) {
    if (curve != way) {
      lead(way);
    }
  }

  private void lead(Curve way) {
    curve = way;
    List<Point> points = way.points();
    from.setY(points.getFirst().y());
    to.setY(points.getLast().y());
    path.getElements().setAll(from);
    for (Point point : points.subList(1, points.size() - 1)) {
      path.getElements().add(new LineTo(point.x(), point.y()));
    }
    path.getElements().add(to);
    draw();
  }

  /// How much thicker than usual lines are.
  void scaleLines(double scale) {
    lineScale = scale;
    draw();
  }

  /// Shows what went along here so far.
  ///
  /// @param computed whether the op has its value
  /// @param carried what went back, if anything did
  void show(boolean computed, Optional<Tensor> carried) {
    if (computed == isComputed && carried.equals(share) && !isActive) {
      return;
    }
    isComputed = computed;
    share = carried;
    isActive = false;
    mark(COMPUTED, computed);
    mark(CARRIED, carried.isPresent());
    mark(ACTIVE, false);
    draw();
  }

  /// Marks the edge as one that the step now goes back along.
  void activate() {
    isActive = true;
    mark(ACTIVE, true);
  }

  /// The width that a share deserves is reached bit by bit.
  void swell(Tensor arriving, double part) {
    isActive = true;
    mark(CARRIED, true);
    draw(BARE + (thickness(arriving) - BARE) * part, true);
  }

  private void mark(PseudoClass state, boolean on) {
    path.pseudoClassStateChanged(state, on);
    head.pseudoClassStateChanged(state, on);
    back.pseudoClassStateChanged(state, on);
  }

  private void draw() {
    draw(share.map(WireView::thickness).orElse(BARE), share.isPresent());
  }

  private void draw(double width, boolean isCarried) {
    path.setStrokeWidth(width * lineScale);
    double size = (HEAD + 0.9 * width) * lineScale;
    Point end = curve.points().getLast();
    Point start = curve.points().getFirst();
    place(head, end, -size, size);
    place(back, start, size, size);
    head.setVisible(!isCarried);
    back.setVisible(isCarried);
    // The line ends within its head, or its blunt end would hide the tip.
    from.setX(start.x() + (isCarried ? size / 2 : 0));
    to.setX(end.x() - (isCarried ? 0 : size / 2));
  }

  // Edges leave and arrive level, so a head needs no turning.
  private static void place(Polygon head, Point tip, double length, double height) {
    head.getPoints()
        .setAll(
            tip.x(),
            tip.y(),
            tip.x() + length,
            tip.y() - height / 2,
            tip.x() + length,
            tip.y() + height / 2);
  }

  private static double thickness(Tensor share) {
    double largest = 0;
    for (int i = 0; i < share.size(); i++) {
      largest = Math.max(largest, Math.abs(share.get(i)));
    }
    double decade =
        Math.clamp(Math.log10(Math.max(largest, 1e-12)), SMALLEST_DECADE, LARGEST_DECADE);
    double part = (decade - SMALLEST_DECADE) / (LARGEST_DECADE - SMALLEST_DECADE);
    return THINNEST + part * (THICKEST - THINNEST);
  }
}
