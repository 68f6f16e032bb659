package backstep.words;

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
    assertThat(Numbers.USUAL.shown(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "3, USUAL, 0.0759, 0.076",
    "3, USUAL, 20.2185, 20.2",
    "3, USUAL, -1.24e-5, −1.2e−5",
    "6, USUAL, 0.123456789, 0.123457",
    "6, USUAL, 20.2185, 20.2185",
    "6, USUAL, 1.234567e-5, 1.235e−5",
    "4, SELDOM, 1.24e-5, 0.000012",
    "4, SELDOM, 9.99e-4, 0.001",
    "4, SELDOM, 123456.7, 123457",
    "4, SELDOM, 1.24e-7, 1.2e−7",
    "6, SELDOM, 1.234567e-5, 0.00001235",
    "4, HARDLY, -1.24e-12, −0.0000000000012",
    "4, HARDLY, 1.24e-16, 1.2e−16",
    "4, HARDLY, 123456789012.4, 123456789012",
    "4, HARDLY, 1e15, 1e15",
  })
  @DisplayName("have as many digits, and powers of ten as often, as was chosen")
  void chosen(int digits, Numbers.Powers powers, double value, String text) {
    assertThat(new Numbers(digits, powers).shown(value)).isEqualTo(text);
  }

  @Test
  @DisplayName("have a sign in gradients, but zero has none")
  void signed() {
    assertThat(Numbers.USUAL.signed(0.146)).isEqualTo("+0.146");
    assertThat(Numbers.USUAL.signed(-0.146)).isEqualTo("−0.146");
    assertThat(Numbers.USUAL.signed(0)).isEqualTo("0");
  }

  @Test
  @DisplayName("of a tensor are listed, or of a large one its shape is told")
  void tensors() {
    assertThat(Numbers.USUAL.shown(Tensor.vector(0.5, -0.25))).isEqualTo("[0.5 −0.25]");
    assertThat(Numbers.USUAL.shown(Tensor.matrix(new double[][] {{1}, {2}})))
        .isEqualTo("[[1] [2]]");
    assertThat(Numbers.USUAL.shown(Tensor.vector(0.854))).isEqualTo("0.854");
    assertThat(Numbers.USUAL.shown(Tensor.vector(new double[17]))).isEqualTo("(17,)");
  }
}
