package backstep.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.SVGPath;

/// One series on the chart: its line, the part of it that is still ahead, its points.
final class CurveNode extends Group {
  private static final double MARKER = 0.3;
  private static final double BETWEEN_MARKERS = 5;
  private static final double ROOM_FOR_MARKER = 1.2;

  private final Role role;
  private final SVGPath line;
  private final SVGPath ahead;
  private final SVGPath points;

  CurveNode(Series series) {
    role = series.role();
    line = Pen.shape("chart-line", role.styleClass());
    ahead = Pen.shape("chart-line", role.styleClass(), "ahead");
    points = Pen.shape("chart-points", role.styleClass());
    setViewOrder(role.depth());
    getChildren().addAll(ahead, line, points);
  }

  boolean fits(Series series) {
    return series.role() == role;
  }

  /// Draws the series, and says where it went.
  List<Outline> draw(Series series, Frame frame) {
    Samples samples = series.samples();
    List<Outline> outlines = new ArrayList<>();
    outlines.add(Outline.of(samples, 0, series.followed(), frame.x(), frame.y()));
    if (series.followed() < samples.size() - 1) {
      outlines.add(Outline.of(samples, series.followed(), samples.size(), frame.x(), frame.y()));
    }
    if (role.hasLine()) {
      draw(line, outlines.subList(0, 1));
      draw(ahead, outlines.subList(1, outlines.size()));
    }
    Pen pen = new Pen();
    if (role.marker() != Marker.NONE) {
      markers(outlines.getFirst().trail(), frame, pen);
    }
    pen.into(points);
    return outlines;
  }

  private static void draw(SVGPath shape, List<Outline> outlines) {
    Pen pen = new Pen();
    outlines.forEach(outline -> outline.trail().draw(pen));
    pen.into(shape);
  }

  // On a line, markers only tell it from others: a few of them, at other places for each role.
  private void markers(Trail trail, Frame frame, Pen pen) {
    double r = MARKER * frame.em();
    Cells taken = new Cells(frame.plot(), r);
    boolean sparse = trail.size() * ROOM_FOR_MARKER * frame.em() < frame.plot().width();
    double apart = !role.marksPoints() && !sparse ? BETWEEN_MARKERS * frame.em() : 0;
    double next =
        role.marksPoints()
            ? Double.NEGATIVE_INFINITY
            : frame.plot().left() + apart * role.stagger();
    for (int i = 0; i < trail.size(); i++) {
      if (!trail.isGap(i) && trail.x(i) >= next && taken.take(trail.x(i), trail.y(i))) {
        role.marker().draw(pen, trail.x(i), trail.y(i), r);
        next = role.marksPoints() ? next : trail.x(i) + apart;
      }
    }
  }
}
