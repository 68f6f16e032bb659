package backstep.ui.stage;

import backstep.tensor.Shape;
import backstep.ui.stage.Diagram.Box;
import backstep.ui.stage.Diagram.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where everything in a diagram stands, by ELK's layered algorithm.
///
/// @param boxes one for each box of the diagram
/// @param wires for each wire the way it takes, from the operand to the op
/// @param frames one for each frame
/// @param width of the whole
/// @param height of the whole
record DiagramLayout(
    List<Place> boxes, List<Curve> wires, List<Place> frames, double width, double height) {

  /// A rectangle.
  record Place(double x, double y, double width, double height) {
    double centerX() {
      return x + width / 2;
    }

    double centerY() {
      return y + height / 2;
    }

    Point center() {
      return new Point(centerX(), centerY());
    }

    /// The same without a margin.
    Place within(double margin) {
      return new Place(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
    }

    /// How much of the area lies in another rectangle too.
    double shared(Place other) {
      double sharedWidth = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
      double sharedHeight = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
      return Math.max(0, sharedWidth) * Math.max(0, sharedHeight);
    }

    /// On the way to another.
    Place towards(Place other, double part) {
      return new Place(
          x + part * (other.x - x),
          y + part * (other.y - y),
          width + part * (other.width - width),
          height + part * (other.height - height));
    }

    /// As large as before, around the middle of another.
    Place centeredOn(Place other) {
      return new Place(other.centerX() - width / 2, other.centerY() - height / 2, width, height);
    }

    private Place at(double otherX, double otherY) {
      return new Place(otherX, otherY, width, height);
    }
  }

  /// A point.
  record Point(double x, double y) {
    private Point plus(double alongX, double alongY) {
      return new Point(x + alongX, y + alongY);
    }

    Point times(double factor) {
      return new Point(x * factor, y * factor);
    }
  }

  DiagramLayout {
    boxes = List.copyOf(boxes);
    wires = List.copyOf(wires);
    frames = List.copyOf(frames);
  }

  /// Loads ELK, which takes a while the first time.
  static void warmUp() {
    Box box = new Box("", "", false, true, "", "", Shape.SCALAR, false, -1, Optional.empty());
    of(new Diagram(List.of(box, box), List.of(new Wire(0, 1, 0)), List.of(), 0));
  }

  static DiagramLayout of(Diagram diagram) {
    return new LayoutBuilder(diagram).build();
  }

  /// The same with one box elsewhere. Its wires go there directly; all else stays.
  DiagramLayout moved(Diagram diagram, int box, double x, double y) {
    List<Place> places = new ArrayList<>(boxes);
    Place before = boxes.get(box);
    places.set(box, before.at(x, y));
    double alongX = x - before.x();
    double alongY = y - before.y();
    List<Curve> ways = new ArrayList<>(wires);
    for (int i = 0; i < ways.size(); i++) {
      Wire wire = diagram.wires().get(i);
      if (wire.from() == box || wire.to() == box) {
        Point start = ways.get(i).points().getFirst();
        Point end = ways.get(i).points().getLast();
        ways.set(
            i,
            Curve.between(
                wire.from() == box ? start.plus(alongX, alongY) : start,
                wire.to() == box ? end.plus(alongX, alongY) : end));
      }
    }
    return new DiagramLayout(places, ways, frames, width, height);
  }
}
