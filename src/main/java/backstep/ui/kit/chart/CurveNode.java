package backstep.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// One series on the chart: its line, the part of it that is still ahead, its points.
final class CurveNode extends Group {
  private static final double MARKER = 0.3;
  private static final double BETWEEN_MARKERS = 5;
  private static final double ROOM_FOR_MARKER = 1.2;

  private final Role role;
  private final Path line;
  private final Path ahead;
  private final Path points;

  CurveNode(Series series) {
    role = series.role();
    line = path("chart-line");
    ahead = path("chart-line");
    points = path("chart-points");
    ahead.getStyleClass().add("ahead");
    getChildren().addAll(ahead, line, points);
  }

  private Path path(String styleClass) {
    Path path = new Path();
    path.setManaged(false);
    path.getStyleClass().addAll(styleClass, role.styleClass());
    return path;
  }

  boolean fits(Series series) {
    return series.role() == role;
  }

  /// Draws the series, and says where it went.
  List<Outline> draw(Series series, Frame frame) {
    Samples samples = series.samples();
    Outline done = Outline.of(samples, 0, series.followed(), frame.x(), frame.y());
    List<Outline> outlines = new ArrayList<>(List.of(done));
    if (series.followed() < samples.size() - 1) {
      outlines.add(Outline.of(samples, series.followed(), Integer.MAX_VALUE, frame.x(), frame.y()));
    }
    line.getElements().setAll(role.hasLine() ? done.trail().elements() : List.of());
    ahead
        .getElements()
        .setAll(
            role.hasLine() && outlines.size() > 1
                ? outlines.getLast().trail().elements()
                : List.of());
    points.getElements().setAll(markers(done.trail(), frame));
    return outlines;
  }

  // On a line, markers only tell it from others: a few of them, at other places for each role.
  private List<PathElement> markers(Trail trail, Frame frame) {
    List<PathElement> elements = new ArrayList<>();
    if (role.marker() == Marker.NONE) {
      return elements;
    }
    double r = MARKER * frame.em();
    if (!role.hasLine()) {
      Cells taken = new Cells(frame.plot(), r);
      for (int i = 0; i < trail.size(); i++) {
        if (!trail.isGap(i) && taken.take(trail.x(i), trail.y(i))) {
          role.marker().draw(elements, trail.x(i), trail.y(i), r);
        }
      }
      return elements;
    }
    boolean sparse = trail.size() * ROOM_FOR_MARKER * frame.em() < frame.plot().width();
    double apart = sparse ? 0 : BETWEEN_MARKERS * frame.em();
    double next = frame.plot().left() + apart * (role.ordinal() % Role.KEPT) / Role.KEPT;
    for (int i = 0; i < trail.size(); i++) {
      if (!trail.isGap(i) && trail.x(i) >= next) {
        role.marker().draw(elements, trail.x(i), trail.y(i), r);
        next = trail.x(i) + apart;
      }
    }
    return elements;
  }
}
