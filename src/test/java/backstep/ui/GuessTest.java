package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.player.PlayerModel.Playing;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@DisplayName("Guess the number")
class GuessTest {
  private Window window;

  @Start
  void start(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, true);
  }

  @BeforeEach
  void openLesson() {
    window.openLesson("06-guess", "guess");
  }

  @Test
  @DisplayName("runs its 350 iterations live, can be paused, and ends at 42")
  void runs() {
    assertThat(window.text("#iteration")).isEqualTo("1 / 350");
    window.fire("#run");
    window.waitFor(() -> iteration() > 20);
    window.press(KeyCode.R);
    assertThat(window.bench().player.getState().playing()).isEqualTo(Playing.NOTHING);
    int paused = iteration();
    assertThat(paused).isLessThan(350);
    assertThat(window.values("guess")).isNotEqualTo(java.util.List.of("42"));
    WaitForAsyncUtils.sleep(150, java.util.concurrent.TimeUnit.MILLISECONDS);
    assertThat(iteration()).isEqualTo(paused);
    window.fire("#run");
    window.waitFor(() -> window.bench().player.getState().playing() == Playing.NOTHING);
    assertThat(window.text("#iteration")).isEqualTo("350 / 350");
    assertThat(window.values("guess")).containsExactly("42");
    assertThat(window.bench().plot.getPlot().reached()).isEqualTo(349);
  }

  @Test
  @DisplayName("goes to the iteration of a point on the curve")
  void travels() {
    Node curve = window.find("#loss-curve");
    Bounds bounds = window.onScreen(() -> curve.localToScreen(curve.getBoundsInLocal()));
    new FxRobot().clickOn(bounds.getMinX() + bounds.getWidth() / 2, bounds.getCenterY());
    window.waitFor(() -> iteration() > 100);
    assertThat(iteration()).isBetween(120, 220);
    int there = iteration();
    window.press(KeyCode.END);
    window.press(KeyCode.RIGHT);
    window.waitFor(() -> iteration() == there + 1);
    assertThat(window.bench().player.getState().session().orElseThrow().position()).isZero();
    window.press(KeyCode.LEFT);
    window.waitFor(() -> iteration() == there);
    assertThat(window.gradients("guess").getFirst()).startsWith("−");
  }

  @Test
  @DisplayName("comes at 20.22 from the target after seven iterations")
  void seventh() {
    window.onScreen(() -> {
      window.bench().player.toEndOfIteration(6);
      return true;
    });
    window.waitFor(() -> iteration() == 7);
    assertThat(window.values("guess")).containsExactly("21.78");
    assertThat(window.gradients("guess")).containsExactly("−22.47");
    assertThat(window.values("loss")).containsExactly("252.4");
  }

  @Test
  @DisplayName("says why a rate above 2 diverges, and halves it")
  void diverges() {
    assertThat(window.text("#descent")).contains("0.1 × curvature 1 = 0.1, below 1");
    assertThat(window.isShown("#halve-rate")).isFalse();
    setRate("2.1");
    window.waitFor(() -> window.text("#descent").contains("above 2"));
    assertThat(window.text("#descent")).contains("grows 1.1 times");
    window.fire("#halve-rate");
    window.waitFor(() -> window.text("#descent").contains("1.05 × curvature 1 = 1.05"));
    assertThat(window.isShown("#halve-rate")).isFalse();
    setRate("2");
    window.waitFor(() -> window.text("#descent").contains("for ever"));
    setRate("1");
    window.waitFor(() -> window.text("#descent").contains("a single step"));
  }

  private void setRate(String rate) {
    window.onScreen(() -> {
      TextField field = (TextField) window.find("#control-learning_rate-value");
      field.requestFocus();
      field.setText(rate);
      return true;
    });
    window.press(KeyCode.ENTER);
  }

  private int iteration() {
    return window.bench().player.getState().session().orElseThrow().iteration() + 1;
  }
}
