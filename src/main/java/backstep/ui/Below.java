package backstep.ui;

import java.util.List;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands under the stage: the charts that there are, and the controls: beside a single chart
/// if there is room, else below.
final class Below extends BorderPane {
  // In em, so that it follows the size of letters.
  private static final double BESIDE_FROM = 51;
  private static final double CONTROLS_PART = 0.36;
  // Their buttons stand in one row.
  private static final double LEAST_CONTROLS = 25;
  private static final double ABREAST_FROM = 35.5;

  private final Region controls;
  private final HBox abreast = new HBox();
  private final VBox stacked = new VBox();

  Below(Region controls) {
    this.controls = controls;
    getStyleClass().add("below");
  }

  /// @param charts from left to right
  /// @param width how wide all of it is, in pixels
  /// @param em the size of letters, in pixels
  /// @param chartHeight how high charts are, in pixels
  void arrange(List<? extends Region> charts, double width, double em, double chartHeight) {
    boolean stacks = charts.size() > 1 && width < ABREAST_FROM * em;
    boolean beside = charts.size() == 1 && width >= BESIDE_FROM * em;
    Pane pane = stacks ? stacked : abreast;
    for (Region chart : charts) {
      HBox.setHgrow(chart, Priority.ALWAYS);
      VBox.setVgrow(chart, Priority.ALWAYS);
      // Charts share what room there is, whatever they would like to have.
      chart.setPrefWidth(beside ? 0 : Math.floor(width / charts.size()));
    }
    fill(stacks ? abreast : stacked, List.of());
    fill(pane, charts);
    double height = stacks ? charts.size() * chartHeight : chartHeight;
    pane.setPrefHeight(height);
    pane.setMinHeight(height);
    setCenter(charts.isEmpty() ? null : pane);
    double part = Math.rint(Math.max(width * CONTROLS_PART, LEAST_CONTROLS * em));
    controls.setPrefWidth(beside ? part : Region.USE_COMPUTED_SIZE);
    if (beside && getRight() == null) {
      setBottom(null);
      setRight(controls);
    } else if (!beside && getBottom() == null) {
      setRight(null);
      setBottom(controls);
    }
  }

  // What stays where it is need not be dressed anew.
  private static void fill(Pane pane, List<? extends Region> charts) {
    if (!pane.getChildren().equals(charts)) {
      pane.getChildren().setAll(charts);
    }
  }
}
