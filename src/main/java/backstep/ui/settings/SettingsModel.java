package backstep.ui.settings;

import backstep.ui.kit.Keyboard;
import backstep.ui.kit.Theme;
import backstep.ui.kit.TypeSize;
import backstep.words.Numbers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What the learner has chosen, and what holds where they have chosen nothing.
public final class SettingsModel {
  private final SettingsStore store;
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final ReadOnlyObjectWrapper<Optional<Settings>> beforeReset =
      new ReadOnlyObjectWrapper<>(this, "beforeReset", Optional.empty());
  private final ObservableValue<Theme> theme;
  private final ObservableValue<Boolean> still;

  /// @param store read once, and written at every change
  /// @param systemTheme the colours of the system
  /// @param systemStill whether the system asks for less movement
  public SettingsModel(
      SettingsStore store,
      ObservableValue<Theme> systemTheme,
      ObservableValue<Boolean> systemStill) {
    this.store = store;
    settings = new ReadOnlyObjectWrapper<>(this, "settings", store.load());
    theme =
        Bindings.createObjectBinding(
            () -> settings.get().theme().orElseGet(systemTheme::getValue), settings, systemTheme);
    still =
        Bindings.createObjectBinding(
            () -> settings.get().stillness().orElseGet(systemStill::getValue),
            settings,
            systemStill);
  }

  /// Settings that are not kept, in a system with light colours where things move.
  public static SettingsModel passing(Settings settings) {
    return new SettingsModel(
        SettingsStore.passing(settings),
        new SimpleObjectProperty<>(Theme.LIGHT),
        new SimpleObjectProperty<>(false));
  }

  // --- Properties --------------------------------------------------------------------------------

  /// What was chosen.
  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  public Settings getSettings() {
    return settings.get();
  }

  /// The colours that hold.
  public ObservableValue<Theme> theme() {
    return theme;
  }

  /// Whether nothing moves: steps show their end state at once.
  public ObservableValue<Boolean> still() {
    return still;
  }

  /// What was chosen before all was set back; none once something else is chosen.
  ReadOnlyObjectProperty<Optional<Settings>> beforeResetProperty() {
    return beforeReset.getReadOnlyProperty();
  }

  /// How figures are written.
  public ObservableValue<Numbers> numbers() {
    return settings.map(Settings::numbers);
  }

  /// What is pressed for what.
  public ObservableValue<Keyboard> keyboard() {
    return settings.map(Settings::keyboard);
  }

  /// How large letters are.
  public ObservableValue<TypeSize> typeSize() {
    return settings.map(Settings::typeSize);
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Keeps the language.
  public void setLanguage(Locale language) {
    change(now -> now.withLanguage(language));
  }

  /// Chooses colours, or to follow the system.
  public void setTheme(Optional<Theme> chosen) {
    change(now -> now.withTheme(chosen));
  }

  /// Chooses whether nothing moves.
  public void setStill(boolean chosen) {
    change(now -> now.withStillness(Optional.of(chosen)));
  }

  /// Keeps the speed of the steps.
  public void setSpeed(double speed) {
    change(now -> now.withSpeed(speed));
  }

  /// Chooses how figures are written.
  public void setNumbers(Numbers numbers) {
    change(now -> now.withNumbers(numbers));
  }

  /// Chooses what is pressed for what.
  public void setKeyboard(Keyboard keyboard) {
    change(now -> now.withKeyboard(keyboard));
  }

  /// Keeps what was done in the lessons.
  public void setDone(Set<String> marks) {
    change(now -> now.withDone(marks));
  }

  /// Makes letters one step larger.
  public void larger() {
    change(now -> now.withTypeSize(now.typeSize().larger()));
  }

  /// Makes letters one step smaller.
  public void smaller() {
    change(now -> now.withTypeSize(now.typeSize().smaller()));
  }

  /// Chooses how large letters are.
  public void setTypeSize(TypeSize size) {
    change(now -> now.withTypeSize(size));
  }

  /// Gives letters their usual size.
  public void usualSize() {
    setTypeSize(TypeSize.USUAL);
  }

  /// Sets all back but the language, as at the first start.
  public void reset() {
    Settings before = settings.get();
    change(now -> now.like(Settings.USUAL));
    if (!before.equals(settings.get())) {
      beforeReset.set(Optional.of(before));
    }
  }

  /// Takes setting back back.
  public void undoReset() {
    beforeReset.get().ifPresent(before -> change(now -> now.like(before)));
  }

  private void change(UnaryOperator<Settings> change) {
    Settings before = settings.get();
    Settings after = change.apply(before);
    if (after.equals(before)) {
      return;
    }
    // What was done meanwhile is not a choice.
    if (!after.equals(after.like(before))) {
      beforeReset.set(Optional.empty());
    }
    settings.set(after);
    store.save(after);
  }
}
