package backstep.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// What the golden figures of CPython do not hold.
class PythonFormatTest {
  @Test
  void widthsBeyondAnyScreenAreRefused() {
    assertThat(PythonFormat.format(1.5, "10000")).hasSize(10_000);
    assertThatThrownBy(() -> PythonFormat.format(1.5, "10001"))
        .hasMessage("Too many decimal digits in format string");
    assertThatThrownBy(() -> PythonFormat.format(1.5, ".99999999999f"))
        .hasMessage("Too many decimal digits in format string");
  }

  @Test
  void theExtremesOfLongsKeepTheirSign() {
    assertThat(PythonFormat.format(Long.MIN_VALUE, "#x")).isEqualTo("-0x8000000000000000");
    assertThat(PythonFormat.format(Long.MIN_VALUE, ",")).isEqualTo("-9,223,372,036,854,775,808");
  }

  @Test
  void roundingPastTheLargestDoubleOverflows() {
    assertThatThrownBy(() -> PythonFormat.round(Double.MAX_VALUE, -308))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("rounded value too large to represent");
  }

  @Test
  void roundingFarBeyondTheDigitsIsQuick() {
    assertThat(PythonFormat.round(0.1, Integer.MAX_VALUE)).isEqualTo(0.1);
    assertThat(PythonFormat.round(-0.1, Integer.MIN_VALUE)).isEqualTo(-0.0);
    assertThat(PythonFormat.numpyRound(0.1, Integer.MAX_VALUE)).isNaN();
    assertThat(PythonFormat.numpyRound(0.1, Integer.MIN_VALUE)).isNaN();
  }

  @Test
  void nothingIsRoundedInInfinityOrNaN() {
    assertThat(PythonFormat.round(Double.NEGATIVE_INFINITY, 2)).isNegative().isInfinite();
    assertThat(PythonFormat.round(Double.NaN, 2)).isNaN();
  }
}
