package backstep.ui.kit.chart;

import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.transform.Transform;

/// Puts charts on the clipboard.
final class Copies {
  // What can be pressed has no place on a picture.
  private static final PseudoClass PICTURED = PseudoClass.getPseudoClass("pictured");
  private static final double FINENESS = 2;
  // The frame of the focus is no part of the picture.
  private static final double FRAME = 2;

  private Copies() {}

  static void picture(Chart chart) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(FINENESS, FINENESS));
    parameters.setViewport(
        new Rectangle2D(
            FINENESS * FRAME,
            FINENESS * FRAME,
            FINENESS * (chart.getWidth() - 2 * FRAME),
            FINENESS * (chart.getHeight() - 2 * FRAME)));
    chart.pseudoClassStateChanged(PICTURED, true);
    ClipboardContent content = new ClipboardContent();
    content.putImage(chart.snapshot(parameters, null));
    chart.pseudoClassStateChanged(PICTURED, false);
    Clipboard.getSystemClipboard().setContent(content);
  }

  static void table(ChartData data) {
    ClipboardContent content = new ClipboardContent();
    content.putString(Csv.of(data));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
