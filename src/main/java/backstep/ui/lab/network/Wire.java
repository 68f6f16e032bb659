package backstep.ui.lab.network;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.StrokeLineCap;

/// A weight, as an edge: the wider the larger, blue where it is above 0, orange and dashed below.
final class Wire {
  private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");
  private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
  // In em.
  private static final double THIN = 0.06;
  private static final double WIDER = 0.1; // with each unit of the weight
  private static final double WIDEST = 0.6;
  private static final double REACH = 0.9; // of the pointer

  private final String name;
  private final CubicCurve curve = new CubicCurve();
  // Thin lines are hard to point at.
  private final CubicCurve around = new CubicCurve();
  private double weight;

  /// @param name of the weight in the program, such as `W1[0, 2]`
  Wire(String name) {
    this.name = name;
    curve.getStyleClass().add("weight");
    curve.setStrokeLineCap(StrokeLineCap.BUTT);
    curve.setMouseTransparent(true);
    around.setStroke(Color.TRANSPARENT);
    around.setFill(null);
    curve.setFill(null);
  }

  List<CubicCurve> nodes() {
    return List.of(curve, around);
  }

  /// What the pointer meets.
  CubicCurve target() {
    return around;
  }

  String name() {
    return name;
  }

  double weight() {
    return weight;
  }

  void show(double now, double em) {
    weight = now;
    curve.setStrokeWidth(Math.min(THIN + WIDER * Math.abs(now), WIDEST) * em);
    around.setStrokeWidth(REACH * em);
    curve.pseudoClassStateChanged(NEGATIVE, now < 0);
  }

  /// Steps back behind others.
  void dim(boolean isDim) {
    curve.pseudoClassStateChanged(DIM, isDim);
  }

  void place(Point2D from, Point2D to) {
    double bend = (to.getX() - from.getX()) / 2;
    for (CubicCurve line : nodes()) {
      line.setStartX(from.getX());
      line.setStartY(from.getY());
      line.setControlX1(from.getX() + bend);
      line.setControlY1(from.getY());
      line.setControlX2(to.getX() - bend);
      line.setControlY2(to.getY());
      line.setEndX(to.getX());
      line.setEndY(to.getY());
    }
  }
}
