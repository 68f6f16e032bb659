package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.python.Options;
import backstep.trace.Cover.Kind;
import backstep.ui.kit.Background;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// One test for each kind of message. The figures are those of the notebook's two-layer network.
@ExtendWith(ApplicationExtension.class)
@DisplayName("What is announced")
class AnnouncedTest {
  private Window window;
  private Heard heard;

  @Start
  void open(Stage stage) {
    SettingsModel settings = SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(true)));
    window = Window.open(stage, Locale.ENGLISH, settings, Background.direct());
    heard = new Heard(window);
  }

  private void does(Runnable action) {
    window.robot().interact(action);
  }

  @Test
  @DisplayName("is a lesson that opens, in whole")
  void summary() {
    does(() -> window.bench().open("03-neuron"));
    heard.expect("Lesson 3: One neuron. The program computes loss from X, y, W.");
  }

  @Test
  @DisplayName("is each step as it is made, and nothing while steps play")
  void step() {
    window.press(KeyCode.F);
    window.press(KeyCode.F);
    heard.expect("Step 2 of 21, forward. z1, sum, is [0.52 0.49].");
    does(() -> window.bench().player.playOrPause());
    heard.forget();
    does(() -> {
      window.bench().player.next();
      window.bench().player.next();
    });
    does(() -> {
      if (window.isPlaying()) {
        window.bench().player.playOrPause();
      }
    });
    heard.expect(", forward.");
  }

  @Test
  @DisplayName("is why a step is refused")
  void refused() {
    window.press(KeyCode.B);
    heard.expect("The loss is not known yet.");
  }

  @Test
  @DisplayName("is a program that does not run")
  void problem() {
    does(() -> window.bench().program.write("class A:\n", false));
    heard.expect("class");
  }

  @Test
  @DisplayName("is what is said about a file, and that a session was recovered")
  void kept() {
    does(() -> window.bench().keep.say("keep.recovered"));
    heard.expect(window.text("#keep-note-text"));
  }

  @Test
  @DisplayName("is what an export came to")
  void exported(@TempDir Path folder) {
    does(() -> {
      window.bench().export.setAsker((_, name) -> Optional.of(folder.resolve(name)));
      window.bench().export.choose("png");
      window.bench().export.export();
    });
    heard.expect(".png");
  }

  @Test
  @DisplayName("is what is hidden")
  void hidden() {
    does(() -> window.bench().cover.toggle(Kind.GRADIENTS));
    heard.expect(window.text("#cover-text"));
  }

  @Test
  @DisplayName("is a question, and each reply to it, also the same one twice")
  void predicted() {
    window.press(KeyCode.P);
    window.press(KeyCode.F);
    heard.expect("Which shape does W1 · X have?");
    window.fire("#predict-shape-1");
    heard.expect("It is not (2, 2).");
    heard.forget();
    window.fire("#predict-shape-1");
    heard.expect("It is not (2, 2).");
    window.fire("#predict-shape-2");
    heard.expect("Right. W1 · X: (2,)");
    heard.expect("W1.dot(X), dot product, is [0.42 0.29].");
  }

  @Test
  @DisplayName("is a hint")
  void hinted() {
    window.press(KeyCode.P);
    window.press(KeyCode.F);
    heard.forget();
    window.fire("#predict-hint");
    heard.expect("W1");
  }

  @Test
  @DisplayName("is a lesson's question and its replies")
  void asked() {
    does(() -> window.bench().open("03-neuron"));
    heard.forget();
    does(() -> ((ToggleButton) window.find("#questions-heading")).fire());
    heard.expect("What is the gradient of the loss with respect to the first weight");
    does(() -> ((TextInputControl) window.find("#question-field")).setText("1"));
    window.fire("#question-check");
    heard.expect("Not yet.");
    heard.forget();
    window.fire("#question-check");
    heard.expect("Not yet.");
    does(() -> ((TextInputControl) window.find("#question-field")).setText("-0.0474"));
    window.fire("#question-check");
    heard.expect("Right.");
  }

  @Test
  @DisplayName("is what is found in a backward pass, a line once")
  void practised() {
    does(() -> window.bench().open("03-neuron"));
    window.press(KeyCode.F3);
    heard.expect("Still to come: W");
    does(() -> ((TextArea) window.find("#practice-field")).setText("d_r = r - y\n"));
    heard.expect("Line 1: Right: the gradient of r.");
    heard.forget();
    does(() -> ((TextArea) window.find("#practice-field")).setText("d_r = r - y\nd_z = d_r\n"));
    heard.expect("Line 2:");
    heard.expectNot("Line 1:");
  }

  @Test
  @DisplayName("is what a gradient check finds")
  void checked() {
    window.press(KeyCode.G);
    heard.expect("agree");
  }

  @Test
  @DisplayName("is where updates part from gradients")
  void amiss() {
    does(() -> window.bench().open("15-slip-line"));
    does(() -> window.bench().player.toEnd());
    window.waitFor(() -> window.isShown("#amiss"));
    heard.expect(window.onScreen(() -> window.find("#amiss").getAccessibleText()));
  }

  @Test
  @DisplayName("is that something was copied")
  void copied() {
    window.press(KeyCode.I);
    window.waitFor(() -> window.anywhere("#summary-copy").isPresent());
    does(() -> ((Button) window.anywhere("#summary-copy").orElseThrow()).fire());
    heard.expect("Copied.");
  }

  @Test
  @DisplayName("is that what was typed is no number")
  void noNumber() {
    window.focus("#node-X");
    window.press(KeyCode.ENTER);
    window.write("x");
    window.press(KeyCode.ENTER);
    heard.expect("This is not a number yet.");
  }

  @Test
  @DisplayName("is why a training ended")
  void ended() {
    String diverging = "w = 1.\nrate = 3.\nloss = .5 * w * w\ng = w\nw -= rate * g\n";
    does(() -> window.bench().program.open(diverging, Options.DEFAULT));
    does(() -> window.bench().player.toIteration(600));
    window.waitFor(() -> window.isShown("#ending"));
    heard.expect(window.text("#ending-text"));
  }

  @Test
  @DisplayName("leaves the focus where it is")
  void focus() {
    String before = window.focusOwner();
    window.press(KeyCode.F);
    heard.expect("Step 1 of 21");
    assertThat(window.focusOwner()).isEqualTo(before);
  }
}
