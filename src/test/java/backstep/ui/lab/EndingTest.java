package backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lab.Prospect;
import backstep.lab.Prospect.Obstacle;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// w ← −2w: the loss 0.5 · 4ⁿ of iteration 513, from 0, is above 2¹⁰²⁴.
@DisplayName("The end of a training")
class EndingTest {
  private static final String STEP = "loss = .5 * (w - t) * (w - t)\ng = w - t\nw -= 3. * g\n";

  private final EndingModel model = new EndingModel();

  private static Replays replays(String text) {
    Program program = Program.of(text);
    return new Replays(program, Options.DEFAULT, program.run(Options.DEFAULT));
  }

  private Optional<EndingModel.View> at(Prospect prospect, Run run, int iteration) {
    model.show(prospect, run, iteration);
    return model.viewProperty().get();
  }

  @Test
  @DisplayName("is told from the last finite loss on, with the way back to that")
  void told() {
    Replays replays = replays("w, t = 1., 0.\n" + STEP);
    Prospect prospect = Prospect.of(replays);
    assertThat(at(prospect, replays.run(), 0)).as("it may go on").isEmpty();
    prospect.open().orElseThrow().course().train(1_000);
    assertThat(at(prospect, replays.run(), 100)).isEmpty();
    assertThat(at(prospect, replays.run(), 512).orElseThrow().back()).isEmpty();
    EndingModel.View lost = at(prospect, replays.run(), 513).orElseThrow();
    assertThat(lost.back()).hasValue(512);
    assertThat(lost.reason().key()).isEqualTo("train.diverged");
    assertThat(lost.reason().arguments()).isEqualTo(List.of(514, Math.pow(2, 1023)));
    List<Integer> travelled = new ArrayList<>();
    model.setOnBack(travelled::add);
    model.back();
    assertThat(travelled).containsExactly(512);
    model.clear();
    assertThat(model.viewProperty().get()).isEmpty();
  }

  @Test
  @DisplayName("is told of a loop of the program's own as well")
  void ownLoop() {
    Replays replays = replays("w, t = 1., 0.\nfor i in range(700):\n" + STEP.indent(4));
    Prospect prospect = Prospect.of(replays);
    assertThat(prospect.closedBy()).contains(Obstacle.DIVERGED);
    assertThat(at(prospect, replays.run(), 511)).isEmpty();
    assertThat(at(prospect, replays.run(), 699).orElseThrow().back()).hasValue(512);
  }

  @Test
  @DisplayName("may come at once, with nothing to go back to")
  void atOnce() {
    Replays replays = replays("w, t = 1e200, 0.\n" + STEP);
    EndingModel.View view = at(Prospect.of(replays), replays.run(), 0).orElseThrow();
    assertThat(view.reason().key()).isEqualTo("train.diverged.atOnce");
    assertThat(view.back()).isEmpty();
  }

  @Test
  @DisplayName("is told where the program itself cannot go on")
  void stopped() {
    // w is 1, then 0, by which Python does not divide.
    Replays replays = replays("w = 1.\nloss = 1 / w if w < 5 else w\nw -= 1. * w ** 2");
    Prospect prospect = Prospect.of(replays);
    assertThat(at(prospect, replays.run(), 0)).isEmpty();
    prospect.open().orElseThrow().course().reach(1);
    EndingModel.View view = at(prospect, replays.run(), 0).orElseThrow();
    assertThat(view.reason().key()).isEqualTo("train.stopped");
    assertThat(view.reason().arguments()).isEqualTo(List.of(1));
  }
}
