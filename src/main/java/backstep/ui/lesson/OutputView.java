package backstep.ui.lesson;

import backstep.lesson.PrintedTable;
import backstep.ui.kit.Messages;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the program has printed by the moment that is shown: figures that it prints again and again
/// as a table, the rest as it is.
public final class OutputView extends VBox {
  private static final int SHOWN_LINES = 5;

  public OutputView(LessonModel model, Messages messages) {
    getStyleClass().add("output");
    Label heading = new Label();
    heading.getStyleClass().add("group-heading");
    heading.textProperty().bind(messages.text("output.heading"));
    ObservableValue<Optional<PrintedTable>> table =
        Bindings.createObjectBinding(
            () -> PrintedTable.of(model.outputProperty().get(), names(model, messages)),
            model.outputProperty(),
            model.openProperty(),
            messages.words());
    PrintedTableView figures = new PrintedTableView(messages);
    show(figures, table.map(Optional::isPresent));
    // The model lives as long as the window, and so does this.
    table.subscribe(now -> now.ifPresent(figures::show));
    Label text = new Label();
    text.setId("output");
    text.getStyleClass().add("output-text");
    text.setMinHeight(USE_PREF_SIZE);
    text.setWrapText(true);
    text.textProperty()
        .bind(
            table.map(now ->
                ending(
                    now.map(PrintedTable::others)
                        .orElseGet(() -> model.outputProperty().get().lines().toList()))));
    show(text, text.textProperty().isNotEmpty());
    getChildren().addAll(heading, figures, text);
    show(this, model.outputProperty().map(printed -> !printed.isEmpty()));
  }

  private static List<String> names(LessonModel model, Messages messages) {
    return model
        .openProperty()
        .get()
        .map(lesson -> lesson.table(messages.language().getValue()))
        .orElse(List.of());
  }

  private static void show(Node node, ObservableValue<Boolean> when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(node.visibleProperty());
  }

  /// The last lines, where the results are.
  private static String ending(List<String> lines) {
    List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
    String text = String.join("\n", last).stripTrailing();
    return last.size() < lines.size() ? "⋮\n" + text : text;
  }
}
