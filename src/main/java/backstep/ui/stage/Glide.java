package backstep.ui.stage;

import backstep.graph.Call;
import backstep.ui.stage.DiagramLayout.Place;
import backstep.ui.stage.DiagramLayout.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;

/// How one drawing of a graph becomes another: nodes glide to their new places, what was in a
/// closed call comes out of its box, and what is in one now goes into it.
final class Glide {
  private static final double SAME = 0.01;

  /// A drawing as it stands on the screen, perhaps in the middle of a glide.
  private record Standing<R extends Region>(R region, Place place) {
    static <R extends Region> Standing<R> of(R region) {
      return new Standing<>(
          region,
          new Place(
              region.getLayoutX(), region.getLayoutY(), region.getWidth(), region.getHeight()));
    }
  }

  private final GraphView view;
  private final Picture before;
  private final List<Standing<NodeBox>> boxesBefore;
  private final Map<String, Place> placeOf = new HashMap<>();
  private final List<Standing<FrameView>> framesBefore;
  private final List<DoubleConsumer> parts = new ArrayList<>();

  private Glide(GraphView view, Picture before) {
    this.view = view;
    this.before = before;
    boxesBefore = view.boxes().stream().map(Standing::of).toList();
    boxesBefore.forEach(box -> placeOf.put(box.region().id(), box.place()));
    framesBefore = view.frames().stream().map(Standing::of).toList();
  }

  /// Notes where everything is, before another picture is drawn.
  static Glide from(GraphView view, Picture before) {
    return new Glide(view, before);
  }

  /// Where something was, and where it is now.
  record Anchor(Point before, Point after) {}

  /// The node that stands for a call in one of the drawings only, which is what is looked at.
  Optional<Anchor> anchor(Picture now) {
    return IntStream.range(0, now.diagram().boxes().size())
        .filter(i -> isOpenedOrClosed(now.diagram().boxes().get(i)))
        .mapToObj(i -> anchor(now, i))
        .findFirst();
  }

  private boolean isOpenedOrClosed(Diagram.Box box) {
    return before.drawing().box(box.id()).stream()
        .mapToObj(before.diagram().boxes()::get)
        .anyMatch(old -> !old.closed().equals(box.closed()));
  }

  private Anchor anchor(Picture now, int box) {
    Place end = now.layout().boxes().get(box);
    Place start = placeOf.getOrDefault(now.diagram().boxes().get(box).id(), end);
    return new Anchor(start.center(), end.center());
  }

  /// All movements to the picture that is drawn now.
  List<DoubleConsumer> to(Picture now) {
    List<Place> starts = new ArrayList<>();
    for (int i = 0; i < view.boxes().size(); i++) {
      starts.add(moveBox(now, i));
    }
    moveWires(now, starts);
    moveFrames(now);
    removeGhosts(now);
    parts.add(_ -> view.halo().follow());
    return parts;
  }

  private Place moveBox(Picture now, int i) {
    NodeBox box = view.boxes().get(i);
    Place end = now.layout().boxes().get(i);
    Place known = placeOf.get(box.id());
    Place start = known != null ? known : origin(now, i).map(end::centeredOn).orElse(end);
    move(box, start, end);
    if (known == null) {
      parts.add(box::setOpacity);
    }
    return start;
  }

  // What comes to be seen comes out of the box that it was in.
  private Optional<Place> origin(Picture now, int box) {
    OptionalInt old = before.drawing().box(now.node(box));
    return old.isEmpty() ? Optional.empty() : Optional.of(boxesBefore.get(old.getAsInt()).place());
  }

  private void move(Region region, Place start, Place end) {
    if (!start.equals(end)) {
      parts.add(part -> GraphView.put(region, start.towards(end, part)));
    }
  }

  private void moveWires(Picture now, List<Place> starts) {
    for (int i = 0; i < view.wires().size(); i++) {
      WireView wire = view.wires().get(i);
      Diagram.Wire ends = now.diagram().wires().get(i);
      Curve way = now.layout().wires().get(i);
      Place from = starts.get(ends.from());
      Place to = starts.get(ends.to());
      Place fromEnd = now.layout().boxes().get(ends.from());
      Place toEnd = now.layout().boxes().get(ends.to());
      Point atStart =
          new Point(
              from.x() + from.width() - fromEnd.x() - fromEnd.width(),
              from.centerY() - fromEnd.centerY());
      Point atEnd = new Point(to.x() - toEnd.x(), to.centerY() - toEnd.centerY());
      if (Math.hypot(atStart.x(), atStart.y()) + Math.hypot(atEnd.x(), atEnd.y()) > SAME) {
        parts.add(part ->
            wire.follow(
                part == 1 ? way : way.bent(atStart.times(1 - part), atEnd.times(1 - part))));
      }
      if (isNew(now, ends.from()) || isNew(now, ends.to())) {
        parts.add(wire::setOpacity);
      }
    }
  }

  private boolean isNew(Picture now, int box) {
    return !placeOf.containsKey(now.diagram().boxes().get(box).id());
  }

  private void moveFrames(Picture now) {
    Map<Call, Place> known = new HashMap<>();
    framesBefore.forEach(frame -> known.put(frame.region().frame().call(), frame.place()));
    for (int f = 0; f < view.frames().size(); f++) {
      FrameView frame = view.frames().get(f);
      Place end = now.layout().frames().get(f);
      Place start = known.get(frame.frame().call());
      if (start == null) {
        start = now.diagram().within(f).flatMap(box -> origin(now, box)).orElse(end);
        parts.add(frame::setOpacity);
      }
      move(frame, start, end);
    }
  }

  // What is no longer seen goes into the box that it is in.
  private void removeGhosts(Picture now) {
    List<Region> ghosts = new ArrayList<>();
    for (int f = 0; f < framesBefore.size(); f++) {
      Standing<FrameView> frame = framesBefore.get(f);
      if (!view.frames().contains(frame.region())) {
        ghosts.add(frame.region());
        Optional<Place> end = before.diagram().within(f).flatMap(box -> target(now, box));
        move(frame.region(), frame.place(), end.orElse(frame.place()));
      }
    }
    for (int i = 0; i < boxesBefore.size(); i++) {
      Standing<NodeBox> box = boxesBefore.get(i);
      if (!view.boxes().contains(box.region())) {
        ghosts.add(box.region());
        Optional<Place> end = target(now, i).map(box.place()::centeredOn);
        move(box.region(), box.place(), end.orElse(box.place()));
      }
    }
    view.addGhosts(ghosts);
    parts.add(part -> {
      ghosts.forEach(ghost -> ghost.setOpacity(1 - part));
      if (part == 1) {
        view.removeGhosts(ghosts);
      }
    });
  }

  private Optional<Place> target(Picture now, int boxBefore) {
    OptionalInt box = now.drawing().box(before.node(boxBefore));
    return box.isEmpty() ? Optional.empty() : Optional.of(now.layout().boxes().get(box.getAsInt()));
  }
}
