package backstep.ui.kit.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.shape.Line;

/// A line from edge to edge.
final class RuleNode extends NoteNode {
  private static final double GAP = 0.25;

  private final Line line = styled(new Line(), "chart-rule");

  RuleNode(Note note) {
    super(note);
    getChildren().add(line);
  }

  @Override
  void draw(Note note, Frame frame, Placer placer) {
    Box plot = frame.plot();
    switch (note) {
      case Note.Upright(var x, _, _) when frame.x().shows(x) -> {
        double at = Math.floor(frame.x().at(x)) + 0.5;
        lead(at, plot.top(), at, plot.bottom());
      }
      case Note.Across(var y, _, _) when frame.y().shows(y) -> {
        double at = Math.floor(frame.y().at(y)) + 0.5;
        lead(plot.left(), at, plot.right(), at);
      }
      default -> line.setVisible(false);
    }
  }

  private void lead(double x1, double y1, double x2, double y2) {
    line.setVisible(true);
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }

  @Override
  void name(Note note, Frame frame, Placer placer) {
    Box plot = frame.plot();
    double gap = GAP * frame.em();
    if (!line.isVisible()) {
      tag().hide();
    } else if (note instanceof Note.Upright) {
      tag().show(note.label(), (w, h) -> beside(line.getStartX(), w, h, plot, gap), placer);
    } else {
      tag().show(note.label(), (w, h) -> along(line.getStartY(), w, h, plot, gap), placer);
    }
  }

  private static List<Box> beside(double x, double w, double h, Box plot, double gap) {
    return DoubleStream.of(plot.top(), plot.top() + 1.5 * h, plot.bottom() - h - gap)
        .boxed()
        .flatMap(top -> Stream.of(new Box(x + gap, top, w, h), new Box(x - gap - w, top, w, h)))
        .toList();
  }

  private static List<Box> along(double y, double w, double h, Box plot, double gap) {
    double middle = plot.left() + (plot.width() - w) / 2;
    return DoubleStream.of(plot.right() - w - gap, plot.left() + gap, middle)
        .boxed()
        .flatMap(left -> Stream.of(new Box(left, y - h - gap, w, h), new Box(left, y + gap, w, h)))
        .toList();
  }
}
