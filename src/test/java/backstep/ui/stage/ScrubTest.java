package backstep.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrubTest {
  @ParameterizedTest
  @DisplayName("Twenty pixels are the number's power of ten; the figures stay short")
  @CsvSource({
    "0.2, 20, 0.3",
    "0.2, 1, 0.205",
    "0.2, -60, -0.1",
    "42, 20, 52",
    "42, 3, 43.5",
    "-3, 10, -2.5",
    "0, 20, 0.1",
    "1e-9, 20, 2e-9",
    "1e300, 20, 2e300",
    "0.123456, 2, 0.133456",
  })
  void moves(double start, double pixels, double end) {
    assertThat(new Scrub(start).by(pixels, false)).isEqualTo(end);
  }

  @Test
  @DisplayName("Fine movement is ten times finer, and does not jump when Shift goes up or down")
  void fine() {
    Scrub scrub = new Scrub(0.2);
    assertThat(scrub.by(20, false)).isEqualTo(0.3);
    assertThat(scrub.by(1, true)).isEqualTo(0.3005);
    assertThat(scrub.by(1, true)).isEqualTo(0.301);
    assertThat(scrub.by(20, false)).isEqualTo(0.401);
    assertThat(scrub.by(-42, true)).isEqualTo(0.38);
  }

  @Test
  @DisplayName("There and back again is where it began")
  void back() {
    Scrub scrub = new Scrub(0.1);
    scrub.by(7, false);
    scrub.by(13.3, false);
    assertThat(scrub.by(-20.3, false)).isEqualTo(0.1);
  }
}
