package backstep.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.chart.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The loss curve's model")
class PlotModelTest {
  private final PlotModel model = new PlotModel();

  @Test
  @DisplayName("keeps five runs, and the oldest makes room for a sixth")
  void five() {
    for (int i = 1; i <= 6; i++) {
      model.keep("rate " + i, Samples.from(1, 1, i));
    }
    assertThat(labels()).containsExactly("rate 2", "rate 3", "rate 4", "rate 5", "rate 6");
    assertThat(kept()).extracting(Kept::slot).containsExactly(1, 2, 3, 4, 0);
  }

  @Test
  @DisplayName("keeps the look of a run while others are taken away")
  void slots() {
    model.keep("a", Samples.of(1));
    model.keep("b", Samples.of(1));
    model.keep("c", Samples.of(1));
    model.remove("a");
    assertThat(kept()).extracting(Kept::slot).containsExactly(1, 2);
    model.keep("d", Samples.of(1));
    assertThat(kept()).extracting(Kept::slot).containsExactly(1, 2, 0);
    model.clearKept();
    assertThat(kept()).isEmpty();
  }

  @Test
  @DisplayName("keeps a run of the same settings once, and the newest")
  void again() {
    model.keep("a", Samples.of(1));
    Samples newest = Samples.of(2);
    model.keep("a", newest);
    assertThat(kept()).hasSize(1);
    assertThat(kept().getFirst().losses()).isSameAs(newest);
  }

  @Test
  @DisplayName("keeps the curve under the name of its settings, if it has one")
  void settings() {
    model.load(new double[] {3, 2, 1}, true);
    model.keep();
    assertThat(kept()).isEmpty();
    model.setSettings(Optional.of("rate 0.1"));
    model.keep();
    assertThat(labels()).containsExactly("rate 0.1");
    assertThat(kept().getFirst().losses()).isSameAs(model.getPlot().losses());
  }

  @Test
  @DisplayName("keeps runs while the program changes, and forgets them with another one")
  void loads() {
    model.load(new double[] {3, 2, 1}, true);
    model.keep("a", model.getPlot().losses());
    model.setTheory(Optional.of(Samples.from(1, 1, 3, 2, 1)));
    model.load(new double[] {3, 1}, false);
    assertThat(labels()).containsExactly("a");
    assertThat(model.getPlot().theory()).isEmpty();
    model.load(new double[] {5, 4}, true);
    assertThat(kept()).isEmpty();
  }

  @Test
  @DisplayName("follows the curve as far as the learner came, and begins anew with a run")
  void reached() {
    model.load(new double[] {3, 2, 1, 0}, true);
    model.show(2, 1, false, false);
    model.show(1, 2, false, false);
    assertThat(model.getPlot().reached()).isEqualTo(2);
    model.show(0, 3, true, false);
    assertThat(model.getPlot().reached()).isZero();
    model.load(new double[] {3, 2}, false);
    assertThat(model.getPlot().current()).isZero();
  }

  private List<Kept> kept() {
    return model.getPlot().kept().runs();
  }

  private List<String> labels() {
    return kept().stream().map(Kept::label).toList();
  }
}
