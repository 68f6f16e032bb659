package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("Stepping through the two-layer network")
class StepThroughTest {
  private static final List<String> UNKNOWN = List.of("");
  private static final List<String> UNKNOWN_PAIR = List.of("", "");

  private Window window;

  @Start
  void start(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, true);
  }

  @BeforeEach
  void openLesson() {
    window.openLesson("04-two-layers", "z2");
  }

  @Test
  @DisplayName("F computes one value after another, and none before its step")
  void forward() {
    assertThat(window.values("W1")).containsExactly("0.2", "0.4", "0.1", "0.3");
    assertThat(window.values("z1")).isEqualTo(UNKNOWN_PAIR);
    assertThat(window.spoken("z1"))
        .isEqualTo("z1, sum, value not computed yet, gradient not computed yet, 5 of 15");
    window.press(KeyCode.F); // W1.dot(X)
    assertThat(window.values("z1")).isEqualTo(UNKNOWN_PAIR);
    window.press(KeyCode.F);
    assertThat(window.values("z1")).containsExactly("0.52", "0.49");
    assertThat(window.values("z2")).isEqualTo(UNKNOWN);
    window.press(KeyCode.F); // r1
    window.press(KeyCode.F); // r1.dot(W2)
    window.press(KeyCode.F);
    assertThat(window.values("z2")).containsExactly("0.854");
    assertThat(window.values("r2")).isEqualTo(UNKNOWN);
    window.press(KeyCode.F);
    assertThat(window.values("r2")).containsExactly("0.854");
    assertThat(window.isOff("#step-backward")).isTrue();
    window.press(KeyCode.B);
    assertThat(window.gradients("loss")).as("B does nothing before the loss").isEqualTo(UNKNOWN);
    window.press(KeyCode.F);
    window.press(KeyCode.F);
    assertThat(window.values("loss")).isEqualTo(UNKNOWN);
    window.press(KeyCode.F);
    assertThat(window.values("loss")).containsExactly("0.0107");
    assertThat(window.isOff("#step-forward")).isTrue();
    assertThat(window.isOff("#step-backward")).isFalse();
  }

  @Test
  @DisplayName("what a share is multiplied by never lies over a short arrow, but points to it")
  void factor() {
    window.openLesson("01-square", "x");
    window.onScreen(() -> {
      window.bench().player.toEnd();
      return true;
    });
    window.waitFor(() -> bounds(".wire-factor-line").isPresent());
    Bounds note = bounds(".wire-factor").orElseThrow();
    Bounds node = bounds("#node-x").orElseThrow();
    assertThat(note.getMaxY()).isLessThanOrEqualTo(node.getMinY() + 1);
    assertThat(bounds(".wire-factor-line").orElseThrow().getMaxY())
        .isCloseTo(node.getCenterY(), within(node.getHeight() / 2));
  }

  private Optional<Bounds> bounds(String selector) {
    return window.onScreen(() ->
        window.find(".shell").lookupAll(selector).stream()
            .findFirst()
            .map(found -> found.localToScene(found.getLayoutBounds())));
  }

  @Test
  @DisplayName("B sends the gradient back, in the shape of each value")
  void backward() {
    window.press(KeyCode.SHIFT, KeyCode.F);
    assertThat(window.gradients("loss")).isEqualTo(UNKNOWN);
    window.press(KeyCode.B);
    assertThat(window.gradients("loss")).containsExactly("+1");
    for (int i = 0; i < 3; i++) {
      window.press(KeyCode.B); // through loss, the square and the difference
    }
    assertThat(window.gradients("r2")).containsExactly("−0.146");
    assertThat(window.gradients("z2")).isEqualTo(UNKNOWN);
    window.press(KeyCode.B);
    window.press(KeyCode.B);
    assertThat(window.gradients("b2")).containsExactly("−0.146");
    assertThat(window.gradients("W2")).isEqualTo(UNKNOWN_PAIR);
    window.press(KeyCode.B);
    assertThat(window.gradients("W2")).containsExactly("−0.0759", "−0.0715");
    assertThat(window.spoken("z2")).isEqualTo("z2, sum, value 0.854, gradient −0.146, 10 of 15");
    window.press(KeyCode.SHIFT, KeyCode.B);
    assertThat(window.gradients("W1")).containsExactly("−0.0365", "−0.0584", "−0.0438", "−0.0701");
    assertThat(window.gradients("y")).as("a constant takes none").isEmpty();
    assertThat(window.isOff("#step-update")).isFalse();
  }

  @Test
  @DisplayName("U moves the parameters, and previous goes back through everything")
  void updateAndBack() {
    window.press(KeyCode.SHIFT, KeyCode.F);
    window.press(KeyCode.SHIFT, KeyCode.B);
    window.press(KeyCode.U);
    assertThat(window.values("W2")).containsExactly("0.5008", "0.6007");
    assertThat(window.values("W1").getFirst()).isEqualTo("0.2");
    window.press(KeyCode.U);
    assertThat(window.values("W1")).containsExactly("0.2004", "0.4006", "0.1004", "0.3007");
    window.press(KeyCode.LEFT);
    assertThat(window.values("W1").getFirst()).isEqualTo("0.2");
    window.press(KeyCode.PAGE_UP);
    assertThat(window.values("W2")).containsExactly("0.5", "0.6");
    window.press(KeyCode.HOME);
    assertThat(window.values("z1")).isEqualTo(UNKNOWN_PAIR);
    assertThat(window.gradients("W2")).isEqualTo(UNKNOWN_PAIR);
  }

  @Test
  @DisplayName("Next does whatever comes next, also from a focused button")
  void next() {
    window.onScreen(() -> {
      window.find("#play").requestFocus();
      return true;
    });
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.PAGE_DOWN);
    assertThat(window.values("z1")).containsExactly("0.52", "0.49");
    assertThat(window.text(".phase-title")).contains("Forward pass");
    window.press(KeyCode.END);
    assertThat(window.text(".phase-title")).contains("Update");
  }

  @Test
  @DisplayName("L changes the language of all that is on the screen")
  void language() {
    window.press(KeyCode.SHIFT, KeyCode.F);
    assertThat(window.text("#lesson-title")).isEqualTo("4 · Two layers");
    window.press(KeyCode.L);
    assertThat(window.text("#lesson-title")).isEqualTo("4 · 두 층 신경망");
    assertThat(window.text(".phase-title")).contains("순전파");
    assertThat(window.spoken("z2")).isEqualTo("z2, 덧셈, 값 0.854, 기울기 아직 계산 전, 15개 중 10번째");
    window.fire("#language");
    assertThat(window.text(".phase-title")).contains("Forward pass");
  }
}
