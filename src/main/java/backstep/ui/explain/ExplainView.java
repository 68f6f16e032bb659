package backstep.ui.explain;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/// The explanation of the current step: a heading, typeset rules and a few sentences.
public final class ExplainView extends VBox {
  /// @param locale the language to speak, Korean or English; the words follow it
  public ExplainView(ExplainModel model, ObservableValue<Locale> locale) {
    getStyleClass().add("explain-view");
  }
}
