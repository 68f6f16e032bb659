package backstep.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.lab.NetworkData.Lack;
import backstep.train.Dataset;
import backstep.train.Dataset.Point;
import backstep.train.Pattern;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The points of the network lab")
class NetworkDataTest {
  private static final Point BLUE = new Point(0.5, 0.5, 1);
  private static final Point ORANGE = new Point(-0.5, 0.25, -1);

  @Test
  @DisplayName("are drawn from a pattern, with its noise, its split and a seed")
  void pattern() {
    NetworkData data = NetworkData.DEFAULT.with(Pattern.MOONS).withNoise(0.1).withTestShare(0.4);
    assertThat(data.lack()).isEmpty();
    assertThat(data.points(7)).contains(Dataset.of(Pattern.MOONS, 250, 0.1, 7, 0.4));
    assertThat(data.points(7).orElseThrow().test()).hasSize(100);
  }

  @Test
  @DisplayName("cannot be learned as long as one class is missing")
  void lacking() {
    NetworkData none = NetworkData.DEFAULT.withOwn();
    assertThat(none.lack()).contains(Lack.NO_POINTS);
    assertThat(none.plus(BLUE).lack()).contains(Lack.ONLY_POSITIVE);
    assertThat(none.plus(ORANGE).lack()).contains(Lack.ONLY_NEGATIVE);
    assertThat(none.plus(ORANGE).points(1)).isEmpty();
    NetworkData both = none.plus(ORANGE).plus(BLUE);
    assertThat(both.lack()).isEmpty();
    Dataset points = both.withTestShare(0.5).points(1).orElseThrow();
    assertThat(points.train()).hasSize(1);
    assertThat(points.test()).hasSize(1);
  }

  @Test
  @DisplayName("that were set are kept while a pattern is learned")
  void kept() {
    NetworkData own = NetworkData.DEFAULT.withOwn().plus(BLUE).plus(ORANGE);
    assertThat(own.with(Pattern.XOR).withOwn()).isEqualTo(own);
  }

  @Test
  @DisplayName("are taken away one at a time, the nearest within reach")
  void takenAway() {
    NetworkData own = NetworkData.DEFAULT.withOwn(List.of(BLUE, ORANGE));
    assertThat(own.minusNear(-0.4, 0.25, 0.2).own()).containsExactly(BLUE);
    assertThat(own.minusNear(0, 0.4, 2).own()).containsExactly(ORANGE);
    assertThat(own.minusNear(-0.4, 0.25, 0.05)).isEqualTo(own);
  }

  @Test
  @DisplayName("have no negative noise, and are mostly learned")
  void bounds() {
    assertThatThrownBy(() -> NetworkData.DEFAULT.withNoise(-0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NetworkData.DEFAULT.withTestShare(0.6))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
