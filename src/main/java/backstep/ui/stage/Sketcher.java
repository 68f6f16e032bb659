package backstep.ui.stage;

import backstep.paper.Ink;
import backstep.paper.Mark;
import backstep.paper.Mark.Spot;
import backstep.paper.Pen;
import backstep.paper.Sketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Draws what is on the screen again as lines, areas and text, each where it stands. Shadows and
/// patterns are left out.
final class Sketcher {
  private final Node root;
  private final double left;
  private final double top;
  private final List<Mark> marks = new ArrayList<>();

  private Sketcher(Node root, double left, double top) {
    this.root = root;
    this.left = left;
    this.top = top;
  }

  /// @param root in a scene, with its styles
  /// @param x where the drawing begins, in the units of the root
  /// @param y where the drawing begins
  static Sketch of(Parent root, double x, double y, double width, double height) {
    Sketcher sketcher = new Sketcher(root, x, y);
    root.getChildrenUnmodifiable().forEach(sketcher::visit);
    return new Sketch(width, height, sketcher.marks);
  }

  private void visit(Node node) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    switch (node) {
      case Text text -> text(text);
      case ImageView image -> image(image);
      case Shape shape -> shape(shape);
      case Region region -> {
        region(region);
        region.getChildrenUnmodifiable().forEach(this::visit);
      }
      case Parent parent -> parent.getChildrenUnmodifiable().forEach(this::visit);
      default -> {}
    }
  }

  private Spot spot(Node node, double x, double y) {
    Point2D at = new Point2D(x, y);
    for (Node n = node; !n.equals(root); n = n.getParent()) {
      at = n.localToParent(at);
    }
    return new Spot(at.getX() - left, at.getY() - top);
  }

  // --- Text --------------------------------------------------------------------------------------

  private void text(Text text) {
    Optional<Ink> ink = ink(text.getFill());
    if (text.getText().isBlank() || ink.isEmpty()) {
      return;
    }
    Bounds bounds = text.getLayoutBounds();
    Spot at = spot(text, bounds.getMinX(), bounds.getMinY() + text.getBaselineOffset());
    boolean bold = text.getFont().getName().contains("Bold");
    marks.add(
        new Mark.Text(
            text.getText(),
            at.x(),
            at.y(),
            false,
            bounds.getWidth(),
            text.getFont().getSize(),
            bold,
            ink.get()));
  }

  // --- Areas -------------------------------------------------------------------------------------

  private void region(Region region) {
    if (region.getBackground() != null) {
      region.getBackground().getFills().forEach(fill -> fill(region, fill));
    }
    if (region.getBorder() != null) {
      region.getBorder().getStrokes().forEach(stroke -> border(region, stroke));
    }
  }

  private void fill(Region region, BackgroundFill fill) {
    Optional<Ink> ink = ink(fill.getFill());
    if (ink.isPresent()) {
      double radius = fill.getRadii().getTopLeftHorizontalRadius();
      add(region, fill.getInsets(), 0, radius, ink, Optional.empty());
    }
  }

  private void border(Region region, BorderStroke stroke) {
    Optional<Ink> ink = ink(stroke.getTopStroke());
    double width = stroke.getWidths().getTop();
    if (ink.isPresent() && width > 0) {
      // A border lies within its region, a line on both sides of its path.
      double radius = Math.max(0, stroke.getRadii().getTopLeftHorizontalRadius() - width / 2);
      Pen pen = new Pen(ink.get(), width, List.copyOf(stroke.getTopStyle().getDashArray()));
      add(region, stroke.getInsets(), width / 2, radius, Optional.empty(), Optional.of(pen));
    }
  }

  private void add(
      Region region,
      Insets insets,
      double within,
      double radius,
      Optional<Ink> fill,
      Optional<Pen> line) {
    Spot at = spot(region, insets.getLeft() + within, insets.getTop() + within);
    double width = region.getWidth() - insets.getLeft() - insets.getRight() - 2 * within;
    double height = region.getHeight() - insets.getTop() - insets.getBottom() - 2 * within;
    if (width > 0 && height > 0) {
      marks.add(new Mark.Area(at.x(), at.y(), width, height, radius, fill, line));
    }
  }

  // --- Lines -------------------------------------------------------------------------------------

  private void shape(Shape shape) {
    List<Spot> spots = new ArrayList<>();
    switch (shape) {
      case Polygon polygon -> {
        List<Double> points = polygon.getPoints();
        for (int i = 0; i + 1 < points.size(); i += 2) {
          spots.add(spot(polygon, points.get(i), points.get(i + 1)));
        }
      }
      case Path path -> path.getElements().forEach(element -> add(path, element, spots));
      case Line line -> {
        spots.add(spot(line, line.getStartX(), line.getStartY()));
        spots.add(spot(line, line.getEndX(), line.getEndY()));
      }
      default -> {}
    }
    boolean closed = shape instanceof Polygon;
    Optional<Ink> fill = closed ? ink(shape.getFill()) : Optional.empty();
    Optional<Pen> line = ink(shape.getStroke()).map(ink -> Pen.solid(ink, shape.getStrokeWidth()));
    if (spots.size() > 1 && (fill.isPresent() || line.isPresent())) {
      marks.add(new Mark.Way(spots, closed, fill, line));
    }
  }

  private void add(Path path, PathElement element, List<Spot> spots) {
    switch (element) {
      case MoveTo to -> spots.add(spot(path, to.getX(), to.getY()));
      case LineTo to -> spots.add(spot(path, to.getX(), to.getY()));
      default -> {}
    }
  }

  // --- Pictures ----------------------------------------------------------------------------------

  // A heat map has few colours side by side; each becomes an area.
  private void image(ImageView view) {
    Image image = view.getImage();
    if (image == null) {
      return;
    }
    double wide = view.getFitWidth() / image.getWidth();
    double high = view.getFitHeight() / image.getHeight();
    int height = (int) image.getHeight();
    for (int y = 0; y < height; ) {
      int end = y + 1;
      while (end < height && isSameRow(image, y, end)) {
        end++;
      }
      row(view, image, y, end, wide, high);
      y = end;
    }
  }

  private static boolean isSameRow(Image image, int one, int other) {
    for (int x = 0; x < image.getWidth(); x++) {
      if (image.getPixelReader().getArgb(x, one) != image.getPixelReader().getArgb(x, other)) {
        return false;
      }
    }
    return true;
  }

  private void row(ImageView view, Image image, int y, int end, double wide, double high) {
    int width = (int) image.getWidth();
    for (int x = 0; x < width; ) {
      int argb = image.getPixelReader().getArgb(x, y);
      int next = x + 1;
      while (next < width && image.getPixelReader().getArgb(next, y) == argb) {
        next++;
      }
      Spot at = spot(view, x * wide, y * high);
      Ink ink = new Ink(argb & 0xffffff, (argb >>> 24) / 255.0);
      marks.add(
          new Mark.Area(
              at.x(),
              at.y(),
              (next - x) * wide,
              (end - y) * high,
              0,
              Optional.of(ink),
              Optional.empty()));
      x = next;
    }
  }

  // --- Colours -----------------------------------------------------------------------------------

  /// The colour that something is painted in; none where it is a pattern, or not to be seen.
  static Optional<Ink> ink(@Nullable Paint paint) {
    return paint instanceof Color color && color.getOpacity() > 0
        ? Optional.of(
            new Ink(
                (int) Math.round(color.getRed() * 255) << 16
                    | (int) Math.round(color.getGreen() * 255) << 8
                    | (int) Math.round(color.getBlue() * 255),
                color.getOpacity()))
        : Optional.empty();
  }
}
