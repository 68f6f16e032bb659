package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Typeset formulas, looked at as pictures.
@ExtendWith(OnScreen.class)
class MathViewTest {
  private static final int WIDTH = 300;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\frac{\\partial \\mathrm{loss}}{\\partial \\mathrm{W2}}",
        "a\\odot b",
        "a\\otimes b\\cdot c",
        "A^{\\top}",
        "\\sum_{\\text{axis 0}} x",
        "\\begin{bmatrix}0.1&-2\\\\\\vdots &\\ddots \\end{bmatrix}",
        "\\begin{cases}a&\\quad\\text{if }b\\\\0&\\quad\\text{else}\\end{cases}",
        "\\sqrt{x}",
        "\\left[x\\ge 0\\right]\\le \\left|y\\right|\\ne \\infty",
        "W\\leftarrow W-0.01\\cdot g",
        "\\mathrm{learning\\_rate}",
        "\\text{학습률}",
        "\\frac{1}{\\text{손실}}",
        "\\textcolor{positive}{0.5}",
        "\\text{NaN}",
      })
  void everySignIsDrawn(String latex) {
    assertThat(MathView.isReadable(latex)).isTrue();
    Image image = OnScreen.now(() -> picture(latex, WIDTH));
    assertThat(inked(image)).isGreaterThan(20);
  }

  @Test
  @DisplayName("a Korean letter is drawn, not an empty box")
  void koreanLettersDiffer() {
    Image one = OnScreen.now(() -> picture("\\text{기}", WIDTH));
    Image other = OnScreen.now(() -> picture("\\text{울}", WIDTH));
    assertThat(inked(one)).isNotEqualTo(inked(other));
  }

  @Test
  void wideFormulasAreBrokenAndNeverCut() {
    String row = "\\begin{bmatrix}0.1234&-0.1234&\\cdots &0.1234\\end{bmatrix}";
    MathView view = OnScreen.now(() -> laidOut(row + "\\odot " + row + "=" + row, WIDTH));
    MathView single = OnScreen.now(() -> laidOut(row, WIDTH));
    assertThat(view.prefHeight(WIDTH)).isGreaterThan(2.5 * single.prefHeight(WIDTH));
    assertThat(drawnWidth(view)).isLessThanOrEqualTo(WIDTH + 2);
  }

  @Test
  void aPieceThatCannotBeBrokenIsSetSmaller() {
    String one = "\\mathrm{" + "wide".repeat(30) + "}";
    MathView view = OnScreen.now(() -> laidOut(one, WIDTH));
    assertThat(drawnWidth(view)).isLessThanOrEqualTo(WIDTH + 2);
    assertThat(view.prefHeight(WIDTH)).isLessThan(view.prefHeight(-1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\frac{", "\\nosuchcommand", "}", "\\begin{bmatrix}1", "", "\\", "한글"})
  void badLatexNeverThrows(String latex) {
    MathView view = OnScreen.now(() -> laidOut(latex, WIDTH));
    assertThat(view.getAccessibleText()).isNotNull();
  }

  @Test
  void cutsOnlyBeforeOutermostSigns() {
    assertThat(Typeset.split("a=\\left(b+c\\right)\\cdot (-d)"))
        .containsExactly("a", "\\mathrel{=}\\left(b+c\\right)", "\\mathrel{\\cdot} (-d)");
    assertThat(Typeset.split("x\\mathrel{+}=-2"))
        .containsExactly("x", "\\mathrel{+}\\mathrel{=}-2");
  }

  @Test
  void copiesWithoutTints() {
    MathView view =
        OnScreen.now(() -> new MathView("=\\textcolor{negative}{\\frac{-1}{2}}+\\text{손실}"));
    assertThat(view.portableLatex()).isEqualTo("=\\frac{-1}{2}+\\text{손실}");
  }

  private static MathView laidOut(String latex, double width) {
    MathView view = new MathView(latex);
    StackPane pane = new StackPane(view);
    Scene scene = new Scene(pane, width, 400, Color.WHITE);
    scene.getRoot().applyCss();
    pane.layout();
    return view;
  }

  private static double drawnWidth(MathView view) {
    return view.getChildrenUnmodifiable().getFirst().getLayoutBounds().getWidth();
  }

  private static Image picture(String latex, double width) {
    return laidOut(latex, width).getScene().snapshot(null);
  }

  private static int inked(Image image) {
    PixelReader pixels = image.getPixelReader();
    int dark = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        dark += pixels.getColor(x, y).getBrightness() < 0.6 ? 1 : 0;
      }
    }
    return dark;
  }
}
