package backstep.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.lab.NetworkSettings.Activation;
import backstep.lab.Surfaces.Piece;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import backstep.train.Course;
import backstep.train.Dataset;
import backstep.train.Pattern;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The surfaces of a network")
class SurfacesTest {
  private static final Grid GRID = new Grid(10, 2);

  private static Surfaces of(DoubleBinaryOperator output) {
    double[] figures =
        IntStream.range(0, GRID.size())
            .mapToDouble(
                i -> output.applyAsDouble(GRID.x1(i % GRID.side()), GRID.x2(i / GRID.side())))
            .toArray();
    Tensor column = Tensor.of(Shape.of(GRID.size(), 1), figures);
    return Surfaces.of(GRID, new Outputs.Layers(column, column));
  }

  @Test
  @DisplayName("are looked at in the middles of little squares, from the upper left")
  void grid() {
    Tensor points = GRID.points();
    assertThat(points.get(0, 0)).isEqualTo(-1.8);
    assertThat(points.get(0, 1)).isEqualTo(1.8);
    assertThat(points.get(99, 0)).isCloseTo(1.8, within(1e-12));
    assertThat(points.get(99, 1)).isCloseTo(-1.8, within(1e-12));
    for (int i = 0; i < GRID.size(); i++) {
      assertThat(GRID.nearest(points.get(i, 0) + 0.15, points.get(i, 1) - 0.15)).isEqualTo(i);
    }
    assertThat(GRID.nearest(-9, 9)).isZero();
    assertThat(GRID.nearest(9, -9)).isEqualTo(99);
  }

  @Test
  @DisplayName("change their sign along a straight border where the output is even")
  void straight() {
    List<Piece> border = of((x1, x2) -> x1 + 2 * x2 - 0.3).border();
    assertThat(border).hasSizeGreaterThan(8);
    for (Piece piece : border) {
      assertThat(piece.fromX1() + 2 * piece.fromX2()).isCloseTo(0.3, within(1e-12));
      assertThat(piece.toX1() + 2 * piece.toX2()).isCloseTo(0.3, within(1e-12));
    }
  }

  @Test
  @DisplayName("change it twice in a square where they have a saddle")
  void saddle() {
    List<Piece> border = of((x1, x2) -> x1 * x2).border();
    // Along both axes: 9 squares each, of which the one in the middle has two pieces.
    assertThat(border).hasSize(8 + 8 + 2);
    assertThat(of((_, _) -> 1).border()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("are what the neurons put out, worked out by hand")
  void byHand(Activation activation) {
    NetworkSettings settings = NetworkSettings.DEFAULT.withHidden(3).withActivation(activation);
    Network network = Network.of(settings, Dataset.of(Pattern.CIRCLE, 60, 0.1, 3, 0));
    Course course = network.course();
    course.train(25);
    List<Tensor> parameters = course.parameters(25);
    Surfaces surfaces = network.survey(GRID).with(parameters);
    for (int i : List.of(0, 37, 99)) {
      double sum = parameters.get(3).get(0);
      for (int neuron = 0; neuron < 3; neuron++) {
        double z =
            GRID.x1(i % 10) * parameters.get(0).get(0, neuron)
                + GRID.x2(i / 10) * parameters.get(0).get(1, neuron)
                + parameters.get(1).get(neuron);
        double a =
            switch (activation) {
              case TANH -> Math.tanh(z);
              case RELU -> Math.max(0, z);
              case SIGMOID -> 1 / (1 + Math.exp(-z));
            };
        assertThat(surfaces.hidden().get(i, neuron)).isCloseTo(a, within(1e-12));
        sum += a * parameters.get(2).get(neuron, 0);
      }
      assertThat(surfaces.output().get(i)).isCloseTo(Math.tanh(sum), within(1e-12));
    }
  }
}
