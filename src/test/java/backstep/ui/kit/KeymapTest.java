package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Keymap.Group;
import backstep.ui.kit.Keymap.Reach;
import backstep.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The keys")
class KeymapTest {
  @Test
  @DisplayName("mean one thing each")
  void once() {
    assertThat(keys(Reach.OUTSIDE_TEXT, Reach.EVERYWHERE)).doesNotHaveDuplicates();
    assertThat(keys(Reach.OWN)).doesNotHaveDuplicates();
  }

  private static List<KeyCombination> keys(Reach... reaches) {
    return Stream.of(Keymap.values())
        .filter(key -> List.of(reaches).contains(key.reach()))
        .<KeyCombination>flatMap(key -> key.keys().stream())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("have a name in each language")
  void named(Keymap key) {
    String english = Words.of(Locale.ENGLISH).text(key.words());
    String korean = Words.of(Locale.KOREAN).text(key.words());
    assertThat(english).doesNotStartWith("⟨").isNotEqualTo(korean);
    assertThat(korean).doesNotStartWith("⟨").isNotBlank();
    assertThat(Keyboard.USUAL.caps(key)).isNotEmpty().doesNotContain("");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("belong to groups that have a name in each language")
  void grouped(Group group) {
    assertThat(group.keys()).isNotEmpty();
    for (Locale language : Words.LANGUAGES) {
      assertThat(Words.of(language).text(group.words())).doesNotStartWith("⟨");
    }
  }

  @Test
  @DisplayName("are all in a group, once")
  void allGrouped() {
    assertThat(Stream.of(Group.values()).flatMap(group -> group.keys().stream()))
        .containsExactlyInAnyOrder(Keymap.values());
  }

  @Test
  @DisplayName("are printed as on the keyboards of the system")
  void caps() {
    KeyCaps usual = new KeyCaps(false);
    KeyCaps mac = new KeyCaps(true);
    KeyCombination redo =
        new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    assertThat(usual.of(redo)).isEqualTo("Ctrl Shift Z");
    assertThat(mac.of(redo)).isEqualTo("⇧⌘Z");
    KeyCombination forward = new KeyCodeCombination(KeyCode.F, KeyCombination.SHIFT_DOWN);
    assertThat(usual.of(forward)).isEqualTo("Shift F");
    assertThat(mac.of(forward)).isEqualTo("⇧F");
    KeyCombination help = new KeyCodeCombination(KeyCode.SLASH, KeyCombination.SHIFT_DOWN);
    assertThat(usual.of(help)).isEqualTo("?");
    KeyCombination zoom = new KeyCodeCombination(KeyCode.EQUALS);
    assertThat(usual.of(zoom)).isEqualTo("+");
    KeyCombination larger = new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN);
    assertThat(mac.of(larger)).isEqualTo("⌘+");
    KeyCombination complete = new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);
    assertThat(usual.of(complete)).isEqualTo("Ctrl Space");
    KeyCombination alt = new KeyCodeCombination(KeyCode.F, KeyCombination.ALT_DOWN);
    assertThat(usual.of(alt)).isEqualTo("Alt F");
    assertThat(mac.of(alt)).isEqualTo("⌥F");
  }

  @Test
  @DisplayName(
      "that are letters belong to a field for text, those with Ctrl only where it has none")
  void inText() {
    assertThat(Keyboard.USUAL.heard(press(KeyCode.F), false)).contains(Keymap.FORWARD);
    assertThat(Keyboard.USUAL.heard(press(KeyCode.F), true)).isEmpty();
    assertThat(Keyboard.USUAL.heard(press(KeyCode.Z, KeyCombination.CONTROL_DOWN), false))
        .contains(Keymap.UNDO);
    assertThat(Keyboard.USUAL.heard(press(KeyCode.Z, KeyCombination.CONTROL_DOWN), true)).isEmpty();
    assertThat(Keyboard.USUAL.heard(press(KeyCode.EQUALS, KeyCombination.CONTROL_DOWN), true))
        .contains(Keymap.LARGER);
  }

  @Test
  @DisplayName("of the graph and the code are not the window's")
  void own() {
    assertThat(Keyboard.USUAL.heard(press(KeyCode.ENTER), false)).isEmpty();
    assertThat(Keyboard.USUAL.heard(press(KeyCode.RIGHT), false)).contains(Keymap.NEXT);
    assertThat(Keyboard.USUAL.matches(Keymap.COPY, press(KeyCode.C, KeyCombination.CONTROL_DOWN)))
        .isTrue();
  }

  private static KeyEvent press(KeyCode code, Modifier... modifiers) {
    boolean control = List.of(modifiers).contains(KeyCombination.CONTROL_DOWN);
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
  }
}
