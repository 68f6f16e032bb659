package backstep.ui.kit.chart;

import backstep.ui.kit.Later;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;

/// The label of a mark or a note, with a line that leads to what it names if it stands apart.
final class Tag extends Group {
  private static final double APART = 1.2;

  private final Label label = new Label();
  private final Line leader = new Line();
  private int before = -1;

  Tag(Tone tone) {
    setManaged(false);
    setAutoSizeChildren(false);
    label.setManaged(false);
    leader.setManaged(false);
    label.getStyleClass().addAll("chart-label", tone.styleClass());
    leader.getStyleClass().addAll("chart-leader", tone.styleClass());
    leader.setVisible(false);
    Later.add(getChildren(), leader, label);
  }

  /// Writes the label near a point.
  void show(String words, double x, double y, Frame frame, Placer placer) {
    if (fill(words)) {
      List<Box> places =
          Placer.around(x, y, label.getWidth(), label.getHeight(), frame.em()).stream()
              .map(place -> place.within(frame.plot()))
              .toList();
      Box box = settle(places, placer);
      double nearX = Math.clamp(x, box.left(), box.right());
      double nearY = Math.clamp(y, box.top(), box.bottom());
      leader.setStartX(nearX);
      leader.setStartY(nearY);
      leader.setEndX(x);
      leader.setEndY(y);
      leader.setVisible(Math.hypot(x - nearX, y - nearY) > APART * frame.em());
    }
  }

  /// Writes the label at one of several places, given by their upper left corners for its size.
  void show(String words, Corners corners, Placer placer) {
    leader.setVisible(false);
    if (fill(words)) {
      settle(corners.of(label.getWidth(), label.getHeight()), placer);
    }
  }

  /// Possible places of a label of this size.
  interface Corners {
    List<Box> of(double width, double height);
  }

  void hide() {
    setVisible(false);
  }

  private boolean fill(String words) {
    setVisible(!words.isEmpty());
    if (words.isEmpty()) {
      return false;
    }
    if (!words.equals(label.getText())) {
      label.setText(words);
    }
    label.applyCss();
    label.autosize();
    return true;
  }

  private Box settle(List<Box> places, Placer placer) {
    before = placer.place(places, before);
    Box box = places.get(before);
    label.relocate(Math.rint(box.left()), Math.rint(box.top()));
    return box;
  }
}
