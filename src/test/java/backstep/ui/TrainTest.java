package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lab.Prospect;
import backstep.python.Draft;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.tensor.Tensor;
import backstep.trace.Session;
import backstep.trace.Snapshot;
import backstep.train.Course;
import backstep.ui.player.PlayerModel;
import backstep.ui.player.PlayerModel.Playing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The figures of the two-layer network are NumPy's, from its program in a loop of its own.
@ExtendWith(ApplicationExtension.class)
@DisplayName("Training in the window")
class TrainTest {
  private static final String DIVERGING =
      "w = 1.\nrate = 3.\nloss = .5 * w * w\ng = w\nw -= rate * g\n";

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
  void stop() {
    window.onScreen(() -> {
      player().setPace(100);
      window.bench().program.open("x = 1.\n", Options.DEFAULT);
      return true;
    });
    window.waitFor(() -> !player().getState().isPlaying());
  }

  private PlayerModel player() {
    return window.bench().player;
  }

  private Session session() {
    return player().getState().session().orElseThrow();
  }

  private Course course() {
    return player().getState().prospect().open().orElseThrow().course();
  }

  private void open(String program) {
    window.onScreen(() -> {
      window.bench().program.open(program, Options.DEFAULT);
      return true;
    });
    window.waitFor(() ->
        window
            .bench()
            .program
            .getState()
            .ran()
            .filter(ran -> ran.draft().text().equals(program))
            .isPresent());
  }

  private void waitForIteration(int number) {
    window.waitFor(
        () -> session().iteration() == number - 1 && !player().getState().isPlaying(),
        () -> "at " + session().iteration());
  }

  private void fullSpeed() {
    window.onScreen(() -> {
      player().setPace(Double.POSITIVE_INFINITY);
      return true;
    });
  }

  @Test
  @DisplayName(
      "Next goes over the updates into an iteration that the program does not make, and back")
  void overUpdates() {
    for (int i = 0; i < 22; i++) {
      window.press(KeyCode.RIGHT);
    }
    waitForIteration(2);
    assertThat(window.text("#iteration")).isEqualTo("2 / 2");
    assertThat(window.values("W2")).containsExactly("0.5008", "0.6007");
    assertThat(window.values("loss")).containsExactly("");
    window.press(KeyCode.SHIFT, KeyCode.F);
    assertThat(window.values("loss")).containsExactly("0.0104"); // 0.01043449
    window.press(KeyCode.SHIFT, KeyCode.B);
    assertThat(window.gradients("z2")).containsExactly("−0.1445"); // −0.14446098
    window.press(KeyCode.SHIFT, KeyCode.U);
    assertThat(window.values("W1").getFirst()).isEqualTo("0.2007");
    assertThat(window.isShown("#loss-curve")).as("two losses make a curve").isTrue();
    for (int i = 0; i < 22; i++) {
      window.press(KeyCode.LEFT);
    }
    waitForIteration(1);
    assertThat(window.values("W1")).containsExactly("0.2004", "0.4006", "0.1004", "0.3007");
    assertThat(window.values("loss")).containsExactly("0.0107");
    assertThat(window.text("#iteration")).isEqualTo("1 / 2");
  }

  @Test
  @DisplayName("Ten and a hundred iterations more are on buttons and on keys")
  void leaps() {
    window.press(KeyCode.SHIFT, KeyCode.F);
    window.fire("#ten");
    waitForIteration(11);
    assertThat(window.values("W2")).containsExactly("0.5073", "0.6069"); // 0.50727835, 0.60686845
    assertThat(window.values("loss")).containsExactly("0.0086"); // 0.00860038
    window.press(KeyCode.SHIFT, KeyCode.LEFT);
    waitForIteration(1);
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
    waitForIteration(101);
    assertThat(window.values("loss")).containsExactly("0.001"); // 0.00102772
    window.press(KeyCode.SHIFT, KeyCode.RIGHT);
    waitForIteration(111);
    window.fire("#hundred");
    waitForIteration(211);
    assertThat(window.bench().plot.getPlot().count()).isEqualTo(211);
  }

  @Test
  @DisplayName("The iteration counter takes one that is still to be made")
  void written() {
    window.robot().clickOn("#iteration");
    assertThat(window.text(".bar-note"))
        .isEqualTo("1 to 1, or further: those are made. Enter goes there.");
    window.write("2500");
    window.press(KeyCode.ENTER);
    waitForIteration(2500);
    assertThat(window.text("#iteration")).isEqualTo("2500 / 2500");
  }

