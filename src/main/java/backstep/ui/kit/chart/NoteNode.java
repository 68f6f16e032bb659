package backstep.ui.kit.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// One note on the chart: its line or shade, cut at the plot, and its label.
final class NoteNode extends Group {
  private static final double HEAD = 0.75;
  private static final double HEAD_HALF = 0.32;

  private final Class<? extends Note> kind;
  private final Tone tone;
  private final Line line = new Line();
  private final Rectangle band = new Rectangle();
  private final Polygon head = new Polygon();
  private final Tag tag;

  NoteNode(Note note) {
    kind = note.getClass();
    tone = note.tone();
    tag = new Tag(tone);
    boolean straight = note instanceof Note.Segment || note instanceof Note.Arrow;
    prepare(line, straight ? "chart-segment" : "chart-rule");
    prepare(band, "chart-band");
    prepare(head, "chart-arrowhead");
    if (note instanceof Note.Arrow) {
      line.getStyleClass().add("arrow");
    }
  }

  private void prepare(Shape shape, String styleClass) {
    shape.setManaged(false);
    shape.getStyleClass().addAll(styleClass, tone.styleClass());
  }

  boolean fits(Note note) {
    return note.getClass() == kind && note.tone() == tone;
  }

  /// The label, which stands above all curves.
  Tag tag() {
    return tag;
  }

  /// Draws all but the label.
  void draw(Note note, Frame frame) {
    getChildren().setAll(shapes(note, frame));
  }

  private List<Shape> shapes(Note note, Frame frame) {
    return switch (note) {
      case Note.Label _ -> List.of();
      case Note.Upright upright -> {
        if (!frame.x().shows(upright.x())) {
          yield List.of();
        }
        double at = Math.floor(frame.x().at(upright.x())) + 0.5;
        yield List.of(lead(at, frame.plot().top(), at, frame.plot().bottom()));
      }
      case Note.Across across -> {
        if (!frame.y().shows(across.y())) {
          yield List.of();
        }
        double at = Math.floor(frame.y().at(across.y())) + 0.5;
        yield List.of(lead(frame.plot().left(), at, frame.plot().right(), at));
      }
      case Note.Segment(var x1, var y1, var x2, var y2, _, _) ->
          drawable(frame, x1, y1, x2, y2)
              ? List.of(
                  lead(frame.x().at(x1), frame.y().at(y1), frame.x().at(x2), frame.y().at(y2)))
              : List.of();
      case Note.Arrow(var x1, var y1, var x2, var y2, _, _) ->
          drawable(frame, x1, y1, x2, y2)
              ? arrow(
                  frame.x().at(x1),
                  frame.y().at(y1),
                  frame.x().at(x2),
                  frame.y().at(y2),
                  frame.em())
              : List.of();
      case Note.Columns(var from, var to, _, _) -> {
        double left = inside(frame.x(), from);
        double right = inside(frame.x(), to);
        yield shade(left, frame.plot().top(), right - left, frame.plot().height());
      }
      case Note.Rows(var from, var to, _, _) -> {
        double bottom = inside(frame.y(), from);
        double top = inside(frame.y(), to);
        yield shade(frame.plot().left(), top, frame.plot().width(), bottom - top);
      }
    };
  }

  private static boolean drawable(Frame frame, double x1, double y1, double x2, double y2) {
    return frame.x().scale().holds(x1)
        && frame.x().scale().holds(x2)
        && frame.y().scale().holds(y1)
        && frame.y().scale().holds(y2);
  }

  // A band on a log axis may begin at zero, which is further down than any axis goes.
  private static double inside(Projection axis, double value) {
    double low = Math.min(axis.start(), axis.end());
    double high = Math.max(axis.start(), axis.end());
    return axis.scale().holds(value)
        ? Math.clamp(axis.at(value), low, high)
        : value > 0 ? axis.end() : axis.start();
  }

