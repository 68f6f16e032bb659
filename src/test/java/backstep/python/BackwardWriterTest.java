package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.TwoLayers;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The backward pass reads as if written by hand.
class BackwardWriterTest {
  private static List<String> backward(String program) {
    Run run = Program.of("import numpy as np\n" + program).run(Options.DEFAULT);
    assertThat(run.problem()).isEmpty();
    return BackwardWriter.forReading(run.last().graph(), run.origins()).stream()
        .map(BackwardWriter.Line::text)
        .toList();
  }

  @Test
  void theTwoLayerNetworkAsInATextbook() {
    assertThat(backward(TwoLayers.FORWARD + "W2 -= .01 * np.outer(r1, (r2 - y) * (z2 > 0))\n"))
        .containsExactly(
            "d_r2 = r2 - y",
            "d_z2 = d_r2 * (z2 > 0)",
            "d_b2 = d_z2",
            "d_W2 = np.outer(r1, d_z2)",
            "d_r1 = W2.dot(d_z2)",
            "d_z1 = d_r1 * (z1 > 0)",
            "d_b1 = d_z1",
            "d_W1 = np.outer(d_z1, X)",
            "d_X = W1.T.dot(d_z1)");
  }

  @Test
  void aSquareNeedsOneLine() {
    assertThat(backward("x = 3.0\ny = x ** 2\nloss = 2 * y\n"))
        .containsExactly("d_y = 2", "d_x = 2 * d_y * x");
  }

  @Test
  void sharesAddUpWhereAValueFansOut() {
    assertThat(backward("x = 3.0\nloss = x * x + 5 * x\n")).containsExactly("d_x = 5 + x + x");
  }

  @Test
  void aBroadcastIsUndone() {
    assertThat(
            backward(
                """
                X = np.array([[1., 2.], [3., 4.], [5., 6.]])
                b = np.array([.5, .25])
                Z = X * X + b
                loss = np.sum(Z * Z)
                """))
        .contains("d_b = np.sum(d_Z, axis=0)");
  }

  @Test
  void aMeanSpreadsItsGradient() {
    assertThat(backward("x = np.array([1., 2., 4.])\nd = x * x\nloss = np.mean(d)\n"))
        .containsExactly("d_d = np.full(3, 0.3333333333333333)", "d_x = d_d * x + d_d * x");
  }

  @Test
  void selectedEntriesReceiveTheirShare() {
    assertThat(backward("x = np.array([1., 2., 4.])\nloss = x[2] * x[0]\n"))
        .containsExactly("d_x = np.zeros(3)", "d_x[0] += x[2]", "d_x[2] += x[0]");
  }

  @Test
  void aFunctionsOwnVariablesAreNamedToo() {
    assertThat(
            backward(
                """
                def sigmoid(a):
                    e = np.exp(-a)
                    return 1 / (1 + e)
                z = 0.5
                loss = sigmoid(z)
                """))
        .containsExactly("d_e = -1 / (1 + e) ** 2", "d_z = -d_e * e");
  }

  @Test
  void everyLineIsTiedToItsNodes() {
    Run run = Program.of("x = 3.0\ny = x ** 2\nloss = .5 * (y - 1) ** 2\n").run(Options.DEFAULT);
    List<BackwardWriter.Line> lines = BackwardWriter.forReading(run.last().graph(), run.origins());

    assertThat(lines)
        .extracting(BackwardWriter.Line::text)
        .containsExactly("d_y = y - 1", "d_x = 2 * d_y * x");
    // The loss, the square and (y − 1) need no lines of their own: they are in the line of y.
    assertThat(lines.getFirst().nodes()).hasSize(4);
    assertThat(lines.getLast().nodes())
        .extracting(node -> run.origins().name(node).orElse("?"))
        .containsExactly("x");
  }

  @Test
  void afterTheProgramAParameterIsRecalledAsTheLossSawIt() {
    Run run =
        Program.of("w = 2.0\nx = 3.0\nloss = (w * x - 1) ** 2\nw -= 0.1 * 2 * (w * x - 1) * x\n")
            .run(Options.DEFAULT);

    assertThat(BackwardWriter.forRunning(run, run.last().graph()))
        .extracting(BackwardWriter.Line::text)
        .startsWith("w_0 = 2.0");
  }
}
