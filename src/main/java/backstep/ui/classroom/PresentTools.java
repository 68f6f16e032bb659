package backstep.ui.classroom;

import backstep.ui.classroom.PresentModel.Hand;
import backstep.ui.classroom.PresentModel.State;
import backstep.ui.kit.Bubble;
import backstep.ui.kit.KeySheet;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The few buttons of a presentation, for whoever has no keyboard at hand.
final class PresentTools extends HBox {
  private final PresentModel model;
  private final Messages messages;
  private final Bubble keys;
  private final Button help;

  PresentTools(PresentModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    keys = new Bubble(messages.text("key.sheet"), room -> new KeySheet(messages, room));
    help = button("help", MaterialDesignH.HELP, Keymap.HELP, this::toggleKeys);
    getStyleClass().add("present-tools");
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(USE_PREF_SIZE);
    getChildren()
        .setAll(
            toggle(
                "spotlight",
                MaterialDesignS.SPOTLIGHT_BEAM,
                Keymap.SPOTLIGHT,
                now -> now.hand() == Hand.SPOTLIGHT,
                model::spotlight),
            toggle(
                "pen", MaterialDesignP.PEN, Keymap.PEN, now -> now.hand() == Hand.PEN, model::pen),
            button("wipe", MaterialDesignE.ERASER, Keymap.WIPE, model::wipe),
            toggle(
                "freeze", MaterialDesignS.SNOWFLAKE, Keymap.FREEZE, State::frozen, model::freeze),
            help,
            button("dark", MaterialDesignB.BRIGHTNESS_2, Keymap.DARK, model::darken),
            button("leave", MaterialDesignC.CLOSE, Keymap.PRESENT, model::leave));
  }

  /// Shows the keys, or hides them.
  void toggleKeys() {
    keys.toggle(help);
  }

  private ToggleButton toggle(
      String id, Ikon icon, Keymap key, Predicate<State> when, Runnable action) {
    ToggleButton button = new ToggleButton();
    dress(button, id, icon, key);
    model.stateProperty().subscribe(now -> button.setSelected(when.test(now)));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private Button button(String id, Ikon icon, Keymap key, Runnable action) {
    Button button = new Button();
    dress(button, id, icon, key);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void dress(ButtonBase button, String id, Ikon icon, Keymap key) {
    button.setId("present-" + id);
    button.getStyleClass().addAll("bar-button", "icon-button");
    button.setGraphic(new FontIcon(icon));
    ObservableValue<String> words = messages.text("present.tool", messages.text(key.words()), key);
    Tip.name(button, words);
  }
}
