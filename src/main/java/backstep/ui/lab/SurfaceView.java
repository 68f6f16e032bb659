package backstep.ui.lab;

import backstep.lab.LossSurface.Piece;
import backstep.lab.LossSurface.Place;
import backstep.ui.kit.Messages;
import backstep.ui.kit.chart.Axis;
import backstep.ui.kit.chart.Chart;
import backstep.ui.kit.chart.ChartData;
import backstep.ui.kit.chart.Mark;
import backstep.ui.kit.chart.Note;
import backstep.ui.kit.chart.Role;
import backstep.ui.kit.chart.Samples;
import backstep.ui.kit.chart.Series;
import backstep.ui.kit.chart.Tone;
import backstep.ui.lab.SurfaceModel.View;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The loss over two numbers: contour lines, the way so far with the numbers as a ball at its end,
/// where downhill is, and the step that the update takes.
public final class SurfaceView extends VBox {
  // How long the arrow downhill is, as a part of what is seen: the gradient has its own measure.
  private static final double DOWNHILL = 0.3;

  private final Messages messages;

  public SurfaceView(SurfaceModel model, Messages messages) {
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
    chart.setId("surface");
    VBox.setVgrow(chart, Priority.ALWAYS);
    chart.follow(model.viewProperty(), this::data);
    getChildren().addAll(title, chart);
  }

  private String title(View view) {
    return messages.now("surface.title", view.loss(), view.first(), view.second());
  }

  private ChartData data(View view) {
    Place at = view.at();
    ChartData data =
        ChartData.of(
                title(view),
                Axis.of(view.first()).between(view.low().x(), view.high().x()),
                Axis.of(view.second()).between(view.low().y(), view.high().y()))
            .inTruth()
            .with(Series.of(view.second(), way(view), Role.PATH))
            .with(new Note.Lines(lines(view), messages.now("surface.lines"), Tone.PLAIN));
    if (view.lowest().isPresent()) {
      Place lowest = view.lowest().get();
      data = data.with(Mark.target(lowest.x(), lowest.y(), messages.now("surface.lowest")));
    }
    if (view.gradient().isPresent() && view.after().isEmpty()) {
      data = downhill(data, view, view.gradient().get());
    }
    if (view.after().isPresent()) {
      Place after = view.after().get();
      data =
          data.with(
              new Note.Arrow(
                  at.x(), at.y(), after.x(), after.y(), messages.now("surface.step"), Tone.UPDATE));
    }
    String label =
        view.height()
            .map(height ->
                messages.now("landscape.at", view.loss(), messages.numbers().shown(height)))
            .orElse("");
    return data.with(Mark.ball(at.x(), at.y(), label, Tone.BACKWARD));
  }

  private ChartData downhill(ChartData data, View view, Place gradient) {
    double length = Math.hypot(gradient.x(), gradient.y());
    if (length == 0 || !Double.isFinite(length)) {
      return data;
    }
    Place at = view.at();
    double seen = Math.min(view.high().x() - view.low().x(), view.high().y() - view.low().y());
    double part = DOWNHILL * seen / length;
    return data.with(
        new Note.Arrow(
            at.x(),
            at.y(),
            at.x() - part * gradient.x(),
            at.y() - part * gradient.y(),
            messages.now("surface.downhill"),
            Tone.BACKWARD));
  }

  private static Samples way(View view) {
    List<Place> places = new ArrayList<>(view.earlier());
    places.add(view.at());
    view.after().ifPresent(places::add);
    return Samples.of(
        places.stream().mapToDouble(Place::x).toArray(),
        places.stream().mapToDouble(Place::y).toArray());
  }

  // Pieces one after the other, with the pen up between them.
  private static Samples lines(View view) {
    double[] xs = new double[3 * view.lines().size()];
    double[] ys = new double[xs.length];
    int i = 0;
    for (Piece piece : view.lines()) {
      xs[i] = piece.from().x();
      ys[i++] = piece.from().y();
      xs[i] = piece.to().x();
      ys[i++] = piece.to().y();
      xs[i] = piece.to().x();
      ys[i++] = Double.NaN;
    }
    return Samples.of(xs, ys);
  }
}
