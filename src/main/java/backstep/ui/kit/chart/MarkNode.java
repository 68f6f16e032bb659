package backstep.ui.kit.chart;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Circle;

/// A marked place with its label.
final class MarkNode extends Group {
  private static final double RADIUS = 0.42;

  private final Tone tone;
  private final boolean filled;
  private final Circle circle = new Circle();
  private final Tag tag;

  MarkNode(Mark mark) {
    tone = mark.tone();
    filled = mark.filled();
    tag = new Tag(tone);
    circle.setManaged(false);
    circle.getStyleClass().addAll("chart-mark", tone.styleClass(), filled ? "filled" : "ring");
    getChildren().addAll(tag, circle);
  }

  boolean fits(Mark mark) {
    return mark.tone() == tone && mark.filled() == filled;
  }

  /// Where the mark is seen; empty if it is outside.
  private boolean isSeen(Mark mark, Frame frame) {
    boolean hasPlace = frame.y().scale().holds(mark.y());
    return frame.x().shows(mark.x()) && (!hasPlace || frame.y().shows(mark.y()));
  }

  /// Puts the mark in its place and keeps labels away from it.
  void draw(Mark mark, Frame frame, Placer placer) {
    boolean seen = isSeen(mark, frame);
    setVisible(seen);
    if (seen) {
      double r = RADIUS * frame.em();
      circle.setRadius(r);
      circle.setCenterX(frame.x().at(mark.x()));
      circle.setCenterY(frame.edgeY(mark.y()));
      placer.block(new Box(circle.getCenterX() - r, circle.getCenterY() - r, 2 * r, 2 * r));
    }
  }

  /// Puts the label where there is room.
  void name(Mark mark, Frame frame, Placer placer) {
    if (isVisible()) {
      tag.show(mark.label(), circle.getCenterX(), circle.getCenterY(), frame, placer);
    }
  }

  /// Puts the label over the plot.
  void head(Mark mark, Frame frame, Placer placer) {
    Box room = frame.room();
    tag.show(
        mark.label(),
        (w, h) -> List.of(new Box(Math.max(room.left(), room.right() - w), room.top(), w, h)),
        placer);
  }

  /// Shows no label.
  void hush() {
    tag.hide();
  }
}
