package backstep.ui.settings;

import backstep.ui.kit.Background;
import backstep.ui.kit.Keyboard;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Theme;
import backstep.ui.kit.TypeSize;
import backstep.ui.player.Speeds;
import backstep.words.Numbers;
import backstep.words.Numbers.Powers;
import backstep.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Settings kept where the system keeps those of each user's programs.
///
/// The Java library by itself writes them half a minute later, or at the end: whatever is chosen
/// would be lost if the program were killed before. So it is told to, away from the screen's
/// thread, for the disk may be slow or out of reach.
public final class UserSettings implements SettingsStore {
  private static final String NODE = "backstep";
  private static final String LANGUAGE = "language";
  private static final String THEME = "theme";
  private static final String TYPE_SIZE = "typeSize";
  private static final String STILLNESS = "reducedMotion";
  private static final String SPEED = "speed";
  private static final String DONE = "done";
  private static final String DIGITS = "digits";
  private static final String POWERS = "powersOfTen";
  private static final String ALONE = "letterKeys";
  // One for each key that was changed: `key.ZOOM_IN`.
  private static final String KEY = "key.";

  // Held, or the level is forgotten with the logger. The library tells of a home that cannot be
  // written to every half minute, and on standard error.
  private static final Logger LOGGER = Logger.getLogger("java.util.prefs");

  static {
    LOGGER.setLevel(Level.OFF);
  }

  private final Supplier<Preferences> preferences;
  private final Background.Lane writing;

  /// Those of the user who runs the program.
  ///
  /// @param background where they are written
  public UserSettings(Background background) {
    this(UserSettings::userNode, background);
  }

  /// Opens the place where they are kept, so that they are read sooner afterwards.
  public static void prepare() {
    try {
      // The library reads them all as the first one is asked for.
      userNode().get(LANGUAGE, null);
    } catch (RuntimeException e) {
      // It will fail again for who reads them.
    }
  }

  private static Preferences userNode() {
    return Preferences.userRoot().node(NODE);
  }

  /// @param preferences may fail, as it does where no store can be reached
  UserSettings(Supplier<Preferences> preferences, Background background) {
    this.preferences = preferences;
    writing = background.lane();
  }

  @Override
  public Settings load() {
    return new Settings(
        read(LANGUAGE).flatMap(Words::language),
        read(THEME).flatMap(Theme::named),
        read(TYPE_SIZE)
            .flatMap(UserSettings::number)
            .map(Number::intValue)
            .map(TypeSize::near)
            .orElse(Settings.USUAL.typeSize()),
        read(STILLNESS).flatMap(UserSettings::choice),
        read(SPEED)
            .flatMap(UserSettings::number)
            .filter(Speeds.ALL::contains)
            .orElse(Settings.USUAL.speed()),
        numbers(),
        keyboard(),
        read(DONE).map(UserSettings::marks).orElse(Settings.USUAL.done()));
  }

  @Override
  public void save(Settings settings) {
    write(LANGUAGE, settings.language().map(Locale::getLanguage));
    write(THEME, settings.theme().map(Theme::id));
    write(TYPE_SIZE, Optional.of(Integer.toString(settings.typeSize().percent())));
    write(STILLNESS, settings.stillness().map(String::valueOf));
    write(SPEED, Optional.of(Double.toString(settings.speed())));
    write(DIGITS, Optional.of(Integer.toString(settings.numbers().digits())));
    write(POWERS, Optional.of(settings.numbers().powers().name()));
    Keyboard keyboard = settings.keyboard();
    write(ALONE, Optional.of(String.valueOf(keyboard.alone())));
    for (Keymap key : Keymap.values()) {
      Optional<KeyCodeCombination> own = Optional.ofNullable(keyboard.own().get(key));
      write(KEY + key.name(), own.map(KeyCodeCombination::getName));
    }
    write(DONE, Optional.of(String.join(" ", settings.done())));
    writing.run(this::flush, _ -> {}, _ -> {});
  }

  // Whatever could not be written is tried again at the next change, and at the end.
  private boolean flush() {
    try {
      preferences.get().flush();
      return true;
    } catch (BackingStoreException | RuntimeException e) {
      return false;
    }
  }

  private Numbers numbers() {
    Numbers usual = Settings.USUAL.numbers();
    Numbers digits =
        read(DIGITS)
            .flatMap(UserSettings::number)
            .map(Number::intValue)
            .filter(Numbers.DIGITS::contains)
            .map(usual::withDigits)
            .orElse(usual);
    return read(POWERS).flatMap(UserSettings::powers).map(digits::withPowers).orElse(digits);
  }

  private Keyboard keyboard() {
    Keyboard keyboard =
        Keyboard.USUAL.withAlone(
            read(ALONE).flatMap(UserSettings::choice).orElse(Keyboard.USUAL.alone()));
    for (Keymap key : Keymap.values()) {
      Optional<KeyCodeCombination> own =
          read(KEY + key.name()).filter(_ -> key.isChangeable()).flatMap(UserSettings::combination);
      if (own.isPresent()) {
        keyboard = keyboard.with(key, own.get());
      }
    }
    return keyboard.sound();
  }

  // A store fails in many ways: no permission, removed meanwhile, not supported by the system.
  private Optional<String> read(String key) {
    try {
      return Optional.ofNullable(preferences.get().get(key, null));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private void write(String key, Optional<String> value) {
    try {
      value.ifPresentOrElse(
          text -> preferences.get().put(key, text), () -> preferences.get().remove(key));
    } catch (RuntimeException e) {
      // It is used until the window closes, and asked for again next time.
    }
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Set<String> marks(String text) {
    return Stream.of(text.strip().split("\\s+"))
        .filter(mark -> !mark.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Optional<Powers> powers(String text) {
    return Stream.of(Powers.values()).filter(powers -> powers.name().equals(text)).findFirst();
  }

  private static Optional<KeyCodeCombination> combination(String text) {
    try {
      return KeyCombination.valueOf(text) instanceof KeyCodeCombination keys
          ? Optional.of(keys)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> choice(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
