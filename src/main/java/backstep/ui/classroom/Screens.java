package backstep.ui.classroom;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/// Which screen is presented on.
public final class Screens {
  private Screens() {}

  /// A screen that the window is not on; none if there is no other.
  ///
  /// @param screens the bounds of all screens, the main one first
  /// @param window the bounds of the window
  public static Optional<Rectangle2D> other(List<Rectangle2D> screens, Rectangle2D window) {
    Rectangle2D own = own(screens, window);
    return screens.stream().filter(screen -> !screen.equals(own)).findFirst();
  }

  /// The screen that most of the window is on.
  public static Rectangle2D own(List<Rectangle2D> screens, Rectangle2D window) {
    Rectangle2D own = screens.getFirst();
    for (Rectangle2D screen : screens) {
      if (shared(screen, window) > shared(own, window)) {
        own = screen;
      }
    }
    return own;
  }

  private static double shared(Rectangle2D a, Rectangle2D b) {
    double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
    double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
    return Math.max(0, width) * Math.max(0, height);
  }
}
