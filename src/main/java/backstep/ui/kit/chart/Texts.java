package backstep.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Small texts that are written anew at every layout, on nodes that stay.
final class Texts extends Group {
  private final String styleClass;
  private final List<Text> all = new ArrayList<>();
  private int used;

  Texts(String styleClass) {
    this.styleClass = styleClass;
    setManaged(false);
    setAutoSizeChildren(false);
    setMouseTransparent(true);
  }

  /// The type that is written in.
  Font font() {
    if (all.isEmpty()) {
      begin();
      write("", 0, 0);
    }
    return all.getFirst().getFont();
  }

  /// Forgets what was written.
  void begin() {
    used = 0;
  }

  /// Writes a text with its upper left corner at a place.
  void write(String words, double left, double top) {
    if (used == all.size()) {
      Text text = new Text();
      text.getStyleClass().add(styleClass);
      text.setManaged(false);
      text.setTextOrigin(VPos.TOP);
      all.add(text);
      getChildren().add(text);
      text.applyCss();
    }
    Text text = all.get(used++);
    text.setText(words);
    text.setX(Math.rint(left));
    text.setY(Math.rint(top));
    text.setVisible(true);
  }

  /// Takes away the texts that were not written again.
  void end() {
    all.subList(used, all.size()).forEach(text -> text.setVisible(false));
  }
}
