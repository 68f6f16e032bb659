package backstep.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Run;
import backstep.ui.kit.Background;
import backstep.ui.kit.chart.Samples;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What mathematics expects of a loss curve")
class TheoryModelTest {
  private final PlotModel plot = new PlotModel();
  private final TheoryModel theory = new TheoryModel(plot, Background.direct());

  private void open(String loss, String gradient) {
    String program =
        """
        w = 5.0
        rate = 0.15
        for i in range(40):
            loss = %s
            w -= rate * (%s)
        """
            .formatted(loss, gradient);
    Run run = Program.of(program).run(Options.DEFAULT);
    plot.load(run.losses(), true);
    theory.show(run.iteration(0).orElseThrow());
  }

  @Test
  @DisplayName(
      "is drawn when it is wanted, and meets the losses of a parabola that does not reach 0")
  void meets() {
    open("2 * (w - 1) ** 2 + 3", "4 * (w - 1)");
    assertThat(theory.theoryProperty().get().descent()).isPresent();
    assertThat(plot.getPlot().theory()).isEmpty();
    theory.want(true);
    Samples expected = plot.getPlot().theory().orElseThrow();
    Samples losses = plot.getPlot().losses();
    assertThat(expected.size()).isEqualTo(40);
    for (int i = 0; i < 40; i++) {
      assertThat(expected.x(i)).isEqualTo(i + 1);
      assertThat(expected.y(i)).isCloseTo(losses.y(i), within(1e-12 * losses.y(0)));
    }
    // (1 − 0.15·4)² = 0.16 of what is above the lowest loss, 3 of 35, is left after a step.
    assertThat(expected.y(1)).isCloseTo(3 + 0.16 * 32, within(1e-12));
    theory.want(false);
    assertThat(plot.getPlot().theory()).isEmpty();
  }

  @Test
  @DisplayName(
      "stays wanted for the next run, follows its length, and is offered for parabolas only")
  void offered() {
    theory.want(true);
    open("(w - 1) ** 4", "4 * (w - 1) ** 3");
    assertThat(theory.theoryProperty().get().descent()).isEmpty();
    assertThat(plot.getPlot().theory()).isEmpty();
    open("(w - 1) ** 2", "2 * (w - 1)");
    assertThat(plot.getPlot().theory()).isPresent();
    plot.load(new double[] {16, 8}, false);
    assertThat(plot.getPlot().theory().orElseThrow().size()).isEqualTo(2);
    theory.clear();
    assertThat(plot.getPlot().theory()).isEmpty();
  }
}
