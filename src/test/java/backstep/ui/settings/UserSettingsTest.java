package backstep.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Background;
import backstep.ui.kit.Keyboard;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Theme;
import backstep.ui.kit.TypeSize;
import backstep.words.Numbers;
import backstep.words.Numbers.Powers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.BackingStoreException;
import java.util.stream.Stream;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The settings of a user")
class UserSettingsTest {
  private static final Settings CHOSEN =
      new Settings(
          Optional.of(Locale.KOREAN),
          Optional.of(Theme.PROJECTOR),
          new TypeSize(175),
          Optional.of(true),
          2,
          new Numbers(6, Powers.SELDOM),
          Keyboard.USUAL
              .withAlone(false)
              .with(Keymap.FORWARD, keys("Y"))
              .with(Keymap.OPEN, keys("Shortcut+Shift+O"))
              .with(Keymap.ZOOM_IN, keys("F"))
              .with(Keymap.PEN, keys("Alt+F9")),
          Set.of("03-neuron/end", "of-a-later-version/7"));

  private static KeyCodeCombination keys(String text) {
    return (KeyCodeCombination) KeyCombination.valueOf(text);
  }

  @Test
  @DisplayName("are read as they were written, also where nothing is chosen")
  void roundTrip() {
    UserSettings store = new UserSettings(new InMemory()::self, Background.direct());
    assertThat(store.load()).isEqualTo(Settings.USUAL);
    store.save(CHOSEN);
    assertThat(store.load()).isEqualTo(CHOSEN);
    store.save(Settings.USUAL);
    assertThat(store.load()).isEqualTo(Settings.USUAL);
  }

  @Test
  @DisplayName("that make no sense are the usual ones")
  void nonsense() {
    InMemory memory = new InMemory();
    memory.put("language", "tlh");
    memory.put("theme", "plaid");
    memory.put("typeSize", "huge");
    memory.put("reducedMotion", "a little");
    memory.put("speed", "NaN");
    UserSettings store = new UserSettings(memory::self, Background.direct());
    assertThat(store.load()).isEqualTo(Settings.USUAL);
    memory.put("typeSize", "1e99");
    memory.put("speed", "-3");
    assertThat(store.load()).isEqualTo(Settings.USUAL.withTypeSize(TypeSize.STEPS.getLast()));
  }

  @Test
  @DisplayName("that make no sense are left out one by one, and the others hold")
  void oneByOne() {
    InMemory memory = new InMemory();
    UserSettings store = new UserSettings(memory::self, Background.direct());
    store.save(CHOSEN);
    memory.put("digits", "99");
    memory.put("key.PEN", "Ctrl+?+");
    memory.put("key.UNHEARD_OF", "X");
    memory.put("key.ENTER", "X"); // is heard by the graph itself
    memory.put("key.OPEN", "O"); // would be written
    assertThat(store.load())
        .isEqualTo(
            CHOSEN
                .withNumbers(new Numbers(4, Powers.SELDOM))
                .withKeyboard(CHOSEN.keyboard().without(Keymap.PEN).without(Keymap.OPEN)));
    memory.put("key.FORWARD", "?"); // F, which zooms now, is then its own again
    memory.put("letterKeys", "perhaps");
    assertThat(store.load().keyboard()).isEqualTo(Keyboard.USUAL);
    assertThat(store.load().theme()).isEqualTo(CHOSEN.theme());
  }

  @Test
  @DisplayName("keep every combination that a key usually has")
  void combinations() {
    Stream.of(Keymap.values())
        .flatMap(key -> key.keys().stream())
        .forEach(one -> assertThat(KeyCombination.valueOf(one.getName())).isEqualTo(one));
  }

  @Test
  @DisplayName("are the usual ones where the store is broken, and nobody is told")
  void broken() {
    UserSettings store =
        new UserSettings(
            () -> {
              throw new IllegalStateException("no store");
            },
            Background.direct());
    assertThat(store.load()).isEqualTo(Settings.USUAL);
    store.save(CHOSEN);
    SettingsModel model =
        new SettingsModel(
            store,
            new javafx.beans.property.SimpleObjectProperty<>(Theme.LIGHT),
            new javafx.beans.property.SimpleObjectProperty<>(false));
    model.larger();
    assertThat(model.getSettings().typeSize()).isEqualTo(new TypeSize(110));
  }

  @Test
  @DisplayName(
      "are written through at each change, but not by who chooses, and again after a failure")
  void promptly() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    InMemory memory = new InMemory();
    UserSettings store = new UserSettings(memory::self, Background.of(waiting::add, Runnable::run));
    store.save(CHOSEN);
    assertThat(memory.flushes).isZero();
    memory.unwritable = true;
    waiting.remove().run();
    assertThat(memory.flushes).isEqualTo(1);
    memory.unwritable = false;
    store.save(Settings.USUAL);
    waiting.remove().run();
    assertThat(memory.flushes).isEqualTo(2);
    assertThat(waiting).isEmpty();
  }

  // Where Java keeps them can be told to it on Linux only.
  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  @DisplayName("are there after a restart")
  void restart(@TempDir Path home) throws IOException, InterruptedException {
    assertThat(run(home, "save")).isEmpty();
    assertThat(run(home, "load")).containsExactly(CHOSEN.toString());
  }

  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  @DisplayName("are there after the program was killed")
  void killed(@TempDir Path home) throws IOException, InterruptedException {
    assertThat(run(home, "save and die")).isEmpty();
    assertThat(run(home, "load")).containsExactly(CHOSEN.toString());
  }

  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  @DisplayName("are forgotten in silence where there is no place to write to")
  void unwritable(@TempDir Path home) throws IOException, InterruptedException {
    Path file = Files.writeString(home.resolve("file"), "not a folder");
    assertThat(run(file, "save")).isEmpty();
    assertThat(run(file, "load")).containsExactly(Settings.USUAL.toString());
  }

  private static List<String> run(Path home, String command)
      throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.prefs.userRoot=" + home,
                "-classpath",
                System.getProperty("java.class.path"),
                Restarted.class.getName(),
                command));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return printed.lines().toList();
  }

  /// The program in a process of its own.
  static final class Restarted {
    private Restarted() {}

    /// @param arguments `save`, `save and die` or `load`
    public static void main(String[] arguments) {
      UserSettings store = new UserSettings(Background.direct());
      switch (arguments[0]) {
        case "save" -> store.save(CHOSEN);
        case "save and die" -> {
          store.save(CHOSEN);
          // As it is with a program that is killed, nothing is done at the end.
          Runtime.getRuntime().halt(0);
        }
        default -> System.out.println(store.load());
      }
    }
  }

  /// Preferences that no other test sees.
  private static final class InMemory extends AbstractPreferences {
    private final java.util.Map<String, String> values = new java.util.HashMap<>();
    private int flushes;
    private boolean unwritable;

    InMemory() {
      super(null, "");
    }

    InMemory self() {
      return this;
    }

    @Override
    protected void putSpi(String key, String value) {
      values.put(key, value);
    }

    @Override
    protected String getSpi(String key) {
      return values.get(key);
    }

    @Override
    protected void removeSpi(String key) {
      values.remove(key);
    }

    @Override
    protected void removeNodeSpi() {}

    @Override
    protected String[] keysSpi() {
      return values.keySet().toArray(String[]::new);
    }

    @Override
    protected String[] childrenNamesSpi() {
      return new String[0];
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    protected void syncSpi() throws BackingStoreException {}

    @Override
    protected void flushSpi() throws BackingStoreException {
      flushes++;
      if (unwritable) {
        throw new BackingStoreException("no permission");
      }
    }
  }
}
