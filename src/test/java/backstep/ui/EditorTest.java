package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Figures by hand: z2 = 0.52·w + 0.49·0.6 + 0.3 for a first entry w of W2.
@ExtendWith(ApplicationExtension.class)
@DisplayName("Writing in the program")
class EditorTest {
  // Where lines' numbers end, and how much of a line may be cut.
  private static final double EDGE = 24;

  private Window window;

  @Start
  void start(Stage stage) {
    window = Window.open(stage, Locale.ENGLISH, true);
  }

  @BeforeEach
  void open() {
    window.openLesson("04-two-layers", "z2");
    window.press(KeyCode.SHIFT, KeyCode.F);
    window.press(KeyCode.F2);
    assertThat(window.isShown("#code-field")).isTrue();
    assertThat(window.focusOwner()).isEqualTo("code-field");
  }

  private TextArea field() {
    return (TextArea) window.find("#code-field");
  }

  private String text() {
    return window.onScreen(() -> field().getText());
  }

  private String program() {
    return window.onScreen(() -> window.bench().program.getState().drafts().present().text());
  }

  // The numbers of the lines that are in sight.
  private List<Integer> linesSeen() {
    return window.onScreen(() -> {
      Node paper = window.find("#code-field").getParent();
      double height = paper.getLayoutBounds().getHeight();
      return paper.lookupAll(".code-text").stream()
          .map(Text.class::cast)
          .filter(number -> number.getText().matches("\\d+") && number.getX() < EDGE)
          .filter(number -> number.getY() > -EDGE && number.getY() < height - EDGE)
          .map(number -> Integer.parseInt(number.getText()))
          .sorted()
          .toList();
    });
  }

  @Test
  @DisplayName("Opens at the line of the step, also of a program chosen while it was closed")
  void opens() {
    window.press(KeyCode.F2);
    window.openLesson("03-neuron", "r");
    window.robot().interact(() -> ((ToggleButton) window.find("#variant-notebook")).fire());
    window.waitFor(() -> program().contains("d * x"));
    window.press(KeyCode.END);
    window.press(KeyCode.F2);
    int update = (int) text().substring(0, text().indexOf("W -=")).lines().count() + 1;
    awaitLine(update);
    assertThat(linesSeen()).hasSizeGreaterThan(6);
    assertThat(window.onScreen(() -> field().getCaretPosition())).isEqualTo(text().indexOf("W -="));
    // Who comes back finds the caret where it was left.
    caretBefore("loss = ");
    window.press(KeyCode.F2);
    window.press(KeyCode.F2);
    assertThat(window.onScreen(() -> field().getCaretPosition()))
        .isEqualTo(text().indexOf("loss = "));
    awaitLine(update - 4);
  }

  // The text scrolls with the next frame.
  private void awaitLine(int line) {
    window.waitFor(() -> linesSeen().contains(line), () -> linesSeen().toString());
  }

  private void caretBefore(String piece) {
    window.onScreen(() -> {
      int at = field().getText().indexOf(piece);
      assertThat(at).as(piece).isNotNegative();
      field().selectRange(at, at);
      return true;
    });
  }

  private void select(String piece) {
    window.onScreen(() -> {
      int at = field().getText().indexOf(piece);
      assertThat(at).as(piece).isNotNegative();
      field().selectRange(at, at + piece.length());
      return true;
    });
  }

  private void waitForValue(String node, String... values) {
    window.waitFor(
        () -> window.values(node).equals(List.of(values)),
        () -> node + " is " + window.values(node));
  }

  @Test
  @DisplayName("What is written is in the graph at once, at the same step, and undo takes it back")
  void follows() {
    select(".5], [.6]");
    window.write("1.5], [.6]");
    waitForValue("z2", "1.374"); // 0.78 + 0.294 + 0.3
    assertThat(window.isOff("#step-forward")).as("still at the end of the forward pass").isTrue();
    assertThat(window.gradients("z2")).containsExactly("");
    for (int i = 0; i < 20 && !window.isOff("#editor-reset"); i++) {
      window.press(KeyCode.CONTROL, KeyCode.Z);
    }
    waitForValue("z2", "0.854");
    assertThat(window.isOff("#editor-reset")).isTrue();
    window.press(KeyCode.CONTROL, KeyCode.Y);
    assertThat(window.isOff("#editor-reset")).isFalse();
  }

