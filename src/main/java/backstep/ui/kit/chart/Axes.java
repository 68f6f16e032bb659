package backstep.ui.kit.chart;

import backstep.ui.kit.chart.Ticks.Tick;
import backstep.words.Numbers;
import java.util.function.IntFunction;
import javafx.scene.Group;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;

/// Both axes: lines, round figures, titles. It decides how much room is left for the plot.
final class Axes extends Group {
  private static final double GAP = 0.45;
  private static final double BETWEEN = 1;
  private static final double TICK = 0.3;

  /// In a chart lower or narrower than this, in em, figures give way to the curve.
  private static final double MIN_HEIGHT = 4.5;

  private static final double MIN_WIDTH = 7;

  /// From this height on the title of the x axis has a line of its own.
  private static final double TALL = 13;

  private static final double TITLED = 7;

  /// What stands on both sides of the plot is never as wide as this.
  private static final double MOST_BESIDE = 9;

  private static final double LARGEST_TITLE = 0.5;

  private final Text probe = new Text("0");
  private final SVGPath minor = Pen.shape("chart-grid-minor");
  private final SVGPath grid = Pen.shape("chart-grid");
  private final SVGPath lines = Pen.shape("chart-axis");
  private final Texts labels = new Texts("chart-tick");
  private final Texts titles = new Texts("chart-title");
  private final Ruler ruler = new Ruler();

  /// @param onType called when the type has another size
  Axes(Runnable onType) {
    setManaged(false);
    setAutoSizeChildren(false);
    setMouseTransparent(true);
    // Never seen: it only knows the size of the type.
    probe.setManaged(false);
    probe.setOpacity(0);
    probe.getStyleClass().add("chart-tick");
    probe.fontProperty().subscribe(_ -> onType.run());
    getChildren().addAll(probe, minor, grid, lines, labels, titles);
  }

  /// The size of the chart's type.
  double em() {
    return probe.getFont().getSize() / 0.88;
  }

  /// How wide the title above the y axis is.
  double titleWidth(ChartData data) {
    ruler.use(probe.getFont());
    return ruler.width(titleOf(data.y()));
  }

  /// Draws the axes around a plot and says where it is.
  ///
  /// @param room all of the chart below its legend
  /// @param numbers how figures are written
  Frame draw(ChartData data, Extent wantedX, Extent wantedY, Box room, Numbers numbers) {
    ruler.use(probe.getFont());
    double em = em();
    double line = ruler.height();
    boolean figuresBelow = room.height() >= MIN_HEIGHT * em;
    boolean figuresBeside = room.width() >= MIN_WIDTH * em;
    boolean yTitle = !titleOf(data.y()).isEmpty() && room.height() >= TITLED * em;
    String xTitle = titleOf(data.x());
    boolean ownLine = !xTitle.isEmpty() && room.height() >= TALL * em;
    double top = room.top() + (yTitle ? line + 0.5 * GAP * em : GAP * em);
    double below = (figuresBelow ? line + 2 * GAP * em : GAP * em) + (ownLine ? line : 0);
    double bottom = Math.max(top + 1, room.bottom() - below);
    double high = bottom - top;
    double least = Math.max(1, room.width() - MOST_BESIDE * em);
    Extent y = data.alike() ? wantedY.atLeast(wantedX.span() * high / least) : wantedY;
    Ticks yTicks =
        data.isEmpty()
            ? Ticks.NONE
            : Ticks.of(data.y(), y.from(), y.to(), fit(high, 2 * line), numbers);
    double beside =
        yTicks.major().stream().mapToDouble(t -> ruler.width(t.label())).max().orElse(0);
    double left = room.left() + (figuresBeside ? beside + 2 * GAP * em : GAP * em);
    double right = Math.max(left + 1, room.right() - 1.2 * em);
    Extent x = data.alike() ? wantedX.atLeast(y.span() * (right - left) / high) : wantedX;
    Projection across = new Projection(data.x().scale(), x, left, right);
    Projection up = new Projection(data.y().scale(), y, bottom, top);
    Ticks xTicks =
        data.isEmpty()
            ? Ticks.NONE
            : fitting(across, n -> Ticks.of(data.x(), x.from(), x.to(), n, numbers), em);
    Box plot = new Box(left, top, right - left, bottom - top);
    rule(plot, across, xTicks, up, yTicks, em);
    labels.begin();
    titles.begin();
    if (figuresBeside) {
      beside(up, yTicks, left - GAP * em, line, room);
    }
    if (yTitle) {
      titles.write(titleOf(data.y()), room.left() + 0.2 * em, room.top());
    }
    if (figuresBelow) {
      below(across, xTicks, plot, xTitle, ownLine, line, room, em);
    }
    labels.end();
    titles.end();
    return new Frame(room, plot, across, up, em);
  }

