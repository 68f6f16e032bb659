package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Background;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Theme;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
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
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.api.FxToolkitContext;
import org.testfx.util.WaitForAsyncUtils;

/// The window as a test sees it: opens lessons, presses keys, reads figures off the nodes.
final class Window {
  private static final long PATIENCE = 20;
  private static final int MAX_TABS = 200;

  private final FxRobot robot;
  private final Shell shell;
  private final Workbench bench;
  private final Messages messages;

  private Window(FxRobot robot, Shell shell, Workbench bench, Messages messages) {
    this.robot = robot;
    this.shell = shell;
    this.bench = bench;
    this.messages = messages;
  }

  /// To be called on the JavaFX thread.
  ///
  /// @param still whether steps show their end state at once
  static Window open(Stage stage, Locale language, boolean still) {
    Settings settings = Settings.USUAL.withStillness(Optional.of(still));
    return open(stage, language, SettingsModel.passing(settings));
  }

  /// To be called on the JavaFX thread.
  static Window open(Stage stage, Locale language, SettingsModel settings) {
    return open(stage, language, settings, Background.threads());
  }

  /// To be called on the JavaFX thread.
  ///
  /// @param background where it works; [Background#direct] where nothing shall be waited for
  static Window open(Stage stage, Locale language, SettingsModel settings, Background background) {
    return open(stage, language, settings, new Workbench(background));
  }

  /// To be called on the JavaFX thread.
  static Window open(Stage stage, Locale language, SettingsModel settings, Workbench bench) {
    Platform.setImplicitExit(false);
    forgetEvents();
    Theme.loadFonts();
    Messages messages = new Messages(language);
    Shell shell = new Shell(bench, messages, settings);
    stage.setScene(new Scene(shell, 980, 720));
    // An earlier test may have left it elsewhere and smaller; the headless platform fails to draw
    // what is off its screen.
    stage.sizeToScene();
    stage.setX(0);
    stage.setY(0);
    stage.show();
    bench.open("04-two-layers");
    return new Window(new FxRobot(), shell, bench, messages);
  }

  /// As large as the headless screen allows, and nothing is to be waited for. To be called on the
  /// JavaFX thread.
  static Window openLarge(Stage stage, SettingsModel settings) {
    Window window = open(stage, Locale.ENGLISH, settings, Background.direct());
    stage.setWidth(990);
    stage.setHeight(990);
    return window;
  }

  /// TestFX keeps every event that it sees, and with them the windows that they were for.
  static void forgetEvents() {
    FxToolkitContext context = FxToolkit.toolkitContext();
    context.setRegisteredStage(context.getRegisteredStage());
  }

  /// Whether steps show their end state at once.
  void still(boolean on) {
    shell.stage().stillProperty().set(on);
  }

  FxRobot robot() {
    return robot;
  }

  /// Writes into the field that has the focus.
  void write(String text) {
    text.chars()
        .mapToObj(Character::toString)
        .forEach(letter ->
            onScreen(() -> {
              Event.fireEvent(shell.getScene().getFocusOwner(), typed(letter));
              return true;
            }));
    onScreen(() -> true);
  }

  private static KeyEvent typed(String letter) {
    return new KeyEvent(
        KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false);
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

  /// To be called on the JavaFX thread.
  void speak(Locale language) {
    messages.speak(language);
  }

  Workbench bench() {
    return bench;
  }

  void openLesson(String id, String node) {
    robot.interact(() -> ((Button) find("#lesson-" + id)).fire());
    waitFor(() -> shell.lookup("#node-" + node) != null);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// What the mouse does at a place of a node, without the mouse.
  static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  /// What comes up where the pointer rests on a control, if anything does; to be asked on the
  /// JavaFX thread.
  static Optional<Tooltip> tip(Control control) {
    Event.fireEvent(control, mouse(MouseEvent.MOUSE_ENTERED, 1, 1));
    return Optional.ofNullable(control.getTooltip());
  }

  /// Presses keys together. The headless platform hears them at once, so there is less to wait for
  /// than TestFX would.
  void press(KeyCode... keys) {
    onScreen(() -> {
      Robot hands = new Robot();
      List.of(keys).forEach(hands::keyPress);
      List.of(keys).reversed().forEach(hands::keyRelease);
      return true;
    });
    onScreen(() -> true);
  }

  /// Holds a key until it has been heard so many times.
  void repeat(KeyCode key, int times) {
    onScreen(() -> {
      Robot hands = new Robot();
      for (int i = 0; i < times; i++) {
        hands.keyPress(key);
      }
      hands.keyRelease(key);
      return true;
    });
  }

  /// Whether steps or iterations go on by themselves.
  boolean isPlaying() {
    return bench.player.getState().isPlaying();
  }

  /// Whether nothing moves.
  BooleanProperty stillProperty() {
    return shell.stage().stillProperty();
  }

  /// Presses a button without the pointer, which the headless robot leaves pressed.
  void fire(String selector) {
    robot.interact(() -> ((Button) find(selector)).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Goes there by keyboard alone.
  void tabTo(String selector) {
    Node wanted = find(selector);
    for (int i = 0; i < MAX_TABS && !onScreen(wanted::isFocused); i++) {
      press(KeyCode.TAB);
    }
    assertThat(onScreen(wanted::isFocused)).as("TAB reaches " + selector).isTrue();
  }

  /// The id of what has the focus.
  String focusOwner() {
    return onScreen(() -> shell.getScene().getFocusOwner().getId());
  }

  /// What has the focus, in the window or in what pops up from it; to be asked on the JavaFX
  /// thread.
  Node focusedNode() {
    return javafx.stage.Window.getWindows().reversed().stream()
        .filter(shown -> shown.isShowing() && shown.getScene().getFocusOwner() != null)
        .findFirst()
        .orElseThrow()
        .getScene()
        .getFocusOwner();
  }

  boolean isMarked(String selector, String pseudoClass) {
    return onScreen(() ->
        find(selector).getPseudoClassStates().contains(PseudoClass.getPseudoClass(pseudoClass)));
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
    return onScreen(() -> ((Labeled) find(selector)).getText());
  }

  String spoken(String node) {
    return onScreen(() -> find("#node-" + node).getAccessibleText());
  }

  /// As a screen reader has it: the player's buttons can be reached and asked when they are off.
  boolean isOff(String selector) {
    return onScreen(
        () -> (boolean) find(selector).queryAccessibleAttribute(AccessibleAttribute.DISABLED));
  }

  /// Asks on the JavaFX thread, of a window that is laid out: on a busy machine the next frame may
  /// be later than the question.
  <T> T onScreen(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(
        PATIENCE * 1000,
        () -> {
          if (isShowing()) {
            shell.applyCss();
            shell.layout();
          }
          return question.call();
        });
  }

  // Out of its window it has no styles.
  private boolean isShowing() {
    return shell.getScene() != null
        && shell.getScene().getWindow() != null
        && shell.getScene().getWindow().isShowing();
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
