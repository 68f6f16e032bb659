package backstep.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Messages;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A chart in words")
class TellingTest {
  private static final Axis ITERATION = Axis.of("iteration").inWholes();

  @Test
  @DisplayName("tells where the curve begins and ends, and where the learner stands")
  void falls() {
    ChartData data =
        chart("Loss over 3 iterations", 893.5, 252.4, 4e-28)
            .with(Mark.place(2, 252.4, "Iteration 2: 252.4"));
    assertThat(english(data))
        .isEqualTo(
            "Loss over 3 iterations: starts at 893.5, falls to 4e−28. Now: Iteration 2: 252.4.");
  }

  @Test
  @DisplayName("does so in Korean too")
  void korean() {
    ChartData data =
        chart("반복 3회의 손실", 893.5, 252.4, 4e-28).with(Mark.place(2, 252.4, "2회: 252.4"));
    assertThat(new Telling(new Messages(Locale.KOREAN), data).summary())
        .isEqualTo("반복 3회의 손실: 893.5에서 시작해 4e−28까지 줄어듭니다. 지금: 2회: 252.4.");
  }

  @Test
  @DisplayName("tells peaks that lie between")
  void peaks() {
    assertThat(english(chart("Loss", 5, 9, 1, 3)))
        .isEqualTo(
            "Loss: starts at 5, falls to 3. Lowest 1 at iteration 3. Highest 9 at iteration 2.");
    assertThat(english(chart("Loss", 2, 2))).isEqualTo("Loss: stays at 2.");
    assertThat(english(chart("Loss", 2, 3))).isEqualTo("Loss: starts at 2, rises to 3.");
  }

  @Test
  @DisplayName("tells from where on there is no finite value")
  void lost() {
    assertThat(english(chart("Loss", 1, 1e300, Double.POSITIVE_INFINITY, Double.NaN)))
        .isEqualTo("Loss: starts at 1, rises to 1e300. No finite value from iteration 3 on.");
    assertThat(english(chart("Loss", Double.NaN))).isEqualTo("Loss: nothing to show yet.");
    assertThat(english(ChartData.of("Loss", ITERATION, Axis.of("loss"))))
        .isEqualTo("Loss: nothing to show yet.");
  }

  @Test
  @DisplayName("tells what a log scale cannot show")
  void log() {
    ChartData data =
        ChartData.of("Loss", ITERATION, Axis.of("loss").on(Scale.LOG))
            .with(Series.of("loss", Samples.from(1, 1, 4, 0), Role.CURVE));
    assertThat(english(data)).endsWith("A log scale cannot show 0 and negative values.");
  }

  @Test
  @DisplayName("tells notes and other curves")
  void others() {
    ChartData data =
        chart("Loss", 4, 2)
            .with(new Note.Across(3, "goal", Tone.UPDATE))
            .with(Series.of("rate 0.1", Samples.from(1, 1, 4, 1), Role.KEPT_1));
    assertThat(english(data)).endsWith("Note: goal. Also drawn: rate 0.1 (from 4 to 1).");
  }

  @Test
  @DisplayName("names a point by its axes, with their units")
  void point() {
    ChartData data =
        ChartData.of("Time", ITERATION, Axis.of("time").in("ms"))
            .with(Series.of("", Samples.from(1, 1, 4, 2.5), Role.CURVE));
    Telling telling = new Telling(new Messages(Locale.ENGLISH), data);
    assertThat(telling.point(new Reading(0, 1))).isEqualTo("iteration 2, time: 2.5 ms");
    assertThat(telling.readout(new Reading(0, 1))).isEqualTo("iteration 2\ntime: 2.5 ms");
  }

  private static ChartData chart(String about, double... ys) {
    return ChartData.of(about, ITERATION, Axis.of("loss"))
        .with(Series.of("loss", Samples.from(1, 1, ys), Role.CURVE));
  }

  private static String english(ChartData data) {
    return new Telling(new Messages(Locale.ENGLISH), data).summary();
  }
}
