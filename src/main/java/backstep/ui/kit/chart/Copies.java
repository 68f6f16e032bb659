package backstep.ui.kit.chart;

import backstep.ui.kit.Clip;
import backstep.ui.kit.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/// Puts charts on the clipboard.
final class Copies {
  // What can be pressed has no place on a picture.
  private static final PseudoClass PICTURED = PseudoClass.getPseudoClass("pictured");
  private static final double FINENESS = 2;
  // The frame of the focus is no part of the picture.
  private static final double FRAME = 2;

  private Copies() {}

  static void picture(Chart chart, Messages messages) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(FINENESS, FINENESS));
    parameters.setViewport(
        new Rectangle2D(
            FINENESS * FRAME,
            FINENESS * FRAME,
            FINENESS * (chart.getWidth() - 2 * FRAME),
            FINENESS * (chart.getHeight() - 2 * FRAME)));
    chart.pseudoClassStateChanged(PICTURED, true);
    WritableImage picture = chart.snapshot(parameters, null);
    chart.pseudoClassStateChanged(PICTURED, false);
    Clip.put(chart, picture, messages);
  }
}
