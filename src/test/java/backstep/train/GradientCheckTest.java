package backstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.graph.Graph;
import backstep.python.Options;
import backstep.python.Program;
import backstep.train.GradientCheck.Entry;
import backstep.train.GradientCheck.Row;
import backstep.train.GradientCheck.Verdict;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the gradient check says of right gradients, of kinks and of wrong ones.
class GradientCheckTest {
  private static List<Row> check(String program) {
    Graph graph = Program.of("import numpy as np\n" + program).run(Options.DEFAULT).last().graph();
    return GradientCheck.of(graph, GradientCheck.USUAL_STEP);
  }

  private static Entry at(double x, DoubleUnaryOperator loss, double exact) {
    return GradientCheck.entry(0, loss, x, GradientCheck.USUAL_STEP, exact);
  }

  private static DoubleUnaryOperator relu(double slope) {
    return x -> slope * Math.max(0, x);
  }

  // ---- Through a graph

  @Test
  void smoothLossesAgreeEntryByEntry() {
    List<Row> rows =
        check(
            """
            x = np.array([.5, -.8])
            W = np.array([[.2, .4], [.1, .3]])
            r = 1 / (1 + np.exp(-W.dot(x)))
            loss = np.sum((r - np.array([1., 0.])) ** 2)
            """);

    assertThat(rows).hasSize(2);
    assertThat(rows)
        .allSatisfy(row -> {
          assertThat(row.verdict()).isEqualTo(Verdict.AGREES);
          assertThat(row.worst()).isLessThan(1e-8);
          assertThat(row.entries()).hasSize(row.leaf().value().size());
        });
    assertThat(rows.getLast().entries()).extracting(Entry::index).containsExactly(0, 1, 2, 3);
  }

  @Test
  void wholeNumbersAreNotChecked() {
    assertThat(check("n = 3\nx = 2.0\nloss = n * x * x\n")).hasSize(1);
  }

  @Test
  void theKinkOfReluIsRecognisedWhereTheOthersStillAgree() {
    Row row = check("x = np.array([-1., 0., 2.])\nloss = np.sum(np.maximum(0, x))\n").getFirst();

    assertThat(row.entries())
        .extracting(Entry::verdict)
        .containsExactly(Verdict.AGREES, Verdict.KINK, Verdict.AGREES);
    assertThat(row.verdict()).isEqualTo(Verdict.KINK);
  }

  @Test
  void theKinkOfTheAbsoluteValueLooksLikeAgreement() {
    // Its two slopes are −1 and 1: their mean, which central differences give, is the 0 taken.
    Entry entry = check("x = 0.0\nloss = 2 + abs(x)\n").getFirst().entries().getFirst();

    assertThat(entry.verdict()).isEqualTo(Verdict.AGREES);
    assertThat(entry.numeric()).isEqualTo(entry.exact()).isZero();
  }

  @Test
  void aLeafThatCancelsOutHasTheExactGradientZero() {
    Entry entry = check("x = 3.0\nloss = 5.0 + x - x\n").getFirst().entries().getFirst();

    assertThat(entry.exact()).isZero();
    assertThat(entry.relativeError()).isZero();
    assertThat(entry.verdict()).isEqualTo(Verdict.AGREES);
  }

  // ---- At one place, where the gradient can be wrong

  @Test
  void aWrongGradientDiffers() {
    Entry entry = at(3, x -> x * x, 3);

    assertThat(entry.verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(entry.numeric()).isCloseTo(6, within(1e-9));
    assertThat(entry.relativeError()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aSlipOfATenThousandthIsSeen() {
    assertThat(at(3, x -> x * x, 6 * 1.0001).verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(at(3, x -> x * x, 6 * 1.0000001).verdict()).isEqualTo(Verdict.AGREES);
  }

  @Test
  void aWrongSignOrAMissingGradientDiffers() {
    assertThat(at(1, Math::exp, -Math.E).verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(at(1, Math::exp, 0).verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(at(0, _ -> 1, 1).verdict()).isEqualTo(Verdict.DIFFERS);
  }

  @Test
  void anySlopeBetweenThoseOfTheTwoSidesIsAKink() {
    assertThat(at(0, relu(2), 0).verdict()).isEqualTo(Verdict.KINK);
    assertThat(at(0, relu(2), 2).verdict()).isEqualTo(Verdict.KINK);
    assertThat(at(0, relu(2), 1).verdict()).isEqualTo(Verdict.AGREES);
    assertThat(at(0, Math::abs, 1).verdict()).isEqualTo(Verdict.KINK);
  }

  @Test
  void aSlopeOutsideOfTheTwoSidesDiffersEvenAtAKink() {
    assertThat(at(0, relu(2), 2.5).verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(at(0, relu(2), -0.5).verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(at(0, Math::abs, -1.01).verdict()).isEqualTo(Verdict.DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-13, 1e-14})
  void whatRoundingMakesOfATinyStepIsNoKink(double h) {
    assertThat(GradientCheck.entry(0, x -> Math.sin(3 * x), 0.7, h, 3 * Math.cos(2.1)).verdict())
        .isNotEqualTo(Verdict.KINK);
  }

  @Test
  void besideAKinkThereIsNone() {
    assertThat(at(1e-3, relu(2), 0).verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(at(1e-3, relu(2), 2).verdict()).isEqualTo(Verdict.AGREES);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-6, 1, 1e6, 1e12})
  void theSizeOfTheLossDoesNotMakeARightGradientWrong(double size) {
    assertThat(at(2, x -> size * Math.sin(x), size * Math.cos(2)).verdict())
        .isEqualTo(Verdict.AGREES);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1, 1e6, 1e12})
  void aWrongGradientOfALargeLossIsSeenToo(double size) {
    assertThat(at(2, x -> size * x * x, size * 3).verdict()).isEqualTo(Verdict.DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1, 1e6})
  void theStepGrowsWithTheEntry(double x) {
    assertThat(at(x, v -> v * v, 2 * x).verdict()).isEqualTo(Verdict.AGREES);
  }

  @Test
  void whatIsNotANumberNeverAgrees() {
    assertThat(at(1, _ -> Double.NaN, 0).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(at(0, x -> 1 / x, -1e10).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(at(1, x -> x, Double.NaN).verdict()).isEqualTo(Verdict.DIFFERS);
  }
}
