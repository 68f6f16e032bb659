package backstep.ui.stage;

import backstep.graph.Backpropagation.Flow;
import backstep.tensor.Tensor;
import backstep.trace.Cover;
import backstep.trace.Step;
import backstep.ui.kit.Messages;
import backstep.ui.stage.DiagramLayout.Place;
import backstep.ui.stage.DiagramLayout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/// What a step of the backward pass has written beside the graph: at its edges what is multiplied
/// by, at the nodes that collect shares the sums.
///
/// A note lies where it covers least of the nodes and of the notes before it.
final class Notes {
  private static final double GAP = 3;
  // A node's margin may be covered; its figures begin further in.
  private static final double MARGIN = 5;

  // What is to be seen of an edge beside a note on it: its arrow.
  private static final double ARROW = 22;

  private final Pane layer;
  private final Messages messages;
  private final List<Place> taken = new ArrayList<>();

  /// @param layer where they are written; in a scene, so that their sizes are known
  Notes(Pane layer, Messages messages) {
    this.layer = layer;
    this.messages = messages;
  }

  /// Takes all notes away.
  void clear() {
    layer.getChildren().clear();
    taken.clear();
  }

  // --- Edges -------------------------------------------------------------------------------------

  /// Writes at an edge what the upstream gradient is multiplied by on its way along it.
  void factor(Picture picture, Step step, Flow<Tensor> flow, int wire) {
    LocalDerivative.label(step, flow, picture.naming(), messages.numbers())
        .ifPresent(text -> {
          Diagram.Wire ends = picture.diagram().wires().get(wire);
          Curve curve = picture.layout().wires().get(wire);
          Label note = note(text, "wire-factor");
          Place place = settle(picture, note, spots(picture.layout(), ends, curve, size(note)));
          lead(place, curve.at(0.5));
        });
  }

  private static List<Point> spots(
      DiagramLayout layout, Diagram.Wire ends, Curve curve, Point size) {
    Place from = layout.boxes().get(ends.from());
    Place to = layout.boxes().get(ends.to());
    double above = Math.min(from.y(), to.y()) - size.y() - GAP;
    double below = Math.max(from.y() + from.height(), to.y() + to.height()) + GAP;
    double left = curve.at(0.5).x() - size.x() / 2;
    Point start = curve.at(0);
    Point end = curve.at(1);
    boolean isShort = Math.hypot(end.x() - start.x(), end.y() - start.y()) < size.x() + ARROW;
    Stream<Point> along =
        DoubleStream.of(0.5, 0.4, 0.6, 0.25, 0.75)
            .filter(_ -> !isShort)
            .mapToObj(curve::at)
            .map(at -> new Point(at.x() - size.x() / 2, at.y() - size.y() / 2));
    return Stream.concat(along, Stream.of(new Point(left, above), new Point(left, below))).toList();
  }

  // A note that has no room on its edge points to it.
  private void lead(Place note, Point edge) {
    boolean above = note.y() + note.height() < edge.y();
    if ((above || note.y() > edge.y())
        && note.x() < edge.x()
        && edge.x() < note.x() + note.width()) {
      Line line =
          new Line(edge.x(), above ? note.y() + note.height() : note.y(), edge.x(), edge.y());
      line.getStyleClass().add("wire-factor-line");
      layer.getChildren().addFirst(line);
    }
  }

  // --- Nodes -------------------------------------------------------------------------------------

  /// Writes the sums that the step made, each at the node that collects it.
  void sums(Picture picture, Cover cover) {
    Sums.of(picture, cover, messages)
        .forEach((box, text) -> {
          Label note = note(text, "sum-note");
          Point size = size(note);
          Place node = picture.layout().boxes().get(box);
          double right = node.x() + node.width() - size.x();
          double below = node.y() + node.height() + GAP;
          double above = node.y() - size.y() - GAP;
          settle(
              picture,
              note,
              List.of(
                  new Point(node.x(), below),
                  new Point(right, below),
                  new Point(node.x(), above),
                  new Point(right, above)));
        });
  }

  // --- Placing -----------------------------------------------------------------------------------

  private Label note(String text, String style) {
    Label note = new Label(text);
    note.getStyleClass().add(style);
    note.setManaged(false);
    layer.getChildren().add(note);
    return note;
  }

  private static Point size(Label note) {
    note.applyCss();
    note.autosize();
    return new Point(note.getWidth(), note.getHeight());
  }

  private Place settle(Picture picture, Label note, List<Point> spots) {
    List<Place> others =
        Stream.concat(
                picture.layout().boxes().stream().map(box -> box.within(MARGIN)), taken.stream())
            .toList();
    Place best = place(spots.getFirst(), note);
    for (Point spot : spots) {
      Place place = place(spot, note);
      if (covered(place, others) < covered(best, others)) {
        best = place;
      }
    }
    note.relocate(best.x(), best.y());
    taken.add(best);
    return best;
  }

  private static Place place(Point spot, Label note) {
    return new Place(Math.rint(spot.x()), Math.rint(spot.y()), note.getWidth(), note.getHeight());
  }

  private static double covered(Place place, List<Place> others) {
    return others.stream().mapToDouble(place::shared).sum();
  }
}
