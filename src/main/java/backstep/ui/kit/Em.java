package backstep.ui.kit;

import javafx.beans.binding.DoubleExpression;
import javafx.scene.text.Text;

/// The height of letters in the place where this stands, as style sheets have it: what they call an
/// em. It is there and not seen.
public final class Em extends Text {
  public Em() {
    setManaged(false);
    setMouseTransparent(true);
  }

  /// An em, in pixels.
  public DoubleExpression size() {
    return DoubleExpression.doubleExpression(fontProperty().map(font -> font.getSize()));
  }

  /// This many em, in pixels.
  public double times(double count) {
    return Math.round(count * getFont().getSize());
  }
}
