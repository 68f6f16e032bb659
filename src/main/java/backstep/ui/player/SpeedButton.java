package backstep.ui.player;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.player.PlayerModel.State;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

/// Shows the speed, and lets another one be chosen.
final class SpeedButton extends MenuButton {
  SpeedButton(PlayerModel model, Messages messages) {
    setId("speed");
    getStyleClass().addAll("bar-button", "speed-button");
    setPopupSide(Side.TOP);
    ToggleGroup group = new ToggleGroup();
    for (double speed : Speeds.ALL) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(messages.text("player.speed", speed));
      item.setToggleGroup(group);
      item.setOnAction(_ -> model.setSpeed(speed));
      getItems().add(item);
    }
    ObservableValue<Double> speed = model.stateProperty().map(State::speed);
    // The model lives as long as the window, and so does this.
    speed.subscribe(now -> group.selectToggle(group.getToggles().get(Speeds.ALL.indexOf(now))));
    textProperty().bind(messages.text("player.speed", speed));
    accessibleTextProperty().bind(messages.text("player.speed.name", speed));
    Tooltip tip = new Tooltip();
    tip.textProperty()
        .bind(messages.text("player.speed.tip", Keymap.SLOWER.cap(), Keymap.FASTER.cap()));
    setTooltip(tip);
    accessibleHelpProperty().bind(tip.textProperty());
  }
}
