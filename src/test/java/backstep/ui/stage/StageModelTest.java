package backstep.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.python.Options;
import backstep.python.Origins;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.trace.Session;
import backstep.ui.kit.Background;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the stage shows")
class StageModelTest {
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final StageModel model = new StageModel(Background.of(work::add, Runnable::run));

  private record Shown(Session session, Origins origins) {}

  private static Shown program(String text) {
    Program program = Program.of(text);
    Replays replays = new Replays(program, Options.DEFAULT, program.run(Options.DEFAULT));
    return new Shown(Session.start(replays), replays.run().origins());
  }

  private void show(Shown shown) {
    model.show(shown.session().snapshot(), shown.origins(), false);
  }

  private void workOff() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  private int boxes() {
    return model.picture().get().orElseThrow().diagram().boxes().size();
  }

  private void moveOne() {
    Diagram.Box box = model.picture().get().orElseThrow().diagram().boxes().getFirst();
    model.move(box.id(), 500, 500);
    assertThat(model.movedProperty().get()).isTrue();
  }

  @Test
  @DisplayName("is the newest program, also when nodes are put back while it is laid out")
  void tidyWhileLaidOut() {
    show(program("x = 2.0\nloss = x ** 2\n"));
    workOff();
    assertThat(boxes()).isEqualTo(2);
    moveOne();
    Shown other = program("x = 2.0\ny = x ** 2\nloss = y * y\n");
    show(other);
    model.tidy();
    show(other);
    workOff();
    assertThat(boxes()).isEqualTo(3);
    assertThat(model.movedProperty().get()).isFalse();
  }

  @Test
  @DisplayName("puts nodes back, also when the learner steps on meanwhile")
  void stepWhileTidied() {
    Shown shown = program("x = 2.0\nloss = x ** 2\n");
    show(shown);
    workOff();
    moveOne();
    model.tidy();
    show(new Shown(shown.session().next(), shown.origins()));
    workOff();
    assertThat(model.movedProperty().get()).isFalse();
    assertThat(model.picture().get().orElseThrow().snapshot().position()).isEqualTo(1);
  }
}
