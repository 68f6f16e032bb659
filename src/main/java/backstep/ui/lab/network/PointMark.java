package backstep.ui.lab.network;

import backstep.train.Dataset.Point;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// How a point of the plane is drawn: class 1 as a blue disc, class −1 as an orange square; hollow
/// if it is kept apart to test the network.
///
/// @param radius in pixels
record PointMark(Palette palette, double radius) {

  /// Draws a point.
  ///
  /// @param x where, in pixels
  /// @param y where, in pixels
  void draw(GraphicsContext pen, Point point, boolean isTest, double x, double y) {
    boolean positive = point.label() > 0;
    Color ink = palette.color(positive ? Palette.Use.POINT_POSITIVE : Palette.Use.POINT_NEGATIVE);
    Color outline = palette.color(Palette.Use.OUTLINE);
    // A rim sets it off from the surface, whatever that is.
    shape(pen, positive, x, y, radius + 0.28 * radius, outline);
    shape(pen, positive, x, y, radius, ink);
    if (isTest) {
      shape(pen, positive, x, y, 0.52 * radius, outline);
    }
  }

  private static void shape(
      GraphicsContext pen, boolean round, double x, double y, double r, Color fill) {
    pen.setFill(fill);
    if (round) {
      pen.fillOval(x - r, y - r, 2 * r, 2 * r);
    } else {
      double half = 0.9 * r;
      pen.fillRect(x - half, y - half, 2 * half, 2 * half);
    }
  }
}
