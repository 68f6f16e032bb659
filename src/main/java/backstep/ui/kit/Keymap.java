package backstep.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Every key that does something in the window.
public enum Keymap {
  NEXT("→", plain(KeyCode.RIGHT), plain(KeyCode.PAGE_DOWN)),
  PREVIOUS("←", plain(KeyCode.LEFT), plain(KeyCode.PAGE_UP)),
  FORWARD("F", plain(KeyCode.F)),
  FORWARD_ALL("Shift F", shift(KeyCode.F)),
  BACKWARD("B", plain(KeyCode.B)),
  BACKWARD_ALL("Shift B", shift(KeyCode.B)),
  UPDATE("U", plain(KeyCode.U)),
  UPDATE_ALL("Shift U", shift(KeyCode.U)),
  PLAY("Space", plain(KeyCode.SPACE)),
  START("Home", plain(KeyCode.HOME)),
  END("End", plain(KeyCode.END)),
  RUN("R", plain(KeyCode.R)),
  CHECK("G", plain(KeyCode.G)),
  ZOOM_IN(
      "+", plain(KeyCode.EQUALS), shift(KeyCode.EQUALS), plain(KeyCode.PLUS), plain(KeyCode.ADD)),
  ZOOM_OUT("−", plain(KeyCode.MINUS), plain(KeyCode.SUBTRACT)),
  FIT("0", plain(KeyCode.DIGIT0), plain(KeyCode.NUMPAD0)),
  TIDY("T", plain(KeyCode.T)),
  UNDO("Ctrl Z", shortcut(KeyCode.Z)),
  REDO("Ctrl Y", shortcut(KeyCode.Y), shortcutShift(KeyCode.Z)),
  LANGUAGE("L", plain(KeyCode.L));

  private final String cap;

  @SuppressWarnings("ImmutableEnumChecker") // combinations never change
  private final List<KeyCombination> keys;

  Keymap(String cap, KeyCombination... keys) {
    this.cap = cap;
    this.keys = List.of(keys);
  }

  private static KeyCombination plain(KeyCode code) {
    return new KeyCodeCombination(code);
  }

  private static KeyCombination shift(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
  }

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCombination shortcutShift(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  }

  /// What is printed on the key.
  public String cap() {
    return cap;
  }

  /// What a pressed key means, if anything.
  public static Optional<Keymap> of(KeyEvent event) {
    return Stream.of(values())
        .filter(key -> key.keys.stream().anyMatch(combination -> combination.match(event)))
        .findFirst();
  }
}
