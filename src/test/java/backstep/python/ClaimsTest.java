package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.Update;
import backstep.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In `p -= rate * g` a program claims that g is the gradient of its loss by p.
class ClaimsTest {
  private static Run run(String program) {
    Run run = Program.of("import numpy as np\n" + program).run(Options.DEFAULT);
    assertThat(run.problem()).isEmpty();
    return run;
  }

  /// Each claim as `w agrees` or `w parts`.
  private static List<String> claims(String program) {
    return run(program).claims().stream()
        .map(claim -> claim.parameter() + (claim.agrees() ? " agrees" : " parts"))
        .toList();
  }

  private static Update onlyUpdate(String program) {
    List<Update> updates = run(program).last().updates();
    assertThat(updates).hasSize(1);
    return updates.getFirst();
  }

  /// Ways to take a step against the gradient g of (w − 1)² at 3, all of rate 0.1.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "w -= .1 * g",
        "w -= g * .1",
        "w = w - .1 * g",
        "w = w - g * rate",
        "w -= rate * g",
        "w += -rate * g",
        "w += -.1 * g",
        "w += rate * -g",
        "w -= rate * (2 * (w - 1))",
        "w -= rate * 2 * (w - 1)",
        "w -= 2 * rate * (w - 1)",
        "w -= .1 * 2 * (w - 1)",
        "w -= 2 * .1 * (w - 1)",
        "w -= 2 * (w - 1) * .1",
        "w = step(w, g)",
        "w = step(w, g=2 * (w - 1), lr=rate)",
        "for p in range(1): w -= .1 * g",
        "w, other = w - .1 * g, 2",
      })
  void aRightStepAgreesHoweverItIsWritten(String step) {
    String program =
        """
        def step(p, g, lr=.1):
            return p - lr * g
        w = 3.0
        rate = .1
        loss = (w - 1) ** 2
        g = 2 * (w - 1)
        """
            + step
            + "\n";

    assertThat(claims(program)).containsExactly("w agrees");
    Update update = onlyUpdate(program);
    assertThat(update.rate()).isEqualTo(0.1);
    assertThat(update.gradient()).isEqualTo(Tensor.scalar(4));
    assertThat(update.after().value()).isEqualTo(Tensor.scalar(3 - .1 * 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w -= .1 * (w - 1)",
        "w -= .1 * 3 * (w - 1)",
        "w -= -.1 * g",
        "w -= .1 * (g + 1e-3)",
        "w -= .1 * g * g",
      })
  void aWrongStepPartsHoweverItIsWritten(String step) {
    assertThat(claims("w = 3.0\nloss = (w - 1) ** 2\ng = 2 * (w - 1)\n" + step + "\n"))
        .containsExactly("w parts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w -= g",
        "w += v",
        "w = w - v",
        "w -= .1",
        "w -= 2 * h",
        "w -= .1 * g / np.sqrt(g * g + 1e-8)",
      })
  void aStepThatNamesNoRateAndGradientClaimsNothing(String step) {
    String program =
        "w = 3.0\nh = 1e-5\nloss = (w - 1) ** 2\ng = 2 * (w - 1)\nv = 0.0 - .1 * g\n" + step + "\n";

    assertThat(claims(program)).isEmpty();
  }

  @Test
  void whatHasANameIsOneFactor() {
    Update update =
        onlyUpdate(
            """
            w = 3.0
            slope = .5
            loss = slope * w * w
            g = 2 * slope * w
            w -= .01 * g
            """);

    assertThat(update.rate()).isEqualTo(0.01);
    assertThat(update.gradient()).isEqualTo(Tensor.scalar(3));
  }

  @Nested
  class OverABatch {
    private static final String BATCH =
        """
        X = np.array([1.0, 2.0, 3.0])
        Y = np.array([2.0, 4.0, 7.0])
        w = 1.5
        n = len(X)
        loss = np.sum((w * X - Y) ** 2) / n
        g = np.sum(2 * (w * X - Y) * X)
        """;

    @Test
    void theDivisorBelongsToTheGradient() {
      assertThat(claims(BATCH + "w -= .1 * g / n\n")).containsExactly("w agrees");
      assertThat(claims(BATCH + "w -= .1 / n * g\n")).containsExactly("w agrees");
      assertThat(claims(BATCH + "w -= .1 * g / 3\n")).containsExactly("w agrees");
    }

    @Test
    void aForgottenDivisorIsASlip() {
      assertThat(claims(BATCH + "w -= .1 * g\n")).containsExactly("w parts");
    }
  }

  @Nested
  class OfSeveralParameters {
    @Test
    void oneStatementMayUpdateThemAll() {
      assertThat(
              claims(
                  """
                  w = np.array([3.0, 1.0])
                  b = np.array([1.0])
                  loss = np.sum((w - b) ** 2)
                  d = 2 * (w - b)
                  for p, g in zip([w, b], [d, np.sum(d) * 1.0]):
                      p -= .1 * g
                  """))
          .containsExactly("w agrees", "b parts"); // its gradient is −Σ d
    }

    @Test
    void entriesOfAListAreParameters() {
      Run run =
          run(
              """
              w = [1.0, 2.0]
              for k in range(2):
                  loss = (w[0] - w[1]) ** 2
                  d = 2 * (w[0] - w[1])
                  w[0] -= .1 * d
                  w[1] -= .1 * -d
              """);

      assertThat(run.iterations()).isEqualTo(2);
      assertThat(run.claims()).extracting(Claim::parameter).containsExactly("w[0]", "w[1]");
      assertThat(run.claims()).allMatch(Claim::agrees);
    }

    @Test
    void arraysInAListAreParametersToo() {
      assertThat(
              claims(
                  """
                  W = [np.array([1.0, 2.0]), np.array([3.0])]
                  loss = np.sum(W[0] ** 2) + np.sum(W[1] ** 2)
                  G = [2 * W[0], 2 * W[1]]
                  for i in range(2):
                      W[i] -= .1 * G[i]
                  """))
          .containsExactly("W[0] agrees", "W[1] agrees");
    }

    @Test
    void entriesOfListsInListsHaveNames() {
      Run run = run("w = [[1.0, 2.0], [3.0, 4.0]]\nloss = w[0][1] * w[1][0] * 1.0\n");

      assertThat(run.variables(run.last().graph()).keySet())
          .containsExactly("w[0][1]", "w[1][0]", "loss");
    }
  }

  @Test
  void aParameterThatTheLossDoesNotKnowIsASlip() {
    List<Claim> claims =
        run("""
        w = 3.0
        old_w = 5.0
        loss = (w - 1) ** 2
        g = 2 * (w - 1)
        old_w -= .1 * g
        """)
            .claims();

    assertThat(claims).hasSize(1);
    assertThat(claims.getFirst().gradient()).isEmpty();
    assertThat(claims.getFirst().agrees()).isFalse();
  }

  @Test
  void theClaimOfALoopIsTheOneOfItsLastRound() {
    Claim claim =
        run("""
        w = 3.0
        for i in range(3):
            loss = (w - 1) ** 2
            g = 2 * (w - 1)
            w -= .25 * g
        """)
            .claims()
            .getFirst();

    assertThat(claim.claimed()).isEqualTo(Tensor.scalar(1));
    assertThat(claim.gradient()).contains(Tensor.scalar(1));
    assertThat(claim.span().line()).isEqualTo(6);
  }

  @Test
  void aNumericalGradientIsCloseEnough() {
    assertThat(
            claims(
                """
                def f(w):
                    return np.sum(w ** 3)
                w = np.array([1.0, 2.0])
                h = 1e-5
                loss = f(w)
                g = np.zeros(2)
                for i in range(2):
                    e = np.zeros(2)
                    e[i] = h
                    g[i] = (f(w + e) - f(w - e)) / (2 * h)
                w -= .01 * g
                """))
        .containsExactly("w agrees");
  }

  @Test
  void withoutALossThereIsNothingToClaim() {
    assertThat(
            claims(
                """
                def f(x):
                    return x ** 2
                x = 3.0
                h = 1e-5
                g = (f(x + h) - f(x - h)) / (2 * h)
                x -= .1 * g
                """))
        .isEmpty();
  }

  @Test
  void momentumMovesTheParameterButClaimsNothing() {
    Run run =
        run(
            """
            w = 3.0
            v = 0.0
            for i in range(2):
                loss = (w - 1) ** 2
                g = 2 * (w - 1)
                v = .9 * v - .1 * g
                w += v
            """);

    assertThat(run.claims()).isEmpty();
    assertThat(run.losses()).containsExactly(4, 2.5600000000000005);
    // Nothing is said of a rate: the step is what was subtracted.
    Update update = run.last().updates().getFirst();
    assertThat(update.rate()).isEqualTo(1);
    assertThat(update.after().value())
        .isEqualTo(update.parameter().value().minus(update.gradient()));
  }

  /// The notebook's neuron takes `x` of an earlier cell for its own input `X`.
  @Test
  void theNotebooksSlipIsFound() {
    Run run =
        run(
            """
            def sigmoid(x):
                return 1 / (1 + np.exp(-x))
            def sigmoid_d(x):
                return (1.0 - sigmoid(x)) * sigmoid(x)
            x = 3.0
            X = np.array([.5, .8])
            y = np.array([1])
            W = np.array([.2, .4])
            z = W.dot(X)
            r = sigmoid(z)
            loss = .5 * (y - r) ** 2
            d = (r - y) * sigmoid_d(z)
            grad_w = d * x
            W -= 0.1 * grad_w
            print(W)
            """);

    assertThat(run.printed()).isEqualTo("[0.22846489 0.42846489]\n");
    assertThat(run.claims()).hasSize(1);
    assertThat(run.claims().getFirst().agrees()).isFalse();
    assertThat(run.claims().getFirst().gradient().orElseThrow().toString())
        .isEqualTo("[-0.04744149 -0.07590638]");
  }
}
