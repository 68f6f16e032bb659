package backstep.ui.kit.chart;

import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/// A straight line between two points, with a head if it is an arrow.
final class SegmentNode extends NoteNode {
  private static final double HEAD = 0.75;
  private static final double HEAD_HALF = 0.32;

  private final Line line = styled(new Line(), "chart-segment");
  private final Polygon head = styled(new Polygon(), "chart-arrowhead");
  private double x1;
  private double y1;
  private double x2;
  private double y2;

  SegmentNode(Note note) {
    super(note);
    head.setVisible(false);
    if (note instanceof Note.Arrow) {
      line.getStyleClass().add("arrow");
    }
    getChildren().addAll(line, head);
  }

  @Override
  void draw(Note note, Frame frame, Placer placer) {
    setVisible(
        switch (note) {
          case Note.Segment(var fromX, var fromY, var toX, var toY, _, _) ->
              project(frame, fromX, fromY, toX, toY);
          case Note.Arrow(var fromX, var fromY, var toX, var toY, _, _) ->
              project(frame, fromX, fromY, toX, toY);
          default -> false;
        });
    if (isVisible()) {
      line.setStartX(x1);
      line.setStartY(y1);
      line.setEndX(x2);
      line.setEndY(y2);
      if (note instanceof Note.Arrow) {
        head(frame.em());
      }
      Trail trail = new Trail();
      trail.add(x1, y1);
      trail.add(x2, y2);
      placer.avoid(trail);
    }
  }

  private boolean project(Frame frame, double fromX, double fromY, double toX, double toY) {
    Projection x = frame.x();
    Projection y = frame.y();
    if (!x.scale().holds(fromX)
        || !x.scale().holds(toX)
        || !y.scale().holds(fromY)
        || !y.scale().holds(toY)) {
      return false;
    }
    x1 = x.at(fromX);
    y1 = y.at(fromY);
    x2 = x.at(toX);
    y2 = y.at(toY);
    return frame.plot().lengthInside(x1, y1, x2, y2) > 0;
  }

  // The line ends where the head begins, whose tip is at the point itself.
  private void head(double em) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    double size = Math.min(HEAD * em, length);
    double half = HEAD_HALF / HEAD * size;
    double ux = (x2 - x1) / length;
    double uy = (y2 - y1) / length;
    double baseX = x2 - ux * size;
    double baseY = y2 - uy * size;
    line.setEndX(baseX);
    line.setEndY(baseY);
    head.setVisible(true);
    head.getPoints()
        .setAll(x2, y2, baseX - uy * half, baseY + ux * half, baseX + uy * half, baseY - ux * half);
  }

  @Override
  void name(Note note, Frame frame, Placer placer) {
    if (!isVisible()) {
      tag().hide();
      return;
    }
    tag()
        .show(
            note.label(),
            (w, h) ->
                Placer.along(x1, y1, x2, y2, w, h, frame.em()).stream()
                    .map(box -> box.within(frame.plot()))
                    .toList(),
            placer);
  }
}
