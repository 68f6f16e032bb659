package backstep.ui.settings;

import backstep.ui.kit.Theme;
import backstep.ui.kit.TypeSize;
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
/// @param done marks of what was done in the lessons, in alphabetical order, so that the same
///   choices always read the same; one that this version does not know is kept
public record Settings(
    Optional<Locale> language,
    Optional<Theme> theme,
    TypeSize typeSize,
    Optional<Boolean> stillness,
    double speed,
    Set<String> done) {

  /// Nothing chosen.
  public static final Settings USUAL =
      new Settings(
          Optional.empty(), Optional.empty(), TypeSize.USUAL, Optional.empty(), 1, Set.of());

  public Settings {
    done = Collections.unmodifiableSet(new TreeSet<>(done));
  }

  public Settings withLanguage(Locale other) {
    return new Settings(Optional.of(other), theme, typeSize, stillness, speed, done);
  }

  public Settings withTheme(Optional<Theme> other) {
    return new Settings(language, other, typeSize, stillness, speed, done);
  }

  public Settings withTypeSize(TypeSize other) {
    return new Settings(language, theme, other, stillness, speed, done);
  }

  public Settings withStillness(Optional<Boolean> other) {
    return new Settings(language, theme, typeSize, other, speed, done);
  }

  public Settings withSpeed(double other) {
    return new Settings(language, theme, typeSize, stillness, other, done);
  }

  public Settings withDone(Set<String> other) {
    return new Settings(language, theme, typeSize, stillness, speed, other);
  }
}
