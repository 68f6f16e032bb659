package backstep.ui.kit;

import backstep.words.Numbers;
import backstep.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What stands on the screen: words in a language, figures in a form, and what is printed on keys.
/// All of it can change at any moment, and whatever changes, there are other [words][#words].
public final class Messages {
  private final Function<Locale, Words> languages;
  private final ObjectProperty<Words> words;
  private Keyboard keyboard = Keyboard.USUAL;

  /// @param language the language to begin with
  public Messages(Locale language) {
    this(language, spoken -> Words.of(spoken).onScreen());
  }

  /// @param language the language to begin with
  /// @param languages the words of each
  public Messages(Locale language, Function<Locale, Words> languages) {
    this.languages = languages;
    words = new SimpleObjectProperty<>(languages.apply(language));
  }

  // --- Properties --------------------------------------------------------------------------------

  /// The language now spoken.
  public ObservableValue<Locale> language() {
    return words.map(Words::locale);
  }

  /// The words now spoken.
  public ObservableValue<Words> words() {
    return words;
  }

  /// How figures are written now; other words tell that it is another way.
  public Numbers numbers() {
    return words.get().numbers();
  }

  /// What is pressed for what; other words tell that it is something else.
  public Keyboard keyboard() {
    return keyboard;
  }

  /// What is printed on the first key for something.
  public ObservableValue<String> cap(Keymap key) {
    return words.map(_ -> keyboard.cap(key));
  }

  /// A sentence that follows the language, and those of its arguments that are observable. A
  /// [Keymap] among them is what is printed on its key.
  public ObservableValue<String> text(String key, Object... arguments) {
    List<Observable> sources = new ArrayList<>(List.of(words));
    for (Object argument : arguments) {
      if (argument instanceof Observable source) {
        sources.add(source);
      }
    }
    return Bindings.createStringBinding(
        () -> now(key, arguments), sources.toArray(Observable[]::new));
  }

  private Object current(Object argument) {
    return switch (argument) {
      case Keymap key -> keyboard.cap(key);
      case ObservableValue<?> observable -> Objects.requireNonNullElse(observable.getValue(), "");
      default -> argument;
    };
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// A sentence in the language spoken at this moment.
  public String now(String key, Object... arguments) {
    return words.get().text(key, Stream.of(arguments).map(this::current).toArray());
  }

  /// Changes the language.
  public void speak(Locale language) {
    words.set(languages.apply(language).with(numbers()));
  }

  /// Writes figures another way.
  public void write(Numbers numbers) {
    if (!numbers.equals(numbers())) {
      words.set(words.get().with(numbers));
    }
  }

  /// Lets other keys be pressed.
  public void press(Keyboard other) {
    if (!other.equals(keyboard)) {
      keyboard = other;
      words.set(words.get().with(numbers()));
    }
  }

  /// Changes to the next language.
  public void speakNext() {
    int now = Words.LANGUAGES.indexOf(words.get().locale());
    speak(Words.LANGUAGES.get((now + 1) % Words.LANGUAGES.size()));
  }
}
