package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The twin of a formula for those who hear it.
class PlainMathTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\frac{\\partial \\mathrm{loss}}{\\partial \\mathrm{W2}}=\\mathrm{r1}\\otimes x"
            + " | ∂loss/∂W2 = r1 ⊗ x",
        "\\frac{\\partial L}{\\partial \\left(a\\cdot b\\right)} | ∂L/∂(a · b)",
        "\\frac{1}{1+e^{-x}} | 1/(1 + e^(−x))",
        "{x}^{2}-(-3) | x² − (−3)",
        "\\begin{bmatrix}0.5\\\\-0.6\\end{bmatrix} | [[0.5] [−0.6]]",
        "\\begin{bmatrix}1&-2\\end{bmatrix} | [1 −2]",
        "a\\mathrel{+}=-b | a += −b",
        "\\textcolor{negative}{-0.5}\\cdot 10^{-5} | −0.5 · 10⁻⁵",
        "\\mathrm{learning\\_rate}\\leftarrow \\text{1:3, 0} | learning_rate ← 1:3, 0",
        "\\sum_{\\text{axis 0}} x^{\\top} | Σ_(axis 0) xᵀ",
        "\\sqrt{x+1} | √(x + 1)",
        "\\text{학습률} | 학습률",
        "\\frac{1 | \\frac{1",
      })
  void readsAloud(String latex, String plain) {
    assertThat(PlainMath.of(latex)).isEqualTo(plain);
  }
}
