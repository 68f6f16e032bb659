package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A keyboard")
class KeyboardTest {
  private static final KeyCodeCombination V = new KeyCodeCombination(KeyCode.V);

  private static KeyEvent press(KeyCode code, boolean shift, boolean alt) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, alt, false);
  }

  @Test
  @DisplayName("on which letters do nothing by themselves hears each of them with Alt")
  void withAlt() {
    Keyboard quiet = Keyboard.USUAL.withAlone(false);
    assertThat(quiet.heard(press(KeyCode.F, false, false), false)).isEmpty();
    assertThat(quiet.heard(press(KeyCode.F, false, true), false)).contains(Keymap.FORWARD);
    assertThat(quiet.heard(press(KeyCode.F, true, true), false)).contains(Keymap.FORWARD_ALL);
    assertThat(quiet.heard(press(KeyCode.RIGHT, false, false), false)).contains(Keymap.NEXT);
    assertThat(quiet.cap(Keymap.FORWARD)).isEqualTo("Alt F");
    assertThat(quiet.cap(Keymap.PLAY)).isEqualTo("Space");
    assertThat(quiet.cap(Keymap.UNDO)).isEqualTo(Keyboard.USUAL.cap(Keymap.UNDO));
  }

  // WCAG 2.1.4: nothing that a single letter, figure or sign, shifted or not, would set off.
  @Test
  @DisplayName("on which letters do nothing by themselves has none left that does")
  void noneLeft() {
    Keyboard quiet = Keyboard.USUAL.withAlone(false);
    List<Keymap> setOff =
        Stream.of(KeyCode.values())
            .filter(code -> code.isLetterKey() || code.isDigitKey() || isSign(code))
            .flatMap(code -> Stream.of(press(code, false, false), press(code, true, false)))
            .flatMap(event ->
                Stream.of(Keymap.values())
                    .filter(Keymap::isChangeable)
                    .filter(key -> quiet.matches(key, event)))
            .toList();
    assertThat(setOff).isEmpty();
  }

  // What is no letter, arrow, function or other key with a name of its own has one sign on it.
  private static boolean isSign(KeyCode code) {
    return code.getChar().length() == 1
        && !Character.isLetterOrDigit(code.getChar().charAt(0))
        && code.getChar().charAt(0) > ' '
        && !code.isNavigationKey()
        && !code.isFunctionKey()
        && code.getChar().charAt(0) < 127
        && List.of(
                "Equals",
                "Minus",
                "Comma",
                "Period",
                "Slash",
                "Open Bracket",
                "Close Bracket",
                "Plus")
            .contains(code.getName());
  }

  @Test
  @DisplayName("takes another key for something, which its old one then no longer does")
  void changed() {
    Keyboard changed = Keyboard.USUAL.with(Keymap.FORWARD, V);
    assertThat(changed.heard(press(KeyCode.V, false, false), false)).contains(Keymap.FORWARD);
    assertThat(changed.heard(press(KeyCode.F, false, false), false)).isEmpty();
    assertThat(changed.cap(Keymap.FORWARD)).isEqualTo("V");
    assertThat(changed.withAlone(false).cap(Keymap.FORWARD)).isEqualTo("Alt V");
    assertThat(changed.without(Keymap.FORWARD)).isEqualTo(Keyboard.USUAL);
  }

  @Test
  @DisplayName("knows what a combination is pressed for already")
  void held() {
    KeyCodeCombination f = new KeyCodeCombination(KeyCode.F);
    assertThat(Keyboard.USUAL.holder(Keymap.BACKWARD, f)).contains(Keymap.FORWARD);
    assertThat(Keyboard.USUAL.holder(Keymap.FORWARD, f)).isEmpty();
    KeyCodeCombination altF = new KeyCodeCombination(KeyCode.F, KeyCombination.ALT_DOWN);
    assertThat(Keyboard.USUAL.holder(Keymap.BACKWARD, altF)).contains(Keymap.FORWARD);
    KeyCodeCombination complete =
        new KeyCodeCombination(KeyCode.SPACE, KeyCombination.SHORTCUT_DOWN);
    assertThat(Keyboard.USUAL.holder(Keymap.BACKWARD, complete)).contains(Keymap.COMPLETE);
    assertThat(Keyboard.USUAL.with(Keymap.FORWARD, V).holder(Keymap.BACKWARD, f)).isEmpty();
  }

  @Test
  @DisplayName("gives nothing that works in fields for text a key that is written there")
  void fit() {
    assertThat(Keyboard.isFit(Keymap.FORWARD, V)).isTrue();
    assertThat(Keyboard.isFit(Keymap.SAVE, V)).isFalse();
    assertThat(Keyboard.isFit(Keymap.SAVE, new KeyCodeCombination(KeyCode.F7))).isTrue();
    assertThat(
            Keyboard.isFit(
                Keymap.SAVE, new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN)))
        .isTrue();
  }

  @Test
  @DisplayName("that is changed is printed in sentences at once")
  void printed() {
    Messages messages = new Messages(Locale.ENGLISH);
    var tip = messages.text("help.tip", Keymap.HELP);
    assertThat(tip.getValue()).isEqualTo("All keys (F1)");
    messages.press(Keyboard.USUAL.with(Keymap.HELP, new KeyCodeCombination(KeyCode.F8)));
    assertThat(tip.getValue()).isEqualTo("All keys (F8)");
    assertThat(messages.cap(Keymap.HELP).getValue()).isEqualTo("F8");
  }
}
