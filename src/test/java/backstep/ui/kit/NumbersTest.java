package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Numbers")
class NumbersTest {
  @ParameterizedTest
  @DisplayName("are short enough for a cell")
  @CsvSource({
    "0.5007592, 0.5008",
    "-0.0000123, −1.2e−5",
    "0.8540000000000001, 0.854",
    "-0.07592, −0.0759",
    "20.2185, 20.22",
    "892.534, 892.5",
    "42, 42",
    "41.99999999999997, 42",
    "41.9995, 42.00",
    "0, 0",
    "-0.0, 0",
    "1e5, 1e5",
    "-123456, −1.2e5",
    "NaN, NaN",
    "Infinity, ∞",
    "-Infinity, −∞",
    "0.001, 0.001",
  })
  void shown(double value, String text) {
    assertThat(Numbers.shown(value)).isEqualTo(text);
  }

  @Test
  @DisplayName("have a sign in gradients, but zero has none")
  void signed() {
    assertThat(Numbers.signed(0.146)).isEqualTo("+0.146");
    assertThat(Numbers.signed(-0.146)).isEqualTo("−0.146");
    assertThat(Numbers.signed(0)).isEqualTo("0");
  }

  @Test
  @DisplayName("of a tensor are listed, or of a large one its shape is told")
  void tensors() {
    assertThat(Numbers.shown(Tensor.vector(0.5, -0.25))).isEqualTo("[0.5 −0.25]");
    assertThat(Numbers.shown(Tensor.matrix(new double[][] {{1}, {2}}))).isEqualTo("[[1] [2]]");
    assertThat(Numbers.shown(Tensor.vector(0.854))).isEqualTo("0.854");
    assertThat(Numbers.shown(Tensor.vector(new double[17]))).isEqualTo("(17,)");
  }
}
