package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.ui.kit.Background;
import backstep.ui.kit.Keyboard;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.TypeSize;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import backstep.words.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The settings")
class PreferencesTest {
  private final SettingsModel settings =
      SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(true)));
  private Window window;

  @Start
  void start(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, settings, Background.direct());
  }

  @BeforeEach
  void openThem() {
    window.fire("#settings");
  }

  private <N> N shown(String selector, Class<N> type) {
    return type.cast(window.onScreen(() -> window.anywhere(selector).orElseThrow()));
  }

  private void fire(String selector) {
    Button button = shown(selector, Button.class);
    window.onScreen(() -> {
      button.requestFocus();
      button.fire();
      return true;
    });
  }

  private String text(String selector) {
    return window.onScreen(() -> shown(selector, Labeled.class).getText());
  }

  private void choose(String words) {
    window.onScreen(() -> {
      window.anywhere(".settings").orElseThrow().lookupAll(".toggle-button").stream()
          .map(ToggleButton.class::cast)
          .filter(button -> button.getText().equals(words))
          .findFirst()
          .orElseThrow()
          .fire();
      return true;
    });
  }

  @Test
  @DisplayName("have the speed of the steps, and the player's button and keys change the same one")
  void speed() {
    choose("4×");
    assertThat(window.bench().player.getState().speed()).isEqualTo(4);
    window.onScreen(() -> {
      window.bench().player.setSpeed(0.5);
      return true;
    });
    assertThat(settings.getSettings().speed()).isEqualTo(0.5);
  }

  @Test
  @DisplayName("have the digits of all numbers, which change at once")
  void digits() {
    window.onScreen(() -> {
      window.bench().player.toEnd();
      return true;
    });
    assertThat(window.values("loss")).containsExactly("0.0107");
    choose("6");
    assertThat(settings.getSettings().numbers()).isEqualTo(Numbers.USUAL.withDigits(6));
    window.waitFor(() -> window.values("loss").equals(List.of("0.010658")));
  }

  @Test
  @DisplayName("take letters away from single keys, and tooltips and the list of keys say so")
  void letters() {
    ToggleSwitch alone = shown("#letters-alone", ToggleSwitch.class);
    window.onScreen(() -> {
      alone.setSelected(false);
      return true;
    });
    assertThat(
            window.onScreen(
                () -> Window.tip((Button) window.find("#language")).orElseThrow().getText()))
        .isEqualTo("Change to Korean (Alt L)");
    window.press(KeyCode.ESCAPE);
    window.press(KeyCode.F);
    assertThat(window.bench().player.getState().atStart()).isTrue();
    window.press(KeyCode.ALT, KeyCode.F);
    assertThat(window.bench().player.getState().atStart()).isFalse();
  }

  @Test
  @DisplayName("take another key for a step, and it makes the step")
  void key() {
    fire("#key-record");
    assertThat(text("#key-record")).isEqualTo("Press the new key (Esc: leave)");
    window.press(KeyCode.Y);
    assertThat(settings.getSettings().keyboard().cap(Keymap.FORWARD)).isEqualTo("Y");
    assertThat(text("#key-record")).isEqualTo("Change Y");
    assertThat(window.bench().player.getState().atStart()).isTrue();
    window.press(KeyCode.ESCAPE);
    window.press(KeyCode.F);
    assertThat(window.bench().player.getState().atStart()).isTrue();
    window.press(KeyCode.Y);
    assertThat(window.bench().player.getState().atStart()).isFalse();
    window.fire("#settings");
    fire("#key-usual");
    assertThat(settings.getSettings().keyboard()).isEqualTo(Keyboard.USUAL);
  }

  @Test
  @DisplayName("refuse a key that does something else, and say what")
  void held() {
    fire("#key-record");
    window.press(KeyCode.B);
    assertThat(settings.getSettings().keyboard()).isEqualTo(Keyboard.USUAL);
    assertThat(text("#key-note"))
        .isEqualTo("B is pressed for something else: Step backward. Nothing was changed.");
    fire("#key-record");
    window.press(KeyCode.ESCAPE);
    assertThat(text("#key-record")).isEqualTo("Change F");
    assertThat(window.isShown("#settings")).isTrue();
    assertThat(window.onScreen(() -> window.anywhere(".settings"))).isPresent();
  }

  @Test
  @DisplayName("refuse for what works in a field for text a key that is written there")
  void written() {
    window.onScreen(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<Keymap> what = (ComboBox<Keymap>) window.anywhere("#key-what").orElseThrow();
      what.setValue(Keymap.SAVE);
      return true;
    });
    fire("#key-record");
    window.press(KeyCode.Y);
    assertThat(settings.getSettings().keyboard()).isEqualTo(Keyboard.USUAL);
    assertThat(text("#key-note")).startsWith("Y is needed to write text.");
  }

  @Test
  @DisplayName("are all set back by one button, which then has them again")
  void reset() {
    choose("8×");
    choose("Seldom");
    choose("Dark");
    Settings before = settings.getSettings();
    fire("#settings-reset");
    assertThat(settings.getSettings()).isEqualTo(Settings.USUAL);
    assertThat(text("#settings-reset")).isEqualTo("Undo");
    fire("#settings-reset");
    assertThat(settings.getSettings()).isEqualTo(before);
    assertThat(text("#settings-reset")).isEqualTo("Usual settings");
    // The other colours belong to the whole program.
    window.onScreen(() -> {
      settings.reset();
      return true;
    });
  }

  @Test
  @DisplayName("have letters of one size when they are opened again after it changed")
  void oneSize() {
    List<Double> usual = sizes();
    for (TypeSize size : List.of(new TypeSize(200), new TypeSize(80), new TypeSize(150))) {
      window.press(KeyCode.ESCAPE);
      window.onScreen(() -> {
        settings.setTypeSize(size);
        return true;
      });
      window.fire("#settings");
      List<Double> now = sizes();
      assertThat(now).hasSameSizeAs(usual);
      for (int i = 0; i < now.size(); i++) {
        // JavaFX rounds the sizes of letters to pixels.
        assertThat(now.get(i))
            .as(size + ", " + i)
            .isCloseTo(usual.get(i) * size.factor(), within(1.1));
      }
    }
  }

  private List<Double> sizes() {
    return window.onScreen(() -> {
      Node view = window.anywhere(".settings").orElseThrow();
      view.getScene().getRoot().applyCss();
      return view.lookupAll(".text").stream()
          .filter(Text.class::isInstance)
          .map(text -> ((Text) text).getFont().getSize())
          .toList();
    });
  }
}
