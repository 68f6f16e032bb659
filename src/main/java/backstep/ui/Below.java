package backstep.ui;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands under the stage: the charts that there are, and the controls, in as many columns as
/// have room.
final class Below extends BorderPane {
  // In em, so that it follows the size of letters.
  private static final double BESIDE_FROM = 51;
  private static final double CONTROLS_PART = 0.36;
  private static final double ABREAST_FROM = 35.5;
  private static final double HALF = 0.5;

  private final Region curve;
  private final Region landscape;
  private final Region controls;
  private final HBox charts = new HBox();
  private final VBox stacked = new VBox();
  private final VBox column = new VBox();

  /// @param curve the loss over the iterations
  /// @param landscape the loss over a number
  Below(Region curve, Region landscape, Region controls) {
    this.curve = curve;
    this.landscape = landscape;
    this.controls = controls;
    getStyleClass().add("below");
    HBox.setHgrow(curve, Priority.ALWAYS);
    HBox.setHgrow(landscape, Priority.ALWAYS);
    VBox.setVgrow(curve, Priority.ALWAYS);
    VBox.setVgrow(landscape, Priority.ALWAYS);
    // Charts share what room there is, whatever they would like to have.
    curve.setPrefWidth(0);
    landscape.setPrefWidth(0);
  }

  /// @param width how wide all of it is, in pixels
  /// @param em the size of letters, in pixels
  /// @param chartHeight how high charts are, in pixels
  void arrange(
      boolean hasCurve, boolean hasLandscape, double width, double em, double chartHeight) {
    boolean wide = width >= BESIDE_FROM * em;
    boolean both = hasCurve && hasLandscape;
    Pane pair = both && width < ABREAST_FROM * em ? stacked : charts;
    charts.getChildren().clear();
    stacked.getChildren().clear();
    column.getChildren().clear();
    setCenter(null);
    setRight(null);
    setBottom(null);
    add(pair, curve, hasCurve);
    add(both && wide ? column : pair, landscape, hasLandscape);
    column.getChildren().add(controls);
    boolean anyChart = hasCurve || hasLandscape;
    setCenter(anyChart ? pair : null);
    double height = pair.equals(stacked) ? 2 * chartHeight : chartHeight;
    pair.setPrefHeight(height);
    pair.setMinHeight(height);
    if (anyChart && wide) {
      column.setPrefWidth(Math.rint(width * (both ? HALF : CONTROLS_PART)));
      setRight(column);
    } else {
      column.setPrefWidth(USE_COMPUTED_SIZE);
      setBottom(column);
    }
  }

  private static void add(Pane to, Node chart, boolean isThere) {
    if (isThere) {
      to.getChildren().add(chart);
    }
  }
}
