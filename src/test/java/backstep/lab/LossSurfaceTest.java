package backstep.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.lab.LossSurface.Piece;
import backstep.lab.LossSurface.Place;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The loss over two numbers")
class LossSurfaceTest {
  private static final String BOWL =
      """
      a = 4.0
      b = 2.0
      for i in range(3):
          loss = 0.5 * ((a - 1) ** 2 + 10 * b ** 2)
          ga = a - 1
          gb = 10 * b
          a -= 0.15 * ga
          b -= 0.15 * gb
      """;

  private static Optional<LossSurface> of(String text) {
    Program program = Program.of(text);
    return LossSurface.of(
        new Replays(program, Options.DEFAULT, program.run(Options.DEFAULT)).get(0));
  }

  private static double bowl(Place place) {
    return 0.5 * (Math.pow(place.x() - 1, 2) + 10 * Math.pow(place.y(), 2));
  }

  @Test
  @DisplayName("is that of a program that learns two numbers, and of no other")
  void of() {
    assertThat(of(BOWL)).isPresent();
    assertThat(of("w = 2.0\nloss = (w - 1) ** 2\nw -= 0.1 * 2 * (w - 1)\n")).isEmpty();
    assertThat(
            of(
                """
                import numpy as np
                w = np.array([1.0, 2.0])
                b = 1.0
                loss = np.sum(w) * b
                w -= 0.1 * b * np.ones(2)
                b -= 0.1 * np.sum(w)
                """))
        .isEmpty();
  }

  @Test
  @DisplayName("has the program's loss, and moves as the program does")
  void loss() {
    LossSurface surface = of(BOWL).orElseThrow();
    assertThat(surface.at()).isEqualTo(new Place(4, 2));
    // 4 − 0.15 · 3, 2 − 0.15 · 20
    assertThat(surface.next().x()).isCloseTo(3.55, within(1e-12));
    assertThat(surface.next().y()).isCloseTo(-1, within(1e-12));
    for (Place place : List.of(new Place(4, 2), new Place(0, 0), new Place(-3.5, 1.25))) {
      assertThat(surface.loss(place)).isCloseTo(bowl(place), within(1e-12));
      double h = 1e-6;
      Place slope = surface.gradient(place);
      double across =
          surface.loss(new Place(place.x() + h, place.y()))
              - surface.loss(new Place(place.x() - h, place.y()));
      double up =
          surface.loss(new Place(place.x(), place.y() + h))
              - surface.loss(new Place(place.x(), place.y() - h));
      assertThat(slope.x()).isCloseTo(across / (2 * h), within(1e-6));
      assertThat(slope.y()).isCloseTo(up / (2 * h), within(1e-6));
    }
  }

  @Test
  @DisplayName(
      "knows its lowest place where it is a bowl, also a slanting one, and none on a saddle")
  void lowest() {
    Place lowest = of(BOWL).orElseThrow().lowest().orElseThrow();
    assertThat(lowest.x()).isCloseTo(1, within(1e-8));
    assertThat(lowest.y()).isCloseTo(0, within(1e-8));
    // Least squares on (1, 3), (2, 5), (3, 7): the line 2 x + 1.
    Place line =
        of("""
        import numpy as np
        x = np.array([1.0, 2.0, 3.0])
        t = np.array([3.0, 5.0, 7.0])
        w = 1.0
        b = 0.0
        d = w * x + b - t
        loss = np.mean(d ** 2)
        gw = np.mean(2 * d * x)
        gb = np.mean(2 * d)
        w -= 0.02 * gw
        b -= 0.02 * gb
        """)
            .orElseThrow()
            .lowest()
            .orElseThrow();
    assertThat(line.x()).isCloseTo(2, within(1e-6));
    assertThat(line.y()).isCloseTo(1, within(1e-6));
    assertThat(
            of("a = 1.0\nb = 1.0\nloss = a * b\nga = b\ngb = a\na -= 0.1 * ga\nb -= 0.1 * gb\n")
                .orElseThrow()
                .lowest())
        .isEmpty();
  }

  @Test
  @DisplayName("has contour lines of one height each, closed within the bowl")
  void contours() {
    LossSurface surface = of(BOWL).orElseThrow();
    List<Piece> pieces = surface.contours(new Place(-5, -4), new Place(7, 4), 24.5, 7);
    assertThat(pieces).hasSizeGreaterThan(200);
    for (Place end : pieces.stream().flatMap(p -> Stream.of(p.from(), p.to())).toList()) {
      double n = Math.sqrt(bowl(end) / 0.5);
      // As near to a line as a grid allows whose places are a tenth apart.
      assertThat(Math.abs(n - Math.rint(n))).isLessThan(0.06);
    }
  }
}
