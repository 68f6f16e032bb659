package backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.lab.LossSurface.Place;
import backstep.python.Naming;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import backstep.trace.Session;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Background;
import backstep.ui.lab.SurfaceModel.View;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The loss over two numbers, from above")
class SurfaceTest {
  private static final String BOWL =
      """
      rate = %s
      a = 4.0
      b = 2.0
      for i in range(30):
          loss = 0.5 * (a ** 2 + 10 * b ** 2)
          ga = a
          gb = 10 * b
          a -= rate * ga
          b -= rate * gb
      """;

  private final SurfaceModel model = new SurfaceModel(Background.direct());

  private static Session open(String text) {
    Program program = Program.of(text);
    return Session.start(new Replays(program, Options.DEFAULT, program.run(Options.DEFAULT)));
  }

  private View show(Session session) {
    Run run = Program.of("x = 1.0\n").run(Options.DEFAULT);
    model.show(session, new Naming(run.origins()));
    return model.viewProperty().get().orElseThrow();
  }

  @Test
  @DisplayName("shows nothing before its step: first where the numbers stand, then the rest")
  void reveals() {
    Session start = open(BOWL.formatted(.15));
    View ready = show(start);
    assertThat(ready.at()).isEqualTo(new Place(4, 2));
    assertThat(ready.height()).isEmpty();
    assertThat(ready.gradient()).isEmpty();
    assertThat(ready.after()).isEmpty();
    View known = show(start.toEndOf(Phase.FORWARD));
    // (16 + 10 · 4) / 2
    assertThat(known.height()).hasValue(28.0);
    assertThat(known.gradient()).isEmpty();
    View back = show(start.toEndOf(Phase.BACKWARD));
    assertThat(back.gradient()).hasValue(new Place(4, 20));
    assertThat(back.after()).isEmpty();
    View half = show(start.toEndOf(Phase.UPDATE).previous());
    assertThat(half.after())
        .hasValueSatisfying(place -> {
          assertThat(place.x()).isCloseTo(3.4, within(1e-12));
          assertThat(place.y()).isEqualTo(2);
        });
    View moved = show(start.toEndOf(Phase.UPDATE));
    assertThat(moved.after())
        .hasValueSatisfying(place -> assertThat(place.y()).isCloseTo(-1, within(1e-12)));
  }

  @Test
  @DisplayName("stays as it is seen while the numbers come nearer, and shows where they came from")
  void stays() {
    Session start = open(BOWL.formatted(.15));
    View first = show(start);
    assertThat(first.lowest())
        .hasValueSatisfying(place -> {
          assertThat(place.x()).isCloseTo(0, within(1e-8));
          assertThat(place.y()).isCloseTo(0, within(1e-8));
        });
    View later = show(start.toIteration(20));
    assertThat(later.lines()).isEqualTo(first.lines()).isNotEmpty();
    assertThat(later.low()).isEqualTo(first.low());
    assertThat(later.earlier()).hasSize(20).startsWith(new Place(4, 2));
  }

  @Test
  @DisplayName("grows by doubling where a number leaves it, so that a growing swing is seen")
  void grows() {
    Session start = open(BOWL.formatted(.22));
    View first = show(start);
    View later = show(start.toIteration(12));
    double doublings = Math.log(later.high().y() / first.high().y()) / Math.log(2);
    assertThat(doublings).isCloseTo(Math.rint(doublings), within(1e-6)).isPositive();
    assertThat(later.at().y()).isBetween(later.low().y(), later.high().y());
  }

  @Test
  @DisplayName("is another for another curvature, and none for a program that learns one number")
  void other() {
    View first = show(open(BOWL.formatted(.15)));
    View steeper = show(open(BOWL.formatted(.15).replace("10 *", "30 *")));
    assertThat(steeper.lines()).isNotEqualTo(first.lines());
    Run run = Program.of("x = 1.0\n").run(Options.DEFAULT);
    model.show(
        open("w = 2.0\nloss = (w - 1) ** 2\nw -= 0.1 * 2 * (w - 1)\n"), new Naming(run.origins()));
    assertThat(model.isThere()).isFalse();
  }

  @Test
  @DisplayName("moves the numbers at once where the surface stays, and the exact way follows")
  void together() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    SurfaceModel slow = new SurfaceModel(Background.of(waiting::add, Runnable::run));
    Naming naming = new Naming(Program.of("x = 1.0\n").run(Options.DEFAULT).origins());
    Session start = open(BOWL.formatted(.15));
    slow.show(start, naming);
    waiting.remove().run();
    slow.show(start.toIteration(2), naming);
    View moved = slow.viewProperty().get().orElseThrow();
    // a · 0.85², b · (−0.5)²
    assertThat(moved.at().x()).isCloseTo(2.89, within(1e-12));
    assertThat(moved.at().y()).isCloseTo(.5, within(1e-12));
    assertThat(moved.earlier()).containsExactly(new Place(4, 2));
    waiting.remove().run();
    assertThat(slow.viewProperty().get().orElseThrow().earlier()).hasSize(2);
  }
}
