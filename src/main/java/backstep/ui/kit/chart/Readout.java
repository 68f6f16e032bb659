package backstep.ui.kit.chart;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;

/// The point that is read: hairlines from the axes to it, and its figures beside it.
final class Readout extends Group {
  private static final double RADIUS = 0.3;

  private final SVGPath hairs = Pen.shape("chart-hair");
  private final Circle dot = new Circle();
  private final Label label = new Label();
  private int before = -1;

  Readout() {
    setManaged(false);
    setAutoSizeChildren(false);
    setMouseTransparent(true);
    setVisible(false);
    dot.getStyleClass().add("chart-dot");
    label.getStyleClass().add("chart-readout");
    label.setId("chart-readout");
    List.of(dot, label).forEach(node -> node.setManaged(false));
    getChildren().addAll(hairs, dot, label);
  }

  void hide() {
    setVisible(false);
    label.setText("");
  }

  /// Shows a point and its words, which cover no other label if they can.
  void show(double x, double y, String words, Frame frame, Placer placer) {
    setVisible(true);
    Box plot = frame.plot();
    double across = Math.floor(x) + 0.5;
    double down = Math.floor(y) + 0.5;
    new Pen()
        .line(across, plot.bottom(), across, plot.top())
        .line(plot.left(), down, plot.right(), down)
        .into(hairs);
    dot.setCenterX(x);
    dot.setCenterY(y);
    dot.setRadius(RADIUS * frame.em());
    label.setText(words);
    label.applyCss();
    label.autosize();
    List<Box> places = Placer.around(x, y, label.getWidth(), label.getHeight(), frame.em());
    before = placer.place(places, before);
    Box box = places.get(before).within(frame.room());
    label.relocate(Math.rint(box.left()), Math.rint(box.top()));
  }
}
