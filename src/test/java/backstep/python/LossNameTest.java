package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which variable is the loss, and what the losses of a training loop are.
class LossNameTest {
  private static Run run(String program) {
    Run run = Program.of("import numpy as np\n" + program).run(Options.DEFAULT);
    assertThat(run.problem()).isEmpty();
    return run;
  }

  private static double loss(Run run) {
    return run.last().graph().loss().value().item();
  }

  @ParameterizedTest
  @ValueSource(strings = {"loss", "L", "J", "cost"})
  void theUsualNamesAreKnown(String name) {
    Run run = run("x = 3.0\n" + name + " = x * x\ny = x + 1\n");

    assertThat(run.lossName()).isEqualTo(name);
    assertThat(loss(run)).isEqualTo(9);
  }

  @Test
  void ofSeveralTheMostUsualCounts() {
    Run run = run("x = 3.0\ncost = x + 1\nL = x * 2\nloss = x * x\nJ = x - 1\n");

    assertThat(run.lossName()).isEqualTo("loss");
  }

  @ParameterizedTest
  @ValueSource(strings = {"L = 5", "L = 'two'", "L = [1, 2]", "L = None", "L = 0.5"})
  void aNameThatIsOnlySetIsNoLoss(String line) {
    Run run = run(line + "\nx = 3.0\ncost = x * x\n");

    assertThat(run.lossName()).isEqualTo("cost");
  }

  @Test
  void aLossMayStartAtZeroAndGrow() {
    Run run =
        run(
            """
            w = 2.0
            loss = 0.0
            for x in [1.0, 3.0]:
                loss += (w * x - 1) ** 2
            """);

    assertThat(loss(run)).isEqualTo(1 + 25);
    assertThat(run.losses()).containsExactly(26);
    assertThat(run.last().graph().gradients().get(run.globals().get("w")))
        .isEqualTo(Tensor.scalar(2 * 1 + 2 * 5 * 3));
  }

  @Test
  void aLossInsideAFunctionCountsWhereThereIsNoneOutside() {
    Run run = run("def f(x):\n    loss = x * x\n    return loss + 1\ny = f(3.0)\n");

    assertThat(run.lossName()).isEqualTo("loss");
    assertThat(loss(run)).isEqualTo(9);
  }

  @Test
  void aLossOutsideComesBeforeThoseInFunctions() {
    Run run = run("def f(x):\n    loss = x * x\n    return loss + 1\nloss = f(3.0)\n");

    assertThat(loss(run)).isEqualTo(10);
  }

  @Test
  void anotherVariableCanBeAskedFor() {
    Run run =
        Program.of("x = 3.0\nE = x * x\nloss = x + 1\n")
            .run(Options.DEFAULT.withLoss(Optional.of("E")));

    assertThat(run.lossName()).isEqualTo("E");
    assertThat(loss(run)).isEqualTo(9);
  }

  @Test
  void withoutANameTheLastScalarIsTheLoss() {
    Run run = run("x = np.array([1.0, 2.0])\ntotal = np.sum(x * x)\ntwice = x * 2\n");

    assertThat(run.lossName()).isEqualTo("total");
    assertThat(loss(run)).isEqualTo(5);
  }

  @Test
  void whatLedToAnUpdateIsNotTheLoss() {
    Run run =
        run(
            """
            w = 3.0
            error = (w - 1) ** 2
            slope = 2 * (w - 1)
            w -= .1 * slope
            """);

    assertThat(run.lossName()).isEqualTo("error");
    assertThat(run.claims()).hasSize(1).allMatch(Claim::agrees);
  }

  @Test
  void aLossMayHaveAnyRank() {
    for (String one : new String[] {"x[0] * 2", "x[:1] * 2", "x[:1].reshape(1, 1) * 2"}) {
      Run run = run("x = np.array([3.0, 4.0])\nloss = " + one + "\n");
      assertThat(loss(run)).isEqualTo(6);
    }
  }

  @Test
  void aLossOfSeveralEntriesIsRefusedAndItsPlaceNamed() {
    Run run = run("x = np.array([3.0, 4.0])\nloss = x * x\n");
    var thrown = catchThrowableOfType(ProblemException.class, run::last);

    assertThat(thrown.problem().key()).isEqualTo("run.loss.shape");
    assertThat(thrown.problem().span().of(run.text())).isEqualTo("x * x");
  }

  // ---- Rounds

  @Test
  void everyRoundHasItsLossAndItsUpdates() {
    Run run =
        run(
            """
            w = 4.0
            for i in range(4):
                loss = .5 * w * w
                w -= .5 * 1 * w
            """);

    assertThat(run.losses()).containsExactly(8, 2, .5, .125);
    assertThat(run.iterations()).isEqualTo(4);
    for (int i = 0; i < 4; i++) {
      var iteration = run.iteration(i).orElseThrow();
      assertThat(iteration.index()).isEqualTo(i);
      assertThat(iteration.updates()).hasSize(1);
      assertThat(iteration.graph().loss().value().item()).isEqualTo(run.losses()[i]);
      // Each round's graph begins at the parameter's last update, not at the program's start.
      assertThat(iteration.graph().leaves()).hasSize(1);
    }
  }

  @Test
  void aRoundWithoutAnUpdateOnlyRenewsTheLoss() {
    Run run = run("w = 4.0\nfor i in range(3):\n    loss = w * w + i\n");

    assertThat(run.losses()).containsExactly(18);
  }

  @Test
  void theLastRoundMayHaveALossOnly() {
    Run run =
        run("w = 4.0\nfor i in range(2):\n    loss = w * w\n    w -= .25 * 2 * w\nloss = w * w\n");

    assertThat(run.losses()).containsExactly(16, 4, 1);
    assertThat(run.last().updates()).isEmpty();
  }

  @Test
  void aLossOfSeveralEntriesInALoopIsRememberedAsNoNumber() {
    Run run =
        run(
            """
            w = np.array([4.0, 2.0])
            for i in range(2):
                loss = w * w
                w -= .1 * 2 * w
            """);

    assertThat(Arrays.stream(run.losses()).filter(Double::isNaN).count()).isEqualTo(2);
  }

  @Test
  void eachCellOfANotebookHasALossOfItsOwn() {
    var runs =
        Program.ofCells(java.util.List.of("x = 3.0\nloss = x * x\n", "y = x * 2\ncost = y * y\n"))
            .runCells(Options.DEFAULT);

    assertThat(runs).extracting(Run::lossName).containsExactly("loss", "cost");
    assertThat(runs.getLast().last().graph().gradients().get(runs.getLast().globals().get("x")))
        .isEqualTo(Tensor.scalar(24));
  }
}
