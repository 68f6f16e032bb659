package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Background;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The right lines are those of the notebook's neuron, one thing changed where they are wrong.
@ExtendWith(ApplicationExtension.class)
@DisplayName("The backward pass written by hand")
class PracticeTest {
  private Window window;

  @Start
  void open(Stage stage) {
    SettingsModel settings = SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(true)));
    window = Window.open(stage, Locale.ENGLISH, settings, Background.direct());
  }

  private List<String> findings() {
    return window.onScreen(() ->
        window.find("#practice").lookupAll(".practice-finding").stream()
            .map(row -> ((Label) row).getText())
            .toList());
  }

  private String written() {
    return window.onScreen(() -> ((TextArea) window.find("#practice-field")).getText());
  }

  private void write(String text) {
    window.robot().interact(() -> ((TextArea) window.find("#practice-field")).setText(text));
  }

  @Test
  @DisplayName("is judged line by line, with the listing of the right one out of sight")
  void judged() {
    window.openLesson("03-neuron", "z");
    window.press(KeyCode.F3);
    assertThat(window.focusOwner()).isEqualTo("practice-field");
    assertThat(window.isShown("#code-list")).isFalse();
    assertThat(window.onScreen(() -> ((TextArea) window.find("#practice-given")).getText()))
        .endsWith("loss = .5 * (y - r) ** 2");
    assertThat(findings()).containsExactly("Still to come: W");
    window.write("d_r = r - y");
    assertThat(findings()).containsExactly("Line 1: Right: the gradient of r.", "Still to come: W");
    write("d_r = r - y\nd_z = d_r\nd_W = d_z * X\nW -= .1 * d_W\n");
    assertThat(findings())
        .element(1)
        .isEqualTo("Line 2: The derivative of r by z is missing: multiply by it.");
    assertThat(findings()).hasSize(5).last().isEqualTo("Still to come: W");
    write("d_r = r - y\nd_z = d_r * r * (1 - r)\nd_W = d_z * X\nW -= .1 * d_W\n");
    assertThat(findings()).last().isEqualTo("Done: every gradient and every update is right.");
    assertThat(window.isOff("#practice-tell")).isTrue();
  }

  @Test
  @DisplayName("is told line by line, as far as it is needed")
  void told() {
    window.openLesson("03-neuron", "z");
    window.fire("#practice-open");
    write("d_r = r - y\nd_z = d_r * r * (1 - r)\n");
    window.fire("#practice-tell");
    assertThat(written()).endsWith("(1 - r)\nd_W = d_z * X\n");
    window.fire("#practice-tell");
    assertThat(written()).endsWith("d_W = d_z * X\nW -= 0.1 * d_W\n");
    assertThat(findings())
        .last()
        .isEqualTo("Done, with 2 lines of help: every gradient and every update is right.");
    window.fire("#practice-restart");
    assertThat(written()).isEmpty();
    for (int i = 0; i < 12 && !window.isOff("#practice-tell"); i++) {
      window.fire("#practice-tell");
    }
    assertThat(findings()).last().asString().startsWith("Done, with");
  }

  @Test
  @DisplayName("says what cannot be read, and where")
  void problem() {
    window.openLesson("03-neuron", "z");
    window.press(KeyCode.F3);
    write("d_r = r - y\nd_z = d_r *\n");
    assertThat(findings()).element(1).asString().startsWith("Line 2: ");
    assertThat(window.onScreen(() -> window.find("#practice").lookup("#code-wrong"))).isNotNull();
  }

  @Test
  @DisplayName("is kept for each program, and gives way to the editor")
  void kept() {
    window.openLesson("03-neuron", "z");
    window.press(KeyCode.F3);
    write("d_r = r - y\n");
    window.openLesson("04-two-layers", "z1");
    assertThat(window.isShown("#practice")).isFalse();
    window.press(KeyCode.F3);
    assertThat(written()).isEmpty();
    window.openLesson("03-neuron", "z");
    window.press(KeyCode.F3);
    assertThat(written()).isEqualTo("d_r = r - y\n");
    window.press(KeyCode.F2);
    assertThat(window.isShown("#practice")).isFalse();
    assertThat(window.isShown("#code-editor")).isTrue();
    window.press(KeyCode.F3);
    assertThat(window.isShown("#code-editor")).isFalse();
    assertThat(written()).isEqualTo("d_r = r - y\n");
    window.press(KeyCode.F3);
    assertThat(window.isShown("#practice")).isFalse();
    assertThat(window.isShown("#code-list")).isTrue();
  }

  @Test
  @DisplayName("is offered for a program of one's own, and not where there is no loss")
  void offered() {
    window.openLesson("99-sandbox", "loss");
    Node open = window.onScreen(() -> window.find("#practice-open-from-editor"));
    assertThat(window.onScreen(open::isVisible)).isTrue();
    window.robot().interact(() -> ((Button) open).fire());
    assertThat(window.isShown("#practice")).isTrue();
    window.openLesson("10-network-lab", "W1");
    assertThat(window.isShown("#practice")).isFalse();
  }
}
