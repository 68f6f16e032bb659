package backstep.ui.kit;

import javafx.beans.binding.DoubleExpression;
import javafx.scene.text.Text;

/// The height of letters in the place where this stands, as style sheets have it: what they call an
/// em. It is there and not seen.
public final class Em extends Text {
  // Held here: for who only listens to it, nobody else would.
  private final DoubleExpression size =
      DoubleExpression.doubleExpression(fontProperty().map(font -> font.getSize()));

  public Em() {
    setManaged(false);
    setMouseTransparent(true);
  }

  /// An em, in pixels.
  public DoubleExpression size() {
    return size;
  }

  /// This many em, in pixels.
  public double times(double count) {
    return Math.round(count * getFont().getSize());
  }
}
