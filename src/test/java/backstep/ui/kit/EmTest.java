package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.Garbage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Font;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnScreen.class)
@DisplayName("The height of letters")
class EmTest {
  @Test
  @DisplayName("is told to who listens, for as long as it stands there")
  void lasts() {
    OnScreen.now(() -> {
      Em em = new Em();
      em.setFont(Font.font(13));
      List<Number> told = new ArrayList<>();
      em.size().subscribe(size -> told.add(size));
      Garbage.collect();
      em.setFont(Font.font(28));
      assertThat(told).containsExactly(13.0, 28.0);
      assertThat(em.times(2)).isEqualTo(56);
      return true;
    });
  }
}
