package backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.python.Naming;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import backstep.trace.Session;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Background;
import backstep.ui.kit.chart.Samples;
import backstep.ui.lab.LandscapeModel.View;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The loss over one number")
class LandscapeTest {
  private static final String GUESS =
      """
      target = 42
      guess = -0.2734299525197059
      rate = %s
      for i in range(20):
          loss = 0.5 * (target - guess) ** 2
          grad = guess - target
          guess -= rate * grad
      """;

  private final LandscapeModel model = new LandscapeModel(Background.direct());
  private Session session = open("x = 3.0\ny = x ** 2\n");

  private static Session open(String text) {
    Program program = Program.of(text);
    return Session.start(new Replays(program, Options.DEFAULT, program.run(Options.DEFAULT)));
  }

  private View show(Session there) {
    session = there;
    Run run = Program.of("x = 1.0\n").run(Options.DEFAULT);
    model.show(session, new Naming(run.origins()));
    return model.viewProperty().get().orElseThrow();
  }

  private static double from(Samples curve) {
    return curve.x(0);
  }

  private static double to(Samples curve) {
    return curve.x(curve.size() - 1);
  }

  @Test
  @DisplayName("shows nothing before its step: first the curve, then height, slope, and the step")
  void reveals() {
    Session start = open(GUESS.formatted(.1));
    View ready = show(start);
    assertThat(ready.height()).isEmpty();
    assertThat(ready.slope()).isEmpty();
    assertThat(ready.after()).isEmpty();
    View known = show(start.toEndOf(Phase.FORWARD));
    // (42 + 0.2734…)² / 2, the loss the notebook starts from.
    assertThat(known.height())
        .hasValueSatisfying(loss -> assertThat(loss).isCloseTo(893.5214, within(1e-3)));
    assertThat(known.slope()).isEmpty();
    View back = show(start.toEndOf(Phase.BACKWARD));
    assertThat(back.slope())
        .hasValueSatisfying(slope -> assertThat(slope).isCloseTo(-42.2734, within(1e-4)));
    assertThat(back.after()).isEmpty();
    View moved = show(start.toEndOf(Phase.UPDATE));
    assertThat(moved.at()).isEqualTo(-0.2734299525197059);
    assertThat(moved.after())
        .hasValueSatisfying(after -> assertThat(after).isCloseTo(3.9539, within(1e-4)));
  }

  @Test
  @DisplayName("finds the lowest point, and keeps its width while the number comes nearer")
  void keepsItsWidth() {
    Session start = open(GUESS.formatted(.1));
    View first = show(start);
    assertThat(first.lowest())
        .hasValueSatisfying(lowest -> assertThat(lowest).isCloseTo(42, within(1e-6)));
    View later = show(start.toIteration(15));
    assertThat(from(later.curve())).isCloseTo(from(first.curve()), within(1e-3));
    assertThat(to(later.curve())).isCloseTo(to(first.curve()), within(1e-3));
    assertThat(later.at()).isGreaterThan(first.at());
  }

  @Test
  @DisplayName("grows by doubling where the number leaves it, so that a growing swing is seen")
  void grows() {
    Session start = open(GUESS.formatted(2.1));
    View first = show(start);
    View later = show(start.toIteration(12));
    double before = to(first.curve()) - from(first.curve());
    double after = to(later.curve()) - from(later.curve());
    double doublings = Math.log(after / before) / Math.log(2);
    assertThat(doublings).isCloseTo(Math.rint(doublings), within(1e-3)).isPositive();
    assertThat(later.at()).isBetween(from(later.curve()), to(later.curve()));
  }

  @Test
  @DisplayName(
      "knows where the number stood before, and that a number without updates learns nothing")
  void earlier() {
    Session start = open(GUESS.formatted(.5));
    assertThat(show(start).earlier()).isEmpty();
    assertThat(show(start).learns()).isTrue();
    View third = show(start.toIteration(2));
    // Half of the way to 42 in each step.
    assertThat(third.earlier()).hasSize(2);
    assertThat(third.earlier().getFirst()).isEqualTo(-0.2734299525197059);
    assertThat(third.earlier().get(1)).isCloseTo(20.8633, within(1e-4));
    assertThat(third.at()).isCloseTo(31.4316, within(1e-4));
    assertThat(show(open("x = 3.0\ny = x ** 2\n")).learns()).isFalse();
  }

