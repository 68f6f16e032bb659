package backstep.ui.settings;

import atlantafx.base.theme.Tweaks;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Theme;
import backstep.ui.kit.Tip;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The button with the colours to choose from, the present ones marked.
public final class ThemeMenu extends MenuButton {
  /// To follow the system, and every theme.
  static final List<Optional<Theme>> OPTIONS =
      Stream.concat(Stream.of(Optional.<Theme>empty()), Stream.of(Theme.values()).map(Optional::of))
          .toList();

  public ThemeMenu(SettingsModel model, Messages messages) {
    setId("theme");
    getStyleClass().addAll("bar-button", "theme-menu", Tweaks.NO_ARROW);
    setGraphic(new FontIcon(MaterialDesignC.CIRCLE_HALF_FULL));
    ObservableValue<String> words = messages.text("theme.tip");
    Tip.name(this, words);
    ToggleGroup group = new ToggleGroup();
    for (Optional<Theme> option : OPTIONS) {
      RadioMenuItem item = new RadioMenuItem();
      item.setToggleGroup(group);
      item.textProperty().bind(messages.text(words(option)));
      item.setOnAction(_ -> model.setTheme(option));
      // The model lives as long as the window, and so does this.
      model
          .settingsProperty()
          .subscribe(settings -> item.setSelected(settings.theme().equals(option)));
      getItems().add(item);
    }
  }

  /// The key of an option's name.
  static String words(Optional<Theme> option) {
    return "theme." + option.map(Theme::id).orElse("system");
  }
}
