package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.Bubble.Hanging;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A panel that hangs from a button")
class BubbleTest {
  private static final Rectangle2D SEEN = new Rectangle2D(100, 140, 800, 860);

  @ParameterizedTest
  @CsvSource({
    "150, 150, true, true",
    "800, 150, false, true",
    "150, 900, true, false",
    "800, 900, false, false",
    // Of a window that reaches beyond the screen.
    "800, 1079, false, false",
    "150, 20, true, true"
  })
  @DisplayName("has its place on the side with more room, and is whole in view at its largest")
  void place(double x, double y, boolean left, boolean top) {
    Bounds button = new BoundingBox(x, y, 40, 40);

    Hanging place = Hanging.at(button, SEEN);

    assertThat(place.left()).isEqualTo(left);
    assertThat(place.top()).isEqualTo(top);
    assertThat(place.height()).isGreaterThan(300);
    double highest = top ? place.y() : place.y() - place.height();
    assertThat(highest).isGreaterThanOrEqualTo(SEEN.getMinY());
    assertThat(highest + place.height()).isLessThanOrEqualTo(SEEN.getMaxY());
    assertThat(place.width()).isLessThan(SEEN.getWidth());
  }
}
