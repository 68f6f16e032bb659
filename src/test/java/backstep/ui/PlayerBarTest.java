package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.python.Options;
import backstep.trace.Session;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The two-layer network has 9 steps forward, 10 backward with the seed, and 2 of update.
@ExtendWith(ApplicationExtension.class)
@DisplayName("The player bar")
class PlayerBarTest {
  private static final String NOTE = ".bar-note";

  private Window window;

  @Start
  void start(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, true);
  }

  @BeforeEach
  void openLesson() {
    window.openLesson("04-two-layers", "z2");
  }

  @AfterEach
  void letGo() {
    window.robot().release(MouseButton.PRIMARY);
  }

  private Session session() {
    return window.bench().player.getState().session().orElseThrow();
  }

  private void waitForPosition(int iteration, int position) {
    window.waitFor(
        () -> session().iteration() == iteration && session().position() == position,
        () -> "at " + session().iteration() + ", " + session().position());
  }

  private String note() {
    assertThat(window.isShown(NOTE)).as("a note is shown").isTrue();
    return window.text(NOTE);
  }

  @Test
  @DisplayName("What a button says of itself comes up above it, however many lines it has")
  void tips() {
    for (String id : List.of("#step-backward", "#step-forward")) {
      for (int time = 1; time <= 2; time++) {
        Button button = (Button) window.find(id);
        Tooltip tip =
            window.onScreen(() -> {
              Tooltip shown = Window.tip(button).orElseThrow();
              Bounds here = button.localToScreen(button.getLayoutBounds());
              shown.show(button, here.getCenterX(), here.getCenterY());
              return shown;
            });
        WaitForAsyncUtils.waitForFxEvents();
        window.onScreen(() -> {
          Bounds here = button.localToScreen(button.getLayoutBounds());
          assertThat(tip.getText()).isNotBlank();
          Node words = tip.getSkin().getNode();
          Bounds there = words.localToScreen(words.getLayoutBounds());
          assertThat(there.getMaxY()).isBetween(here.getMinY() - 12, here.getMinY());
          assertThat(there.getMinX()).isCloseTo(here.getMinX(), within(12.0));
          tip.hide();
          return true;
        });
      }
    }
  }

  // --- Timeline
  // -------------------------------------------------------------------------------------

  private static final int STEPS = 21;

  private Point2D place(int position) {
    return window.onScreen(() -> {
      Node timeline = window.find("#timeline");
      Bounds bounds = timeline.localToScreen(timeline.getLayoutBounds());
      double margin = 8;
      double part = (double) position / STEPS;
      return new Point2D(
          bounds.getMinX() + margin + part * (bounds.getWidth() - 2 * margin), bounds.getCenterY());
    });
  }

  @Test
  @DisplayName(
      "The timeline names the step under the pointer, and points at its node and its lines")
  void hover() {
    window.robot().moveTo(place(9));
    assertThat(note()).isEqualTo("forward · loss");
    assertThat(window.isMarked("#node-loss", "pointed")).isTrue();
    window.robot().moveTo(place(10));
    assertThat(note()).isEqualTo("backward · starts at loss");
    window.robot().moveTo(place(16));
    assertThat(note()).isEqualTo("backward · through r1.dot(W2)");
    window.press(KeyCode.L);
    // The other words make room of another width.
    WaitForAsyncUtils.waitForFxEvents();
    window.robot().moveTo(place(15));
    assertThat(note()).isEqualTo("역전파 · z2 거슬러 가기");
    window.robot().moveTo(place(21));
    assertThat(note()).isEqualTo("갱신 · W1");
    assertThat(session().position()).as("pointing goes nowhere").isZero();
    window.robot().moveTo(window.find("#lesson-title"));
    assertThat(window.isShown(NOTE)).isFalse();
    assertThat(window.isMarked("#node-W1", "pointed")).isFalse();
    window.press(KeyCode.L);
  }

  @Test
  @DisplayName("The timeline can be dragged, and names the step it is dragged to")
  void drag() {
    window.robot().moveTo(place(2)).press(MouseButton.PRIMARY);
    waitForPosition(0, 2);
    assertThat(window.values("z1")).containsExactly("0.52", "0.49");
    window.robot().moveTo(place(11));
    waitForPosition(0, 11);
    assertThat(note()).isEqualTo("backward · through loss");
    assertThat(window.values("loss")).containsExactly("0.0107");
    // The headless platform drags only as long as the pointer stays on what was pressed.
    window.robot().moveTo(place(0));
    waitForPosition(0, 0);
    assertThat(note()).isEqualTo("start");
    window.robot().release(MouseButton.PRIMARY);
    window.robot().moveTo(window.find("#lesson-title"));
    assertThat(window.isShown(NOTE)).isFalse();
  }

  @Test
  @DisplayName("The timeline is moved by keys, and says where it is")
  void keys() {
    window.tabTo("#timeline");
    assertThat(note()).isEqualTo("start");
    window.press(KeyCode.UP);
    window.press(KeyCode.RIGHT);
    assertThat(note()).isEqualTo("forward · z1");
    window.press(KeyCode.DOWN);
    assertThat(note()).isEqualTo("forward · W1.dot(X)");
    window.press(KeyCode.LEFT);
    window.press(KeyCode.DOWN);
    assertThat(session().position()).isZero();
    window.press(KeyCode.END);
    assertThat(note()).isEqualTo("update · W1");
    window.press(KeyCode.UP);
    waitForPosition(0, 21);
    window.press(KeyCode.HOME);
    assertThat(note()).isEqualTo("start");
  }

  @Test
  @DisplayName("The timeline is a slider to screen readers")
  void spoken() {
    window.press(KeyCode.F);
    Node timeline = window.find("#timeline");
    assertThat(timeline.getAccessibleRole()).isEqualTo(AccessibleRole.SLIDER);
    assertThat(timeline.getAccessibleText())
        .isEqualTo("Timeline: step 1 of 21, forward · W1.dot(X)");
    assertThat(attribute(timeline, AccessibleAttribute.VALUE)).isEqualTo(1.0);
    assertThat(attribute(timeline, AccessibleAttribute.MIN_VALUE)).isEqualTo(0.0);
    assertThat(attribute(timeline, AccessibleAttribute.MAX_VALUE)).isEqualTo(21.0);
    assertThat(attribute(timeline, AccessibleAttribute.VALUE_STRING))
        .isEqualTo("forward · W1.dot(X)");
    window.robot().interact(() -> timeline.executeAccessibleAction(AccessibleAction.INCREMENT));
    waitForPosition(0, 2);
    window
        .robot()
        .interact(() -> timeline.executeAccessibleAction(AccessibleAction.SET_VALUE, 20.0));
    waitForPosition(0, 20);
  }

  private Object attribute(Node node, AccessibleAttribute attribute) {
    return window.onScreen(() -> node.queryAccessibleAttribute(attribute));
  }

  // --- Buttons
  // --------------------------------------------------------------------------------------

  @Test
  @DisplayName("The buttons go on while they are held, and letting go is no further step")
  void held() {
    window.robot().moveTo(window.find("#step-forward")).press(MouseButton.PRIMARY);
    window.waitFor(() -> session().position() >= 3);
    window.robot().release(MouseButton.PRIMARY);
    int there = session().position();
    window.press(KeyCode.LEFT); // events before it are done
    assertThat(session().position()).isEqualTo(there - 1);
    window.robot().moveTo(window.find("#next")).press(MouseButton.PRIMARY);
    window.waitFor(() -> session().iteration() == 1);
    window.robot().release(MouseButton.PRIMARY);
    assertThat(window.isShown(NOTE)).as("a button let go of explains nothing").isFalse();
  }

  @Test
  @DisplayName("The buttons make one step when they are clicked")
  void clicked() {
    window.robot().clickOn("#step-forward");
    waitForPosition(0, 1);
    window.robot().clickOn("#next");
    waitForPosition(0, 2);
    window.robot().clickOn("#previous");
    waitForPosition(0, 1);
    window.robot().clickOn("#to-start");
    waitForPosition(0, 0);
  }

  @Test
  @DisplayName("The buttons say why they are off, to the mouse, to the keyboard and to their keys")
  void off() {
    assertThat(window.isOff("#step-backward")).isTrue();
    window.robot().clickOn("#step-backward");
    String why = "The loss is not known yet. Step forward until it is (F).";
    assertThat(note()).isEqualTo(why);
    assertThat(window.find("#step-backward").getAccessibleHelp()).isEqualTo(why);
    window.press(KeyCode.F);
    assertThat(window.isShown(NOTE)).as("it was about another moment").isFalse();
    window.tabTo("#step-update");
    window.press(KeyCode.SPACE);
    assertThat(note()).isEqualTo("There is no gradient yet. Step forward first (F).");
    window.press(KeyCode.B);
    assertThat(note()).isEqualTo(why);
    window.press(KeyCode.L);
    assertThat(window.isShown(NOTE)).isFalse();
    assertThat(window.find("#step-backward").getAccessibleHelp())
        .isEqualTo("아직 손실을 모릅니다. 먼저 순전파를 끝까지 하세요 (F).");
    window.press(KeyCode.L);
    assertThat(session().position()).isEqualTo(1);
  }

  @Test
  @DisplayName("The buttons keep the focus when they turn off")
  void focus() {
    window.tabTo("#step-forward");
    for (int i = 0; i < 9; i++) {
      window.press(KeyCode.SPACE);
    }
    waitForPosition(0, 9);
    assertThat(window.isOff("#step-forward")).isTrue();
    assertThat(window.focusOwner()).isEqualTo("step-forward");
  }

  // --- Speed
  // ----------------------------------------------------------------------------------------

  private double speed() {
    return window.bench().player.getState().speed();
  }

  @AfterEach
  void usual() {
    window.robot().interact(() -> window.bench().player.setSpeed(1));
  }

  @Test
  @DisplayName("The speed is changed by keys, both ways, and is written")
  void speedKeys() {
    window.press(KeyCode.OPEN_BRACKET);
    window.press(KeyCode.OPEN_BRACKET);
    window.press(KeyCode.OPEN_BRACKET);
    assertThat(window.text("#speed")).isEqualTo("0.25×");
    window.press(KeyCode.CLOSE_BRACKET);
    assertThat(window.text("#speed")).isEqualTo("0.5×");
    window.press(KeyCode.SHIFT, KeyCode.PERIOD);
    window.press(KeyCode.SHIFT, KeyCode.PERIOD);
    assertThat(window.text("#speed")).isEqualTo("2×");
    window.press(KeyCode.SHIFT, KeyCode.COMMA);
    assertThat(speed()).isEqualTo(1);
    assertThat(window.find("#speed").getAccessibleText()).isEqualTo("Speed 1×");
  }

  @Test
  @DisplayName("The speed is chosen from a menu, whose keys are its own")
  void menu() {
    MenuButton button = (MenuButton) window.find("#speed");
    window.tabTo("#speed");
    window.press(KeyCode.SPACE);
    window.waitFor(button::isShowing);
    assertThat(button.getItems().stream().map(item -> item.getText()))
        .startsWith("0.25×", "0.5×", "1×", "2×", "4×", "8×");
    window.press(KeyCode.DOWN);
    window.press(KeyCode.DOWN);
    window.press(KeyCode.DOWN);
    window.press(KeyCode.DOWN);
    window.press(KeyCode.ENTER);
    window.waitFor(() -> !button.isShowing());
    assertThat(speed()).isNotEqualTo(1);
    assertThat(session().position()).as("no step was made").isZero();
    window.robot().clickOn("#speed");
    window.waitFor(button::isShowing);
    window.press(KeyCode.ESCAPE);
    window.waitFor(() -> !button.isShowing());
  }

  @Test
  @DisplayName("The speed stays when another lesson is opened")
  void stays() {
    window.press(KeyCode.CLOSE_BRACKET);
    window.openLesson("06-guess", "guess");
    window.press(KeyCode.END);
    assertThat(window.text("#speed")).isEqualTo("2×");
  }

  // --- Iteration counter
  // ----------------------------------------------------------------------------

  @Test
  @DisplayName("The iteration counter says which one this is, of those that there are")
  void several() {
    assertThat(window.text("#iteration")).isEqualTo("1 / 1");
    window.openLesson("06-guess", "guess");
    assertThat(window.text("#iteration")).isEqualTo("1 / 350");
    window.press(KeyCode.L);
    assertThat(window.text("#iteration")).isEqualTo("1 / 350회");
    window.press(KeyCode.L);
  }

  @Test
  @DisplayName("The iteration counter goes to the one that is written, to the same step of it")
  void written() {
    window.openLesson("06-guess", "guess");
    window.press(KeyCode.SHIFT, KeyCode.F);
    window.robot().clickOn("#iteration");
    assertThat(note()).isEqualTo("1 to 350, or further: those are made. Enter goes there.");
    window.write("7");
    window.press(KeyCode.ENTER);
    waitForPosition(6, 3);
    assertThat(window.values("guess")).containsExactly("19.53"); // as after 6 updates
    assertThat(window.isShown("#iteration-field")).isFalse();
    assertThat(window.isShown(NOTE)).isFalse();
  }

  @Test
  @DisplayName("The iteration counter says what cannot be gone to, and lets it be mended or left")
  void wrong() {
    // Its gradient is not that of its loss, so only the program itself knows how to go on.
    window.onScreen(() -> {
      window
          .bench()
          .program
          .open(
              "w = 1.\nfor i in range(350):\n    loss = w * w\n    w -= .1 * w\n", Options.DEFAULT);
      return true;
    });
    window.waitFor(() -> window.text("#iteration").equals("1 / 350"));
    window.tabTo("#iteration");
    window.press(KeyCode.ENTER);
    for (String text : List.of("0", "351", "1.5", "seven", "99999999999")) {
      window.press(KeyCode.CONTROL, KeyCode.A);
      window.write(text);
      assertThat(note()).as(text).isEqualTo("Write a whole number from 1 to 350.");
      assertThat(window.find("#iteration-field").getAccessibleHelp()).isEqualTo(note());
      window.press(KeyCode.ENTER);
      assertThat(window.isShown("#iteration-field")).isTrue();
    }
    assertThat(window.find("#iteration-field").getPseudoClassStates())
        .contains(PseudoClass.getPseudoClass("wrong"));
    window.press(KeyCode.CONTROL, KeyCode.A);
    window.write("350");
    window.press(KeyCode.UP);
    assertThat(((TextField) window.find("#iteration-field")).getText()).isEqualTo("350");
    window.press(KeyCode.DOWN);
    assertThat(((TextField) window.find("#iteration-field")).getText()).isEqualTo("349");
    window.press(KeyCode.ESCAPE);
    assertThat(window.isShown("#iteration-field")).isFalse();
    assertThat(window.focusOwner()).isEqualTo("iteration");
    assertThat(session().iteration()).isZero();
  }

  @Test
  @DisplayName("The iteration counter has the one before and the one after beside it, and on keys")
  void sides() {
    window.openLesson("06-guess", "guess");
    assertThat(window.isOff("#iteration-previous")).isTrue();
    window.press(KeyCode.F);
    window.robot().clickOn("#iteration-next");
    waitForPosition(1, 1);
    window.press(KeyCode.CONTROL, KeyCode.RIGHT);
    waitForPosition(2, 1);
    window.press(KeyCode.CONTROL, KeyCode.LEFT);
    window.press(KeyCode.CONTROL, KeyCode.LEFT);
    waitForPosition(0, 1);
    window.robot().clickOn("#iteration-previous");
    assertThat(note()).isEqualTo("This is the first iteration.");
  }
}
