package backstep.ui.classroom;

import backstep.ui.kit.Em;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// Dims all but a circle. It is looked through: whatever lies below has the pointer.
final class Spotlight extends Region {
  private static final double RADIUS = 7;

  private final Em em = new Em();
  private double x = Double.NaN;
  private double y = Double.NaN;

  Spotlight() {
    setMouseTransparent(true);
    getChildren().add(em);
  }

  /// Lights this point, until another one; to begin with it is the middle.
  void at(double lightX, double lightY) {
    x = lightX;
    y = lightY;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double middleX = Double.isNaN(x) ? getWidth() / 2 : x;
    double middleY = Double.isNaN(y) ? getHeight() / 2 : y;
    Shape dim =
        Shape.subtract(
            new Rectangle(getWidth(), getHeight()), new Circle(middleX, middleY, em.times(RADIUS)));
    dim.setManaged(false);
    dim.getStyleClass().add("spotlight-dim");
    getChildren().setAll(em, dim);
  }
}
