package backstep.ui.kit.chart;

import java.util.List;
import javafx.scene.shape.Rectangle;

/// A shaded stretch of an axis.
final class BandNode extends NoteNode {
  private static final double GAP = 0.3;

  private final Rectangle band = styled(new Rectangle(), "chart-band");

  BandNode(Note note) {
    super(note);
    getChildren().add(band);
  }

  @Override
  void draw(Note note, Frame frame, Placer placer) {
    Box plot = frame.plot();
    Box shade =
        switch (note) {
          case Note.Columns(var from, var to, _, _) -> {
            double left = inside(frame.x(), from);
            yield new Box(left, plot.top(), inside(frame.x(), to) - left, plot.height());
          }
          case Note.Rows(var from, var to, _, _) -> {
            double top = inside(frame.y(), to);
            yield new Box(plot.left(), top, plot.width(), inside(frame.y(), from) - top);
          }
          default -> new Box(0, 0, 0, 0);
        };
    band.setX(shade.left());
    band.setY(shade.top());
    band.setWidth(Math.max(0, shade.width()));
    band.setHeight(Math.max(0, shade.height()));
    band.setVisible(band.getWidth() > 0 && band.getHeight() > 0);
  }

  // A band on a log axis may begin at zero, which is further down than any axis goes.
  private static double inside(Projection axis, double value) {
    if (!axis.scale().holds(value)) {
      return value > 0 ? axis.end() : axis.start();
    }
    double low = Math.min(axis.start(), axis.end());
    double high = Math.max(axis.start(), axis.end());
    return Math.clamp(axis.at(value), low, high);
  }

  @Override
  void name(Note note, Frame frame, Placer placer) {
    double gap = GAP * frame.em();
    if (!band.isVisible()) {
      tag().hide();
    } else if (note instanceof Note.Columns) {
      double middle = band.getX() + band.getWidth() / 2;
      double top = band.getY() + gap;
      double bottom = band.getY() + band.getHeight() - gap;
      tag()
          .show(
              note.label(),
              (w, h) ->
                  List.of(
                      new Box(middle - w / 2, top, w, h).within(frame.plot()),
                      new Box(middle - w / 2, bottom - h, w, h).within(frame.plot())),
              placer);
    } else {
      double middle = band.getY() + band.getHeight() / 2;
      double left = band.getX() + gap;
      double right = band.getX() + band.getWidth() - gap;
      tag()
          .show(
              note.label(),
              (w, h) ->
                  List.of(
                      new Box(right - w, middle - h / 2, w, h).within(frame.plot()),
                      new Box(left, middle - h / 2, w, h).within(frame.plot())),
              placer);
    }
  }
}
