package backstep.ui.lab;

import backstep.lab.Differences;
import backstep.lab.Differences.Quotients;
import backstep.ui.kit.Messages;
import backstep.ui.kit.chart.Axis;
import backstep.ui.kit.chart.Chart;
import backstep.ui.kit.chart.ChartData;
import backstep.ui.kit.chart.Mark;
import backstep.ui.kit.chart.Note;
import backstep.ui.kit.chart.Role;
import backstep.ui.kit.chart.Samples;
import backstep.ui.kit.chart.Scale;
import backstep.ui.kit.chart.Series;
import backstep.ui.kit.chart.Tone;
import backstep.ui.lab.DifferencesModel.Formula;
import backstep.ui.lab.DifferencesModel.View;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How far both differences are from the exact slope, over steps of all sizes, with what that comes
/// from; and all slopes in figures.
public final class ErrorView extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Messages messages;

  public ErrorView(DifferencesModel model, Messages messages) {
    this.messages = messages;
    getStyleClass().add("differences");
    Label title = new Label();
    title.getStyleClass().add("section-title");
    title.textProperty().bind(messages.text("differences.errors"));
    Chart chart = new Chart(messages);
    chart.setId("errors");
    VBox.setVgrow(chart, Priority.ALWAYS);
    chart.follow(model.viewProperty(), this::data);
    SlopeTable table = new SlopeTable(model, messages);
    ObservableValue<Boolean> stale =
        model.formulaProperty().map(formula -> formula.flatMap(Formula::problem).isPresent());
    stale.subscribe(is -> {
      chart.pseudoClassStateChanged(STALE, is);
      table.pseudoClassStateChanged(STALE, is);
    });
    getChildren().addAll(title, chart, table);
  }

  private ChartData data(View view) {
    double smallest = Math.pow(10, DifferencesModel.SMALLEST);
    double largest = Math.pow(10, DifferencesModel.LARGEST);
    Differences differences = view.differences();
    ChartData data =
        ChartData.of(
            messages.now("differences.errors.about", view.name()),
            Axis.of(DifferencesModel.STEP).on(Scale.LOG).between(smallest, largest),
            Axis.of(messages.now("differences.error")).on(Scale.LOG));
    if (view.sweep().isEmpty()) {
      return data;
    }
    data =
        data.with(
                new Note.Columns(
                    smallest,
                    differences.bestForward(),
                    messages.now("differences.rounding"),
                    Tone.PLAIN),
                new Note.Columns(
                    differences.truncatedFrom(),
                    largest,
                    messages.now("differences.truncation"),
                    Tone.BACKWARD))
            .with(
                series(view, "differences.forward", Quotients::forwardError, Role.CURVE),
                series(view, "differences.central", Quotients::centralError, Role.OTHER_CURVE));
    double h = view.now().step();
    if (h < smallest || h > largest) {
      return data;
    }
    String label = messages.now("differences.now", messages.numbers().shown(h));
    data = data.with(new Note.Upright(h, label, Tone.PLAIN));
    data = mark(data, h, view.now().forwardError(), Tone.FORWARD);
    return mark(data, h, view.now().centralError(), Tone.UPDATE);
  }

  private static ChartData mark(ChartData data, double h, double error, Tone tone) {
    return error > 0 && Double.isFinite(error)
        ? data.with(new Mark(h, error, "", tone, false))
        : data;
  }

  // A slope that is right to the last digit has no place on a log axis: there the line goes from
  // its neighbour before to that behind.
  private Series series(View view, String key, ToDoubleFunction<Quotients> error, Role role) {
    List<Quotients> some =
        view.sweep().stream().filter(one -> error.applyAsDouble(one) != 0).toList();
    return Series.of(
        messages.now(key),
        Samples.of(
            some.stream().mapToDouble(Quotients::step).toArray(),
            some.stream().mapToDouble(error).toArray()),
        role);
  }
}
