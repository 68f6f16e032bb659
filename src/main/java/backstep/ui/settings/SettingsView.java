package backstep.ui.settings;

import backstep.ui.kit.Choice;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Theme;
import backstep.words.Words;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;

/// Everything that can be chosen for the whole window.
public final class SettingsView extends VBox {
  private final SettingsModel model;
  private final Messages messages;

  /// @param showKeys shows what the keys do
  public SettingsView(SettingsModel model, Messages messages, Runnable showKeys) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("settings");
    Label title = new Label();
    title.getStyleClass().add("bubble-title");
    title.textProperty().bind(messages.text("settings.title"));
    getChildren()
        .setAll(
            title,
            row("settings.typeSize", typeSize()),
            row("settings.theme", theme()),
            row("settings.language", language()),
            still(),
            actions(showKeys));
  }

  private VBox row(String key, Node control) {
    return Parts.setting(messages.text(key), control);
  }

  private HBox typeSize() {
    Label percent = new Label();
    percent.setId("type-size");
    percent.getStyleClass().add("type-size");
    percent
        .textProperty()
        .bind(messages.text("settings.percent", model.typeSize().map(size -> size.percent())));
    Button usual = new Button();
    usual.getStyleClass().add("bar-button");
    usual.textProperty().bind(messages.text("settings.usual"));
    usual.accessibleTextProperty().bind(messages.text("type.usual.tip", Keymap.USUAL_SIZE.cap()));
    usual.setOnAction(_ -> model.usualSize());
    TypeButtons buttons = new TypeButtons(model, messages);
    HBox row = new HBox(buttons.smaller(), percent, buttons.larger(), usual);
    row.getStyleClass().add("setting-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node theme() {
    Choice<Optional<Theme>> choice = new Choice<>(messages.text("settings.theme"), model::setTheme);
    ThemeMenu.OPTIONS.forEach(
        option -> choice.with(option, messages.text(ThemeMenu.words(option))));
    return choice.showing(model.settingsProperty().map(Settings::theme)).node();
  }

  // Each language is written in itself, for who does not read the other.
  private Node language() {
    Choice<Locale> choice = new Choice<>(messages.text("settings.language"), messages::speak);
    Words.LANGUAGES.forEach(
        language -> choice.with(language, messages.text("language." + language.getLanguage())));
    return choice.showing(messages.language()).node();
  }

  private ToggleSwitch still() {
    ToggleSwitch still = new ToggleSwitch();
    still.setId("still");
    still.textProperty().bind(messages.text("settings.still"));
    still.accessibleTextProperty().bind(still.textProperty());
    still.setMaxWidth(Double.MAX_VALUE);
    model.still().subscribe(still::setSelected);
    still.selectedProperty().subscribe((_, now) -> choose(now));
    return still;
  }

  // Not when the switch only follows the system.
  private void choose(boolean still) {
    if (still != model.still().getValue()) {
      model.setStill(still);
    }
  }

  private HBox actions(Runnable showKeys) {
    Button keys = new Button();
    keys.setId("all-keys");
    keys.getStyleClass().add("bar-button");
    keys.textProperty().bind(messages.text("settings.keys"));
    keys.setOnAction(_ -> showKeys.run());
    Button reset = new Button();
    reset.setId("settings-reset");
    reset.getStyleClass().add("bar-button");
    ObservableValue<String> words = messages.text("settings.reset");
    reset.textProperty().bind(words);
    reset.setOnAction(_ -> model.reset());
    HBox row = new HBox(keys, reset);
    row.getStyleClass().add("setting-row");
    return row;
  }
}