  @Test
  @DisplayName("The loss falls until it is stopped; then nothing moves any more")
  void runAndStop() {
    fullSpeed();
    window.fire("#train");
    window.waitFor(() -> session().iteration() > 1_000);
    assertThat(window.isOff("#step-forward")).isTrue();
    assertThat(window.isShown("#ten")).as("there is its progress").isFalse();
    assertThat(window.find("#train").getAccessibleText()).isEqualTo("Stop");
    assertThat(window.text("#training")).endsWith("/s");
    window.fire("#train");
    window.waitFor(this::stands);
    int count = course().count();
    assertThat(session().iteration()).isEqualTo(count - 1);
    assertThat(window.bench().plot.getPlot().count()).isEqualTo(count);
    assertThat(window.bench().plot.getPlot().losses().size()).isLessThan(2_500);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(course().count()).isEqualTo(count);
    assertThat(window.values("W2")).as("it learned 1").isNotEqualTo(List.of("0.5", "0.6"));
    window.press(KeyCode.SHIFT, KeyCode.R);
    window.waitFor(() -> session().iteration() > count);
    window.press(KeyCode.SPACE);
    assertThat(player().getState().playing()).isEqualTo(Playing.NOTHING);
  }

  // Where the training was stopped, and the way there is over.
  private boolean stands() {
    return session().iteration() == course().count() - 1
        && window.bench().plot.getPlot().count() == course().count();
  }

  @Test
  @DisplayName("A click on the curve travels to an iteration that was trained, to step inside it")
  void travels() {
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
    waitForIteration(101);
    Node curve = window.find("#loss-curve");
    Bounds bounds = window.onScreen(() -> curve.localToScreen(curve.getBoundsInLocal()));
    window.robot().clickOn(bounds.getMinX() + bounds.getWidth() / 2, bounds.getCenterY());
    window.waitFor(() -> session().iteration() < 100);
    int there = session().iteration();
    assertThat(there).isBetween(30, 70);
    double loss = course().losses(there, there + 1)[0];
    assertThat(session().trace().graph().loss().value().item()).isEqualTo(loss);
    window.press(KeyCode.HOME);
    window.press(KeyCode.F);
    assertThat(session().position()).isEqualTo(1);
    // By keyboard: along the curve to its end, and there.
    window.focus("#loss-curve");
    window.press(KeyCode.END); // reads where the learner stands
    window.press(KeyCode.END);
    window.press(KeyCode.ENTER);
    waitForIteration(101);
  }

  @Test
  @DisplayName("A run that was replaced is heard of no more")
  void replaced() {
    fullSpeed();
    window.fire("#train");
    window.waitFor(() -> session().iteration() > 1_000);
    window.openLesson("06-guess", "guess");
    window.waitFor(() -> window.text("#iteration").equals("1 / 350"));
    for (int i = 0; i < 10; i++) {
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(window.text("#iteration")).isEqualTo("1 / 350");
      assertThat(window.bench().plot.getPlot().count()).isEqualTo(350);
    }
    assertThat(player().getState().isPlaying()).isFalse();
  }

  @Test
  @DisplayName("A loop of the program's own goes on beyond its end")
  void beyondTheLoop() {
    window.openLesson("06-guess", "guess");
    window.onScreen(() -> {
      player().toEndOfIteration(349);
      return true;
    });
    waitForIteration(350);
    window.press(KeyCode.RIGHT);
    waitForIteration(351);
    assertThat(window.text("#iteration")).isEqualTo("351 / 351");
    window.press(KeyCode.LEFT);
    waitForIteration(350);
    assertThat(session().position()).isEqualTo(session().trace().steps().size());
  }

  @Test
  @DisplayName("A slider moves while it trains: another run, and the training goes on in it")
  void slider() {
    fullSpeed();
    window.fire("#train");
    window.waitFor(() -> session().iteration() > 100);
    Course before = window.onScreen(this::course);
    window.onScreen(() -> {
      window.bench().program.set("learning_rate", .02, false);
      return true;
    });
    window.waitFor(() -> !course().equals(before) && session().iteration() > 200);
    Session here = window.onScreen(this::session);
    assertThat(here.trace().iteration().updates().getFirst().rate()).isEqualTo(.02);
  }

  @Test
  @DisplayName("A loss that is not finite ends it, with the reason and the ways back")
  void diverges() {
    open(DIVERGING);
    assertThat(window.isShown("#ending")).isFalse();
    fullSpeed();
    window.fire("#train");
    window.waitFor(() -> window.isShown("#ending"));
    waitForIteration(513);
    assertThat(window.text("#ending-text"))
        .startsWith(
            "The loss of iteration 514 is no longer a finite number; before it, it was 9e307.");
    assertThat(window.isShown("#ending-back")).as("this is the last good one").isFalse();
    assertThat(window.values("loss")).containsExactly("9e307");
    window.press(KeyCode.CONTROL, KeyCode.RIGHT);
    waitForIteration(514);
    assertThat(window.text("#ending-back")).isEqualTo("Go to iteration 513");
    window.fire("#train");
    assertThat(window.text(".bar-note")).startsWith("The loss is no longer finite");
    window.fire("#ending-back");
    waitForIteration(513);
    window.fire("#ending-halve");
    window.waitFor(() -> !window.isShown("#ending"));
    assertThat(window.bench().program.getState().drafts().present().text()).contains("rate = 1.5");
    waitForIteration(513);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.waitFor(() -> window.values("loss").equals(List.of("9e307")));
    window.press(KeyCode.CONTROL, KeyCode.RIGHT);
    window.waitFor(() -> window.isShown("#ending"));
    window.onScreen(() -> {
      player().toIteration(2);
      return true;
    });
    window.waitFor(() -> !window.isShown("#ending"));
  }

