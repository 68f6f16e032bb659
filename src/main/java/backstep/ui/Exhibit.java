package backstep.ui;

import backstep.lesson.Lesson;
import backstep.ui.kit.Messages;
import backstep.ui.kit.ScrollColumn;
import backstep.ui.lab.ErrorView;
import backstep.ui.lab.LandscapeView;
import backstep.ui.lab.SecantView;
import backstep.ui.lab.network.Look;
import backstep.ui.lab.network.NetworkBarView;
import backstep.ui.lab.network.NetworkLabView;
import backstep.ui.player.PlayerModel;
import backstep.ui.plot.PlotView;
import backstep.ui.stage.StageView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// What is presented of a lesson: its graph, with charts under it only where the lesson is about
/// them; or the network lab.
///
/// It shows the same models as the window. Charts and the lab are made when they are first seen.
final class Exhibit extends VBox {
  private final Workbench bench;
  private final StageView stage;
  private final HBox charts = new HBox();
  private final Supplier<Region> curve;
  private final Supplier<Region> landscape;
  private final Supplier<Region> secants;
  private final Supplier<Region> errors;
  private final Supplier<Region> lab;
  private final Rectangle clip = new Rectangle();
  private boolean follows;

  Exhibit(Workbench bench, Messages messages) {
    this.bench = bench;
    getStyleClass().add("exhibit");
    setClip(clip);
    stage = new StageView(bench.stage, messages);
    stage.heldProperty().set(true);
    stage.speedProperty().bind(bench.player.stateProperty().map(PlayerModel.State::speed));
    curve = once(() -> new PlotView(bench.plot, bench.theory, messages));
    landscape = once(() -> new LandscapeView(bench.landscape, bench.controls, messages));
    secants = once(() -> new SecantView(bench.differences, messages));
    errors = once(() -> new ErrorView(bench.differences, messages));
    lab =
        once(() -> {
          NetworkLabView view = new NetworkLabView(bench.network, messages);
          VBox.setVgrow(view, Priority.ALWAYS);
          VBox all = new VBox(new NetworkBarView(bench.network, messages), view);
          ScrollColumn column = new ScrollColumn(messages.text("shell.middle"), all);
          column.setFitToHeight(true);
          return column;
        });
    VBox.setVgrow(stage, Priority.ALWAYS);
    bench.lessons.openProperty().subscribe(_ -> arrange());
    bench.network.look().subscribe(_ -> arrange());
    bench.landscape.thereProperty().subscribe(_ -> arrange());
    bench.plot.plotProperty().map(plot -> plot.isCurve()).subscribe(_ -> arrange());
    bench.cover.onProperty().subscribe(_ -> arrange());
  }

  private static Supplier<Region> once(Supplier<Region> maker) {
    return new Supplier<>() {
      private Optional<Region> made = Optional.empty();

      @Override
      public Region get() {
        if (made.isEmpty()) {
          made = Optional.of(maker.get());
          VBox.setVgrow(made.get(), Priority.ALWAYS);
          HBox.setHgrow(made.get(), Priority.ALWAYS);
        }
        return made.get();
      }
    };
  }

  StageView stage() {
    return stage;
  }

  /// Whether this is the network lab as a whole, where there is no step.
  boolean isNetwork() {
    return shows(Lesson.View.NETWORK) && bench.network.look().getValue() == Look.NETWORK;
  }

  private boolean shows(Lesson.View view) {
    return bench.lessons.openProperty().get().map(Lesson::view).equals(Optional.of(view));
  }

  /// Whether the graph follows the lesson, or stays as it is.
  void follow(boolean now) {
    follows = now;
    stage.heldProperty().set(!follows || isNetwork());
  }

  /// Shows what the lesson is about; while nothing is presented all stays as it was.
  void arrange() {
    if (!bench.present.isOn()) {
      return;
    }
    List<Region> now = isNetwork() ? List.of(lab.get()) : graph();
    if (!getChildren().equals(now)) {
      getChildren().setAll(now);
    }
    stage.heldProperty().set(!follows || isNetwork());
  }

  private List<Region> graph() {
    List<Region> beneath = beneath();
    if (!charts.getChildren().equals(beneath)) {
      charts.getChildren().setAll(beneath);
    }
    return beneath.isEmpty() ? List.of(stage) : List.of(stage, charts);
  }

  private List<Region> beneath() {
    List<Region> beneath = new ArrayList<>();
    if (bench.cover.getCover().isOn()) {
      return beneath; // they would tell what is hidden
    }
    if (shows(Lesson.View.NUMERICAL)) {
      beneath.addAll(List.of(secants.get(), errors.get()));
    } else if (shows(Lesson.View.GUESS)) {
      if (bench.plot.getPlot().isCurve()) {
        beneath.add(curve.get());
      }
      if (bench.landscape.isThere()) {
        beneath.add(landscape.get());
      }
    }
    return beneath;
  }

  // The graph of such a lesson is small, and its charts are what it is about.
  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    charts.setMinHeight(0);
    charts.setPrefHeight(Math.floor(getHeight() * 0.52));
    stage.setMinHeight(0);
    stage.setPrefHeight(0);
    charts
        .getChildren()
        .forEach(chart -> ((Region) chart).setPrefWidth(getWidth() / charts.getChildren().size()));
    super.layoutChildren();
  }
}
