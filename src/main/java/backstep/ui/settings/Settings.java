package backstep.ui.settings;

import backstep.ui.kit.Keyboard;
import backstep.ui.kit.Theme;
import backstep.ui.kit.TypeSize;
import backstep.words.Numbers;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the learner has chosen.
///
/// @param language of the window; the system's if none
/// @param theme the colours; as the system is, light or dark, if none
/// @param typeSize how large letters are
/// @param stillness whether nothing moves; as the system has it if none
/// @param speed of the steps; 1 is the usual
/// @param numbers how figures are written
/// @param keyboard what is pressed for what
/// @param done marks of what was done in the lessons, in alphabetical order, so that the same
///   choices always read the same; one that this version does not know is kept
public record Settings(
    Optional<Locale> language,
    Optional<Theme> theme,
    TypeSize typeSize,
    Optional<Boolean> stillness,
    double speed,
    Numbers numbers,
    Keyboard keyboard,
    Set<String> done) {

  /// Nothing chosen.
  public static final Settings USUAL =
      new Settings(
          Optional.empty(),
          Optional.empty(),
          TypeSize.USUAL,
          Optional.empty(),
          1,
          Numbers.USUAL,
          Keyboard.USUAL,
          Set.of());

  public Settings {
    done = Collections.unmodifiableSet(new TreeSet<>(done));
  }

  public Settings withLanguage(Locale other) {
    return new Settings(
        Optional.of(other), theme, typeSize, stillness, speed, numbers, keyboard, done);
  }

  public Settings withTheme(Optional<Theme> other) {
    return new Settings(language, other, typeSize, stillness, speed, numbers, keyboard, done);
  }

  public Settings withTypeSize(TypeSize other) {
    return new Settings(language, theme, other, stillness, speed, numbers, keyboard, done);
  }

  public Settings withStillness(Optional<Boolean> other) {
    return new Settings(language, theme, typeSize, other, speed, numbers, keyboard, done);
  }

  public Settings withSpeed(double other) {
    return new Settings(language, theme, typeSize, stillness, other, numbers, keyboard, done);
  }

  public Settings withNumbers(Numbers other) {
    return new Settings(language, theme, typeSize, stillness, speed, other, keyboard, done);
  }

  public Settings withKeyboard(Keyboard other) {
    return new Settings(language, theme, typeSize, stillness, speed, numbers, other, done);
  }

  public Settings withDone(Set<String> other) {
    return new Settings(language, theme, typeSize, stillness, speed, numbers, keyboard, other);
  }

  /// All else as in others, but still in this language, and with all that was done.
  Settings like(Settings others) {
    return new Settings(
        language,
        others.theme,
        others.typeSize,
        others.stillness,
        others.speed,
        others.numbers,
        others.keyboard,
        done);
  }
}
