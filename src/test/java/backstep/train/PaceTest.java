package backstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// So many iterations in a second, by a clock that stands still unless it is told to move.
class PaceTest {
  @Test
  @DisplayName("The first is due at once, the others at equal distances")
  void equalDistances() {
    Pace pace = new Pace(4, 10);
    assertThat(pace.due(10)).isEqualTo(1);
    pace.made(1);
    assertThat(pace.due(10.2)).isZero();
    assertThat(pace.next()).isCloseTo(10.25, within(1e-12));
    assertThat(pace.due(10.26)).isEqualTo(1);
    pace.made(1);
    assertThat(pace.due(10.26)).isZero();
    assertThat(pace.next()).isCloseTo(10.5, within(1e-12));
  }

  @Test
  @DisplayName("Over a long time as many are due as the pace says")
  void theNumberIsRight() {
    Pace pace = new Pace(300, 0);
    int made = 0;
    for (int frame = 0; frame <= 600; frame++) {
      int due = pace.due(frame / 60.0);
      pace.made(due);
      made += due;
    }
    assertThat(made).isBetween(3000, 3002);
  }

  @Test
  @DisplayName("After a delay it does not hurry")
  void noHurryAfterADelay() {
    Pace pace = new Pace(100, 0);
    pace.made(pace.due(0));
    int due = pace.due(60);
    assertThat(due).isBetween(1, 12);
    pace.made(due);
    assertThat(pace.due(60.001)).isLessThanOrEqualTo(1);
  }

  @Test
  void atFullSpeedAsManyAreDueAsThereCanBe() {
    Pace pace = new Pace(Double.POSITIVE_INFINITY, 5);
    assertThat(pace.due(5)).isEqualTo(Integer.MAX_VALUE);
    pace.made(1_000_000);
    assertThat(pace.due(5)).isEqualTo(Integer.MAX_VALUE);
    assertThat(pace.next()).isLessThanOrEqualTo(5);
  }
}
