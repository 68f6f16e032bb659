package backstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backstep.graph.Iteration;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Run;
import backstep.train.QuadraticDescent.Regime;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Gradient descent on a parabola, and the rate that decides what becomes of it.
class QuadraticDescentTest {
  private static Optional<QuadraticDescent> of(String program) {
    Run run = Program.of(program).run(Options.DEFAULT);
    Iteration first = run.iteration(0).orElseThrow();
    return QuadraticDescent.of(first);
  }

  private static String guess(double rate, int rounds) {
    return """
    target_number = 42
    guess = -0.2734299525197059
    learning_rate = %s
    for i in range(%d):
        loss = 0.5 * (target_number - guess) ** 2
        grad = guess - target_number
        guess -= learning_rate * grad
    """
        .formatted(rate, rounds);
  }

  @ParameterizedTest
  @DisplayName("Guess the number has curvature 1; its rate names what happens")
  @CsvSource({
    "0.1, MONOTONE, 0.9",
    "0.999, MONOTONE, 0.001",
    "1, CRITICAL, 0",
    "1.5, ALTERNATING, -0.5",
    "1.999, ALTERNATING, -0.999",
    "2, OSCILLATING, -1",
    "2.001, DIVERGING, -1.001",
    "3, DIVERGING, -2",
    "0, STANDING, 1",
    "-0.5, DIVERGING, 1.5",
  })
  void theRateDecides(double rate, Regime regime, double factor) {
    QuadraticDescent descent = new QuadraticDescent(1, rate);
    assertThat(descent.regime()).isEqualTo(regime);
    assertThat(descent.factor()).isCloseTo(factor, within(1e-12));
  }

  @Test
  void theProgramIsReadOffItsGraph() {
    QuadraticDescent descent = of(guess(.1, 1)).orElseThrow();
    assertThat(descent.curvature()).isCloseTo(1, within(1e-12));
    assertThat(descent.rate()).isEqualTo(.1);
    assertThat(descent.criticalRate()).isCloseTo(1, within(1e-12));
    assertThat(descent.limitRate()).isCloseTo(2, within(1e-12));

    QuadraticDescent steep =
        of("w = 3.\nloss = 5 * w * w - w + 2\nw -= .2 * (10 * w - 1)").orElseThrow();
    assertThat(steep.curvature()).isCloseTo(10, within(1e-9));
    assertThat(steep.regime()).isEqualTo(Regime.OSCILLATING);
  }

  @ParameterizedTest
  @DisplayName("What is no parabola of one number is not taken for one")
  @ValueSource(
      strings = {
        "w = 3.\nloss = w ** 4\nw -= .1 * 4 * w ** 3",
        "w = 3.\nloss = 2 * w\nw -= .1 * 2 * 1.",
        "w = 3.\nloss = -w * w\nw -= .1 * -2 * w",
        "w = 3.\nv = 2.\nloss = w * w + v * v\nw -= .1 * 2 * w\nv -= .1 * 2 * v",
        "import numpy as np\nw = np.array([1., 2.])\nloss = w.dot(w)\nw -= .1 * 2 * w",
        "w = 3.\nloss = w ** 2",
      })
  void nothingElseIsTakenForOne(String program) {
    assertThat(of(program)).isEmpty();
  }

  /// The engine's own losses follow the theory, whatever the rate.
  @Property(tries = 50)
  void theProgramsLossesFollowTheTheory(@ForAll @DoubleRange(min = 0.01, max = 2.5) double rate) {
    double[] losses = Program.of(guess(rate, 40)).run(Options.DEFAULT).losses();
    QuadraticDescent descent = new QuadraticDescent(1, rate);
    for (int n = 0; n < losses.length; n++) {
      double expected = losses[0] * descent.lossLeft(n);
      assertThat(losses[n]).isCloseTo(expected, within(1e-6 * expected + 1e-20));
    }
  }

  @Test
  void aParabolaNeedsAMinimum() {
    assertThatThrownBy(() -> new QuadraticDescent(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("The bottom of a parabola follows from any loss on it and the slope there")
  void lowest() {
    // L(w) = 3 + 2 (w - 1)²: at w = 4 the loss is 21 and the slope 12.
    assertThat(new QuadraticDescent(4, 0.1).lowest(21, 12)).isEqualTo(3);
  }
}
