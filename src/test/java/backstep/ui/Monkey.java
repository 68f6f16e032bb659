package backstep.ui;

import backstep.ui.kit.Keymap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Someone who does anything that can be done with mouse and keyboard, in no order. The same seed
/// does the same.
///
/// To be used on the JavaFX thread.
final class Monkey {
  private static final int REMEMBERED = 40;

  // The headless screen is no larger.
  private static final int MAX_SIZE = 990;
  private static final int MIN_SIZE = 420;

  private static final List<KeyCode> PLAIN =
      List.of(
          KeyCode.TAB,
          KeyCode.ENTER,
          KeyCode.ESCAPE,
          KeyCode.SPACE,
          KeyCode.UP,
          KeyCode.DOWN,
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.BACK_SPACE,
          KeyCode.DELETE,
          KeyCode.DIGIT0,
          KeyCode.DIGIT3,
          KeyCode.DIGIT9,
          KeyCode.MINUS,
          KeyCode.PERIOD,
          KeyCode.E);

  private final Stage stage;
  private final Random random;
  private final Robot hands = new Robot();
  private final Deque<String> done = new ArrayDeque<>();

  Monkey(Stage stage, long seed) {
    this.stage = stage;
    random = new Random(seed);
  }

  /// What it did last, oldest first.
  List<String> lately() {
    return List.copyOf(done);
  }

  /// Does one thing.
  void act() {
    int what = random.nextInt(100);
    if (what < 36) {
      meaning();
    } else if (what < 50) {
      press(pick(PLAIN), random.nextInt(5) == 0 ? List.of(KeyCode.SHIFT) : List.of());
    } else if (what < 80) {
      click();
    } else if (what < 88) {
      drag();
    } else if (what < 94) {
      scroll();
    } else if (what < 98) {
      hands.mouseMove(anywhere());
      note("points");
    } else {
      resize();
    }
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void note(String what) {
    done.addLast(what);
    if (done.size() > REMEMBERED) {
      done.removeFirst();
    }
  }

  // --- Keys --------------------------------------------------------------------------------------

  // A key that the window knows.
  private void meaning() {
    KeyCodeCombination keys = pick(pick(List.of(Keymap.values())).keys());
    List<KeyCode> with =
        Stream.of(
                keys.getShift() == KeyCombination.ModifierValue.DOWN
                    ? Stream.of(KeyCode.SHIFT)
                    : Stream.<KeyCode>empty(),
                keys.getShortcut() == KeyCombination.ModifierValue.DOWN
                    ? Stream.of(KeyCode.CONTROL)
                    : Stream.<KeyCode>empty())
            .flatMap(codes -> codes)
            .toList();
    press(keys.getCode(), with);
  }

  private void press(KeyCode key, List<KeyCode> with) {
    note("presses " + with + " " + key);
    with.forEach(hands::keyPress);
    hands.keyPress(key);
    hands.keyRelease(key);
    with.reversed().forEach(hands::keyRelease);
  }

  // --- Mouse -------------------------------------------------------------------------------------

  private void click() {
    List<Node> all = controls();
    Point2D at = random.nextInt(6) == 0 || all.isEmpty() ? anywhere() : within(pick(all));
    int times = random.nextInt(8) == 0 ? 2 : 1;
    note("clicks " + times + " at " + at);
    hands.mouseMove(at);
    for (int i = 0; i < times; i++) {
      press();
      hands.mouseRelease(MouseButton.PRIMARY);
    }
  }

  private void press() {
    try {
      hands.mousePress(MouseButton.PRIMARY);
    } catch (NullPointerException e) {
      // The headless robot has no word for a place where no window is; of what is thrown that
      // often, Java keeps no trace after a while.
      StackTraceElement[] trace = e.getStackTrace();
      if (trace.length > 0 && !trace[0].getClassName().endsWith("HeadlessRobot")) {
        throw e;
      }
    }
  }

  private void drag() {
    List<Node> all = controls();
    boolean free = random.nextBoolean() || all.isEmpty();
    Point2D from = free ? anywhere() : within(pick(all));
    Point2D to = free ? anywhere() : from.add(random.nextInt(161) - 80, random.nextInt(41) - 20);
    if (!isOnAWindow(to)) {
      return;
    }
    note("drags " + from + " to " + to);
    hands.mouseMove(from);
    press();
    for (int i = 1; i <= 4; i++) {
      hands.mouseMove(from.interpolate(to, i / 4.0));
    }
    hands.mouseRelease(MouseButton.PRIMARY);
  }

  private void scroll() {
    Point2D at = anywhere();
    note("scrolls at " + at);
    hands.mouseMove(at);
    hands.mouseWheel(random.nextInt(7) - 3);
  }

  private Point2D anywhere() {
    return new Point2D(
        stage.getX() + random.nextDouble(stage.getWidth()),
        stage.getY() + random.nextDouble(stage.getHeight()));
  }

  private Point2D within(Node node) {
    Bounds bounds = node.localToScreen(node.getBoundsInLocal());
    return new Point2D(
        bounds.getMinX() + bounds.getWidth() * (0.1 + 0.8 * random.nextDouble()),
        bounds.getMinY() + bounds.getHeight() * (0.1 + 0.8 * random.nextDouble()));
  }

  // What the keyboard reaches, the mouse can click; of all that shows now, also what popped up.
  private static List<Node> controls() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .flatMap(window -> LaidOut.seen(window.getScene().getRoot()))
        .filter(node -> node.isFocusTraversable() && !node.isDisabled())
        .filter(Monkey::isInItsWindow)
        .toList();
  }

  // What is scrolled away cannot be clicked.
  private static boolean isInItsWindow(Node node) {
    Bounds bounds = node.localToScreen(node.getBoundsInLocal());
    Window window = node.getScene().getWindow();
    return bounds != null
        && bounds.getWidth() > 0
        && bounds.getMinX() >= window.getX()
        && bounds.getMinY() >= window.getY()
        && bounds.getMaxX() <= window.getX() + window.getWidth()
        && bounds.getMaxY() <= window.getY() + window.getHeight();
  }

  private static boolean isOnAWindow(Point2D at) {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .anyMatch(window ->
            new Rectangle2D(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                .contains(at));
  }

  private void resize() {
    int width = MIN_SIZE + random.nextInt(MAX_SIZE - MIN_SIZE);
    int height = MIN_SIZE + random.nextInt(MAX_SIZE - MIN_SIZE);
    note("resizes to " + width + "x" + height);
    stage.setWidth(width);
    stage.setHeight(height);
  }
}
