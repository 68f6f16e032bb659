package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Background;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The window as a test sees it: opens lessons, presses keys, reads figures off the nodes.
final class Window {
  private static final long PATIENCE = 20;

  private final FxRobot robot;
  private final Shell shell;
  private final Workbench bench;

  private Window(FxRobot robot, Shell shell, Workbench bench) {
    this.robot = robot;
    this.shell = shell;
    this.bench = bench;
  }

  /// To be called on the JavaFX thread.
  ///
  /// @param still whether steps show their end state at once
  static Window open(Stage stage, Locale language, boolean still) {
    Platform.setImplicitExit(false);
    Theme.loadFonts();
    Workbench bench = new Workbench(Background.threads());
    Shell shell = new Shell(bench, new Messages(language), Theme.LIGHT);
    shell.stage().stillProperty().set(still);
    stage.setScene(new Scene(shell, 980, 720));
    stage.show();
    bench.openStart();
    return new Window(new FxRobot(), shell, bench);
  }

  FxRobot robot() {
    return robot;
  }

  /// Writes into the field that has the focus.
  void write(String text) {
    robot.write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }

  void focus(String selector) {
    robot.interact(() -> find(selector).requestFocus());
    WaitForAsyncUtils.waitForFxEvents();
  }

  boolean isShown(String selector) {
    return onScreen(() -> {
      Node found = shell.lookup(selector);
      return found != null && isVisible(found);
    });
  }

  private static boolean isVisible(Node node) {
    return node.isVisible() && (node.getParent() == null || isVisible(node.getParent()));
  }

  Workbench bench() {
    return bench;
  }

  void openLesson(String id, String node) {
    robot.interact(() -> ((Button) find("#lesson-" + id)).fire());
    waitFor(() -> shell.lookup("#node-" + node) != null);
    WaitForAsyncUtils.waitForFxEvents();
  }

  void press(KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Presses a button without the pointer, which the headless robot leaves pressed.
  void fire(String selector) {
    robot.interact(() -> ((Button) find(selector)).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  Node find(String selector) {
    Node found = shell.lookup(selector);
    assertThat(found).as(selector).isNotNull();
    return found;
  }

  /// A node of any window that is showing, such as a pop-up.
  Optional<Node> anywhere(String selector) {
    return javafx.stage.Window.getWindows().stream()
        .filter(javafx.stage.Window::isShowing)
        .flatMap(shown -> Stream.ofNullable(shown.getScene().getRoot().lookup(selector)))
        .findFirst();
  }

  List<String> values(String node) {
    return texts("#node-" + node + " .value");
  }

  List<String> gradients(String node) {
    return texts("#node-" + node + " .gradient");
  }

  private List<String> texts(String selector) {
    return onScreen(() -> {
      String[] parts = selector.split(" ", 2);
      Stream<Node> found = find(parts[0]).lookupAll(parts[1]).stream();
      return found.map(node -> ((Label) node).getText()).toList();
    });
  }

  String text(String selector) {
    return onScreen(() -> ((Label) find(selector)).getText());
  }

  String spoken(String node) {
    return onScreen(() -> find("#node-" + node).getAccessibleText());
  }

  boolean isOff(String selector) {
    return onScreen(() -> find(selector).isDisabled());
  }

  <T> T onScreen(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000, question);
  }

  void waitFor(BooleanSupplier condition) {
    waitFor(condition, () -> "");
  }

  /// @param instead says what there is where the condition does not come true
  void waitFor(BooleanSupplier condition, Supplier<String> instead) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE, TimeUnit.SECONDS, () -> onScreen(condition::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain: " + instead.get(), e);
    }
  }
}
