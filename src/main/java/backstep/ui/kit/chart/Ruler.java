package backstep.ui.kit.chart;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures texts without drawing them.
final class Ruler {
  private final Text text = new Text();

  void use(Font font) {
    text.setFont(font);
  }

  double width(String words) {
    text.setText(words);
    return text.getLayoutBounds().getWidth();
  }

  double height() {
    text.setText("0");
    return text.getLayoutBounds().getHeight();
  }
}
