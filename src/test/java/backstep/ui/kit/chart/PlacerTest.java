package backstep.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The placer of labels")
class PlacerTest {
  private static final Box ROOM = new Box(0, 0, 400, 300);

  @Test
  @DisplayName("leaves the curve free")
  void curve() {
    Trail falling = new Trail();
    falling.add(0, 0);
    falling.add(400, 300);
    Box label = place(new Placer(ROOM, List.of(falling)), 200, 150);
    assertThat(falling.lengthIn(label)).isZero();
  }

  @Test
  @DisplayName("lets no two labels overlap")
  void labels() {
    Placer placer = new Placer(ROOM, List.of());
    Box first = place(placer, 200, 150);
    Box second = place(placer, 205, 152);
    assertThat(first.shared(second)).isZero();
  }

  @Test
  @DisplayName("keeps to the room where it can")
  void room() {
    assertThat(ROOM.holds(place(new Placer(ROOM, List.of()), 395, 5))).isTrue();
  }

  @Test
  @DisplayName("leaves a label where it is for a small gain")
  void loyal() {
    List<Box> places = Placer.around(200, 150, 60, 16, 14);
    assertThat(new Placer(ROOM, List.of()).place(places, -1)).isZero();
    assertThat(new Placer(ROOM, List.of()).place(places, 3)).isEqualTo(3);
  }

  @Test
  @DisplayName("measures how much of a line is in a box")
  void length() {
    Box box = new Box(10, 10, 10, 10);
    assertThat(box.lengthInside(0, 15, 30, 15)).isCloseTo(10, within(1e-9));
    assertThat(box.lengthInside(12, 12, 15, 16)).isCloseTo(5, within(1e-9));
    assertThat(box.lengthInside(0, 0, 30, 30)).isCloseTo(10 * Math.sqrt(2), within(1e-9));
    assertThat(box.lengthInside(0, 25, 30, 25)).isZero();
    assertThat(box.lengthInside(0, 18, 8, 40)).isZero();
  }

  private static Box place(Placer placer, double x, double y) {
    List<Box> places = Placer.around(x, y, 60, 16, 14);
    return places.get(placer.place(places, -1));
  }
}
