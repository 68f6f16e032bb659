package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.trace.Step.Phase;
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

  @Test
  @DisplayName("show the value when the pulse lands")
  void lands() {
    window.openLesson("02-chain-rule", "z");
    // In one go on the screen's thread, so that the pulse is still under way.
    window.onScreen(() -> {
      window.bench().player.step(Phase.FORWARD);
      assertThat(window.values("y")).containsExactly("");
      assertThat(pulses()).isEqualTo(1);
      return true;
    });
    window.waitFor(() -> window.values("y").equals(List.of("9")));
    assertThat(pulses()).isZero();
  }

  @Test
  @DisplayName("are finished at once by the next one")
  void overtaken() {
    window.openLesson("02-chain-rule", "z");
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.RIGHT);
    assertThat(window.values("y")).containsExactly("9");
    window.waitFor(() -> window.values("z").equals(List.of("18")));
  }

  @Test
  @DisplayName("are not seen going back")
  void previous() {
    window.openLesson("02-chain-rule", "z");
    window.press(KeyCode.F);
    window.press(KeyCode.F);
    window.press(KeyCode.LEFT);
    assertThat(window.values("y")).containsExactly("9");
    assertThat(window.values("z")).containsExactly("");
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
