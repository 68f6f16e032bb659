package backstep.ui.lab.network;

import backstep.train.TrainerState;
import backstep.ui.kit.Choice;
import backstep.ui.kit.Messages;
import backstep.ui.kit.chart.Axis;
import backstep.ui.kit.chart.Chart;
import backstep.ui.kit.chart.ChartData;
import backstep.ui.kit.chart.Role;
import backstep.ui.kit.chart.Scale;
import backstep.ui.kit.chart.Series;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The losses over the iterations: of all points learned from, of those kept apart, and of each
/// batch.
final class LossPanel extends VBox {
  private final NetworkLabModel model;
  private final Messages messages;
  private final Chart chart;
  private final ObjectProperty<Scale> scale =
      new SimpleObjectProperty<>(this, "scale", Scale.LINEAR);
  private Losses shown = Losses.NONE;

  LossPanel(NetworkLabModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("plot");
    chart = new Chart(messages);
    chart.setId("network-loss");
    chart.setOnScale(scale::set);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().addAll(header(), chart);
    scale.subscribe(_ -> draw());
    messages.words().subscribe(_ -> draw());
    // The model lives as long as the window, and so does this.
    model.stateProperty().subscribe(this::show);
  }

  private HBox header() {
    Label title = new Label();
    title.getStyleClass().add("section-title");
    title.textProperty().bind(messages.text("plot.title"));
    title.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Choice<Scale> choice =
        new Choice<Scale>(messages.text("plot.scale.tip"), scale::set)
            .with(Scale.LINEAR, messages.text("plot.linear"))
            .with(Scale.LOG, messages.text("plot.log"))
            .showing(scale);
    choice.node().getStyleClass().add("small-choice");
    HBox header = new HBox(title, gap, choice.node());
    header.setMinHeight(USE_PREF_SIZE);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("plot-header");
    return header;
  }

  private void show(LabState state) {
    Losses now = state.progress().map(Progress::losses).orElse(Losses.NONE);
    if (!now.equals(shown) && !state.isAwaited()) {
      if (now.batch().size() < shown.batch().size()) {
        chart.reset();
      }
      shown = now;
      draw();
    }
  }

  private void draw() {
    Axis x = Axis.of(messages.now("plot.axis")).inWholes();
    Axis y = Axis.of(messages.now("plot.loss"));
    int iterations =
        model
            .getState()
            .progress()
            .flatMap(Progress::state)
            .map(TrainerState::iterations)
            .orElse(0);
    ChartData data =
        ChartData.of(
                messages.now("plot.about", iterations),
                x,
                scale.get() == Scale.LOG ? y.on(Scale.LOG) : y.withZero())
            .with(Series.of(messages.now("network.curve.train"), shown.train(), Role.CURVE));
    if (!shown.test().isEmpty()) {
      data = data.with(Series.of(messages.now("network.curve.test"), shown.test(), Role.TEST));
    }
    chart.setData(
        data.with(Series.of(messages.now("network.curve.batch"), shown.batch(), Role.BATCH)));
  }
}
