package backstep.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/// What is between the axes: shades and rules, curves over them, arrows and marks on top, and their
/// labels.
final class Plot extends Group {
  // A line along the edge is seen in its whole width.
  private static final double OVER_EDGE = 0.15;

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
      new Stock<>(ground, NoteNode::of, NoteNode::fits);
  private final Stock<Note, NoteNode> overNodes = new Stock<>(over, NoteNode::of, NoteNode::fits);
  private List<Outline> outlines = List.of();

  Plot() {
    prepare(this);
    Group clipped = layer();
    clipped.getChildren().addAll(ground, curves, over);
    clipped.setClip(clip);
    getChildren().addAll(clipped, marks, tags);
  }

  private static Group layer() {
    Group layer = new Group();
    prepare(layer);
    return layer;
  }

  private static void prepare(Group layer) {
    layer.setManaged(false);
    layer.setAutoSizeChildren(false);
    layer.setMouseTransparent(true);
  }

  /// Gets nodes ready for what is to be drawn.
  void supply(ChartData data) {
    curveNodes.supply(data.series());
    markNodes.supply(data.marks());
    boolean sameGround = groundNodes.supply(data.ground());
    boolean sameOver = overNodes.supply(data.over());
    if (!sameGround || !sameOver) {
      tags.getChildren()
          .setAll(
              Stream.of(groundNodes, overNodes)
                  .flatMap(stock -> stock.nodes().stream())
                  .map(NoteNode::tag)
                  .toList());
    }
  }

  /// Draws curves, marks and notes, but no labels yet.
  ///
  /// @return a placer for the labels, which knows what they should not cover
  Placer draw(ChartData data, Frame frame) {
    Box plot = frame.plot();
    double edge = OVER_EDGE * frame.em();
    clip.setX(plot.left());
    clip.setY(plot.top() - edge);
    clip.setWidth(plot.width());
    clip.setHeight(plot.height() + 2 * edge);
    List<Outline> drawn = new ArrayList<>();
    each(data.series(), curveNodes, (series, node) -> drawn.addAll(node.draw(series, frame)));
    outlines = drawn;
    Placer placer = new Placer(plot, drawn.stream().map(Outline::trail).toList());
    each(data.ground(), groundNodes, (note, node) -> node.draw(note, frame, placer));
    each(data.over(), overNodes, (note, node) -> node.draw(note, frame, placer));
    each(data.marks(), markNodes, (mark, node) -> node.draw(mark, frame, placer));
    return placer;
  }

  /// The curves as they were drawn.
  List<Outline> outlines() {
    return outlines;
  }

  /// Writes the labels.
  ///
  /// @param above whether there is only room for that of the first mark, above the plot
  void name(ChartData data, Frame frame, Placer placer, boolean above) {
    tags.setVisible(!frame.isSmall());
    if (above) {
      markNodes.nodes().forEach(MarkNode::hush);
      data.marks().stream()
          .findFirst()
          .ifPresent(mark -> markNodes.nodes().getFirst().head(mark, frame, placer));
    } else {
      each(data.marks(), markNodes, (mark, node) -> node.name(mark, frame, placer));
    }
    if (!frame.isSmall()) {
      each(data.over(), overNodes, (note, node) -> node.name(note, frame, placer));
      each(data.ground(), groundNodes, (note, node) -> node.name(note, frame, placer));
    }
  }

  private static <T, N extends Node> void each(
      List<T> things, Stock<T, N> stock, BiConsumer<T, N> action) {
    for (int i = 0; i < things.size(); i++) {
      action.accept(things.get(i), stock.nodes().get(i));
    }
  }
}
