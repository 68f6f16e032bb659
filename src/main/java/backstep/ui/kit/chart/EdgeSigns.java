package backstep.ui.kit.chart;

import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import backstep.ui.kit.chart.Outline.Edge;
import java.util.List;
import javafx.scene.Group;

/// Signs at the edge of the plot where figures have no place on it: `NaN`, `∞`, and zero or less on
/// a log axis, which then says so.
final class EdgeSigns extends Group {
  private static final double GAP = 0.2;

  private final Messages messages;
  private final Texts signs = new Texts("chart-edge");
  private final Tag note = new Tag(Tone.PLAIN);
  private final Ruler ruler = new Ruler();

  EdgeSigns(Messages messages) {
    this.messages = messages;
    setManaged(false);
    setAutoSizeChildren(false);
    setMouseTransparent(true);
    note.setId("chart-log-note");
    note.getStyleClass().add("chart-log-note");
    note.hide();
    Later.add(getChildren(), signs, note);
  }

  /// Draws the signs and keeps labels away from them.
  void draw(List<Outline> outlines, Frame frame, Placer placer) {
    ruler.use(signs.font());
    List<Edge> edges = outlines.stream().flatMap(outline -> outline.edges().stream()).toList();
    signs.begin();
    double free = Double.NEGATIVE_INFINITY;
    for (Edge edge : edges) {
      double width = ruler.width(words(edge.miss()));
      double left = edge.x() - width / 2;
      if (left >= free && edge.x() >= frame.plot().left() && edge.x() <= frame.plot().right()) {
        List<Box> places = places(edge, width, ruler.height(), frame);
        Box place = places.get(placer.place(places, -1));
        signs.write(words(edge.miss()), place.left(), place.top());
        free = place.right() + GAP * frame.em();
      }
    }
    signs.end();
    note(edges.stream().anyMatch(edge -> edge.miss() == Outline.Miss.NOT_POSITIVE), frame, placer);
  }

  // What has no direction may be at either edge.
  private static List<Box> places(Edge edge, double width, double height, Frame frame) {
    Box plot = frame.plot();
    double gap = GAP * frame.em();
    double left = edge.x() - width / 2;
    Box top = new Box(left, plot.top() + gap, width, height).within(plot);
    Box bottom = new Box(left, plot.bottom() - height - gap, width, height).within(plot);
    return switch (edge.miss()) {
      case NAN -> List.of(bottom, top);
      case PLUS_INFINITY -> List.of(top);
      case MINUS_INFINITY, NOT_POSITIVE -> List.of(bottom);
    };
  }

  private void note(boolean hidden, Frame frame, Placer placer) {
    Box plot = frame.plot();
    double gap = GAP * frame.em();
    note.show(
        hidden && !frame.isSmall() ? messages.now("chart.log.missing") : "",
        (w, h) -> {
          double low = plot.bottom() - 2 * h;
          double right = plot.right() - w - gap;
          double left = plot.left() + gap;
          return List.of(
              new Box(right, low, w, h),
              new Box(right, plot.top() + gap, w, h),
              new Box(left, low, w, h),
              new Box(left, plot.top() + gap, w, h),
              new Box(right, plot.top() + plot.height() / 2, w, h));
        },
        placer);
  }

  private static String words(Outline.Miss miss) {
    return switch (miss) {
      case NAN -> "NaN";
      case PLUS_INFINITY -> "∞";
      case MINUS_INFINITY -> "−∞";
      case NOT_POSITIVE -> "≤ 0";
    };
  }
}
