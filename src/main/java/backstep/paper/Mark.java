package backstep.paper;

import java.util.List;
import java.util.Optional;

/// One thing drawn. y grows downwards.
public sealed interface Mark {
  /// A rectangle.
  ///
  /// @param radius of its corners
  record Area(
      double x,
      double y,
      double width,
      double height,
      double radius,
      Optional<Ink> fill,
      Optional<Pen> line)
      implements Mark {}

  /// A point.
  record Spot(double x, double y) {}

  /// A line from point to point, or what such a line goes around.
  record Way(List<Spot> points, boolean closed, Optional<Ink> fill, Optional<Pen> line)
      implements Mark {
    public Way {
      points = List.copyOf(points);
    }
  }

  /// A line of text.
  ///
  /// @param x of its beginning, or where it is centred, of its middle
  /// @param baseline what its letters stand on
  /// @param room how wide it may be
  /// @param size of its letters
  record Text(
      String text,
      double x,
      double baseline,
      boolean centred,
      double room,
      double size,
      boolean bold,
      Ink ink)
      implements Mark {}

  /// Where it ends to the left.
  default double left() {
    return switch (this) {
      case Area a -> a.x;
      case Text t -> t.centred ? t.x - t.room / 2 : t.x;
      case Way w -> w.points.stream().mapToDouble(Spot::x).min().orElse(0);
    };
  }

  /// Where it ends to the right.
  default double right() {
    return switch (this) {
      case Area a -> a.x + a.width;
      case Text t -> t.centred ? t.x + t.room / 2 : t.x + t.room;
      case Way w -> w.points.stream().mapToDouble(Spot::x).max().orElse(0);
    };
  }

  /// Where it ends above.
  default double top() {
    return switch (this) {
      case Area a -> a.y;
      case Text t -> t.baseline - t.size;
      case Way w -> w.points.stream().mapToDouble(Spot::y).min().orElse(0);
    };
  }

  /// Where it ends below.
  default double bottom() {
    return switch (this) {
      case Area a -> a.y + a.height;
      case Text t -> t.baseline + t.size / 3;
      case Way w -> w.points.stream().mapToDouble(Spot::y).max().orElse(0);
    };
  }
}