  @Test
  @DisplayName("is there for the only number that takes a gradient, and for no array")
  void where() {
    assertThat(show(open("x = 3.0\ny = x ** 2\n")).lowest())
        .hasValueSatisfying(lowest -> assertThat(lowest).isCloseTo(0, within(1e-6)));
    assertThat(show(open("x = 3.0\ny = -x ** 2\n")).lowest()).isEmpty();
    model.show(
        open("import numpy as np\nx = np.array([1., 2.])\nloss = np.sum(x * x)\n"),
        new Naming(Program.of("x = 1.0\n").run(Options.DEFAULT).origins()));
    assertThat(model.isThere()).isFalse();
  }

  @Test
  @DisplayName("moves the number at once where the curve stays, and the exact way follows")
  void together() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    LandscapeModel slow = new LandscapeModel(Background.of(waiting::add, Runnable::run));
    Naming naming = new Naming(Program.of("x = 1.0\n").run(Options.DEFAULT).origins());
    Session start = open(GUESS.formatted(.1));
    slow.show(start, naming);
    waiting.remove().run();
    double first = slow.viewProperty().get().orElseThrow().at();
    Session third = start.toIteration(3);
    slow.show(third, naming);
    View moved = slow.viewProperty().get().orElseThrow();
    // 42 − 0.9³ (42 − first), as gradient descent has it on a parabola of curvature 1.
    assertThat(moved.at()).isCloseTo(42 - .729 * (42 - first), within(1e-12));
    assertThat(moved.earlier()).containsExactly(first);
    slow.show(third.toEndOf(Phase.FORWARD), naming);
    waiting.remove().run();
    View exact = slow.viewProperty().get().orElseThrow();
    assertThat(exact.earlier()).hasSize(3);
    assertThat(exact.height()).as("of the step that was shown last").isPresent();
    slow.show(start.toIteration(1), naming);
    assertThat(slow.viewProperty().get().orElseThrow().earlier()).containsExactly(first);
  }

  @Test
  @DisplayName("waits for its curve where the loss of the next iteration is another function")
  void otherCurve() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    LandscapeModel slow = new LandscapeModel(Background.of(waiting::add, Runnable::run));
    Naming naming = new Naming(Program.of("x = 1.0\n").run(Options.DEFAULT).origins());
    Session start =
        open("w = 1.0\nfor i in range(3):\n    loss = (w - i) ** 2\n    w -= 0.1 * 2 * (w - i)\n");
    slow.show(start, naming);
    waiting.remove().run();
    View before = slow.viewProperty().get().orElseThrow();
    slow.show(start.toIteration(1), naming);
    assertThat(slow.viewProperty().get()).containsSame(before);
    waiting.remove().run();
    assertThat(slow.viewProperty().get().orElseThrow().lowest())
        .hasValueSatisfying(lowest -> assertThat(lowest).isCloseTo(1, within(1e-9)));
  }

  @Test
  @DisplayName("keeps its curve where another one comes that is no longer asked for")
  void tooLate() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    LandscapeModel slow = new LandscapeModel(Background.of(waiting::add, Runnable::run));
    Naming naming = new Naming(Program.of("x = 1.0\n").run(Options.DEFAULT).origins());
    Session start =
        open("w = 1.0\nfor i in range(3):\n    loss = (w - i) ** 2\n    w -= 0.1 * 2 * (w - i)\n");
    slow.show(start, naming);
    waiting.remove().run();
    slow.show(start.toIteration(1), naming);
    slow.show(start, naming);
    waiting.remove().run();
    assertThat(slow.viewProperty().get().orElseThrow().lowest())
        .hasValueSatisfying(lowest -> assertThat(lowest).isCloseTo(0, within(1e-9)));
  }
}
