package backstep.ui.lab.network;

import backstep.ui.kit.Choice;
import backstep.ui.kit.FlowBar;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Tip;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Over the network lab: whether the network is looked at as a whole or from within, and how it is
/// trained.
public final class NetworkBarView extends FlowBar {
  private final NetworkLabModel model;
  private final Messages messages;

  public NetworkBarView(NetworkLabModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("network-bar");
    setAlignment(Pos.CENTER_LEFT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(looks(), gap, outside(runButton()), outside(stepButton()));
    getChildren().addAll(outside(restartButton()), outside(speeds()));
  }

  // From within, the player's bar does all that.
  private Node outside(Node node) {
    node.visibleProperty().bind(model.look().map(look -> look == Look.NETWORK));
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }

  private Node looks() {
    Choice<Look> looks = new Choice<>(messages.text("network.look"), model::look);
    for (Look look : Look.values()) {
      String name = look.name().toLowerCase(Locale.ROOT);
      looks.with(look, messages.text("network.look." + name));
      looks.segment(look).setId("look-" + name);
      Tip.explain(looks.segment(look), messages.text("network.look." + name + ".tip"));
    }
    looks.segment(Look.GRAPH).disableProperty().bind(off());
    return looks.showing(model.look()).node();
  }

  private ObservableValue<Boolean> off() {
    return model.stateProperty().map(state -> state.progress().isEmpty());
  }

  private Button runButton() {
    ObservableValue<LabState> state = model.stateProperty();
    Button run =
        Parts.smallButton(
            "network-run",
            state
                .map(now -> now.running() ? "network.pause" : "network.run")
                .flatMap(messages::text),
            model::runOrPause);
    run.getStyleClass().add("run-button");
    FontIcon icon = new FontIcon();
    icon.iconCodeProperty()
        .bind(state.map(now -> now.running() ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY));
    run.setGraphic(icon);
    Tip.explain(run, messages.text("network.run.tip", Keymap.PLAY));
    run.disableProperty().bind(state.map(now -> !now.running() && !now.canTrain()));
    return run;
  }

  private Button stepButton() {
    Button step =
        Parts.smallButton("network-step", messages.text("network.step"), () -> model.step(1));
    step.setGraphic(new FontIcon(MaterialDesignS.STEP_FORWARD));
    Tip.explain(step, messages.text("network.step.tip", Keymap.NEXT));
    step.disableProperty().bind(model.stateProperty().map(now -> !now.canTrain()));
    return step;
  }

  private Button restartButton() {
    Button restart =
        Parts.smallButton("network-restart", messages.text("network.restart"), model::restart);
    restart.setGraphic(new FontIcon(MaterialDesignR.RESTART));
    Tip.explain(restart, messages.text("network.restart.tip", Keymap.START));
    restart.disableProperty().bind(off());
    return restart;
  }

  private Node speeds() {
    Choice<Speed> speeds = new Choice<>(messages.text("network.speed"), model::setSpeed);
    for (Speed speed : Speed.values()) {
      String name = speed.name().toLowerCase(Locale.ROOT);
      speeds.with(speed, messages.text("network.speed." + name));
      speeds.segment(speed).setId("speed-" + name);
      Tip.explain(
          speeds.segment(speed),
          messages.text("network.speed." + name + ".tip", speed.perSecond()));
    }
    return speeds.showing(model.stateProperty().map(LabState::speed)).node();
  }
}
