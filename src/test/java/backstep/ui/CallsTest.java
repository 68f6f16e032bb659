package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Node;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import backstep.trace.Session;
import backstep.trace.Snapshot;
import backstep.trace.Step.Phase;
import backstep.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Figures of the neuron: z = 0.42, and sigmoid(z) = 0.6035 (NumPy: 0.6034832498647263).
@ExtendWith(ApplicationExtension.class)
@DisplayName("Calls of the program's functions, opened and closed on the stage")
class CallsTest {
  private static final String NESTED =
      """
      import numpy as np
      def squash(a):
          return 1 / (1 + np.exp(-a))
      def layer(v, w):
          inner = squash(v * w) + v
          return inner * inner
      x = 0.5
      w = 0.25
      for i in range(3):
          p = layer(x, w)
          q = squash(p + x)
          loss = (q - 1) ** 2 + p * q
          w -= 0.1 * w
      """;

  private Window window;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    window = Window.open(shown, Locale.ENGLISH, true);
  }

  private void neuron() {
    window.openLesson("03-neuron", "r");
  }

  private boolean isClosed(String node) {
    return window.onScreen(() -> window.find("#node-" + node).lookup(".call-button") != null);
  }

  private List<String> frames() {
    return window.onScreen(() ->
        stage.getScene().getRoot().lookupAll(".group-frame").stream()
            .map(frame ->
                ((Labeled) ((Parent) frame).getChildrenUnmodifiable().getFirst()).getText())
            .toList());
  }

  private void waitForFrames(String... functions) {
    window.waitFor(() -> frames().equals(List.of(functions)), () -> "frames are " + frames());
  }

  // What has no name has no id that a selector can be made of.
  private javafx.scene.Node unnamed(String box) {
    return stage.getScene().getRoot().lookupAll(".graph-node").stream()
        .filter(node -> node.getId().equals("node-" + box))
        .findFirst()
        .orElseThrow();
  }

  private List<String> valuesOf(String box) {
    return window.onScreen(() ->
        unnamed(box).lookupAll(".value").stream().map(cell -> ((Labeled) cell).getText()).toList());
  }

  private boolean isFocused(String node) {
    return window.onScreen(() -> window.find("#node-" + node).isFocused());
  }

  private int steps() {
    return window.bench().player.getState().session().orElseThrow().trace().steps().size();
  }

  // --- Keys --------------------------------------------------------------------------------------

  @Test
  @DisplayName("A small function is one box at first, and one step in each direction")
  void closedAtFirst() {
    neuron();
    assertThat(isClosed("r")).isTrue();
    assertThat(window.spoken("r"))
        .isEqualTo(
            "r, closed group sigmoid of 4 ops, opens with O, value not computed yet,"
                + " gradient not computed yet, 4 of 8");
    window.press(KeyCode.F);
    assertThat(window.values("z")).containsExactly("0.42");
    window.press(KeyCode.F);
    assertThat(window.values("r")).containsExactly("0.6035");
    window.press(KeyCode.SHIFT, KeyCode.F);
    for (int i = 0; i < 4; i++) {
      window.press(KeyCode.B); // loss, its square, the difference
    }
    assertThat(window.gradients("r")).containsExactly("−0.3965");
    assertThat(window.gradients("z")).containsExactly("");
    window.press(KeyCode.B);
    // −0.3965 · r · (1 − r)
    assertThat(window.gradients("z")).containsExactly("−0.0949");
    window.press(KeyCode.LEFT);
    assertThat(window.gradients("z")).containsExactly("");
  }

  @Test
  @DisplayName("O opens the box that has the focus, and closes what the focus is in")
  void byKey() {
    neuron();
    int closed = steps();
    window.focus("#node-r");
    window.press(KeyCode.O);
    waitForFrames("sigmoid");
    assertThat(isClosed("r")).isFalse();
    assertThat(isFocused("r")).isTrue();
    assertThat(steps()).as("three more ops, in both directions").isEqualTo(closed + 6);
    assertThat(window.spoken("r")).startsWith("r, quotient,").endsWith("7 of 11");
    window.onScreen(() -> {
      unnamed("#4").requestFocus(); // np.exp(-z)
      return true;
    });
    window.press(KeyCode.O);
    waitForFrames();
    assertThat(isClosed("r")).isTrue();
    assertThat(isFocused("r")).as("the box that the focused node is in now").isTrue();
    assertThat(steps()).isEqualTo(closed);
  }

  @Test
  @DisplayName("Without a focused node O takes the step's, and in no call it does nothing")
  void ofTheStep() {
    neuron();
    window.focus("#play");
    window.press(KeyCode.F); // z
    window.press(KeyCode.O);
    assertThat(isClosed("r")).isTrue();
    window.press(KeyCode.F); // r
    window.press(KeyCode.O);
    waitForFrames("sigmoid");
    window.press(KeyCode.O);
    waitForFrames();
  }

  @Test
  @DisplayName("Shift O opens all, and closes all once none is closed")
  void all() {
    nested();
    assertThat(frames()).containsExactly("layer");
    window.press(KeyCode.SHIFT, KeyCode.O);
    waitForFrames("layer", "squash", "squash");
    assertThat(window.text("#calls")).isEqualTo("Close groups");
    window.press(KeyCode.SHIFT, KeyCode.O);
    waitForFrames();
    assertThat(isClosed("p")).isTrue();
    assertThat(isClosed("q")).isTrue();
    window.fire("#calls");
    waitForFrames("layer", "squash", "squash");
  }

  @Test
  @DisplayName("A function of one op cannot be opened, and nothing says that it could")
  void ofOneOp() {
    window.openLesson("04-two-layers", "r1");
    assertThat(window.isShown("#calls")).isFalse();
    assertThat(isClosed("r1")).isFalse();
    assertThat(window.spoken("r1")).startsWith("r1, ReLU,");
    window.focus("#node-r1");
    window.press(KeyCode.O);
    assertThat(frames()).isEmpty();
  }

  private void nested() {
    window.onScreen(() -> {
      window.bench().program.open(NESTED, Options.DEFAULT);
      return true;
    });
    window.waitFor(() -> window.isShown("#node-q"));
  }

  // --- Mouse -------------------------------------------------------------------------------------

  @Test
  @DisplayName("A click on a function's name opens or closes it, a double click opens its box")
  void byMouse() {
    neuron();
    window.robot().clickOn(window.find("#node-r .call-button"));
    waitForFrames("sigmoid");
    window.robot().clickOn(window.find(".group-frame .call-button"));
    waitForFrames();
    window.robot().doubleClickOn(window.find("#node-r .value"));
    waitForFrames("sigmoid");
    window.waitFor(() -> isFocused("r"));
  }

  @Test
  @DisplayName("A frame is closed by its title's button, which gives the focus to the box")
  void titleByKey() {
    neuron();
    window.press(KeyCode.SHIFT, KeyCode.O);
    waitForFrames("sigmoid");
    window.tabTo(".group-frame .call-button");
    window.press(KeyCode.SPACE);
    waitForFrames();
    window.waitFor(() -> isFocused("r"));
  }

  // --- Place -------------------------------------------------------------------------------------

  @Test
  @DisplayName(
      "What is known stays known; in the middle of a call that closes, it is still to come")
  void place() {
    neuron();
    window.press(KeyCode.F);
    window.press(KeyCode.SHIFT, KeyCode.O);
    waitForFrames("sigmoid");
    assertThat(window.values("z")).containsExactly("0.42");
    window.press(KeyCode.F);
    window.press(KeyCode.F);
    assertThat(valuesOf("#4")).containsExactly("0.657"); // e^-0.42
    window.press(KeyCode.SHIFT, KeyCode.O);
    waitForFrames();
    assertThat(window.values("z")).containsExactly("0.42");
    assertThat(window.values("r")).containsExactly("");
    window.press(KeyCode.F);
    assertThat(window.values("r")).containsExactly("0.6035");
    window.press(KeyCode.SHIFT, KeyCode.O);
    waitForFrames("sigmoid");
    assertThat(window.values("r")).containsExactly("0.6035");
    window.press(KeyCode.LEFT);
    assertThat(window.values("r")).as("its last op alone is taken back").containsExactly("");
    assertThat(valuesOf("#5")).containsExactly("1.657");
  }

  @Test
  @DisplayName("A sum of shares is written once, also when calls open at its step")
  void sums() {
    nested();
    window.onScreen(() -> {
      Session here = window.bench().player.getState().session().orElseThrow();
      window.bench().player.seek(here.trace().endOf(Phase.BACKWARD));
      return true;
    });
    window.press(KeyCode.SHIFT, KeyCode.O);
    waitForFrames("layer", "squash", "squash");
    // Back through x * w: x has shares from elsewhere, w has none.
    assertThat(window.onScreen(() -> stage.getScene().getRoot().lookupAll(".sum-note").size()))
        .isOne();
  }

  @Test
  @DisplayName("The choice outlives edits, iterations and the language, but not another program")
  void kept() {
    nested();
    window.press(KeyCode.SHIFT, KeyCode.O);
    waitForFrames("layer", "squash", "squash");
    window.press(KeyCode.END);
    window.press(KeyCode.RIGHT); // the next iteration
    window.waitFor(() -> window.bench().player.getState().iteration() == 1);
    assertThat(frames()).hasSize(3);
    window.onScreen(() -> {
      window.bench().program.set("x", 0.75, false);
      return true;
    });
    window.waitFor(() -> window.values("x").equals(List.of("0.75")));
    assertThat(frames()).hasSize(3);
    window.press(KeyCode.L);
    assertThat(frames()).hasSize(3);
    assertThat(window.text("#calls")).isEqualTo("묶음 접기");
    window.openLesson("01-square", "y");
    nested();
    waitForFrames("layer");
  }

  @Test
  @DisplayName("Pointing at code marks the closed box that computes it, and the box its lines")
  void pointed() {
    neuron();
    window.onScreen(() -> {
      Snapshot here = window.bench().player.getState().session().orElseThrow().snapshot();
      // -z, the first op of sigmoid
      window.bench().stage.point(Set.of(here.trace().graph().operations().get(1)));
      return true;
    });
    assertThat(
            window.onScreen(() ->
                window.find("#node-r").getPseudoClassStates().stream()
                    .map(Object::toString)
                    .toList()))
        .contains("pointed");
    window.robot().moveTo(window.find("#node-r .value"));
    window.waitFor(
        () -> window.bench().code.getCode().sections().getFirst().pointed().equals(Set.of(3, 15)));
  }

  // --- Any path ----------------------------------------------------------------------------------

  @Test
  @DisplayName(
      "On any path of steps, openings and closings, what is shown is what is computed there")
  void anyPath() {
    nested();
    Random random = new Random(20261125);
    for (int i = 0; i < 120; i++) {
      doSomething(random);
      assertShowsWhatIsComputed();
    }
  }

  @Test
  @DisplayName("So it is when everything moves, and every movement is cut short")
  void anyPathMoving() {
    window.onScreen(() -> {
      window.still(false);
      return true;
    });
    nested();
    Random random = new Random(42);
    for (int i = 0; i < 10; i++) {
      for (int k = 0; k < 12; k++) {
        doSomething(random);
      }
      assertShowsWhatIsComputed();
    }
  }

  private static final List<KeyCode> KEYS =
      List.of(KeyCode.RIGHT, KeyCode.LEFT, KeyCode.F, KeyCode.B, KeyCode.U, KeyCode.O, KeyCode.END);

  // The robot takes its time for each key.
  private void doSomething(Random random) {
    KeyCode key = KEYS.get(random.nextInt(KEYS.size()));
    boolean shift = key != KeyCode.RIGHT && key != KeyCode.LEFT && random.nextInt(4) == 0;
    window.onScreen(() -> {
      Parent root = stage.getScene().getRoot();
      List<javafx.scene.Node> nodes = List.copyOf(root.lookupAll(".graph-node"));
      javafx.scene.Node target = nodes.get(random.nextInt(nodes.size()));
      target.requestFocus();
      Event.fireEvent(
          target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false));
      return true;
    });
  }

  /// Runs the program anew, with all calls open, to where as many ops are done.
  private void assertShowsWhatIsComputed() {
    Program program = Program.of(NESTED);
    Run run = program.run(Options.DEFAULT);
    Replays replays = new Replays(program, Options.DEFAULT, run);
    window.waitFor(() -> differences(replays).isEmpty(), () -> differences(replays).toString());
  }

  private List<String> differences(Replays replays) {
    Session shown = window.bench().player.getState().session().orElseThrow();
    int done = shown.trace().singles(shown.position());
    Session fresh = Session.at(replays, shown.iteration(), done);
    Map<String, Node> names = replays.run().variables(fresh.trace().graph());
    List<String> differences = new ArrayList<>();
    for (String name : List.of("x", "w", "p", "q", "loss")) {
      Node node = names.get(name);
      Snapshot there = fresh.snapshot();
      FreshRun.compare(
          name,
          there.value(node),
          node,
          List.of(Numbers.USUAL::shown),
          window.values(name),
          differences);
      FreshRun.compare(
          name,
          there.gradient(node),
          node,
          List.of(Numbers.USUAL::signed),
          window.gradients(name),
          differences);
    }
    return differences;
  }
}
