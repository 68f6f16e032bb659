package backstep.practice;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.practice.Prediction.Form;
import backstep.practice.Prediction.Subject;
import backstep.python.Naming;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.tensor.Shape;
import backstep.trace.Session;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a learner is asked before a step")
class PredictionTest {
  private static Replays replays(String text) {
    Program program = Program.of(text);
    return new Replays(program, Options.DEFAULT, program.run(Options.DEFAULT));
  }

  private static Session start(String text) {
    return Session.start(replays(text));
  }

  private static Prediction ask(Session here) {
    return Prediction.of(here.snapshot()).orElseThrow();
  }

  @Test
  @DisplayName("is the value of an op, then what goes back, then the parameter")
  void scalar() {
    // By hand: y = 3², dy/dx = 2·3, x' = 3 − 0.1·6.
    Session here = start("x = 3.0\ny = x ** 2\nx -= .1 * 2 * x\n");
    assertThat(ask(here).subject()).isEqualTo(Subject.VALUE);
    assertThat(ask(here).figure()).isEqualTo(9);
    assertThat(ask(here).place()).isEmpty();
    assertThat(ask(here).forms()).containsExactly(Form.FIGURE, Form.SIGN);
    here = here.next();
    assertThat(ask(here).subject()).isEqualTo(Subject.SEED);
    assertThat(ask(here).figure()).isEqualTo(1);
    here = here.next();
    assertThat(ask(here).subject()).isEqualTo(Subject.SHARE);
    assertThat(ask(here).figure()).isEqualTo(6);
    here = here.next();
    assertThat(ask(here).subject()).isEqualTo(Subject.UPDATED);
    assertThat(ask(here).figure()).isEqualTo(3 - .1 * 2 * 3.0);
    assertThat(Prediction.of(here.next().snapshot())).isEmpty();
  }

  @Test
  @DisplayName("is of two shares that of the parameter")
  void parameter() {
    String text =
        """
        x = 2.0
        w = 5.0
        loss = x * w
        w -= .1 * x
        """;
    Replays replays = replays(text);
    Session here = Session.start(replays).seek(2);
    assertThat(new Naming(replays.run().origins()).name(ask(here).node())).contains("w");
    assertThat(ask(here).figure()).isEqualTo(2);
    assertThat(ask(here).rule()).isEqualTo(1);
  }

  @Test
  @DisplayName("is of an array first its shape, among those of what takes part")
  void array() {
    String text =
        """
        import numpy as np
        W = np.array([[1., 2.], [3., 4.], [5., 6.]])
        x = np.array([1., -1.])
        z = W.dot(x)
        loss = np.sum(z)
        """;
    Prediction asked = ask(start(text));
    assertThat(asked.forms()).containsExactly(Form.SHAPE, Form.FIGURE, Form.SIGN);
    assertThat(asked.shapes()).contains(Shape.of(3), Shape.of(3, 2), Shape.of(2));
    // 1·1 + 2·(−1)
    assertThat(asked.figure()).isEqualTo(-1);
    assertThat(asked.place()).isEqualTo("[0]");
  }

  @Test
  @DisplayName("is the shape alone where the numbers are none, and nothing where there is no shape")
  void notFinite() {
    String arrays =
        """
        import numpy as np
        v = np.array([0., 1.])
        u = np.log(v)
        loss = np.sum(u)
        """;
    Session here = start(arrays);
    assertThat(ask(here).forms()).isEqualTo(List.of(Form.SHAPE));
    assertThat(Prediction.of(here.next().snapshot())).isEqualTo(Optional.empty());
  }
}
