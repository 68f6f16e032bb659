package backstep.paper;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.paper.Strips.Strip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A wide drawing in strips")
class StripsTest {
  private static Mark.Area area(double x, double y, double width) {
    return new Mark.Area(x, y, width, 40, 0, Optional.of(Ink.of(0xffffff)), Optional.empty());
  }

  private static Sketch row(int count) {
    List<Mark> marks = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> marks.add(area(100 * i + 12, 10, 75)));
    return new Sketch(100 * count, 60, marks);
  }

  @Test
  @DisplayName("is one strip where it fits")
  void fits() {
    assertThat(Strips.of(row(3), 300)).hasSize(1);
  }

  @Test
  @DisplayName("cuts no node, leaves nothing out and keeps within its room")
  void cutsBetween() {
    for (int count = 1; count < 30; count++) {
      Sketch sketch = row(count);
      for (double room : new double[] {130, 210, 345, 500}) {
        List<Strip> strips = Strips.of(sketch, room);
        assertThat(strips.getFirst().from()).isZero();
        assertThat(strips.getLast().to()).isEqualTo(sketch.width());
        for (int i = 0; i < strips.size(); i++) {
          Strip strip = strips.get(i);
          assertThat(strip.width()).isBetween(1.0, room);
          if (i > 0) {
            assertThat(strip.from()).isEqualTo(strips.get(i - 1).to());
          }
          assertThat(sketch.marks())
              .noneMatch(mark -> mark.left() < strip.to() && strip.to() < mark.right());
        }
      }
    }
  }

  @Test
  @DisplayName("are about equally wide")
  void areEven() {
    List<Strip> strips = Strips.of(row(6), 520);
    assertThat(strips).hasSize(2);
    assertThat(strips.getFirst().width()).isBetween(280.0, 340.0);
  }

  @Test
  @DisplayName("is cut through what has no gap, rather than not at all")
  void hasNoGap() {
    Sketch wall = new Sketch(1000, 60, List.of(area(0, 10, 1000)));
    assertThat(Strips.of(wall, 300)).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  @DisplayName("are no higher than what stands in them")
  void areLow() {
    Sketch sketch = new Sketch(200, 300, List.of(area(10, 10, 60), area(120, 250, 60)));
    List<Strip> strips = Strips.of(sketch, 110);
    assertThat(strips).hasSize(2).allMatch(strip -> strip.height() < 60);
  }
}
