package backstep.ui.kit.chart;

import backstep.ui.kit.chart.Ticks.Tick;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;

/// A stretch of the numbers, with places marked on it and the hops from place to place.
///
/// To a screen reader it is a text that says what is on it.
public final class NumberLine extends Region {
  // In em.
  private static final double HEIGHT = 4.6;
  private static final double BELOW = 1.7;
  private static final double SIDE = 1.2;
  private static final double TICK = 0.3;
  private static final double DOT = 0.22;
  private static final double BETWEEN = 4;

  // So many hops are as plain as the one that was made last; those before fade.
  private static final int PLAIN = 4;

  private final ObjectProperty<LineData> data =
      new SimpleObjectProperty<>(this, "data", LineData.NONE);
  private final Text probe = new Text("0");
  private final SVGPath axis = Pen.shape("chart-axis");
  private final SVGPath faded = Pen.shape("line-hop", "faded");
  private final SVGPath hops = Pen.shape("line-hop");
  private final SVGPath last = Pen.shape("line-hop", "made");
  private final SVGPath places = Pen.shape("line-place");
  private final Texts figures = new Texts("chart-tick");
  private final Group marks = new Group();
  private final Stock<Mark, MarkNode> nodes = new Stock<>(marks, MarkNode::new, MarkNode::fits);
  private final Ruler ruler = new Ruler();

  public NumberLine() {
    getStyleClass().add("number-line");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    probe.setManaged(false);
    probe.setOpacity(0);
    probe.getStyleClass().add("chart-tick");
    marks.setManaged(false);
    marks.setAutoSizeChildren(false);
    probe.fontProperty().subscribe(_ -> requestLayout());
    getChildren().addAll(probe, axis, faded, hops, last, places, figures, marks);
    data.subscribe(now -> {
      nodes.supply(now.marks());
      setAccessibleText(now.about());
      // Unlike requestLayout this leaves the rest of the window alone.
      setNeedsLayout(true);
    });
  }

  /// What is drawn.
  public ObjectProperty<LineData> dataProperty() {
    return data;
  }

  private double em() {
    return probe.getFont().getSize() / 0.88;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(HEIGHT * em());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 8 * em();
  }

  @Override
  protected void layoutChildren() {
    LineData now = data.get();
    double em = em();
    ruler.use(probe.getFont());
    double base = Math.rint(getHeight() - BELOW * em) + 0.5;
    Box room = new Box(0, 0, getWidth(), base - 0.2 * em);
    Projection across =
        new Projection(
            Scale.LINEAR,
            new Extent(now.low(), now.high()),
            SIDE * em,
            Math.max(SIDE * em + 1, getWidth() - SIDE * em));
    Projection up = new Projection(Scale.LINEAR, new Extent(0, 1), base, 0);
    axis(across, base, em);
    hops(now, across, base, em);
    Frame frame = new Frame(room, room, across, up, em);
    Placer placer = new Placer(room, List.of());
    for (int i = 0; i < now.marks().size(); i++) {
      nodes.nodes().get(i).draw(onLine(now.marks().get(i)), frame, placer);
    }
    for (int i = 0; i < now.marks().size(); i++) {
      nodes.nodes().get(i).name(onLine(now.marks().get(i)), frame, placer);
    }
  }

  private static Mark onLine(Mark mark) {
    return new Mark(mark.x(), 0, mark.label(), mark.tone(), mark.filled());
  }

  private void axis(Projection across, double base, double em) {
    Pen pen = new Pen().line(0, base, getWidth(), base);
    int wanted = Math.max(1, (int) (across.length() / (BETWEEN * em)));
    Extent seen = across.extent();
    figures.begin();
    for (Tick tick :
        Ticks.of(Axis.of(""), seen.from(), seen.to(), wanted, data.get().numbers()).major()) {
      double at = Math.floor(across.at(tick.value())) + 0.5;
      pen.line(at, base, at, base + TICK * em);
      figures.write(tick.label(), at - ruler.width(tick.label()) / 2, base + 2 * TICK * em);
    }
    figures.end();
    pen.into(axis);
  }

  // Each hop is a bow, the higher the wider it is; short ones are seen as well.
  private void hops(LineData now, Projection across, double base, double em) {
    List<Double> all = now.hops();
    Pen fading = new Pen();
    Pen plain = new Pen();
    Pen newest = new Pen();
    Pen dots = new Pen();
    for (int i = 0; i + 1 < all.size(); i++) {
      double from = across.at(all.get(i));
      double to = across.at(all.get(i + 1));
      boolean isLast = i + 2 == all.size();
      Pen pen = isLast && now.made() ? newest : i + 2 + PLAIN < all.size() ? fading : plain;
      double part = Math.min(1, Math.abs(to - from) / across.length());
      double height = Math.sqrt(part) * (base - 0.6 * em);
      // A bow reaches half as high as the point that draws it up.
      pen.move(from, base).bend((from + to) / 2, base - 2 * height, to, base);
      dots.circle(from, base, DOT * em);
    }
    fading.into(faded);
    plain.into(hops);
    newest.into(last);
    dots.into(places);
  }
}
