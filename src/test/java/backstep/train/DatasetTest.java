package backstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backstep.tensor.Shape;
import backstep.train.Dataset.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Points of two classes to learn from.
class DatasetTest {
  private static List<Point> all(Dataset dataset) {
    List<Point> all = new ArrayList<>(dataset.train());
    all.addAll(dataset.test());
    return all;
  }

  @Property(tries = 100)
  void theSameSeedGivesTheSamePoints(
      @ForAll Pattern pattern,
      @ForAll @IntRange(min = 2, max = 400) int count,
      @ForAll @DoubleRange(max = 0.5) double noise,
      @ForAll long seed,
      @ForAll @DoubleRange(max = 0.9) double testShare) {
    Dataset dataset = Dataset.of(pattern, count, noise, seed, testShare);

    assertThat(Dataset.of(pattern, count, noise, seed, testShare)).isEqualTo(dataset);
    assertThat(all(dataset)).hasSize(count);
    assertThat(dataset.test()).hasSize((int) (testShare * count));
    long ones = all(dataset).stream().filter(point -> point.label() == 1).count();
    assertThat(ones).isEqualTo((count + 1) / 2);
    for (Point point : all(dataset)) {
      // Three decimals, written as short as that.
      assertThat(String.valueOf(point.x1()).replaceFirst("^-", "").length()).isLessThanOrEqualTo(5);
      assertThat(String.valueOf(point.x2())).isNotEqualTo("-0.0");
    }
  }

  @Test
  @DisplayName("Another seed gives other points")
  void anotherSeedGivesOthers() {
    List<Point> some = new ArrayList<>();
    for (long seed = 0; seed < 10; seed++) {
      some.addAll(all(Dataset.of(Pattern.CIRCLE, 100, 0, seed, 0)));
    }
    assertThat(new HashSet<>(some).size()).isGreaterThan(950);
  }

  /// So that a change of the generator, or of Java's, is noticed.
  @Test
  @DisplayName("The points are those that they always were")
  void thePointsAreFixed() {
    assertThat(Dataset.of(Pattern.XOR, 3, 0.04, 1, 0).train())
        .containsExactly(
            new Point(0.148, -0.157, 1), new Point(-0.783, -0.87, -1), new Point(0.756, -0.803, 1));
  }

  @ParameterizedTest
  @DisplayName("Without noise each pattern keeps to its shape")
  @EnumSource
  void patternsKeepToTheirShape(Pattern pattern) {
    for (Point p : all(Dataset.of(pattern, 500, 0, 3, 0.2))) {
      double r = Math.hypot(p.x1(), p.x2());
      boolean one = p.label() == 1;
      assertThat(Math.max(Math.abs(p.x1()), Math.abs(p.x2()))).isLessThan(1.2);
      switch (pattern) {
        case XOR -> assertThat(p.x1() * p.x2() < 0).isEqualTo(one);
        case CIRCLE -> assertThat(r < 0.5).isEqualTo(one);
        case SPIRAL -> {
          double turns = (r - 0.08) / 0.92 + (one ? 0 : 0.5);
          assertThat(Math.sin(2 * Math.PI * turns) * r).isCloseTo(p.x2(), within(0.01));
        }
        case MOONS -> assertThat((one ? 1 : -1) * p.x2() / 0.9 + 0.25).isBetween(-0.01, 1.01);
        case BLOBS -> assertThat(p.x1() + p.x2() > 0).isEqualTo(one);
      }
    }
  }

  @Test
  void theMatricesHoldThePointsRowByRow() {
    List<Point> points = List.of(new Point(.5, -1, 1), new Point(0, .25, -1));
    assertThat(Dataset.inputs(points).shape()).isEqualTo(Shape.of(2, 2));
    assertThat(Dataset.inputs(points).toArray()).containsExactly(.5, -1, 0, .25);
    assertThat(Dataset.labels(points).shape()).isEqualTo(Shape.of(2, 1));
    assertThat(Dataset.labels(points).toArray()).containsExactly(1, -1);
  }

  @Test
  @DisplayName("Own points are all kept")
  void ownPointsAreKept() {
    List<Point> own = all(Dataset.of(Pattern.BLOBS, 10, .1, 5, 0));
    Dataset split = Dataset.of(own, 7, 0.25);
    assertThat(split.test()).hasSize(2);
    assertThat(all(split)).containsExactlyInAnyOrderElementsOf(own);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "10, -0.1, 0", "10, NaN, 0", "10, 0, 1", "10, 0, -0.1"})
  void nonsenseIsRefused(int count, double noise, double testShare) {
    assertThatThrownBy(() -> Dataset.of(Pattern.XOR, count, noise, 0, testShare))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void labelsAreMinusOneOrOne() {
    assertThatThrownBy(() -> new Point(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Point(Double.NaN, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Dataset.of(List.of(), 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
