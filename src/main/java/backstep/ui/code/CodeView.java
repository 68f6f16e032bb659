package backstep.ui.code;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/// The listings with line numbers and simple colours, to be read and pointed at.
public final class CodeView extends VBox {
  /// @param locale the language of the headings, Korean or English; they follow it
  public CodeView(CodeModel model, ObservableValue<Locale> locale) {
    getStyleClass().add("code-view");
  }
}
