package backstep.ui.kit;

import backstep.ui.kit.Keymap.Group;
import backstep.ui.kit.Keymap.Reach;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/// What is pressed for what: the usual keys of the [Keymap], or others that the learner chose.
///
/// @param alone whether a letter, a figure or a sign does something by itself; if not, it does
///   together with Alt, so that nothing happens by a slip of the hand or by a word that speech
///   input heard (WCAG 2.1.4)
/// @param own what the learner chose
public record Keyboard(boolean alone, Map<Keymap, KeyCodeCombination> own) {
  /// Every key as the [Keymap] has it.
  public static final Keyboard USUAL = new Keyboard(true, Map.of());

  private static final Set<KeyCode> SIGNS =
      EnumSet.of(
          KeyCode.OPEN_BRACKET,
          KeyCode.CLOSE_BRACKET,
          KeyCode.COMMA,
          KeyCode.PERIOD,
          KeyCode.EQUALS,
          KeyCode.MINUS,
          KeyCode.SLASH,
          KeyCode.BACK_SLASH,
          KeyCode.SEMICOLON,
          KeyCode.QUOTE,
          KeyCode.BACK_QUOTE,
          KeyCode.PLUS,
          KeyCode.ADD,
          KeyCode.SUBTRACT,
          KeyCode.MULTIPLY,
          KeyCode.DIVIDE,
          KeyCode.DECIMAL);

  public Keyboard {
    // In the order of the keys, whatever order they were chosen in.
    Map<Keymap, KeyCodeCombination> ordered = new EnumMap<>(Keymap.class);
    ordered.putAll(own);
    own = Collections.unmodifiableMap(ordered);
  }

  /// Letters, figures and signs do something by themselves, or not.
  public Keyboard withAlone(boolean other) {
    return new Keyboard(other, own);
  }

  /// Something else is pressed for it.
  public Keyboard with(Keymap key, KeyCodeCombination pressed) {
    Map<Keymap, KeyCodeCombination> now = new EnumMap<>(Keymap.class);
    now.putAll(own);
    now.put(key, pressed);
    return new Keyboard(alone, now);
  }

  /// The usual keys are pressed for it.
  public Keyboard without(Keymap key) {
    Map<Keymap, KeyCodeCombination> now = new EnumMap<>(Keymap.class);
    now.putAll(own);
    now.remove(key);
    return new Keyboard(alone, now);
  }

  /// All that can be pressed for it.
  public List<KeyCodeCombination> of(Keymap key) {
    KeyCodeCombination chosen = own.get(key);
    Stream<KeyCodeCombination> pressed = chosen == null ? key.keys().stream() : Stream.of(chosen);
    return pressed.map(one -> alone ? one : withAlt(one)).toList();
  }

  private static KeyCodeCombination withAlt(KeyCodeCombination one) {
    return isWritten(one)
        ? new KeyCodeCombination(
            one.getCode(),
            one.getShift(),
            one.getControl(),
            ModifierValue.DOWN,
            one.getMeta(),
            one.getShortcut())
        : one;
  }

  /// Whether a letter, a figure or a sign would be written by it.
  private static boolean isWritten(KeyCodeCombination one) {
    KeyCode code = one.getCode();
    boolean sign = code.isLetterKey() || code.isDigitKey() || SIGNS.contains(code);
    return sign
        && Stream.of(one.getControl(), one.getAlt(), one.getMeta(), one.getShortcut())
            .noneMatch(ModifierValue.DOWN::equals);
  }

  /// What is printed on the first of the keys.
  public String cap(Keymap key) {
    return KeyCaps.HERE.of(of(key).getFirst());
  }

  /// What is printed on all of the keys.
  public List<String> caps(Keymap key) {
    return of(key).stream().map(KeyCaps.HERE::of).distinct().toList();
  }

  /// Whether this is what was pressed.
  public boolean matches(Keymap key, KeyEvent event) {
    return of(key).stream().anyMatch(one -> one.match(event));
  }

  /// Which of a group's keys was pressed, if any, wherever they are heard.
  public Optional<Keymap> heard(KeyEvent event, Group group) {
    return group.keys().stream().filter(key -> matches(key, event)).findFirst();
  }

  /// What a pressed key means to the window, if anything.
  ///
  /// @param inText whether it was pressed in a field for text
  public Optional<Keymap> heard(KeyEvent event, boolean inText) {
    return Stream.of(Keymap.values())
        .filter(key ->
            key.reach() == Reach.EVERYWHERE || (key.reach() == Reach.OUTSIDE_TEXT && !inText))
        .filter(key -> matches(key, event))
        .findFirst();
  }

  /// Whether it may be pressed for it: a field for text must keep the keys that it needs.
  public static boolean isFit(Keymap key, KeyCodeCombination pressed) {
    return key.reach() != Reach.EVERYWHERE
        || pressed.getCode().isFunctionKey()
        || isDown(pressed, KeyCodeCombination::getShortcut)
        || isDown(pressed, KeyCodeCombination::getControl)
        || isDown(pressed, KeyCodeCombination::getMeta);
  }

  private static boolean isDown(
      KeyCodeCombination pressed, Function<KeyCodeCombination, ModifierValue> modifier) {
    return modifier.apply(pressed) == ModifierValue.DOWN;
  }

  /// Whether the combination may be pressed for it, and is for nothing else.
  public boolean takes(Keymap key, KeyCodeCombination pressed) {
    return isFit(key, pressed) && holder(key, pressed).isEmpty();
  }

  /// Without the choices that one of them makes impossible.
  public Keyboard sound() {
    Keyboard all = this;
    return own.keySet().stream()
        .filter(key -> !all.takes(key, own.get(key)))
        .findFirst()
        .map(key -> without(key).sound())
        .orElse(this);
  }

  /// What else the combination is pressed for already, with Alt or without.
  public Optional<Keymap> holder(Keymap key, KeyCodeCombination pressed) {
    // Ctrl and the shortcut key may be the same.
    String text = pressed.getDisplayText();
    return Stream.of(Keymap.values())
        .filter(other -> other != key)
        .filter(other ->
            Stream.of(withAlone(true), withAlone(false))
                .flatMap(keyboard -> keyboard.of(other).stream())
                .anyMatch(held -> held.getDisplayText().equals(text)))
        .findFirst();
  }
}
