package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Background;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The figures are those of the notebook's neuron, its slip mended: z = 0.42, loss = 0.0786, and
/// gradients (-0.0474, -0.0759) for the weights.
@ExtendWith(ApplicationExtension.class)
@DisplayName("A learner without sight, by keyboard and ear alone,")
class WithoutSightTest {
  private static final int MANY = 60;

  private Window window;
  private Heard heard;

  @Start
  void open(Stage stage) {
    SettingsModel settings = SettingsModel.passing(Settings.USUAL.withStillness(Optional.of(true)));
    window = Window.open(stage, Locale.ENGLISH, settings, Background.direct());
    heard = new Heard(window);
  }

  /// Tab until this is heard of the focused control.
  private void tabUntil(String words) {
    StringBuilder passed = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      String now = heard.focused();
      if (now.contains(words)) {
        return;
      }
      passed.append(now).append('\n');
      window.press(KeyCode.TAB);
    }
    throw new AssertionError("Tab never comes to: " + words + "\n" + passed);
  }

  @Test
  @DisplayName("comes through lesson 3 to its end")
  void lesson() {
    // From lesson 4, which is open, to the one before.
    window.press(KeyCode.CONTROL, KeyCode.PAGE_UP);
    heard.expect("Lesson 3: One neuron.");
    heard.expect("F computes z next.");

    // The summary again, as a text, and back.
    window.press(KeyCode.I);
    assertThat(heard.focused()).contains("The graph has 8 nodes: 3 given, 5 computed.");
    window.press(KeyCode.ESCAPE);

    // The forward pass, step by step.
    window.press(KeyCode.F);
    heard.expect("z, dot product, is 0.42.");
    tabUntil("Each input times its weight, all added up.");
    window.press(KeyCode.SHIFT, KeyCode.F);
    heard.expect("loss, product, is 0.0786.");
    window.press(KeyCode.B);
    heard.expect("The gradient starts at loss: 1.");

    // The steps as a list: down to a step that is still to come, and there.
    window.press(KeyCode.V);
    assertThat(heard.focused()).startsWith("Steps of this iteration");
    window.press(KeyCode.END);
    assertThat(row()).startsWith("Step 12 of 12, update.").contains("not computed yet");
    window.press(KeyCode.ENTER);
    assertThat(row()).contains("You are here.", "Update of W: before [0.2 0.4]");
    window.press(KeyCode.UP);
    assertThat(row()).contains("The gradient of W is [−0.0474 −0.0759].");
    window.press(KeyCode.V);

    // At its end the lesson asks.
    heard.expect("What is the gradient of the loss with respect to the first weight, W[0]?");
    tabUntil("with respect to the first weight");
    window.write("0.0474");
    window.press(KeyCode.ENTER);
    heard.expect("The size is right, the sign is the other one.");
    window.write("-0.0474");
    window.press(KeyCode.ENTER);
    heard.expect("Right.");

    // A prediction, from the start.
    tabUntil("Predict first");
    window.press(KeyCode.P);
    window.press(KeyCode.HOME);
    heard.forget();
    window.press(KeyCode.F);
    heard.expect("z");
    assertThat(heard.focused()).contains("?");
    window.write("0.42");
    window.press(KeyCode.ENTER);
    heard.expect("Right. z: 0.42");
    heard.expect("z, dot product, is 0.42.");
    window.press(KeyCode.P);

    // One line of the backward pass, written by hand.
    window.press(KeyCode.F3);
    heard.expect("Still to come: W");
    window.write("d_r = r - y");
    heard.expect("Line 1: Right: the gradient of r.");
    assertThat(heard.focused()).contains("Line 1: Right: the gradient of r.");
    window.press(KeyCode.F3);

    // To the end.
    window.press(KeyCode.END);
    heard.forget();
    window.press(KeyCode.I);
    assertThat(heard.focused()).contains("Step 12 of 12, update.", "Update of W:");
  }

  // What a screen reader says of the row that it is at.
  private String row() {
    return window.onScreen(() -> {
      javafx.scene.Node list = window.find("#steps");
      javafx.scene.Node row =
          (javafx.scene.Node)
              list.queryAccessibleAttribute(javafx.scene.AccessibleAttribute.FOCUS_ITEM);
      return row.getAccessibleText();
    });
  }
}