  @Test
  @DisplayName("Where nothing follows, the buttons can be reached and say why")
  void off() {
    window.openLesson("01-square", "x");
    assertThat(window.isOff("#train")).isTrue();
    window.tabTo("#ten");
    window.tabTo("#train");
    window.press(KeyCode.ENTER);
    assertThat(window.text(".bar-note"))
        .isEqualTo("This program updates no parameter, so there are no iterations.");
  }

  @Test
  @DisplayName("An edit in a later iteration changes what the parameter starts from, and says so")
  void editLater() {
    window.fire("#ten");
    waitForIteration(11);
    window.focus("#node-W2");
    window.press(KeyCode.ENTER);
    TextField field = (TextField) window.find("#value-field");
    assertThat(field.getText()).isEqualTo("0.5");
    assertThat(window.text("#value-hint")).startsWith("W2[0, 0] as it starts, in iteration 1;");
    window.write("0.7");
    window.waitFor(() -> !window.values("W2").getFirst().equals("0.5073"));
    window.press(KeyCode.ENTER);
    waitForIteration(11);
    assertThat(window.bench().program.getState().drafts().present().text())
        .contains("W2 = np.array([[0.7], [.6]])");
    window.press(KeyCode.SHIFT, KeyCode.LEFT);
    waitForIteration(1);
    assertThat(window.values("W2")).containsExactly("0.7", "0.6");
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.waitFor(() -> window.values("W2").equals(List.of("0.5", "0.6")));
    // What is the same in all iterations is edited where it stands.
    window.press(KeyCode.SHIFT, KeyCode.RIGHT);
    waitForIteration(11);
    window.focus("#node-y");
    window.press(KeyCode.ENTER);
    assertThat(window.text("#value-hint")).startsWith("y[0]: Enter keeps it");
    window.press(KeyCode.ESCAPE);
  }

  private static final List<List<KeyCode>> KEYS =
      List.of(
          List.of(KeyCode.RIGHT),
          List.of(KeyCode.LEFT),
          List.of(KeyCode.F),
          List.of(KeyCode.B),
          List.of(KeyCode.U),
          List.of(KeyCode.SHIFT, KeyCode.F),
          List.of(KeyCode.SHIFT, KeyCode.B),
          List.of(KeyCode.SHIFT, KeyCode.U),
          List.of(KeyCode.CONTROL, KeyCode.RIGHT),
          List.of(KeyCode.CONTROL, KeyCode.LEFT),
          List.of(KeyCode.SHIFT, KeyCode.RIGHT),
          List.of(KeyCode.SHIFT, KeyCode.LEFT),
          List.of(KeyCode.END),
          List.of(KeyCode.CONTROL, KeyCode.Z),
          List.of(KeyCode.CONTROL, KeyCode.Y));

  @Test
  @DisplayName("Wherever keys and edits lead, the figures on the screen are those of a fresh run")
  void walk() {
    Random chance = new Random(20);
    for (int i = 0; i < 60; i++) {
      if (i % 12 == 5) {
        double rate = .01 * (1 + chance.nextInt(9));
        window.onScreen(() -> {
          window.bench().program.set("learning_rate", rate, false);
          return true;
        });
      } else {
        window.press(KEYS.get(chance.nextInt(KEYS.size())).toArray(KeyCode[]::new));
      }
      window.waitFor(
          () -> isAtRest() && wrong().isEmpty(),
          () -> "at " + session().iteration() + ", " + session().position() + ": " + wrong());
    }
  }

  private boolean isAtRest() {
    return !player().getState().isPlaying() && !window.bench().program.getState().isStale();
  }

  // What the window shows of the program's variables, beside a run of the draft at hand.
  private List<String> wrong() {
    Draft draft = window.bench().program.getState().drafts().present();
    Program program = draft.program();
    Options options = draft.options(Options.DEFAULT);
    Replays replays = new Replays(program, options, program.run(options));
    Snapshot fresh =
        Session.at(
                Prospect.of(replays).over(replays),
                session().folding(),
                session().iteration(),
                session().position())
            .snapshot();
    List<String> wrong = new ArrayList<>();
    replays
        .run()
        .variables(fresh.trace().graph())
        .forEach((name, node) -> {
          if (window.isShown("#node-" + name)) {
            List<String> shown = window.values(name);
            if (!fits(shown, fresh.value(node))) {
              wrong.add(name + " " + shown + " for " + fresh.value(node));
            }
          }
        });
    return wrong;
  }

  private static boolean fits(List<String> shown, Optional<Tensor> value) {
    if (value.isEmpty()) {
      return shown.stream().allMatch(String::isEmpty);
    }
    double[] exact = value.get().toArray();
    return IntStream.range(0, exact.length)
        .allMatch(i ->
            !shown.get(i).isEmpty()
                && Math.abs(Double.parseDouble(shown.get(i).replace('−', '-')) - exact[i])
                    <= Math.max(6e-5, .005 * Math.abs(exact[i])));
  }
}
