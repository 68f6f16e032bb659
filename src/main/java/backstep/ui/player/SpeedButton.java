package backstep.ui.player;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import backstep.ui.player.PlayerModel.State;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/// Shows the speed of the steps, and lets another one be chosen, and one for the training.
final class SpeedButton extends MenuButton {
  SpeedButton(PlayerModel model, Messages messages) {
    setId("speed");
    getStyleClass().addAll("bar-button", "speed-button");
    setPopupSide(Side.TOP);
    ObservableValue<Double> speed = model.stateProperty().map(State::speed);
    ObservableValue<Double> pace = model.stateProperty().map(State::pace);
    offer(Speeds.ALL, speed, model::setSpeed, one -> messages.text("player.speed", one));
    getItems().add(new SeparatorMenuItem());
    offer(Paces.ALL, pace, model::setPace, one -> messages.text(Paces.words(one), one));
    textProperty().bind(messages.text("player.speed", speed));
    accessibleTextProperty().bind(messages.text("player.speed.name", speed));
    Tip.explain(this, messages.text("player.speed.tip", Keymap.SLOWER, Keymap.FASTER));
  }

  private void offer(
      List<Double> all,
      ObservableValue<Double> chosen,
      DoubleConsumer choose,
      Function<Double, ObservableValue<String>> words) {
    ToggleGroup group = new ToggleGroup();
    for (double one : all) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(words.apply(one));
      item.setToggleGroup(group);
      item.setOnAction(_ -> choose.accept(one));
      getItems().add(item);
    }
    // The model lives as long as the window, and so does this.
    chosen.subscribe(now -> group.selectToggle(group.getToggles().get(all.indexOf(now))));
  }
}
