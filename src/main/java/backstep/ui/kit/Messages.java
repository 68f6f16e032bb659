package backstep.ui.kit;

import backstep.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The words on the screen, in a language that can change at any moment.
public final class Messages {
  private final ObjectProperty<Words> words;

  /// @param language the language to begin with
  public Messages(Locale language) {
    words = new SimpleObjectProperty<>(Words.of(language));
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

  /// A sentence that follows the language, and those of its arguments that are observable.
  public ObservableValue<String> text(String key, Object... arguments) {
    List<Observable> sources = new ArrayList<>(List.of(words));
    for (Object argument : arguments) {
      if (argument instanceof Observable source) {
        sources.add(source);
      }
    }
    return Bindings.createStringBinding(
        () -> now(key, Stream.of(arguments).map(Messages::current).toArray()),
        sources.toArray(Observable[]::new));
  }

  private static Object current(Object argument) {
    if (!(argument instanceof ObservableValue<?> observable)) {
      return argument;
    }
    Object value = observable.getValue();
    return value == null ? "" : value;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// A sentence in the language spoken at this moment.
  public String now(String key, Object... arguments) {
    return words.get().text(key, arguments);
  }

  /// Changes the language.
  public void speak(Locale language) {
    words.set(Words.of(language));
  }

  /// Changes to the next language.
  public void speakNext() {
    int now = Words.LANGUAGES.indexOf(words.get().locale());
    speak(Words.LANGUAGES.get((now + 1) % Words.LANGUAGES.size()));
  }
}
