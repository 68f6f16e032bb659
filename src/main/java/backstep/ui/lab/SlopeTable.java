package backstep.ui.lab;

import backstep.ui.kit.Messages;
import backstep.ui.lab.DifferencesModel.View;
import backstep.words.Numbers;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The exact slope and both measured ones with every digit, and how far these are from it.
final class SlopeTable extends GridPane {
  private final DifferencesModel model;
  private final Messages messages;

  SlopeTable(DifferencesModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("slopes");
    getStyleClass().add("slopes");
    setMinHeight(USE_PREF_SIZE);
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.SOMETIMES);
    names.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints figures = new ColumnConstraints();
    figures.setHgrow(Priority.ALWAYS);
    figures.setHalignment(HPos.RIGHT);
    getColumnConstraints().addAll(names, figures, figures);
    addRow(0, new Label(), heading("differences.slope"), heading("differences.error"));
    addRow(
        1,
        name("differences.exact"),
        figure("slope-exact", view -> Numbers.exact(view.differences().exact())));
    row(2, "forward", view -> view.now().forward(), view -> view.now().forwardError());
    row(3, "central", view -> view.now().central(), view -> view.now().centralError());
    visibleProperty()
        .bind(model.viewProperty().map(view -> view.filter(SlopeTable::hasSlope).isPresent()));
  }

  private static boolean hasSlope(View view) {
    return !view.sweep().isEmpty();
  }

  private void row(
      int row, String which, Function<View, Double> slope, Function<View, Double> error) {
    addRow(
        row,
        name("differences." + which),
        figure("slope-" + which, view -> Numbers.exact(slope.apply(view))),
        figure("error-" + which, view -> messages.numbers().shown(error.apply(view))));
  }

  private Label heading(String key) {
    Label heading = name(key);
    heading.getStyleClass().add("muted");
    return heading;
  }

  private Label name(String key) {
    Label name = new Label();
    name.textProperty().bind(messages.text(key));
    return name;
  }

  private Label figure(String id, Function<View, String> text) {
    Label figure = new Label();
    figure.setId(id);
    figure.getStyleClass().add("slope-figure");
    figure.setAccessibleRole(AccessibleRole.TEXT);
    figure
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.viewProperty().get().filter(SlopeTable::hasSlope).map(text).orElse(""),
                model.viewProperty(),
                messages.words()));
    figure.setMinWidth(USE_PREF_SIZE);
    return figure;
  }
}
