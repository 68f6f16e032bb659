package backstep.ui.kit;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/// What is printed on keys.
///
/// @param mac whether as on a Mac, where the shortcut key is ⌘
record KeyCaps(boolean mac) {
  /// As on the keyboards of this system.
  static final KeyCaps HERE =
      new KeyCaps(System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac"));

  /// `Ctrl Shift Z`, or `⇧⌘Z` on a Mac.
  String of(KeyCombination combination) {
    KeyCode code = ((KeyCodeCombination) combination).getCode();
    boolean shifted = isDown(combination.getShift());
    Optional<String> sign = sign(code, shifted);
    String key = sign.orElseGet(() -> of(code));
    String shift = shifted && sign.isEmpty() ? mac ? "⇧" : "Shift " : "";
    String alt = isDown(combination.getAlt()) ? mac ? "⌥" : "Alt " : "";
    String control = isDown(combination.getControl()) ? mac ? "⌃" : "Ctrl " : "";
    String shortcut = isDown(combination.getShortcut()) ? mac ? "⌘" : "Ctrl " : "";
    return mac ? control + alt + shift + shortcut + key : control + shortcut + alt + shift + key;
  }

  private static boolean isDown(ModifierValue value) {
    return value == ModifierValue.DOWN;
  }

  // What it takes Shift to write on most keyboards; there the Shift is not one more key to press.
  private static Optional<String> sign(KeyCode code, boolean shifted) {
    return switch (code) {
      case EQUALS -> Optional.of("+");
      case SLASH -> Optional.of(shifted ? "?" : "/");
      case COMMA -> Optional.of(shifted ? "<" : ",");
      case PERIOD -> Optional.of(shifted ? ">" : ".");
      default -> Optional.empty();
    };
  }

  private static String of(KeyCode code) {
    return switch (code) {
      case RIGHT -> "→";
      case LEFT -> "←";
      case UP -> "↑";
      case DOWN -> "↓";
      case PAGE_DOWN -> "PgDn";
      case PAGE_UP -> "PgUp";
      case ESCAPE -> "Esc";
      case PLUS, ADD -> "+";
      case MINUS, SUBTRACT -> "−";
      case MULTIPLY -> "*";
      case DIVIDE -> "/";
      case DECIMAL -> ".";
      case DIGIT0, NUMPAD0 -> "0";
      case OPEN_BRACKET -> "[";
      case CLOSE_BRACKET -> "]";
      default -> code.getName();
    };
  }
}
