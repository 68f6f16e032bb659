package backstep.ui.settings;

import backstep.ui.kit.Choice;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Parts;
import backstep.ui.kit.Theme;
import backstep.ui.kit.Tip;
import backstep.ui.kit.TypeSize;
import backstep.ui.player.Speeds;
import backstep.words.Numbers;
import backstep.words.Numbers.Powers;
import backstep.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;

/// Everything that can be chosen for the whole window, in one column, or in two where there is
/// room.
public final class SettingsView extends VBox {
  /// In em: two columns and what is around them.
  private static final int TWO_COLUMNS = 54;

  private final SettingsModel model;
  private final Messages messages;
  private final VBox looks = column();
  private final VBox work = column();
  private final HBox wide = new HBox();
  private final VBox narrow = column();

  /// @param showKeys shows what the keys do
  public SettingsView(SettingsModel model, Messages messages, Runnable showKeys) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("settings");
    wide.getStyleClass().add("settings-columns");
    Label title = new Label();
    title.getStyleClass().add("bubble-title");
    title.textProperty().bind(messages.text("settings.title"));
    looks
        .getChildren()
        .setAll(
            row("settings.typeSize", typeSize()),
            row("settings.theme", new VBox(theme(), new PairsView(messages))),
            row("settings.language", language()),
            row("settings.speed", speed()),
            still());
    work.getChildren()
        .setAll(
            row("settings.digits", digits()),
            row("settings.powers", powers()),
            row("settings.keys", new KeyChangeView(model, messages, showKeys)));
    getChildren().setAll(title, wide, new ResetView(model, messages));
    within(0);
  }

  /// The same, in as many columns as there is room for.
  ///
  /// @param room how wide it may be, in em
  public SettingsView within(int room) {
    boolean two = room >= TWO_COLUMNS;
    wide.getChildren().clear();
    narrow.getChildren().clear();
    if (two) {
      wide.getChildren().setAll(looks, work);
    } else {
      narrow.getChildren().setAll(looks, work);
    }
    getChildren().set(1, two ? wide : narrow);
    return this;
  }

  private static VBox column() {
    VBox column = new VBox();
    column.getStyleClass().add("settings-column");
    return column;
  }

  private VBox row(String key, Node control) {
    return Parts.setting(messages.text(key), control);
  }

  // In a list, and not by steps: a button would not stay where it is pressed when all grows.
  private ComboBox<TypeSize> typeSize() {
    ComboBox<TypeSize> choice = new ComboBox<>();
    choice.setId("type-size");
    choice.getItems().setAll(TypeSize.STEPS);
    choice.accessibleTextProperty().bind(messages.text("settings.typeSize"));
    model.typeSize().subscribe(choice::setValue);
    choice.valueProperty().subscribe((_, size) -> model.setTypeSize(size));
    // Cells keep the words that they were made with.
    messages
        .words()
        .subscribe(_ -> {
          choice.setCellFactory(_ -> new SizeCell());
          choice.setButtonCell(new SizeCell());
        });
    return choice;
  }

  private final class SizeCell extends ListCell<TypeSize> {
    @Override
    protected void updateItem(TypeSize size, boolean empty) {
      super.updateItem(size, empty);
      setText(empty || size == null ? "" : messages.now("settings.percent", size.percent()));
    }
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

  private Node speed() {
    Choice<Double> choice = new Choice<>(messages.text("settings.speed"), model::setSpeed);
    Speeds.ALL.forEach(speed -> choice.with(speed, messages.text("player.speed", speed)));
    return choice.showing(model.settingsProperty().map(Settings::speed)).node();
  }

  private Node digits() {
    Choice<Integer> choice =
        new Choice<>(
            messages.text("settings.digits"), digits -> write(now -> now.withDigits(digits)));
    for (int digits : Numbers.DIGITS) {
      Numbers sample = Numbers.USUAL.withDigits(digits);
      choice.with(digits, messages.text("settings.count", digits));
      Tip.explain(choice.segment(digits), messages.text("settings.like", sample.shown(Math.PI)));
    }
    return choice.showing(model.numbers().map(Numbers::digits)).node();
  }

  private Node powers() {
    Choice<Powers> choice =
        new Choice<>(
            messages.text("settings.powers"), powers -> write(now -> now.withPowers(powers)));
    for (Powers powers : Powers.values()) {
      String key = "settings.powers." + powers.name().toLowerCase(Locale.ROOT);
      choice.with(powers, messages.text(key));
      Tip.explain(choice.segment(powers), messages.text(key + ".tip"));
    }
    return choice.showing(model.numbers().map(Numbers::powers)).node();
  }

  private void write(UnaryOperator<Numbers> change) {
    model.setNumbers(change.apply(model.getSettings().numbers()));
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
}
