package backstep.ui.player;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// A note above a part of the bar, over whatever is there. It hears no pointer.
final class BarNote extends Label {
  private static final double GAP = 6;
  private static final double MARGIN = 6;
  private static final double MAX_EMS = 26;

  private @Nullable Node subject;
  private double x;
  private double y;

  BarNote() {
    getStyleClass().add("bar-note");
    setWrapText(true);
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  /// Says something of a part of the bar.
  ///
  /// @param subjectX what it points at, in the part's own coordinates
  void show(Node about, double subjectX, double subjectY, String text) {
    subject = about;
    x = subjectX;
    y = subjectY;
    setText(text);
    setVisible(true);
    place();
  }

  /// Says nothing more of this part of the bar.
  void hide(Node about) {
    if (about.equals(subject)) {
      subject = null;
      setVisible(false);
    }
  }

  /// Stands above what it points at, within the bar's width.
  void place() {
    if (subject == null || getParent() == null) {
      return;
    }
    applyCss();
    double room = getParent().getLayoutBounds().getWidth() - 2 * MARGIN;
    double width = Math.min(Math.min(prefWidth(-1), MAX_EMS * getFont().getSize()), room);
    double height = prefHeight(width);
    Point2D at = getParent().sceneToLocal(subject.localToScene(x, y));
    double left = Math.clamp(at.getX() - width / 2, MARGIN, MARGIN + Math.max(0, room - width));
    resizeRelocate(Math.rint(left), Math.rint(at.getY() - height - GAP), width, height);
  }
}