  private static String titleOf(Axis axis) {
    return axis.unit().isEmpty() || axis.title().isEmpty()
        ? axis.title() + axis.unit()
        : axis.title() + " (" + axis.unit() + ")";
  }

  private static int fit(double room, double each) {
    return Math.max(1, (int) (room / each));
  }

  // As many figures as stand side by side without touching.
  private Ticks fitting(Projection across, IntFunction<Ticks> ticks, double em) {
    int wanted = fit(across.length(), 2.5 * em);
    Ticks found = ticks.apply(wanted);
    while (wanted > 1 && touching(found, across, em)) {
      wanted--;
      found = ticks.apply(wanted);
    }
    return found;
  }

  private boolean touching(Ticks ticks, Projection across, double em) {
    double free = Double.NEGATIVE_INFINITY;
    for (Tick tick : ticks.major()) {
      double half = ruler.width(tick.label()) / 2;
      double at = across.at(tick.value());
      if (at - half < free) {
        return true;
      }
      free = at + half + BETWEEN * em;
    }
    return false;
  }

  private void rule(
      Box plot, Projection across, Ticks xTicks, Projection up, Ticks yTicks, double em) {
    Pen fine = new Pen();
    Pen thick = new Pen();
    Pen axis = new Pen();
    yTicks.minor().forEach(value -> horizontal(fine, plot, up.at(value)));
    yTicks.major().forEach(tick -> horizontal(thick, plot, up.at(tick.value())));
    for (Tick tick : xTicks.major()) {
      double at = crisp(across.at(tick.value()));
      axis.line(at, plot.bottom(), at, plot.bottom() + TICK * em);
    }
    if (across.scale() == Scale.LOG) {
      xTicks.major().forEach(tick -> vertical(thick, plot, across.at(tick.value())));
      xTicks.minor().forEach(value -> vertical(fine, plot, across.at(value)));
    }
    horizontal(axis, plot, plot.bottom());
    vertical(axis, plot, plot.left());
    fine.into(minor);
    thick.into(grid);
    axis.into(lines);
  }

  private static void horizontal(Pen pen, Box plot, double at) {
    pen.line(plot.left(), crisp(at), plot.right(), crisp(at));
  }

  private static void vertical(Pen pen, Box plot, double at) {
    pen.line(crisp(at), plot.top(), crisp(at), plot.bottom());
  }

  // The middle of a pixel, where a line one pixel wide is sharp.
  private static double crisp(double at) {
    return Math.floor(at) + 0.5;
  }

  private void beside(Projection up, Ticks ticks, double right, double line, Box room) {
    for (Tick tick : ticks.major()) {
      double top = up.at(tick.value()) - line / 2;
      labels.write(
          tick.label(),
          right - ruler.width(tick.label()),
          Math.clamp(top, room.top(), Math.max(room.top(), room.bottom() - line)));
    }
  }

  private void below(
      Projection across,
      Ticks ticks,
      Box plot,
      String title,
      boolean ownLine,
      double line,
      Box room,
      double em) {
    double top = plot.bottom() + GAP * em;
    double titleWidth = ruler.width(title);
    double titleLeft = room.right() - 0.2 * em - titleWidth;
    boolean titled = !title.isEmpty() && titleWidth < LARGEST_TITLE * room.width();
    if (titled) {
      titles.write(title, titleLeft, ownLine ? top + line : top);
    }
    double end = titled && !ownLine ? titleLeft - BETWEEN * em : room.right();
    for (Tick tick : ticks.major()) {
      double width = ruler.width(tick.label());
      double left = Math.max(room.left(), across.at(tick.value()) - width / 2);
      if (left + width <= end) {
        labels.write(tick.label(), left, top);
      }
    }
  }
}
