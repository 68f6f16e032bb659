package backstep.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Samples")
class SamplesTest {

  @Test
  @DisplayName("stay as they were while their recorder goes on")
  void snapshot() {
    Recorder recorder = Recorder.every(1, 1);
    for (int i = 0; i < 5000; i++) {
      recorder.add(i);
    }
    Samples before = recorder.samples();
    for (int i = 0; i < 50_000; i++) {
      recorder.add(-i);
    }
    Survey survey = new Survey();
    before.survey(0, before.size(), survey);
    assertThat(before.size()).isEqualTo(5000);
    assertThat(before.y(survey.low)).isZero();
    assertThat(before.y(survey.high)).isEqualTo(4999);
    assertThat(before.x(4999)).isEqualTo(5000);
    assertThat(recorder.samples().size()).isEqualTo(55_000);
  }

  @Test
  @DisplayName("know whether x never goes back")
  void sorted() {
    assertThat(Samples.of(new double[] {1, 2, 2, 3}, new double[4]).isSorted()).isTrue();
    assertThat(Samples.of(new double[] {1, 3, 2}, new double[3]).isSorted()).isFalse();
    assertThat(Samples.of(new double[] {1, Double.NaN, 2}, new double[3]).isSorted()).isFalse();
    Recorder recorder = Recorder.points();
    recorder.add(1, 0);
    Samples before = recorder.samples();
    recorder.add(0, 0);
    assertThat(before.isSorted()).isTrue();
    assertThat(recorder.samples().isSorted()).isFalse();
  }

  @Test
  @DisplayName("refuse what makes no points")
  void refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(new double[2], new double[3]));
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.from(0, 0, 1));
    assertThatIllegalStateException().isThrownBy(() -> Recorder.points().add(1));
    assertThatIllegalStateException().isThrownBy(() -> Recorder.every(0, 1).add(1, 2));
  }
}
