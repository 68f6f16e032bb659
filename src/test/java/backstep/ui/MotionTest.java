package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("Steps that are seen happening")
class MotionTest {
  private Window window;

  @Start
  void start(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, false);
  }

  // Slow enough to be still under way when the test looks, on any machine.
  private void openSlow() {
    window.openLesson("02-chain-rule", "z");
    window.robot().interact(() -> window.bench().player.setSpeed(0.25));
  }

  @Test
  @DisplayName("show the value when the pulse lands")
  void lands() {
    openSlow();
    window.press(KeyCode.F);
    assertThat(window.values("y")).containsExactly("");
    assertThat(pulses()).isEqualTo(1);
    window.waitFor(() -> window.values("y").equals(List.of("9")));
    assertThat(pulses()).isZero();
  }

  @Test
  @DisplayName("are finished at once by the next one")
  void overtaken() {
    openSlow();
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.RIGHT);
    assertThat(window.values("y")).containsExactly("9");
    assertThat(window.values("z")).containsExactly("");
    window.waitFor(() -> window.values("z").equals(List.of("18")));
  }

  @Test
  @DisplayName("never queue: a key that repeats goes on at once, and one movement is left")
  void repeated() {
    openSlow();
    window.repeat(KeyCode.RIGHT, 4);
    assertThat(window.bench().player.getState().session().orElseThrow().position()).isEqualTo(4);
    assertThat(window.gradients("z")).containsExactly("+1");
    assertThat(window.gradients("y")).as("on its way").containsExactly("");
    assertThat(pulses()).isEqualTo(1);
  }

  @Test
  @DisplayName("are not seen going back, which stops what moves")
  void previous() {
    openSlow();
    window.press(KeyCode.F);
    window.press(KeyCode.F);
    window.press(KeyCode.LEFT);
    assertThat(window.values("y")).containsExactly("9");
    assertThat(window.values("z")).containsExactly("");
    assertThat(pulses()).isZero();
  }

  @Test
  @DisplayName("are not seen where nothing is to move, and end the same")
  void still() {
    openSlow();
    window.robot().interact(() -> window.stillProperty().set(true));
    window.press(KeyCode.F);
    assertThat(window.values("y")).containsExactly("9");
    assertThat(pulses()).isZero();
    window.press(KeyCode.SHIFT, KeyCode.F);
    window.press(KeyCode.B);
    window.press(KeyCode.B);
    assertThat(window.gradients("y")).containsExactly("+2");
    assertThat(pulses()).isZero();
  }

  @Test
  @DisplayName("play one after another to the end")
  void play() {
    window.openLesson("01-square", "y");
    window.fire("#play");
    assertThat(window.isOff("#step-forward")).isTrue();
    window.waitFor(() -> window.gradients("x").equals(List.of("+6")));
    window.waitFor(() -> window.bench().player.getState().atEnd());
  }

  private int pulses() {
    return window.onScreen(() -> window.find(".stage").lookupAll(".pulse").size());
  }
}
