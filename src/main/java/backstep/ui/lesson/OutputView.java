package backstep.ui.lesson;

import backstep.ui.kit.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the program has printed by the moment that is shown.
public final class OutputView extends VBox {
  private static final int SHOWN_LINES = 5;

  public OutputView(LessonModel model, Messages messages) {
    getStyleClass().add("output");
    Label heading = new Label();
    heading.getStyleClass().add("group-heading");
    heading.textProperty().bind(messages.text("output.heading"));
    Label text = new Label();
    text.setId("output");
    text.getStyleClass().add("output-text");
    text.setMinHeight(USE_PREF_SIZE);
    text.setWrapText(true);
    text.textProperty().bind(model.outputProperty().map(OutputView::ending));
    getChildren().addAll(heading, text);
    visibleProperty().bind(model.outputProperty().map(printed -> !printed.isEmpty()));
    managedProperty().bind(visibleProperty());
  }

  /// The last lines, where the results are.
  private static String ending(String printed) {
    String[] lines = printed.stripTrailing().split("\n", -1);
    if (lines.length <= SHOWN_LINES) {
      return String.join("\n", lines);
    }
    StringBuilder text = new StringBuilder("⋮");
    for (int i = lines.length - SHOWN_LINES; i < lines.length; i++) {
      text.append('\n').append(lines[i]);
    }
    return text.toString();
  }
}
