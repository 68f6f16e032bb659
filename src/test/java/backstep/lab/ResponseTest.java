package backstep.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.graph.Node;
import backstep.python.Naming;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The loss as a function of a number")
class ResponseTest {
  private static Replays replays(double x, String loss) {
    Program program = Program.of("import numpy as np\nx = %s\nloss = %s\n".formatted(x, loss));
    Run run = program.run(Options.DEFAULT);
    return new Replays(program, Options.DEFAULT, run);
  }

  private static Response of(double x, String loss) {
    Replays replays = replays(x, loss);
    Node leaf = replays.get(0).graph().leaves().getFirst();
    return new Response(replays, leaf);
  }

  @Test
  @DisplayName("has the program's value anywhere, and the graph's slope where the number stands")
  void values() {
    Response sine = of(3, "np.sin(x) ** 2");
    assertThat(sine.applyAsDouble(3)).isEqualTo(Math.pow(Math.sin(3), 2));
    assertThat(sine.applyAsDouble(-1)).isCloseTo(0.7080734182735712, within(1e-15)); // NumPy
    assertThat(sine.slope()).isCloseTo(Math.sin(6), within(1e-15)); // 2 sin cos
    assertThat(sine.culprit()).isEmpty();
  }

  @Test
  @DisplayName("takes the other way of a choice, which the graph at hand does not know")
  void choices() {
    Response pieces = of(3, "x ** 2 if x > 1 else 2 * x - 1");
    assertThat(pieces.applyAsDouble(4)).isEqualTo(16);
    assertThat(pieces.applyAsDouble(0)).isEqualTo(-1);
    assertThat(pieces.slope()).isEqualTo(6);
  }

  @Test
  @DisplayName("names what has no finite value first")
  void culprit() {
    Replays replays = replays(-1, "2.0 * np.log(x) + x");
    Response log = new Response(replays, replays.get(0).graph().leaves().getFirst());
    Naming naming = new Naming(replays.run().origins());
    assertThat(log.culprit().map(naming::computation)).contains("np.log(x)");
    assertThat(log.applyAsDouble(1)).isEqualTo(1);
  }
}
