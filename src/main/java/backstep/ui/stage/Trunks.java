package backstep.ui.stage;

import backstep.ui.stage.Diagram.Wire;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What the long wires of a large diagram share.
///
/// A leaf that is read all along a chain would have a long wire to each reader, and the time a
/// layout takes grows with their length. So the wires of one box run along one trunk, with a tap in
/// each layer where one leaves it. Small diagrams have no trunks.
final class Trunks {
  // How many layers all wires may pass in a diagram without trunks.
  private static final int PASSED = 60;

  /// Where wires leave the trunk of a box.
  ///
  /// @param from the box
  /// @param frame what it lies in: each frame has a trunk of its own
  /// @param layer how far along in the frame
  record Tap(int from, int frame, int layer) {}

  private record Trunk(int from, int frame) {}

  private final Diagram diagram;
  // Of boxes, and behind them of frames: the layer within the frame around it.
  private final int[] layers;
  private final Map<Wire, Tap> taps = new HashMap<>();
  private final Map<Trunk, NavigableMap<Integer, Tap>> trunks = new HashMap<>();

  Trunks(Diagram diagram) {
    this.diagram = diagram;
    layers = new int[diagram.boxes().size() + diagram.frames().size()];
    findLayers();
    int passed = 0;
    for (Wire wire : diagram.wires()) {
      int frame = diagram.boxes().get(wire.to()).frame();
      int begin = begin(wire, frame);
      int before = layers[wire.to()] - 1;
      if (before > begin) {
        passed += before - begin;
        Tap tap = new Tap(wire.from(), frame, before);
        taps.put(wire, tap);
        trunks
            .computeIfAbsent(new Trunk(wire.from(), frame), _ -> new TreeMap<>())
            .put(before, tap);
      }
    }
    if (passed <= PASSED) {
      taps.clear();
      trunks.clear();
    }
  }

  /// Where a wire leaves its trunk, if it runs along one.
  Optional<Tap> tap(Wire wire) {
    return Optional.ofNullable(taps.get(wire));
  }

  /// The tap before another along the trunk; none if the trunk comes from the box itself.
  Optional<Tap> before(Tap tap) {
    return Optional.ofNullable(trunks.get(new Trunk(tap.from(), tap.frame())))
        .map(trunk -> trunk.lowerEntry(tap.layer()))
        .map(Map.Entry::getValue);
  }

  private void findLayers() {
    int[] first = new int[layers.length];
    Arrays.fill(first, Integer.MAX_VALUE);
    for (Wire wire : diagram.wires()) {
      int frame = common(wire);
      int from = within(wire.from(), frame);
      int to = within(wire.to(), frame);
      layers[to] = Math.max(layers[to], layers[from] + 1);
    }
    // A leaf stands before its first reader, not at the very left.
    for (Wire wire : diagram.wires()) {
      int frame = common(wire);
      int from = within(wire.from(), frame);
      first[from] = Math.min(first[from], layers[within(wire.to(), frame)]);
    }
    for (int i = 0; i < diagram.boxes().size(); i++) {
      if (diagram.boxes().get(i).leaf() && first[i] != Integer.MAX_VALUE) {
        layers[i] = first[i] - 1;
      }
    }
  }

  // From outside a wire comes in at the left border.
  private int begin(Wire wire, int frame) {
    return common(wire) == frame ? layers[within(wire.from(), frame)] : -1;
  }

  /// The innermost frame around both ends of a wire, or -1.
  private int common(Wire wire) {
    int frame = diagram.boxes().get(wire.from()).frame();
    while (frame >= 0 && !diagram.isInside(diagram.boxes().get(wire.to()), frame)) {
      frame = diagram.frames().get(frame).parent();
    }
    return frame;
  }

  /// The box itself if it stands in the frame, else the frame around it that does.
  private int within(int box, int frame) {
    int child = box;
    for (int f = diagram.boxes().get(box).frame();
        f != frame;
        f = diagram.frames().get(f).parent()) {
      child = diagram.boxes().size() + f;
    }
    return child;
  }
}
