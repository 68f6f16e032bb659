package backstep.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Keyboard;
import backstep.ui.kit.Theme;
import backstep.ui.kit.TypeSize;
import backstep.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Settings")
class SettingsModelTest {
  private final List<Settings> saved = new ArrayList<>();
  private final ObjectProperty<Theme> systemTheme = new SimpleObjectProperty<>(Theme.LIGHT);
  private final BooleanProperty systemStill = new SimpleBooleanProperty(false);
  private final SettingsModel model =
      new SettingsModel(
          new SettingsStore() {
            @Override
            public Settings load() {
              return saved.isEmpty() ? Settings.USUAL : saved.getLast();
            }

            @Override
            public void save(Settings settings) {
              saved.add(settings);
            }
          },
          systemTheme,
          systemStill);

  @Test
  @DisplayName("follow the system's colours until some are chosen, and again when told to")
  void theme() {
    assertThat(model.theme().getValue()).isEqualTo(Theme.LIGHT);
    systemTheme.set(Theme.DARK);
    assertThat(model.theme().getValue()).isEqualTo(Theme.DARK);
    model.setTheme(Optional.of(Theme.PROJECTOR));
    systemTheme.set(Theme.LIGHT);
    assertThat(model.theme().getValue()).isEqualTo(Theme.PROJECTOR);
    model.setTheme(Optional.empty());
    assertThat(model.theme().getValue()).isEqualTo(Theme.LIGHT);
  }

  @Test
  @DisplayName("follow the system's reduced motion until something is chosen")
  void still() {
    systemStill.set(true);
    assertThat(model.still().getValue()).isTrue();
    model.setStill(false);
    assertThat(model.still().getValue()).isFalse();
    model.reset();
    assertThat(model.still().getValue()).isTrue();
  }

  @Test
  @DisplayName("are saved when they change, and only then")
  void saves() {
    model.larger();
    model.setLanguage(Locale.KOREAN);
    model.setLanguage(Locale.KOREAN);
    model.setSpeed(1);
    model.setSpeed(2);
    assertThat(saved).hasSize(3);
    assertThat(saved.getLast())
        .isEqualTo(
            new Settings(
                Optional.of(Locale.KOREAN),
                Optional.empty(),
                new TypeSize(110),
                Optional.empty(),
                2,
                Numbers.USUAL,
                Keyboard.USUAL,
                Set.of()));
  }

  @Test
  @DisplayName("that are reset keep the language and what was done, and can be had again")
  void reset() {
    model.setLanguage(Locale.KOREAN);
    model.setSpeed(4);
    model.setDone(Set.of("01-square/end"));
    model.setTheme(Optional.of(Theme.DARK));
    model.smaller();
    model.setStill(true);
    model.setNumbers(Numbers.USUAL.withDigits(6));
    model.setKeyboard(Keyboard.USUAL.withAlone(false));
    Settings before = model.getSettings();
    model.reset();
    assertThat(model.getSettings())
        .isEqualTo(Settings.USUAL.withLanguage(Locale.KOREAN).withDone(Set.of("01-square/end")));
    assertThat(model.beforeResetProperty().get()).contains(before);
    model.setDone(Set.of("01-square/end", "02-chain-rule/end"));
    model.undoReset();
    assertThat(model.getSettings())
        .isEqualTo(before.withDone(Set.of("01-square/end", "02-chain-rule/end")));
    assertThat(model.beforeResetProperty().get()).isEmpty();
  }

  @Test
  @DisplayName("that are chosen after a reset end its undoing")
  void afterReset() {
    model.larger();
    model.reset();
    model.setSpeed(8);
    assertThat(model.beforeResetProperty().get()).isEmpty();
    model.undoReset();
    assertThat(model.getSettings()).isEqualTo(Settings.USUAL.withSpeed(8));
  }
}
