package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.python.Options;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Figures by hand: z2 = 0.52·w + 0.49·0.6 + 0.3 for a first entry w of W2.
@ExtendWith(ApplicationExtension.class)
@DisplayName("Editing leaves, with what follows from them")
class EditTest {
  private Window window;

  @Start
  void start(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, true);
  }

  @BeforeEach
  void openLesson() {
    window.openLesson("04-two-layers", "z2");
    window.press(KeyCode.SHIFT, KeyCode.F);
    assertThat(window.values("z2")).containsExactly("0.854");
  }

  private void edit(String node) {
    window.focus("#node-" + node);
    window.press(KeyCode.ENTER);
    assertThat(window.isShown("#value-field")).isTrue();
  }

  private void waitForValue(String node, String... values) {
    window.waitFor(
        () -> window.values(node).equals(List.of(values)),
        () -> node + " is " + window.values(node));
  }

  private Set<PseudoClass> states(String selector) {
    return window.onScreen(() -> Set.copyOf(window.find(selector).getPseudoClassStates()));
  }

  @Test
  @DisplayName("Typing a number changes all that follows, at the same place in the trace")
  void typed() {
    edit("W2");
    window.write("1.5");
    waitForValue("z2", "1.374"); // 0.78 + 0.294 + 0.3
    assertThat(window.values("W2")).containsExactly("1.5", "0.6");
    assertThat(window.isOff("#step-forward")).as("still at the end of the forward pass").isTrue();
    assertThat(window.gradients("z2")).containsExactly("");
    window.press(KeyCode.ENTER);
    assertThat(window.isShown("#value-field")).isFalse();
    window.press(KeyCode.CONTROL, KeyCode.Z);
    waitForValue("z2", "0.854");
    window.press(KeyCode.CONTROL, KeyCode.Y);
    waitForValue("z2", "1.374");
    window.fire("#edit-reset");
    waitForValue("z2", "0.854");
    assertThat(window.isOff("#edit-reset")).isTrue();
  }

  @Test
  @DisplayName("Tab goes on to the next entry of a matrix, and Escape takes back what was typed")
  void cellByCell() {
    edit("W2");
    window.press(KeyCode.TAB);
    assertThat(field().getText()).isEqualTo("0.6");
    assertThat(field().getAccessibleText()).isEqualTo("Value of W2[1, 0]");
    window.write("1.6");
    waitForValue("z2", "1.344"); // 0.26 + 0.784 + 0.3
    window.press(KeyCode.ESCAPE);
    waitForValue("z2", "0.854");
    assertThat(window.isOff("#edit-undo")).as("nothing is left to undo").isTrue();
    assertThat(window.isShown("#value-field")).isFalse();
  }

  private TextField field() {
    return (TextField) window.find("#value-field");
  }

  @Test
  @DisplayName("While no number is typed, what depends on it is marked, and the figures stay")
  void noNumber() {
    edit("W2");
    window.write("1e");
    window.waitFor(() -> states("#node-z2 .value").contains(PseudoClass.getPseudoClass("stale")));
    assertThat(states("#node-z1 .value")).doesNotContain(PseudoClass.getPseudoClass("stale"));
    assertThat(window.text("#value-hint")).contains("not a number yet");
    assertThat(window.spoken("z2")).endsWith("out of date");
    window.press(KeyCode.ENTER);
    assertThat(window.isShown("#value-field")).as("nothing to keep").isTrue();
    window.write("1");
    waitForValue("z2", "5.794"); // W2 starts with 10: 5.2 + 0.294 + 0.3
    window.waitFor(() -> !states("#node-z2 .value").contains(PseudoClass.getPseudoClass("stale")));
    window.press(KeyCode.ESCAPE);
    waitForValue("z2", "0.854");
  }

  @Test
  @DisplayName("Dragging a number sideways changes it, and one undo takes all of the drag back")
  void dragged() {
    window.press(KeyCode.DIGIT0); // all of the graph on the screen
    Node cell = window.onScreen(() -> window.find("#node-b2 .value"));
    drag(cell, 40); // b2 = 0.3 moves by 0.005 a pixel
    waitForValue("b2", "0.5");
    waitForValue("z2", "1.054");
    window.press(KeyCode.CONTROL, KeyCode.Z);
    waitForValue("b2", "0.3");
    waitForValue("z2", "0.854");
    assertThat(window.isOff("#edit-undo")).isTrue();
  }

  private void drag(Node from, double right) {
    window.robot().moveTo(from).press(MouseButton.PRIMARY);
    for (int i = 0; i < 4; i++) {
      window.robot().moveBy(right / 4, 0);
    }
    window.robot().release(MouseButton.PRIMARY);
  }

  @Test
  @DisplayName("A slider changes the program, and its value can be typed")
  void slider() {
    window.focus("#control-y");
    window.press(KeyCode.RIGHT);
    waitForValue("y", "1.03"); // a hundredth of the way from -1 to 2, in steps of two digits
    window.focus("#control-learning_rate-value");
    window.press(KeyCode.CONTROL, KeyCode.A);
    window.write("0.5");
    window.press(KeyCode.ENTER);
    window.waitFor(() ->
        window
            .bench()
            .program
            .getState()
            .ran()
            .orElseThrow()
            .draft()
            .text()
            .contains("learning_rate = 0.5"));
    window.press(KeyCode.CONTROL, KeyCode.A);
    window.write("fast");
    window.press(KeyCode.ENTER);
    assertThat(window.find("#control-learning_rate-value").getPseudoClassStates())
        .contains(PseudoClass.getPseudoClass("wrong"));
    window.press(KeyCode.ESCAPE);
    assertThat(((TextField) window.find("#control-learning_rate-value")).getText())
        .isEqualTo("0.5");
    assertThat(((Slider) window.find("#control-learning_rate")).getValue()).isBetween(0.6, 0.7);
  }

  @Test
  @DisplayName("A change that the program cannot run with is said, with the way back")
  void broken() {
    window.openLesson("05-numerical", "x");
    window.onScreen(() -> {
      window.bench().program.open("x = 2.0\nloss = (1 / x) ** 2\n", Options.DEFAULT);
      return true;
    });
    window.waitFor(() -> window.values("x").equals(List.of("2")));
    window.press(KeyCode.SHIFT, KeyCode.F);
    waitForValue("loss", "0.25");
    edit("x");
    window.write("0");
    window.waitFor(() -> window.isShown("#problem"));
    assertThat(window.find("#problem").getAccessibleText()).contains("line 2");
    assertThat(window.values("loss")).as("the last run stays to be seen").containsExactly("0.25");
    window.waitFor(() -> states("#node-loss .value").contains(PseudoClass.getPseudoClass("stale")));
    window.press(KeyCode.ENTER);
    window.fire("#problem-undo");
    window.waitFor(() -> !window.isShown("#problem"));
    assertThat(window.values("loss")).containsExactly("0.25");
    assertThat(states("#node-loss .value")).doesNotContain(PseudoClass.getPseudoClass("stale"));
  }

  @Test
  @DisplayName("A double click opens the field over the entry under the pointer")
  void doubleClick() {
    window.press(KeyCode.DIGIT0);
    List<Node> cells =
        window.onScreen(() -> List.copyOf(window.find("#node-W1").lookupAll(".value")));
    window.robot().doubleClickOn(cells.get(2));
    window.waitFor(() -> window.isShown("#value-field"));
    assertThat(field().getText()).isEqualTo("0.1");
    window.press(KeyCode.UP);
    waitForValue("W1", "0.2", "0.4", "0.12", "0.3"); // four pixels of 0.005
    window.press(KeyCode.ESCAPE);
    waitForValue("W1", "0.2", "0.4", "0.1", "0.3");
  }
}
