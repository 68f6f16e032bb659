package backstep.ui.lab;

import backstep.lab.Differences;
import backstep.ui.kit.Messages;
import backstep.ui.kit.chart.Axis;
import backstep.ui.kit.chart.Chart;
import backstep.ui.kit.chart.ChartData;
import backstep.ui.kit.chart.Mark;
import backstep.ui.kit.chart.Role;
import backstep.ui.kit.chart.Samples;
import backstep.ui.kit.chart.Series;
import backstep.ui.kit.chart.Tone;
import backstep.ui.lab.DifferencesModel.Formula;
import backstep.ui.lab.DifferencesModel.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The function, its tangent, and the secants over the step, which turn into the tangent as the
/// step shrinks.
public final class SecantView extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  // A point nearer to x than this, as a part of the width, is not told from it.
  private static final double APART = 0.01;
  private static final double MARGIN = 0.08;
  // Beyond so many times the height of most of the curve, it runs out of the chart.
  private static final double TOWER = 6;

  private final Messages messages;

  public SecantView(DifferencesModel model, Messages messages) {
    this.messages = messages;
    getStyleClass().add("differences");
    Chart chart = new Chart(messages);
    chart.setId("secants");
    VBox.setVgrow(chart, Priority.ALWAYS);
    chart.follow(model.viewProperty(), this::data);
    ObservableValue<Boolean> stale =
        model.formulaProperty().map(formula -> formula.flatMap(Formula::problem).isPresent());
    stale.subscribe(is -> chart.pseudoClassStateChanged(STALE, is));
    getChildren().addAll(new FormulaField(model, messages), chart, new SlopeNote(model, messages));
  }

  // --- The chart ---------------------------------------------------------------------------------

  private ChartData data(View view) {
    Differences differences = view.differences();
    double x = view.isZoomed() ? 0 : differences.x();
    double y = view.isZoomed() ? 0 : view.here();
    Axis across = Axis.of(xTitle(view)).between(x - view.reach(), x + view.reach());
    Axis upright = Axis.of(yTitle(view));
    Optional<Axis.Limits> limits = limits(view, y);
    ChartData data =
        ChartData.of(
            messages.now("differences.about", view.loss(), view.name()),
            across,
            limits.map(l -> upright.between(l.low(), l.high())).orElse(upright));
    List<Samples> pieces = limits.map(l -> pieces(view.curve(), l)).orElse(List.of(view.curve()));
    for (Samples piece : pieces) {
      // One name for all of it.
      String name = data.series().isEmpty() ? view.loss() : "";
      data = data.with(Series.of(name, piece, Role.FUNCTION));
    }
    if (view.kind() == Differences.Kind.UNDEFINED) {
      return data;
    }
    data = line(data, "differences.exact", differences.exact(), x, y, view, Role.TANGENT);
    data = line(data, "differences.forward", view.now().forward(), x, y, view, Role.SECANT);
    data =
        line(
            data,
            "differences.central",
            view.now().central(),
            x,
            (after(view) + before(view)) / 2 - view.here() + y,
            view,
            Role.OTHER_SECANT);
    double h = view.now().step();
    if (h > APART * view.reach() && h <= view.reach()) {
      data = point(data, view, x - h, before(view) - view.here() + y, "differences.point.before");
      data = point(data, view, x + h, after(view) - view.here() + y, "differences.point.after");
    }
    String label =
        messages.now("landscape.at", view.name(), messages.numbers().shown(differences.x()));
    return data.with(Mark.ball(x, y, label, Tone.BACKWARD));
  }

  private static double after(View view) {
    return view.here() + view.now().forward() * view.now().step();
  }

  private static double before(View view) {
    return after(view) - 2 * view.now().step() * view.now().central();
  }

  private String xTitle(View view) {
    return view.isZoomed() ? from(view.name(), view.differences().x()) : view.name();
  }

  private String yTitle(View view) {
    return view.isZoomed() ? from(view.loss(), view.here()) : view.loss();
  }

  // How far it is from a number.
  private String from(String name, double number) {
    return messages.now(
        number < 0 ? "differences.from.negative" : "differences.from",
        name,
        messages.numbers().shown(Math.abs(number)));
  }

  // A straight line of that slope through a point, from edge to edge.
  private ChartData line(
      ChartData data, String key, double slope, double x, double y, View view, Role role) {
    if (!Double.isFinite(slope) || !Double.isFinite(y)) {
      return data;
    }
    double reach = view.reach();
    double[] xs = {x - reach, x + reach};
    double[] ys = {y - slope * reach, y + slope * reach};
    return data.with(Series.of(messages.now(key), Samples.of(xs, ys), role));
  }

  private ChartData point(ChartData data, View view, double x, double y, String key) {
    return Double.isFinite(y)
        ? data.with(Mark.ball(x, y, messages.now(key, view.name()), Tone.FORWARD))
        : data;
  }

  // As high as the curve, but not as high as a pole of it, and never without the point.
  private static Optional<Axis.Limits> limits(View view, double y) {
    double[] sorted =
        IntStream.range(0, view.curve().size())
            .mapToDouble(view.curve()::y)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      return Optional.empty();
    }
    double middle = sorted[sorted.length / 2];
    double most = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
    double from = Math.max(sorted[0], middle - TOWER * most);
    double to = Math.min(sorted[sorted.length - 1], middle + TOWER * most);
    if (Double.isFinite(y)) {
      from = Math.min(from, y);
      to = Math.max(to, y);
    }
    double margin = to > from ? MARGIN * (to - from) : Math.max(1, Math.abs(to)) * MARGIN;
    return Double.isFinite(to - from) && to + margin > from - margin
        ? Optional.of(new Axis.Limits(from - margin, to + margin))
        : Optional.empty();
  }

  // A pole, where the curve leaves the chart at one end and comes back at the other, is no line.
  private static List<Samples> pieces(Samples curve, Axis.Limits limits) {
    List<Samples> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= curve.size(); i++) {
      if (i == curve.size() || isPole(curve.y(i - 1), curve.y(i), limits)) {
        pieces.add(part(curve, start, i));
        start = i;
      }
    }
    return pieces;
  }

  private static boolean isPole(double before, double after, Axis.Limits limits) {
    return Math.min(before, after) < limits.low() && Math.max(before, after) > limits.high();
  }

  private static Samples part(Samples curve, int from, int to) {
    return Samples.of(
        IntStream.range(from, to).mapToDouble(curve::x).toArray(),
        IntStream.range(from, to).mapToDouble(curve::y).toArray());
  }
}
