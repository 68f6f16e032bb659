package backstep.ui.kit.chart;

import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/// Takes pictures of charts.
final class Photo {
  // What can be pressed has no place on a picture.
  private static final PseudoClass PICTURED = PseudoClass.getPseudoClass("pictured");
  private static final PseudoClass CLEAR = PseudoClass.getPseudoClass("clear");
  private static final double FINENESS = 2;
  // The frame of the focus is no part of the picture.
  private static final double FRAME = 2;

  private Photo() {}

  static WritableImage of(Chart chart, boolean transparent) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    parameters.setTransform(Transform.scale(FINENESS, FINENESS));
    // Of where the chart stands among its neighbours.
    parameters.setViewport(
        new Rectangle2D(
            FINENESS * (chart.getLayoutX() + FRAME),
            FINENESS * (chart.getLayoutY() + FRAME),
            FINENESS * (chart.getWidth() - 2 * FRAME),
            FINENESS * (chart.getHeight() - 2 * FRAME)));
    chart.pseudoClassStateChanged(PICTURED, true);
    chart.pseudoClassStateChanged(CLEAR, transparent);
    WritableImage image = chart.snapshot(parameters, null);
    chart.pseudoClassStateChanged(PICTURED, false);
    chart.pseudoClassStateChanged(CLEAR, false);
    return image;
  }
}
