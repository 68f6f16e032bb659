package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Background;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The figures are those of the two-layer network: W1·X = (.2·.5 + .4·.8, .1·.5 + .3·.8), and z1 =
/// W1·X + (.1, .2).
@ExtendWith(ApplicationExtension.class)
@DisplayName("Predict first")
class PredictTest {
  private Window window;

  @Start
  void open(Stage stage) {
    SettingsModel settings = SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(true)));
    window = Window.open(stage, Locale.ENGLISH, settings, Background.direct());
  }

  private int position() {
    return window.bench().player.getState().session().orElseThrow().position();
  }

  private void choose(String form) {
    // A choice has its buttons from the next frame on.
    window.waitFor(() -> window.isShown("#predict-" + form));
    window.robot().interact(() -> ((ToggleButton) window.find("#predict-" + form)).fire());
  }

  private void answer(String figure) {
    window.focus("#predict-field");
    window.write(figure);
    window.press(KeyCode.ENTER);
  }

  @Test
  @DisplayName("asks before a step, and makes it when the answer is right")
  void right() {
    assertThat(window.isShown("#predict")).isFalse();
    window.press(KeyCode.P);
    assertThat(window.text("#predict-first")).isEqualTo("Predict first: on");
    window.press(KeyCode.RIGHT);
    assertThat(position()).isZero();
    assertThat(window.text("#predict-question")).isEqualTo("Which shape does W1 · X have?");
    window.fire("#predict-shape-1");
    assertThat(window.text("#predict-reply")).isEqualTo("It is not (2, 2). A hint may help.");
    assertThat(position()).isZero();
    window.fire("#predict-shape-2");
    assertThat(position()).isEqualTo(1);
    assertThat(window.text("#predict-reply")).isEqualTo("Right. W1 · X: (2,)");
    assertThat(window.text("#predict-score")).isEqualTo("0 of 1 at the first try");
    // The keys are the window's again.
    window.press(KeyCode.F);
    assertThat(position()).isEqualTo(1);
    assertThat(window.text("#predict-question")).isEqualTo("Which shape does z1 have?");
    choose("figure");
    assertThat(window.values("z1")).doesNotContain("0.52");
    answer("0.52");
    assertThat(window.text("#predict-reply")).isEqualTo("Right. z1[0]: 0.52");
    assertThat(window.values("z1")).isEqualTo(List.of("0.52", "0.49"));
    assertThat(window.text("#predict-score")).isEqualTo("1 of 2 at the first try");
  }

  @Test
  @DisplayName("says how far off a figure is, hints at the rule, and asks only once")
  void wrong() {
    window.press(KeyCode.P);
    window.press(KeyCode.RIGHT);
    choose("figure");
    answer("-0.42");
    assertThat(window.text("#predict-reply"))
        .isEqualTo("The size is right, the sign is the other one.");
    answer("much");
    assertThat(window.text("#predict-reply")).startsWith("Write a number");
    window.fire("#predict-hint");
    window.fire("#predict-hint");
    assertThat(window.isShown("#predict-hint")).isFalse();
    window.fire("#predict-reveal");
    assertThat(window.text("#predict-reply")).isEqualTo("(W1 · X)[0]: 0.42");
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.RIGHT);
    assertThat(position()).isEqualTo(1);
    assertThat(window.focusOwner()).isEqualTo("predict-field");
    window.focus("#predict-first");
    window.press(KeyCode.RIGHT);
    assertThat(position()).isEqualTo(2);
    assertThat(window.text("#predict-reply")).isEqualTo("z1[0]: 0.52");
    assertThat(window.text("#predict-score")).isEqualTo("0 of 2 at the first try");
  }

  @Test
  @DisplayName("keeps the answer locked until it is revealed")
  void locked() {
    window.press(KeyCode.P);
    window.robot().interact(() -> ((CheckBox) window.find("#predict-lock")).fire());
    window.press(KeyCode.RIGHT);
    choose("sign");
    window.fire("#predict-negative");
    assertThat(window.text("#predict-reply")).startsWith("Noted: − negative.");
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.SHIFT, KeyCode.F);
    window.press(KeyCode.END);
    window.press(KeyCode.SHORTCUT, KeyCode.RIGHT);
    window.onScreen(() -> {
      window.bench().player.toEndOfIteration(3);
      window.bench().player.trainOrPause();
      return true;
    });
    window.onScreen(() -> true);
    assertThat(window.isPlaying()).isFalse();
    assertThat(window.bench().player.getState().iteration()).isZero();
    assertThat(position()).isZero();
    assertThat(window.text("#predict-reply")).startsWith("Noted: − negative.");
    window.fire("#predict-positive");
    window.press(KeyCode.SHIFT, KeyCode.P);
    assertThat(position()).isEqualTo(1);
    assertThat(window.text("#predict-reply"))
        .isEqualTo("“+ positive” was right. (W1 · X)[0]: 0.42");
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.RIGHT);
    assertThat(position()).isEqualTo(1);
    assertThat(window.text("#predict-reply")).startsWith("The answer is locked.");
    choose("figure");
    answer("0.3");
    assertThat(window.text("#predict-reply")).startsWith("Noted: 0.3.");
    window.press(KeyCode.SHIFT, KeyCode.P);
    assertThat(position()).isEqualTo(2);
  }

  @Test
  @DisplayName("stops what plays at a question, and lets pass who leaps")
  void playing() {
    window.press(KeyCode.P);
    window.press(KeyCode.SPACE);
    window.waitFor(() -> window.isShown("#predict-reveal"));
    assertThat(window.isPlaying()).isFalse();
    assertThat(position()).isZero();
    window.press(KeyCode.LEFT);
    window.press(KeyCode.SHIFT, KeyCode.F);
    assertThat(window.bench().player.getState().nextPhase())
        .contains(backstep.trace.Step.Phase.BACKWARD);
    assertThat(window.isShown("#predict-reveal")).isFalse();
    assertThat(window.text("#predict-question")).startsWith("Make the next step");
    window.press(KeyCode.P);
    window.press(KeyCode.RIGHT);
    assertThat(window.gradients("loss")).isEqualTo(List.of("+1"));
    assertThat(window.isShown("#predict")).isFalse();
    window.press(KeyCode.P);
    window.press(KeyCode.SHIFT, KeyCode.B);
    window.press(KeyCode.SHIFT, KeyCode.U);
    assertThat(window.text("#predict-question"))
        .isEqualTo("No step of this iteration is left to predict.");
  }
}
