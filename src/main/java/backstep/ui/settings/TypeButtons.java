package backstep.ui.settings;

import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import backstep.ui.kit.TypeSize;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// The two buttons that make letters smaller and larger.
///
/// @param smaller A−
/// @param larger A+
public record TypeButtons(Button smaller, Button larger) {
  public TypeButtons(SettingsModel model, Messages messages) {
    this(
        button(model, messages, "smaller", Keymap.SMALLER, model::smaller, TypeSize::isSmallest),
        button(model, messages, "larger", Keymap.LARGER, model::larger, TypeSize::isLargest));
  }

  private static Button button(
      SettingsModel model,
      Messages messages,
      String name,
      Keymap key,
      Runnable action,
      Predicate<TypeSize> off) {
    Button button = new Button();
    button.getStyleClass().addAll("bar-button", "type-" + name);
    button.textProperty().bind(messages.text("type." + name));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    button.disableProperty().bind(model.typeSize().map(off::test));
    ObservableValue<String> words = messages.text("type." + name + ".tip", key);
    Tip.name(button, words);
    return button;
  }
}
