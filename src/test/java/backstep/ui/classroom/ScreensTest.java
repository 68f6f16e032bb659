package backstep.ui.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The screen that is presented on")
class ScreensTest {
  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1440, 900);
  private static final Rectangle2D PROJECTOR = new Rectangle2D(1440, 0, 1920, 1080);

  @Test
  @DisplayName("is the one that the window is not on")
  void other() {
    Rectangle2D window = new Rectangle2D(100, 50, 1200, 800);
    assertThat(Screens.other(List.of(LAPTOP, PROJECTOR), window)).contains(PROJECTOR);
    Rectangle2D moved = new Rectangle2D(1500, 50, 1200, 800);
    assertThat(Screens.other(List.of(LAPTOP, PROJECTOR), moved)).contains(LAPTOP);
  }

  @Test
  @DisplayName("is not the one that holds most of a window that lies across two")
  void across() {
    Rectangle2D window = new Rectangle2D(1300, 0, 1000, 800);
    assertThat(Screens.other(List.of(LAPTOP, PROJECTOR), window)).contains(LAPTOP);
  }

  @Test
  @DisplayName("is the window's own where there is no other")
  void single() {
    Rectangle2D window = new Rectangle2D(100, 50, 1200, 800);
    assertThat(Screens.other(List.of(LAPTOP), window)).isEmpty();
    assertThat(Screens.own(List.of(LAPTOP), window)).isEqualTo(LAPTOP);
  }

  @Test
  @DisplayName("is the main one's for a window that no screen shows")
  void lost() {
    Rectangle2D window = new Rectangle2D(9000, 0, 100, 100);
    assertThat(Screens.own(List.of(LAPTOP, PROJECTOR), window)).isEqualTo(LAPTOP);
  }
}
