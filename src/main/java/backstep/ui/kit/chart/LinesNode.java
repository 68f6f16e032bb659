package backstep.ui.kit.chart;

import javafx.scene.shape.SVGPath;

/// Lines that lie under the curves, such as those of equal height.
final class LinesNode extends NoteNode {
  private final SVGPath lines = styled(new SVGPath(), "chart-contour");

  LinesNode(Note note) {
    super(note);
    lines.setFill(null);
    getChildren().add(lines);
  }

  @Override
  void draw(Note note, Frame frame, Placer placer) {
    Pen pen = new Pen();
    if (note instanceof Note.Lines(Samples points, _, _)) {
      Outline.of(points, 0, points.size(), frame.x(), frame.y()).trail().draw(pen);
    }
    pen.into(lines);
  }

  @Override
  void name(Note note, Frame frame, Placer placer) {
    // They are all over the plot: their name has no place, and is told to screen readers only.
    tag().hide();
  }
}
