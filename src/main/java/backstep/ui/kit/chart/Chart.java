package backstep.ui.kit.chart;

import backstep.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Curves, points and notes between two axes.
///
/// What it shows is one immutable [ChartData], which may be replaced at every frame. It is as large
/// as it is made; all its distances follow the size of the type.
public final class Chart extends Region {
  private final Messages messages;
  private final ObjectProperty<ChartData> data =
      new SimpleObjectProperty<>(this, "data", ChartData.of("", Axis.of(""), Axis.of("")));

  private final Axes axes = new Axes(this::redraw);
  private final Group ground = layer();
  private final Group curves = layer();
  private final Group over = layer();
  private final Group marks = layer();
  private final Group tags = layer();
  private final Rectangle clip = new Rectangle();
  private final Stock<Series, CurveNode> curveNodes =
      new Stock<>(curves, CurveNode::new, CurveNode::fits);
  private final Stock<Mark, MarkNode> markNodes = new Stock<>(marks, MarkNode::new, MarkNode::fits);
  private final Stock<Note, NoteNode> groundNodes =
      new Stock<>(ground, NoteNode::new, NoteNode::fits);
  private final Stock<Note, NoteNode> overNodes = new Stock<>(over, NoteNode::new, NoteNode::fits);

  /// An empty chart.
  public Chart(Messages messages) {
    this.messages = messages;
    getStyleClass().add("chart");
    setFocusTraversable(true);
    Group plot = layer();
    plot.getChildren().addAll(ground, curves, over);
    plot.setClip(clip);
    getChildren().addAll(axes, plot, marks, tags);
    data.subscribe(now -> {
      curveNodes.supply(now.series());
      markNodes.supply(now.marks());
      groundNodes.supply(now.ground());
      overNodes.supply(now.over());
      tags.getChildren()
          .setAll(
              Stream.concat(groundNodes.nodes().stream(), overNodes.nodes().stream())
                  .map(NoteNode::tag)
                  .toList());
      redraw();
    });
  }

  private static Group layer() {
    Group layer = new Group();
    layer.setManaged(false);
    layer.setAutoSizeChildren(false);
    layer.setMouseTransparent(true);
    return layer;
  }

  // --- Properties --------------------------------------------------------------------------------

  /// What is drawn.
  public ObjectProperty<ChartData> dataProperty() {
    return data;
  }

  public ChartData getData() {
    return data.get();
  }

  public void setData(ChartData now) {
    data.set(now);
  }

  // --- Drawing -----------------------------------------------------------------------------------

  // Unlike requestLayout this leaves the rest of the window alone, so that a chart can change at
  // every frame.
  private void redraw() {
    setNeedsLayout(true);
  }

  @Override
  protected void layoutChildren() {
    double em = axes.em();
    Box room = new Box(0, 0.3 * em, getWidth(), Math.max(1, getHeight() - 0.5 * em));
    ChartData now = data.get();
    Frame frame = axes.draw(now, Extent.ofX(now), Extent.ofY(now), room);
    Box plot = frame.plot();
    clip.setX(plot.left());
    clip.setY(plot.top() - 0.15 * em);
    clip.setWidth(plot.width());
    clip.setHeight(plot.height() + 0.3 * em);
    List<Outline> outlines = new ArrayList<>();
    each(
        now.series(),
        curveNodes.nodes(),
        (series, node) -> outlines.addAll(node.draw(series, frame)));
    Placer placer = new Placer(plot, outlines.stream().map(Outline::trail).toList());
    each(now.ground(), groundNodes.nodes(), (note, node) -> node.draw(note, frame));
    each(now.over(), overNodes.nodes(), (note, node) -> node.draw(note, frame));
    each(now.marks(), markNodes.nodes(), (mark, node) -> node.draw(mark, frame, placer));
    each(now.marks(), markNodes.nodes(), (mark, node) -> node.name(mark, frame, placer));
    each(now.over(), overNodes.nodes(), (note, node) -> node.name(note, frame, placer));
    each(now.ground(), groundNodes.nodes(), (note, node) -> node.name(note, frame, placer));
  }

  private static <T, N> void each(List<T> things, List<N> nodes, BiConsumer<T, N> action) {
    for (int i = 0; i < things.size(); i++) {
      action.accept(things.get(i), nodes.get(i));
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 28 * axes.em();
  }

  @Override
  protected double computePrefHeight(double width) {
    return 14 * axes.em();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 8 * axes.em();
  }

  @Override
  protected double computeMinHeight(double width) {
    return 6 * axes.em();
  }
}
