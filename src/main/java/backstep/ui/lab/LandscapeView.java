package backstep.ui.lab;

import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.ui.kit.chart.Axis;
import backstep.ui.kit.chart.Chart;
import backstep.ui.kit.chart.ChartData;
import backstep.ui.kit.chart.LineData;
import backstep.ui.kit.chart.Mark;
import backstep.ui.kit.chart.Note;
import backstep.ui.kit.chart.NumberLine;
import backstep.ui.kit.chart.Role;
import backstep.ui.kit.chart.Samples;
import backstep.ui.kit.chart.Series;
import backstep.ui.kit.chart.Tone;
import backstep.ui.lab.LandscapeModel.View;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The loss over one number: the curve, the number as a ball on it, the tangent there, and the step
/// that the update takes.
public final class LandscapeView extends VBox {
  // A tangent reaches so far to both sides, as a part of the curve's width.
  private static final double TANGENT = 0.16;
  private static final double SHORT = 0.03;
  private static final int DIGITS = 10;

  private final Messages messages;

  /// @param controls what can halve the learning rate
  public LandscapeView(LandscapeModel model, ControlsModel controls, Messages messages) {
    this.messages = messages;
    getStyleClass().add("landscape");
    Label title = new Label();
    title.getStyleClass().add("section-title");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.viewProperty().get().map(this::title).orElse(""),
                model.viewProperty(),
                messages.words()));
    Chart chart = new Chart(messages);
    chart.setId("landscape");
    VBox.setVgrow(chart, Priority.ALWAYS);
    chart.follow(model.viewProperty(), this::data);
    Later.add(getChildren(), title, chart, line(model), new DescentNote(model, controls, messages));
  }

  // Where a number that learns stands, and where it came from.
  private NumberLine line(LandscapeModel model) {
    NumberLine line = new NumberLine();
    line.setId("number-line");
    line.dataProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> learning(model).map(this::line).orElse(LineData.NONE),
                model.viewProperty(),
                messages.words()));
    line.visibleProperty().bind(model.viewProperty().map(view -> learning(model).isPresent()));
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private static Optional<View> learning(LandscapeModel model) {
    return model.viewProperty().get().filter(View::learns);
  }

  private LineData line(View view) {
    double here = view.after().orElse(view.at());
    List<Double> hops = new ArrayList<>(view.earlier());
    hops.add(view.at());
    view.after().ifPresent(hops::add);
    List<Mark> marks = new ArrayList<>();
    String name = view.name();
    String figure = messages.numbers().shown(here);
    String about = messages.now("line.about", name, figure);
    if (view.lowest().isPresent()) {
      double goal = view.lowest().get();
      String goalFigure = messages.numbers().shown(rounded(goal));
      about =
          messages.now(
              "line.about.goal",
              name,
              figure,
              goalFigure,
              messages.numbers().shown(Math.abs(goal - here)));
      marks.add(Mark.target(goal, 0, messages.now("line.goal", goalFigure)));
    }
    marks.add(Mark.ball(here, 0, messages.now("landscape.at", name, figure), Tone.BACKWARD));
    double low = view.curve().x(0);
    double high = view.curve().x(view.curve().size() - 1);
    return new LineData(
        about, low, high, hops, view.after().isPresent(), messages.numbers(), marks);
  }

  private String title(View view) {
    return messages.now("landscape.title", view.loss(), view.name());
  }

  private ChartData data(View view) {
    ChartData data =
        ChartData.of(title(view), Axis.of(view.name()), Axis.of(view.loss()))
            .with(Series.of(view.loss(), view.curve(), Role.FUNCTION));
    Optional<Double> height = view.height();
    if (view.lowest().isPresent()) {
      double lowest = view.lowest().get();
      data =
          data.with(
              new Note.Upright(
                  lowest,
                  messages.now("landscape.lowest", messages.numbers().shown(rounded(lowest))),
                  Tone.UPDATE));
    }
    if (height.isPresent() && view.slope().isPresent()) {
      data = tangent(data, view, height.get(), view.slope().get());
    }
    if (view.after().isPresent() && height.isPresent()) {
      data = step(data, view, height.get(), view.after().get());
    }
    if (height.isPresent()) {
      // Of a number that learns the line below says where it is.
      String label =
          view.learns()
              ? ""
              : messages.now("landscape.at", view.name(), messages.numbers().shown(view.at()));
      data = data.with(Mark.ball(view.at(), height.get(), label, Tone.BACKWARD));
    }
    return data;
  }

  // As many digits as it was searched to: 42, and not 42.00000000012.
  private static double rounded(double value) {
    return new BigDecimal(value)
        .setScale(DIGITS, RoundingMode.HALF_EVEN)
        .round(new MathContext(DIGITS))
        .doubleValue();
  }

  private static double width(View view) {
    Samples curve = view.curve();
    return curve.x(curve.size() - 1) - curve.x(0);
  }

  private ChartData tangent(ChartData data, View view, double height, double slope) {
    double reach = TANGENT * width(view);
    return data.with(
        new Note.Segment(
            view.at() - reach,
            height - slope * reach,
            view.at() + reach,
            height + slope * reach,
            messages.now("landscape.slope", messages.numbers().signed(slope)),
            Tone.BACKWARD));
  }

  private ChartData step(ChartData data, View view, double height, double after) {
    double step = after - view.at();
    // An arrow as short as its head needs no name; the tangent's has its place there.
    boolean isSeen = Math.abs(step) > SHORT * width(view);
    String label = isSeen ? messages.now("landscape.step", messages.numbers().signed(step)) : "";
    return data.with(new Note.Arrow(view.at(), height, after, height, label, Tone.UPDATE));
  }
}
