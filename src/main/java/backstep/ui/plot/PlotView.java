package backstep.ui.plot;

import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Tip;
import backstep.ui.kit.chart.Chart;
import backstep.ui.kit.chart.Scale;
import backstep.ui.plot.PlotModel.Plot;
import backstep.ui.plot.TheoryModel.Theory;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The loss curve with its title, its scale, and the buttons that keep it and run all iterations.
public final class PlotView extends VBox {
  private final PlotModel model;
  private final TheoryModel theory;
  private final Messages messages;
  private final Chart chart;

  /// @param theory what mathematics expects of the curve
  public PlotView(PlotModel model, TheoryModel theory, Messages messages) {
    this.model = model;
    this.theory = theory;
    this.messages = messages;
    getStyleClass().add("plot");
    chart = new Chart(messages);
    chart.setId("loss-curve");
    chart.setOnTravel(iteration -> model.travel((int) iteration - 1));
    chart.setOnScale(scale -> model.setLog(scale == Scale.LOG));
    chart.setOnRemove(run -> model.remove(run.name()));
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().addAll(header(), chart);
    // The model lives as long as the window, and so does this.
    model.plotProperty().subscribe(this::show);
    messages.words().subscribe(_ -> draw());
  }

  private void show(Plot before, Plot now) {
    // What was seen of one curve says nothing about another.
    if (now.losses() != before.losses() && now.reached() == 0) {
      chart.reset();
    }
    draw();
  }

  private void draw() {
    chart.setData(LossChart.of(model.getPlot(), messages.words().getValue()));
  }

  private FlowBar header() {
    Label title = new Label();
    title.getStyleClass().add("section-title");
    title.textProperty().bind(messages.text("plot.title"));
    title.setMinWidth(USE_PREF_SIZE);
    Label hint = new Label();
    hint.getStyleClass().add("muted");
    hint.textProperty().bind(messages.text("plot.hint"));
    hint.setMinWidth(0);
    // Half a hint is none.
    hint.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> hint.getWidth() > hint.prefWidth(USE_COMPUTED_SIZE) - 1,
                hint.widthProperty(),
                hint.textProperty(),
                hint.fontProperty()));
    hint.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(hint, Priority.ALWAYS);
    FlowBar header = new FlowBar(title, hint, scale(), theoryButton(), keepButton(), runButton());
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("plot-header");
    return header;
  }

  private SegmentedButton scale() {
    ToggleButton linear = scaleButton("plot.linear");
    ToggleButton log = scaleButton("plot.log");
    linear.setId("plot-linear");
    log.setId("plot-log");
    SegmentedButton scale = new SegmentedButton(linear, log);
    model
        .plotProperty()
        .subscribe(plot -> {
          log.setSelected(plot.log());
          linear.setSelected(!plot.log());
        });
    // Arrows choose without an action.
    linear.selectedProperty().subscribe((_, chosen) -> choose(chosen, false));
    log.selectedProperty().subscribe((_, chosen) -> choose(chosen, true));
    scale.setMinWidth(USE_PREF_SIZE);
    return scale;
  }

  private void choose(boolean chosen, boolean log) {
    if (chosen) {
      model.setLog(log);
    }
  }

  private ToggleButton scaleButton(String key) {
    ToggleButton button = new ToggleButton();
    button.textProperty().bind(messages.text(key));
    button.getStyleClass().addAll("small-button", "pill");
    Tip.explain(button, messages.text("plot.scale.tip"));
    // A press on the chosen scale keeps it.
    button.addEventFilter(ActionEvent.ACTION, _ -> button.setSelected(true));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private ToggleButton theoryButton() {
    ToggleButton button = new ToggleButton();
    button.setId("plot-theory");
    button.getStyleClass().add("small-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.textProperty().bind(messages.text("plot.theory.button"));
    Tip.explain(button, messages.text("plot.theory.tip"));
    ObservableValue<Theory> now = theory.theoryProperty();
    button.visibleProperty().bind(now.map(t -> t.descent().isPresent()));
    button.managedProperty().bind(button.visibleProperty());
    // The model lives as long as the window, and so does this.
    now.subscribe(t -> button.setSelected(t.wanted()));
    button.setOnAction(_ -> theory.want(button.isSelected()));
    return button;
  }

  private Button keepButton() {
    Button keep = Parts.smallButton("keep-run", messages.text("plot.keep"), model::keep);
    keep.visibleProperty().bind(model.settingsProperty().map(Optional::isPresent));
    keep.managedProperty().bind(keep.visibleProperty());
    Tip.explain(keep, messages.text("plot.keep.tip"));
    return keep;
  }

  private Button runButton() {
    ObservableValue<Plot> plot = model.plotProperty();
    Button run =
        Parts.smallButton("run", plot.map(PlotView::runKey).flatMap(messages::text), model::run);
    run.getStyleClass().add("run-button");
    FontIcon icon = new FontIcon();
    icon.iconCodeProperty()
        .bind(plot.map(p -> p.running() ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY));
    run.setGraphic(icon);
    Tip.explain(
        run,
        plot.map(p -> p.running() ? "plot.pause.tip" : "plot.run.tip")
            .flatMap(key -> messages.text(key, Keymap.RUN)));
    return run;
  }

  private static String runKey(Plot plot) {
    if (plot.running()) {
      return "plot.pause";
    }
    return plot.atEnd() ? "plot.again" : "plot.run";
  }
}
