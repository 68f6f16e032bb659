package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The program on a real display: an X server and GTK, not the headless platform.
///
/// It runs in a process of its own, for a process has one platform only.
class RealWindowTest {
  @Test
  @DisplayName("opens on the first lesson, and real keys step through it and back")
  void opensAndStepsOnARealDisplay(@TempDir Path home) throws IOException, InterruptedException {
    String display = System.getenv("DISPLAY");
    if (display == null || display.isBlank()) {
      missing("no X server: DISPLAY is not set");
    }

    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dprism.order=sw",
                "-Dstdout.encoding=UTF-8",
                // The settings and the work of who runs the tests are left alone.
                "-Djava.util.prefs.userRoot=" + home,
                "-Duser.home=" + home,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-classpath",
                System.getProperty("java.class.path"),
                Probe.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().remove("XDG_DATA_HOME");
    Process probe = builder.start();
    String printed = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(probe.waitFor(1, TimeUnit.MINUTES)).isTrue();
    // y = x², and 2x at 3; nothing was known before its step.
    assertThat(printed.lines()).containsExactly("y: []", "y: [9]", "x: []", "x: [+6]");
    assertThat(probe.exitValue()).isZero();
  }

  private static void missing(String reason) {
    if (Objects.equals(System.getProperty("backstep.require"), "all")) {
      fail(reason);
    } else {
      abort(reason);
    }
  }

  /// Opens the window, presses keys, prints what it reads off the nodes.
  static final class Probe {
    private Probe() {}

    /// @param arguments none
    public static void main(String[] arguments) {
      Thread.ofVirtual().start(Probe::use);
      Application.launch(BackstepApp.class);
    }

    private static void use() {
      try {
        FxRobot robot = new FxRobot();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> isShown());
        say("y", "value");
        press(robot, KeyCode.F);
        say("y", "value");
        say("x", "gradient");
        press(robot, KeyCode.B);
        press(robot, KeyCode.B);
        say("x", "gradient");
        System.exit(0);
      } catch (Exception e) {
        System.exit(1);
      }
    }

    private static void press(FxRobot robot, KeyCode key) {
      robot.push(key);
      WaitForAsyncUtils.waitForFxEvents();
      // Longer than a step's motion.
      WaitForAsyncUtils.sleep(900, TimeUnit.MILLISECONDS);
    }

    private static boolean isShown() {
      return !Window.getWindows().isEmpty() && onScreen().lookup("#node-y") != null;
    }

    private static Scene onScreen() {
      return Window.getWindows().getFirst().getScene();
    }

    private static void say(String node, String figure) throws Exception {
      List<String> values =
          WaitForAsyncUtils.asyncFx(() ->
                  onScreen().lookup("#node-" + node).lookupAll("." + figure).stream()
                      .map(label -> ((Label) label).getText())
                      .filter(text -> !text.isEmpty())
                      .toList())
              .get();
      System.out.println(node + ": " + values);
    }
  }
}
