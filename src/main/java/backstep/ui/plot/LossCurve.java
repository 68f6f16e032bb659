package backstep.ui.plot;

import backstep.ui.kit.Messages;
import backstep.ui.kit.Numbers;
import backstep.ui.plot.PlotModel.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/// The curve itself: followed so far in full, what is to come dashed, a mark where the learner is.
final class LossCurve extends Region {
  private static final double LEFT = 58;
  private static final double RIGHT = 18;
  private static final double TOP = 10;
  private static final double BOTTOM = 30;
  private static final double ROOM_PER_TICK_X = 90;
  private static final double ROOM_PER_TICK_Y = 44;

  private final Messages messages;
  private final Path done = new Path();
  private final Path ahead = new Path();
  private final Circle mark = new Circle(6);
  private final Label markLabel = new Label();
  private final Label axisLabel = new Label();
  private final Rectangle clip = new Rectangle();
  private final List<Node> grid = new ArrayList<>();
  private Plot plot = new Plot(List.of(), 0, 0, true, false, false);

  /// @param travel called with the iteration of the point that was chosen
  LossCurve(Messages messages, IntConsumer travel) {
    this.messages = messages;
    setId("loss-curve");
    getStyleClass().add("loss-curve");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    done.getStyleClass().add("curve");
    ahead.getStyleClass().add("curve-ahead");
    mark.getStyleClass().add("curve-mark");
    markLabel.getStyleClass().add("curve-label");
    axisLabel.getStyleClass().add("axis-label");
    axisLabel.textProperty().bind(messages.text("plot.axis"));
    setClip(clip);
    getChildren().addAll(ahead, done, mark, markLabel, axisLabel);
    setCursor(Cursor.HAND);
    setOnMousePressed(event -> travel(event.getX(), travel));
    setOnMouseDragged(event -> travel(event.getX(), travel));
  }

  private void travel(double x, IntConsumer travel) {
    int count = plot.losses().size();
    if (count > 1) {
      double part = Math.clamp((x - LEFT) / plotWidth(), 0, 1);
      travel.accept((int) Math.round(part * (count - 1)));
    }
  }

  void show(Plot now) {
    plot = now;
    if (now.isCurve()) {
      setAccessibleText(
          messages.now(
              "plot.accessible",
              now.current() + 1,
              now.losses().size(),
              Numbers.shown(now.losses().get(now.current()))));
    }
    requestLayout();
  }

  private double plotWidth() {
    return Math.max(1, getWidth() - LEFT - RIGHT);
  }

  private double plotHeight() {
    return Math.max(1, getHeight() - TOP - BOTTOM);
  }

  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    getChildren().removeAll(grid);
    grid.clear();
    boolean curve = plot.isCurve();
    done.getElements().clear();
    ahead.getElements().clear();
    mark.setVisible(false);
    markLabel.setVisible(false);
    axisLabel.setVisible(curve);
    if (!curve) {
      return;
    }
    int count = plot.losses().size();
    Axis x = Axis.linear(1, count, (int) (plotWidth() / ROOM_PER_TICK_X));
    Axis y = lossAxis((int) (plotHeight() / ROOM_PER_TICK_Y));
    drawGrid(x, y);
    trace(done, 0, plot.reached(), y);
    trace(ahead, plot.reached(), count - 1, y);
    drawMark(y);
    axisLabel.autosize();
    axisLabel.relocate(Math.max(0, LEFT - 8 - axisLabel.getWidth()), TOP + plotHeight() + 6);
    getChildren().addAll(0, grid);
  }

  private Axis lossAxis(int ticks) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double loss : plot.losses()) {
      if (Double.isFinite(loss) && (!plot.log() || loss > 0)) {
        low = Math.min(low, loss);
        high = Math.max(high, loss);
      }
    }
    if (low > high) {
      return Axis.linear(0, 1, ticks);
    }
    return plot.log() ? Axis.log(low, high, ticks) : Axis.linear(Math.min(0, low), high, ticks);
  }

  private void drawGrid(Axis x, Axis y) {
    double bottom = TOP + plotHeight();
    for (double tick : y.ticks()) {
      double at = Math.rint(placeY(y, tick)) + 0.5;
      Line line = new Line(LEFT, at, LEFT + plotWidth(), at);
      line.getStyleClass().add("grid-line");
      Label label = label(Numbers.shown(tick));
      label.relocate(LEFT - 8 - label.getWidth(), at - label.getHeight() / 2);
      grid.add(line);
      grid.add(label);
    }
    for (double tick : x.ticks()) {
      double at = LEFT + x.part(tick) * plotWidth();
      Label label = label(Numbers.shown(tick));
      double left = Math.clamp(at - label.getWidth() / 2, 0, getWidth() - label.getWidth());
      label.relocate(Math.rint(left), bottom + 6);
      grid.add(label);
    }
    Line across = new Line(LEFT, bottom + 0.5, LEFT + plotWidth(), bottom + 0.5);
    Line up = new Line(LEFT - 0.5, TOP, LEFT - 0.5, bottom);
    across.getStyleClass().add("axis-line");
    up.getStyleClass().add("axis-line");
    grid.add(across);
    grid.add(up);
  }

  private Label label(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("tick-label");
    getChildren().add(label);
    label.applyCss();
    label.autosize();
    getChildren().remove(label);
    return label;
  }

  private double placeX(int iteration) {
    return LEFT + plotWidth() * iteration / Math.max(1, plot.losses().size() - 1);
  }

  private double placeY(Axis y, double loss) {
    return TOP + plotHeight() * (1 - Math.clamp(y.part(loss), 0, 1));
  }

  /// One point for each column of pixels at most, so that a long run is drawn as fast as a short
  /// one.
  private void trace(Path path, int from, int to, Axis y) {
    boolean pen = false;
    double last = Double.NEGATIVE_INFINITY;
    for (int i = from; i <= to; i++) {
      double loss = plot.losses().get(i);
      double x = placeX(i);
      if (!y.holds(loss)) {
        pen = false;
      } else if (!pen) {
        path.getElements().add(new MoveTo(x, placeY(y, loss)));
        pen = true;
        last = x;
      } else if (x - last >= 0.8 || i == to) {
        path.getElements().add(new LineTo(x, placeY(y, loss)));
        last = x;
      }
    }
  }

  private void drawMark(Axis y) {
    double loss = plot.losses().get(plot.current());
    if (!y.holds(loss)) {
      return;
    }
    double x = placeX(plot.current());
    double at = placeY(y, loss);
    mark.setVisible(true);
    mark.setCenterX(x);
    mark.setCenterY(at);
    markLabel.setVisible(true);
    markLabel.setText(messages.now("plot.at", plot.current() + 1, Numbers.shown(loss)));
    markLabel.applyCss();
    markLabel.autosize();
    boolean room = x + 14 + markLabel.getWidth() < LEFT + plotWidth();
    double left = room ? x + 14 : LEFT + plotWidth() - markLabel.getWidth();
    double top =
        Math.clamp(
            at - markLabel.getHeight() - (room ? 4 : 14),
            TOP,
            TOP + plotHeight() - markLabel.getHeight());
    markLabel.relocate(Math.rint(left), Math.rint(top));
  }

  @Override
  protected double computePrefHeight(double width) {
    return 150;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 90;
  }
}