  @Test
  @DisplayName("A line put in before keeps the place by its variable and phase")
  void place() {
    window.onScreen(() -> {
      window.bench().player.toStart();
      return true;
    });
    window.press(KeyCode.F2);
    for (int i = 0; i < 2; i++) {
      window.press(KeyCode.F);
    }
    String before = step();
    assertThat(before).isEqualTo("z1");
    window.press(KeyCode.F2);
    caretBefore("z1 = ");
    window.write("q = X * 2");
    window.press(KeyCode.ENTER);
    select("W1.dot(X)");
    window.write("W1.dot(q)");
    window.waitFor(() -> window.values("z1").equals(List.of("0.94", "0.78")), this::step);
    assertThat(step()).isEqualTo("z1");
  }

  private String step() {
    return window.onScreen(() -> {
      var session = window.bench().player.getState().session().orElseThrow();
      return session
          .snapshot()
          .step()
          .flatMap(s -> window.bench().origins().name(s.node()))
          .orElse("none");
    });
  }

  @Test
  @DisplayName(
      "A text that does not parse keeps the last graph, marked, and says what is wrong where")
  void wrong() {
    caretBefore("loss = ");
    window.write("z9 = = 3");
    window.press(KeyCode.ENTER);
    window.waitFor(() -> window.isShown("#editor-problem"));
    assertThat(window.text("#editor-problem")).startsWith("Line 22:");
    assertThat(window.isShown("#code-wrong")).isTrue();
    assertThat(window.isShown("#problem")).as("said once").isFalse();
    assertThat(window.values("z2")).containsExactly("0.854");
    window.waitFor(() -> window.spoken("z2").endsWith("out of date"));
    window.press(KeyCode.F2);
    assertThat(window.isShown("#problem")).as("said over the graph").isTrue();
    window.press(KeyCode.F2);
    window.fire("#editor-reset");
    window.waitFor(() -> !window.isShown("#editor-problem"));
    assertThat(window.spoken("z2")).doesNotEndWith("out of date");
    window.focus("#code-field");
    window.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(text()).as("undo brings it back").contains("z9 = = 3\n");
  }

  @Test
  @DisplayName(
      "A number that is changed in the graph changes in the text, also while that is wrong")
  void oneText() {
    window.focus("#node-W2");
    window.press(KeyCode.ENTER);
    window.write("1.5");
    window.press(KeyCode.ENTER);
    waitForValue("z2", "1.374");
    assertThat(text()).contains("W2 = np.array([[1.5], [.6]])");
    window.focus("#code-field");
    caretBefore("loss = ");
    window.write("z9 = = 3");
    window.press(KeyCode.ENTER);
    window.waitFor(() -> window.isShown("#editor-problem"));
    window.focus("#node-W2");
    window.press(KeyCode.ENTER);
    window.write("2.5");
    window.press(KeyCode.ENTER);
    window.waitFor(() -> text().contains("[[2.5], [.6]]"));
    assertThat(text()).contains("z9 = = 3\n").isEqualTo(program());
  }

