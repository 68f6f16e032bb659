package backstep.ui.plot;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.plot.PlotModel.Plot;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The loss curve with its title, its scale and the button that runs all iterations.
public final class PlotView extends VBox {
  private final PlotModel model;
  private final Messages messages;

  public PlotView(PlotModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("plot");
    LossCurve curve = new LossCurve(messages, model::travel);
    VBox.setVgrow(curve, Priority.ALWAYS);
    getChildren().addAll(header(), curve);
    // The model lives as long as the window, and so does this.
    model.plotProperty().subscribe((Consumer<Plot>) curve::show);
    messages.words().subscribe(_ -> curve.show(model.getPlot()));
  }

  private HBox header() {
    Label title = new Label();
    title.getStyleClass().add("section-title");
    title.textProperty().bind(messages.text("plot.title"));
    title.setMinWidth(USE_PREF_SIZE);
    Label hint = new Label();
    hint.getStyleClass().add("muted");
    hint.textProperty().bind(messages.text("plot.hint"));
    hint.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(10, title, hint, gap, scale(), runButton());
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("plot-header");
    return header;
  }

  private HBox scale() {
    ToggleGroup group = new ToggleGroup();
    ToggleButton linear = scaleButton("plot.linear", group, "left-pill");
    ToggleButton log = scaleButton("plot.log", group, "right-pill");
    linear.setId("plot-linear");
    log.setId("plot-log");
    model
        .plotProperty()
        .subscribe(plot -> {
          log.setSelected(plot.log());
          linear.setSelected(!plot.log());
        });
    linear.setOnAction(_ -> model.setLog(false));
    log.setOnAction(_ -> model.setLog(true));
    HBox box = new HBox(linear, log);
    box.setMinWidth(USE_PREF_SIZE);
    return box;
  }

  private ToggleButton scaleButton(String key, ToggleGroup group, String end) {
    ToggleButton button = new ToggleButton();
    button.textProperty().bind(messages.text(key));
    button.getStyleClass().addAll("small-button", "pill", end);
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(messages.text("plot.scale.tip"));
    button.setTooltip(tip);
    // A press on the chosen scale keeps it.
    button.addEventFilter(
        javafx.event.ActionEvent.ACTION,
        _ -> {
          if (group.getSelectedToggle() == null) {
            button.setSelected(true);
          }
        });
    button.setToggleGroup(group);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Button runButton() {
    Button run = new Button();
    run.setId("run");
    run.getStyleClass().addAll("small-button", "run-button");
    run.setMinWidth(USE_PREF_SIZE);
    ObservableValue<Plot> plot = model.plotProperty();
    run.textProperty().bind(plot.map(PlotView::runKey).flatMap(messages::text));
    FontIcon icon = new FontIcon();
    icon.iconCodeProperty()
        .bind(plot.map(p -> p.running() ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY));
    run.setGraphic(icon);
    Tooltip tip = new Tooltip();
    tip.textProperty()
        .bind(
            plot.map(p -> p.running() ? "plot.pause.tip" : "plot.run.tip")
                .flatMap(key -> messages.text(key, Keymap.RUN.cap())));
    run.setTooltip(tip);
    run.setOnAction(_ -> model.run());
    return run;
  }

  private static String runKey(Plot plot) {
    if (plot.running()) {
      return "plot.pause";
    }
    return plot.atEnd() ? "plot.again" : "plot.run";
  }
}
