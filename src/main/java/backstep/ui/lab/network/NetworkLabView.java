package backstep.ui.lab.network;

import backstep.ui.kit.Em;
import backstep.ui.kit.Messages;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// The network lab: the network at work, how well it does, and all that can be set. With much room
/// the settings stand to the left of it; else everything is one column.
public final class NetworkLabView extends VBox {
  // In em.
  private static final double BESIDE_FROM = 54;
  private static final double PANEL = 20.5;
  private static final double LEAST_NETWORK = 19;
  private static final double NETWORK_PART = 0.56;
  private static final double LEAST_CHART = 12;
  private static final double CHART_PART = 0.3;

  private final Em em = new Em();
  private final VBox panel;
  private final NetworkPane network;
  private final VBox work;
  private final LossPanel losses;
  private final HBox beside = new HBox();
  private final AnimationTimer frames;

  public NetworkLabView(NetworkLabModel model, Messages messages) {
    getStyleClass().add("network-lab");
    panel = new VBox(new DataPanel(model, messages), new SettingsPanel(model, messages));
    panel.getStyleClass().add("network-panel");
    network = new NetworkPane(model, messages);
    losses = new LossPanel(model, messages);
    work = new VBox(new Figures(model, messages), new PointLegend(messages), network);
    work.getStyleClass().add("network-work");
    HBox.setHgrow(work, Priority.ALWAYS);
    VBox.setVgrow(network, Priority.ALWAYS);
    beside.getChildren().add(work);
    work.visibleProperty().bind(model.withheldProperty().not());
    losses.visibleProperty().bind(work.visibleProperty());
    getChildren()
        .addAll(new Notice(model, messages), withheld(model, messages), beside, panel, losses, em);
    VBox.setVgrow(beside, Priority.ALWAYS);
    frames =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            model.poll();
          }
        };
    widthProperty().subscribe(_ -> arrange());
    heightProperty().subscribe(_ -> arrange());
    // Not now: JavaFX walks over the parts while it tells of the size of letters.
    em.size().subscribe((_, _) -> Platform.runLater(this::arrange));
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(this::watch);
    visibleProperty().subscribe(_ -> watch(isShown()));
  }

  private static Label withheld(NetworkLabModel model, Messages messages) {
    Label label = new Label();
    label.setId("network-withheld");
    label.getStyleClass().add("network-notice");
    label.setAccessibleRole(AccessibleRole.TEXT);
    label.setGraphic(new FontIcon(MaterialDesignE.EYE_OFF_OUTLINE));
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    label.textProperty().bind(messages.text("network.withheld"));
    label.visibleProperty().bind(model.withheldProperty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private boolean isShown() {
    return getScene() != null
        && getScene().getWindow() != null
        && getScene().getWindow().isShowing();
  }

  // Only what is seen is kept up to date.
  private void watch(boolean isShown) {
    if (isShown && isVisible()) {
      frames.start();
    } else {
      frames.stop();
    }
  }

  private void arrange() {
    double size = em.times(1);
    boolean wide = getWidth() >= BESIDE_FROM * size;
    panel.setMinWidth(USE_COMPUTED_SIZE);
    // Words of some language may need more.
    double least = Math.max(PANEL * size, panel.minWidth(-1));
    panel.setPrefWidth(wide ? least : USE_COMPUTED_SIZE);
    panel.setMinWidth(wide ? least : 0);
    work.setMinWidth(0);
    network.setMinHeight(
        wide
            ? LEAST_NETWORK * size
            : Math.max(LEAST_NETWORK * size, Math.min(getWidth() * NETWORK_PART, 34 * size)));
    losses.setMinHeight(LEAST_CHART * size);
    losses.setPrefHeight(Math.max(LEAST_CHART * size, wide ? CHART_PART * getHeight() : 0));
    panel.setMinHeight(USE_PREF_SIZE);
    if (wide == (beside.getChildren().size() == 2)) {
      return;
    }
    getChildren().removeAll(panel, losses);
    work.getChildren().remove(losses);
    beside.getChildren().clear();
    if (wide) {
      work.getChildren().add(losses);
      beside.getChildren().addAll(panel, work);
    } else {
      beside.getChildren().add(work);
      getChildren().addAll(panel, losses);
    }
  }
}