  @Test
  @DisplayName("Tab sets in, Enter keeps that, Ctrl / makes comments, Esc and then Tab leaves")
  void keys() {
    caretBefore("loss = ");
    window.press(KeyCode.TAB);
    assertThat(text()).contains("\n    loss = ");
    window.press(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(text()).contains("\nloss = ").isEqualTo(program());
    window.write("if True:");
    window.press(KeyCode.ENTER);
    window.write("pass");
    window.press(KeyCode.ENTER);
    assertThat(text()).contains("\nif True:\n    pass\n    loss = ");
    select("loss = ");
    window.press(KeyCode.CONTROL, KeyCode.SLASH);
    assertThat(text()).contains("#     loss = ");
    window.press(KeyCode.CONTROL, KeyCode.SLASH);
    assertThat(text()).contains("\n    loss = ").isEqualTo(program());
    window.press(KeyCode.ESCAPE);
    assertThat(window.isShown("#editor-leaving")).isTrue();
    String before = text();
    window.press(KeyCode.TAB);
    assertThat(text()).isEqualTo(before);
    assertThat(window.focusOwner()).isNotEqualTo("code-field");
  }

  @Test
  @DisplayName("The window's keys are letters here")
  void letters() {
    caretBefore("loss = ");
    window.press(KeyCode.F);
    window.press(KeyCode.SPACE);
    window.press(KeyCode.LEFT);
    window.press(KeyCode.HOME);
    assertThat(window.isOff("#step-forward")).as("still at the end of the forward pass").isTrue();
    assertThat(window.isPlaying()).isFalse();
  }

  @Test
  @DisplayName("Ctrl Space lists the names that fit, and takes one with its parentheses")
  void completion() {
    caretBefore("loss = ");
    window.write("q = np.ma");
    window.press(KeyCode.CONTROL, KeyCode.SPACE);
    assertThat(names())
        .containsExactly("matmul(x1, x2)", "max(a, axis=…, keepdims=…)", "maximum(x1, x2)");
    window.press(KeyCode.DOWN);
    window.write("x");
    assertThat(names()).containsExactly("maximum(x1, x2)");
    window.press(KeyCode.ENTER);
    assertThat(window.isShown("#completion")).isFalse();
    window.write("z1, 0");
    assertThat(text()).contains("q = np.maximum(z1, 0)loss").isEqualTo(program());
    window.write("X + gr");
    window.press(KeyCode.CONTROL, KeyCode.SPACE);
    assertThat(names()).containsExactly("grad_W1", "grad_W2");
    window.press(KeyCode.ESCAPE);
    assertThat(window.isShown("#completion")).isFalse();
    assertThat(window.isShown("#editor-leaving")).isFalse();
  }

  private List<String> names() {
    return window.onScreen(() -> {
      ObservableList<?> items = ((ListView<?>) window.find("#completion")).getItems();
      return items.stream()
          .map(backstep.python.Completion.Candidate.class::cast)
          .map(c -> c.name() + c.signature())
          .toList();
    });
  }

  @Test
  @DisplayName("Ctrl F finds each place in turn, and Esc goes back to the text")
  void find() {
    caretBefore("import");
    window.press(KeyCode.CONTROL, KeyCode.F);
    assertThat(window.focusOwner()).isEqualTo("find-word");
    window.write("RELU(");
    assertThat(((Label) window.find("#find-count")).getText()).isEqualTo("1 of 3");
    window.press(KeyCode.ENTER);
    window.press(KeyCode.ENTER);
    assertThat(((Label) window.find("#find-count")).getText()).isEqualTo("3 of 3");
    window.press(KeyCode.ENTER);
    window.press(KeyCode.SHIFT, KeyCode.ENTER);
    assertThat(((Label) window.find("#find-count")).getText()).isEqualTo("3 of 3");
    assertThat(((TextField) window.find("#find-word")).getText()).isEqualTo("RELU(");
    window.press(KeyCode.ESCAPE);
    assertThat(window.isShown("#find-word")).isFalse();
    assertThat(window.focusOwner()).isEqualTo("code-field");
    assertThat(window.onScreen(() -> field().getSelectedText())).isEqualTo("relu(");
  }

  // As the platform tells of 한 typed letter by letter, and then of 글 begun.
  @Test
  @DisplayName("Korean letters compose in the text, and are the program's when they are done")
  void korean() {
    caretBefore("loss = ");
    window.write("# ");
    compose("ㅎ", "");
    compose("하", "");
    compose("한", "");
    assertThat(text()).contains("# 한loss");
    assertThat(program()).contains("# loss");
    compose("ㄱ", "한");
    compose("그", "");
    compose("글", "");
    compose("", "글");
    window.waitFor(() -> program().contains("# 한글loss"));
    assertThat(text()).isEqualTo(program());
    compose("ㄴ", "");
    compose("", "");
    window.write("!");
    assertThat(program()).contains("# 한글!loss");
  }

  private void compose(String composed, String committed) {
    window.onScreen(() -> {
      List<InputMethodTextRun> runs =
          composed.isEmpty()
              ? List.of()
              : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
      Event.fireEvent(
          field(),
          new InputMethodEvent(
              InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, composed.length()));
      return true;
    });
    window.onScreen(() -> true);
  }
}
