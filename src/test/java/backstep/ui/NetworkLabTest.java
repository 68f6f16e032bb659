package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.chart.Chart;
import backstep.ui.kit.chart.Samples;
import backstep.words.Numbers;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The network lab")
class NetworkLabTest {
  private Window window;

  @Start
  void start(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, true);
  }

  @BeforeEach
  void openLesson() {
    fire("#lesson-10-network-lab");
    window.waitFor(() -> iterations() == 1, () -> window.text("#network-iterations"));
  }

  @AfterEach
  void leave() {
    fire("#lesson-01-square");
  }

  private void fire(String selector) {
    window.robot().interact(() -> ((ButtonBase) window.find(selector)).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void type(String dial, String number) {
    window
        .robot()
        .interact(() -> {
          TextField field = (TextField) window.find(dial + "-value");
          field.requestFocus();
          field.setText(number);
          field.fireEvent(new ActionEvent());
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private int iterations() {
    String shown = window.text("#network-iterations").replace(",", "");
    return shown.equals("–") ? 0 : Integer.parseInt(shown);
  }

  private void click(double x1, double x2, MouseButton button) {
    WaitForAsyncUtils.waitForFxEvents(); // what appeared may have moved the rest
    Point2D place =
        window.onScreen(() -> {
          Node frame = window.find("#plane .plane-frame");
          Bounds square = frame.getBoundsInLocal();
          return frame.localToScreen(
              square.getMinX() + square.getWidth() * (1 + x1 / 1.2) / 2,
              square.getMinY() + square.getHeight() * (1 - x2 / 1.2) / 2);
        });
    new FxRobot().clickOn(place, button);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  @DisplayName("learns XOR to 100 %, and tells so")
  void learns() {
    fire("#speed-full");
    fire("#network-run");
    window.waitFor(
        () ->
            window.text("#network-accuracy-train").equals("100 %")
                && window.text("#network-accuracy-test").equals("100 %"),
        () -> window.text("#network-accuracy-train"));
    window.press(KeyCode.SPACE);
    assertThat(window.text("#network-run")).isEqualTo("Train");
    WaitForAsyncUtils.waitForFxEvents();
    int paused = iterations();
    assertThat(paused).isGreaterThan(50);
    String told = window.onScreen(() -> window.find("#plane").getAccessibleText());
    assertThat(told).contains("Training accuracy 100 %, loss ").contains("test accuracy 100 %");
    assertThat(window.isShown("#network-notice")).isFalse();
    assertThat(window.isShown("#step-forward")).isFalse();
  }

  @Test
  @DisplayName("makes one iteration at a time, and begins again, by its keys")
  void keys() {
    window.robot().interact(() -> window.find("#network-run").requestFocus());
    window.press(KeyCode.RIGHT);
    window.waitFor(() -> iterations() == 2);
    window.press(KeyCode.RIGHT);
    window.waitFor(() -> iterations() == 3);
    window.press(KeyCode.HOME);
    window.waitFor(() -> iterations() == 1);
  }

  @Test
  @DisplayName("begins anew when something is set, also where the number is typed")
  void restarts() {
    fire("#network-step");
    window.waitFor(() -> iterations() == 2);
    type("#network-hidden", "3");
    window.waitFor(() -> iterations() == 1);
    window.waitFor(() -> window.find("#hidden-layer").lookup("#neuron-3") != null);
    assertThat(window.onScreen(() -> window.find("#hidden-layer").lookup("#neuron-4"))).isNull();
    // What cannot be set is not taken.
    type("#network-hidden", "17");
    assertThat(window.isMarked("#network-hidden-value", "wrong")).isTrue();
    assertThat(window.onScreen(() -> window.find("#hidden-layer").lookup("#neuron-4"))).isNull();
  }

  @Test
  @DisplayName("learns own points, set and taken away by mouse and by keyboard")
  void ownPoints() {
    fire("#data-own");
    assertThat(window.text("#network-notice-text")).contains("no points yet");
    assertThat(window.isOff("#network-run")).isTrue();
    click(0.6, 0.6, MouseButton.PRIMARY);
    assertThat(window.text("#network-notice-text")).contains("All points are of class +1");
    fire("#tool-negative");
    window.tabTo("#plane");
    // The cross stands where the click was; a leap is a fifth of the way to the edge.
    for (int i = 0; i < 5; i++) {
      window.press(KeyCode.SHIFT, KeyCode.LEFT);
    }
    assertThat(window.text("#network-readout")).startsWith("x1 −0.6");
    window.press(KeyCode.ENTER);
    window.waitFor(() -> iterations() == 1, () -> window.text("#network-notice-text"));
    assertThat(window.isShown("#network-notice")).isFalse();
    fire("#speed-full");
    fire("#network-run");
    window.waitFor(() -> window.text("#network-accuracy-train").equals("100 %"));
    fire("#network-run");
    window.tabTo("#plane");
    window.press(KeyCode.DELETE);
    assertThat(window.text("#network-notice-text")).contains("All points are of class +1");
    click(0.6, 0.6, MouseButton.SECONDARY);
    assertThat(window.text("#network-notice-text")).contains("no points yet");
  }

  @Test
  @DisplayName("shows from within the batch whose loss the chart has, and goes on from there")
  void within() {
    fire("#speed-fast");
    fire("#network-run");
    window.waitFor(() -> iterations() > 30);
    fire("#network-run");
    window.waitFor(() -> lossChart().size() > 0 && last(lossChart()) == iterations());
    int made = iterations();
    double loss = lossChart().y(lossChart().size() - 1);
    fire("#look-graph");
    window.waitFor(() -> window.bench().player.getState().iteration() == made - 1);
    window.waitFor(() -> window.isShown("#node-loss"));
    assertThat(window.isShown("#plane")).isFalse();
    window.press(KeyCode.SHIFT, KeyCode.F);
    window.waitFor(
        () -> window.values("loss").equals(java.util.List.of(Numbers.USUAL.shown(loss))));
    assertThat(window.bench().player.getState().session().orElseThrow().iteration())
        .isEqualTo(made - 1);
    // The next iteration is made by walking into it.
    window.press(KeyCode.END);
    window.press(KeyCode.RIGHT);
    window.waitFor(() -> window.bench().player.getState().iteration() == made);
    fire("#look-network");
    window.waitFor(() -> iterations() == made + 1, () -> window.text("#network-iterations"));
  }

  private Samples lossChart() {
    return window.onScreen(
        () -> ((Chart) window.find("#network-loss")).getData().series().getLast().samples());
  }

  private static int last(Samples samples) {
    return (int) samples.x(samples.size() - 1);
  }

  @Test
  @DisplayName("goes on by itself when it comes back from within")
  void resumes() {
    fire("#network-run");
    window.waitFor(() -> iterations() > 3);
    fire("#look-graph");
    window.waitFor(() -> window.isShown("#node-loss"));
    int inside = window.bench().player.getState().iteration();
    fire("#look-network");
    window.waitFor(() -> iterations() > inside + 3);
    assertThat(window.text("#network-run")).isEqualTo("Pause");
  }

  @Test
  @DisplayName("says that it diverged, and mends it by half the rate")
  void diverges() {
    // With rate · l2 above 2 the penalty makes each weight larger, with the other sign.
    type("#network-l2", "1");
    type("#network-rate", "3");
    fire("#speed-full");
    fire("#network-run");
    window.waitFor(() -> window.isShown("#network-halve"));
    assertThat(window.text("#network-notice-text")).contains("no longer a finite number");
    assertThat(window.isOff("#network-run")).isTrue();
    fire("#network-halve");
    window.waitFor(() -> !window.isShown("#network-notice") && iterations() > 600);
    assertThat(window.onScreen(() -> ((TextField) window.find("#network-rate-value")).getText()))
        .isEqualTo("1.5");
  }

  @Test
  @DisplayName("tells each hidden neuron by keyboard")
  void neurons() {
    window.tabTo("#hidden-layer");
    assertThat(window.text("#network-readout")).startsWith("Neuron 1 = tanh(");
    window.press(KeyCode.DOWN);
    assertThat(window.text("#network-readout")).startsWith("Neuron 2 = tanh(");
    assertThat(window.onScreen(() -> window.find("#hidden-layer").getAccessibleText()))
        .startsWith("Neuron 2 = tanh(");
    window.press(KeyCode.END);
    assertThat(window.text("#network-readout")).startsWith("Neuron 8 = tanh(");
  }
}
