package backstep.ui.kit.chart;

import java.util.List;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

/// The shape of a point.
enum Marker {
  NONE,
  CIRCLE,
  SQUARE,
  TRIANGLE,
  DIAMOND,
  CROSS;

  /// Adds the shape to a path.
  ///
  /// @param r half its size
  void draw(List<PathElement> path, double x, double y, double r) {
    switch (this) {
      case NONE -> {}
      case CIRCLE -> {
        path.add(new MoveTo(x - r, y));
        path.add(new ArcTo(r, r, 0, x + r, y, false, true));
        path.add(new ArcTo(r, r, 0, x - r, y, false, true));
        path.add(new ClosePath());
      }
      case SQUARE -> {
        double s = 0.9 * r;
        polygon(path, x - s, y - s, x + s, y - s, x + s, y + s, x - s, y + s);
      }
      case TRIANGLE -> polygon(path, x, y - 1.1 * r, x + r, y + 0.8 * r, x - r, y + 0.8 * r);
      case DIAMOND -> polygon(path, x, y - 1.25 * r, x + r, y, x, y + 1.25 * r, x - r, y);
      case CROSS -> {
        path.add(new MoveTo(x - r, y - r));
        path.add(new LineTo(x + r, y + r));
        path.add(new MoveTo(x - r, y + r));
        path.add(new LineTo(x + r, y - r));
      }
    }
  }

  private static void polygon(List<PathElement> path, double... corners) {
    path.add(new MoveTo(corners[0], corners[1]));
    for (int i = 2; i < corners.length; i += 2) {
      path.add(new LineTo(corners[i], corners[i + 1]));
    }
    path.add(new ClosePath());
  }
}
