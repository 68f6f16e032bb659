package backstep.ui.code;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures what is written in the listings, as the style sheets dress it. It is there and not
/// seen.
final class Ruler extends Region {
  private static final int SAMPLE = 100;

  private final Text code = new Text("0".repeat(SAMPLE));
  private final Label heading = new Label();

  Ruler() {
    code.getStyleClass().add("code-text");
    heading.getStyleClass().add("code-heading");
    heading.setWrapText(true);
    setManaged(false);
    setMouseTransparent(true);
    setOpacity(0);
    getChildren().setAll(code, heading);
  }

  /// The type of the code.
  ObservableValue<Font> font() {
    return code.fontProperty();
  }

  /// @param digits how many digits the longest line number has
  /// @param width of the listing, in pixels
  Measures measure(int digits, double width) {
    double letter = code.getLayoutBounds().getWidth() / SAMPLE;
    return Measures.of(letter, code.getFont().getSize(), digits, width);
  }

  /// How high this heading is in a listing of this width, in pixels.
  double heading(String text, double width) {
    heading.setText(text);
    return Math.ceil(heading.prefHeight(width));
  }

  @Override
  protected void layoutChildren() {
    // Nothing here is looked at.
  }
}