  private List<Shape> shade(double left, double top, double width, double height) {
    band.setX(left);
    band.setY(top);
    band.setWidth(Math.max(0, width));
    band.setHeight(Math.max(0, height));
    return List.of(band);
  }

  private Line lead(double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
    return line;
  }

  private List<Shape> arrow(double x1, double y1, double x2, double y2, double em) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    if (length < 1) {
      return List.of();
    }
    double ux = (x2 - x1) / length;
    double uy = (y2 - y1) / length;
    double size = Math.min(HEAD * em, length);
    double half = HEAD_HALF * em * size / (HEAD * em);
    double baseX = x2 - ux * size;
    double baseY = y2 - uy * size;
    head.getPoints()
        .setAll(x2, y2, baseX - uy * half, baseY + ux * half, baseX + uy * half, baseY - ux * half);
    return List.of(lead(x1, y1, baseX, baseY), head);
  }

  /// Puts the label where there is room.
  void name(Note note, Frame frame, Placer placer) {
    Box plot = frame.plot();
    double em = frame.em();
    switch (note) {
      case Note.Label at -> nameAt(note, at.x(), at.y(), frame, placer);
      case Note.Upright upright when frame.x().shows(upright.x()) ->
          tag.show(
              note.label(), (w, h) -> beside(frame.x().at(upright.x()), w, h, plot, em), placer);
      case Note.Across across when frame.y().shows(across.y()) ->
          tag.show(note.label(), (w, h) -> along(frame.y().at(across.y()), w, h, plot, em), placer);
      case Note.Segment s ->
          nameAt(
              note,
              middle(frame.x(), s.fromX(), s.toX()),
              middle(frame.y(), s.fromY(), s.toY()),
              frame,
              placer);
      case Note.Arrow s ->
          nameAt(
              note,
              middle(frame.x(), s.fromX(), s.toX()),
              middle(frame.y(), s.fromY(), s.toY()),
              frame,
              placer);
      case Note.Columns band ->
          tag.show(
              note.label(),
              (w, h) -> {
                double middle =
                    (inside(frame.x(), band.fromX()) + inside(frame.x(), band.toX())) / 2;
                return List.of(
                    new Box(middle - w / 2, plot.top() + 0.3 * em, w, h).within(plot),
                    new Box(middle - w / 2, plot.bottom() - h - 0.3 * em, w, h).within(plot));
              },
              placer);
      case Note.Rows band ->
          tag.show(
              note.label(),
              (w, h) -> {
                double middle =
                    (inside(frame.y(), band.fromY()) + inside(frame.y(), band.toY())) / 2;
                return List.of(
                    new Box(plot.right() - w - 0.3 * em, middle - h / 2, w, h).within(plot),
                    new Box(plot.left() + 0.3 * em, middle - h / 2, w, h).within(plot));
              },
              placer);
      default -> tag.hide();
    }
  }

  private static double middle(Projection axis, double from, double to) {
    return axis.value((axis.at(from) + axis.at(to)) / 2);
  }

  private void nameAt(Note note, double x, double y, Frame frame, Placer placer) {
    if (frame.x().shows(x) && frame.y().shows(y)) {
      tag.show(note.label(), frame.x().at(x), frame.y().at(y), frame, placer);
    } else {
      tag.hide();
    }
  }

  private static List<Box> beside(double x, double w, double h, Box plot, double em) {
    double gap = 0.3 * em;
    return DoubleStream.of(plot.top(), plot.top() + 1.5 * h, plot.bottom() - h - gap)
        .boxed()
        .flatMap(top -> Stream.of(new Box(x + gap, top, w, h), new Box(x - gap - w, top, w, h)))
        .toList();
  }

  private static List<Box> along(double y, double w, double h, Box plot, double em) {
    double gap = 0.2 * em;
    return DoubleStream.of(
            plot.right() - w - gap, plot.left() + gap, plot.left() + (plot.width() - w) / 2)
        .boxed()
        .flatMap(left -> Stream.of(new Box(left, y - h - gap, w, h), new Box(left, y + gap, w, h)))
        .toList();
  }
}
