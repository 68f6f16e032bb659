package backstep.ui.stage;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Call;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import backstep.trace.Cover;
import backstep.trace.Cover.Kind;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Messages;
import backstep.ui.stage.DiagramLayout.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The graph as it is drawn, in the units of its layout: frames, edges, nodes, and above them what
/// a step has written and sent on its way.
///
/// Edges lie under the nodes, so that no figure is ever crossed out.
final class GraphView extends Pane {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  private static final Tensor HIDDEN_SHARE = Tensor.scalar(0.1);

  private final StageModel model;
  private final Messages messages;
  private final BiConsumer<NodeBox, Boolean> focused;
  private final Pane frameLayer = layer(true);
  private final Halo halo = new Halo();
  private final Pane wireLayer = layer(false);
  private final Pane boxLayer = layer(true);
  private final Pane noteLayer = layer(false);
  private final Pane pulseLayer = layer(false);
  private final Notes notes;

  private final List<FrameView> frames = new ArrayList<>();
  private final List<NodeBox> boxes = new ArrayList<>();
  private final List<WireView> wires = new ArrayList<>();
  private double lineScale = 1;

  /// @param focused called with a node that gets the focus, and whether by keyboard
  GraphView(StageModel model, Messages messages, BiConsumer<NodeBox, Boolean> focused) {
    this.model = model;
    this.messages = messages;
    this.focused = focused;
    notes = new Notes(noteLayer, messages);
    setManaged(false);
    setPickOnBounds(false);
    getChildren().addAll(frameLayer, halo, wireLayer, boxLayer, noteLayer, pulseLayer);
  }

  private static Pane layer(boolean heard) {
    Pane layer = new Pane();
    layer.setMouseTransparent(!heard);
    layer.setPickOnBounds(false);
    return layer;
  }

  List<NodeBox> boxes() {
    return boxes;
  }

  List<WireView> wires() {
    return wires;
  }

  List<FrameView> frames() {
    return frames;
  }

  Halo halo() {
    return halo;
  }

  // --- Drawing -----------------------------------------------------------------------------------

  /// Draws another diagram. A node that is drawn as before stays what it is, and keeps the focus.
  void draw(Picture picture) {
    Map<String, NodeBox> before = new HashMap<>();
    boxes.forEach(box -> before.put(box.id(), box));
    Map<Call, FrameView> framesBefore = new HashMap<>();
    frames.forEach(frame -> framesBefore.put(frame.frame().call(), frame));
    clear();
    Diagram diagram = picture.diagram();
    for (Diagram.Frame frame : diagram.frames()) {
      FrameView known = framesBefore.get(frame.call());
      frames.add(
          known != null && known.frame().closable() == frame.closable()
              ? known
              : new FrameView(frame, messages, model::fold));
    }
    for (Diagram.Box drawing : diagram.boxes()) {
      NodeBox known = before.get(drawing.id());
      if (known != null && known.box().isLike(drawing)) {
        known.draw(drawing);
        boxes.add(known);
      } else {
        boxes.add(box(drawing));
      }
    }
    for (Curve curve : picture.layout().wires()) {
      WireView wire = new WireView(curve);
      wire.scaleLines(lineScale);
      wires.add(wire);
    }
    frameLayer.getChildren().setAll(frames);
    wireLayer.getChildren().setAll(wires);
    boxLayer.getChildren().setAll(boxes);
    arrange(picture.layout());
  }

  private NodeBox box(Diagram.Box drawing) {
    NodeBox box = new NodeBox(drawing, messages, call -> model.fold(call, false));
    box.setOnRevealed(() -> model.reveal(box.id()));
    box.setStart(() -> model.start(box.id()));
    box.hoverProperty().subscribe(inside -> model.boxPointed(inside ? box.id() : ""));
    box.focusedProperty()
        .subscribe(isFocused -> {
          if (isFocused) {
            focused.accept(box, box.isFocusVisible());
          }
        });
    return box;
  }

  /// Puts everything where the layout has it.
  void arrange(DiagramLayout layout) {
    for (int i = 0; i < frames.size(); i++) {
      put(frames.get(i), layout.frames().get(i));
    }
    for (int i = 0; i < boxes.size(); i++) {
      put(boxes.get(i), layout.boxes().get(i));
    }
    for (int i = 0; i < wires.size(); i++) {
      wires.get(i).follow(layout.wires().get(i));
    }
  }

  static void put(Region region, Place place) {
    region.resizeRelocate(place.x(), place.y(), place.width(), place.height());
  }

  /// Adds what is leaving the graph, under what stays.
  void addGhosts(List<? extends Region> ghosts) {
    ghosts.forEach(ghost -> {
      ghost.setId(null);
      ghost.setFocusTraversable(false);
      ghost.setMouseTransparent(true);
      (ghost instanceof NodeBox ? boxLayer : frameLayer).getChildren().addFirst(ghost);
    });
  }

  void removeGhosts(List<? extends Region> ghosts) {
    boxLayer.getChildren().removeAll(ghosts);
    frameLayer.getChildren().removeAll(ghosts);
  }

  /// Draws nothing.
  void clear() {
    frames.clear();
    boxes.clear();
    wires.clear();
    notes.clear();
    halo.ring(Optional.empty(), Optional.empty());
    List.of(frameLayer, wireLayer, boxLayer, pulseLayer)
        .forEach(layer -> layer.getChildren().clear());
  }

  void scaleLines(double scale) {
    lineScale = scale;
    wires.forEach(wire -> wire.scaleLines(scale));
  }

  /// What is drawn, in the units of the layout, with what is written beside it.
  Bounds extent(DiagramLayout layout) {
    Bounds notesAt = noteLayer.getBoundsInParent();
    double left = Math.min(0, notesAt.getMinX());
    double top = Math.min(0, notesAt.getMinY());
    double right = Math.max(layout.width(), notesAt.getMaxX());
    double bottom = Math.max(layout.height(), notesAt.getMaxY());
    return new BoundingBox(left, top, right - left, bottom - top);
  }

  // --- Showing -----------------------------------------------------------------------------------

  /// Shows what is known.
  void apply(Picture picture) {
    notes.clear();
    Snapshot snapshot = picture.snapshot();
    String loss = lossName(picture);
    for (int i = 0; i < boxes.size(); i++) {
      boxes.get(i).show(snapshot, cover(), picture.node(i), loss, i + 1, boxes.size());
    }
    for (int i = 0; i < wires.size(); i++) {
      Diagram.Wire ends = picture.diagram().wires().get(i);
      wires
          .get(i)
          .show(
              snapshot.value(picture.node(ends.to())).isPresent(),
              picture
                  .drawing()
                  .share(i, snapshot.position())
                  .map(share -> seen(picture.node(ends.from()), share)));
    }
  }

  private Cover cover() {
    return model.coverProperty().get();
  }

  // How wide an edge is must not tell how large a hidden share is.
  private Tensor seen(Node receiver, Tensor share) {
    return cover().hidesGradient(receiver) ? HIDDEN_SHARE : share;
  }

  private static String lossName(Picture picture) {
    OptionalInt loss = picture.drawing().box(picture.snapshot().trace().graph().loss());
    return picture.diagram().boxes().get(loss.orElseThrow()).title();
  }

  /// Rings the step's node, and marks the edges that it goes back along.
  void mark(Picture picture) {
    Optional<Phase> phase = picture.snapshot().step().map(Step::phase);
    boxes.forEach(box -> box.ring(Optional.empty()));
    Optional<NodeBox> ringed = picture.stepBox().stream().mapToObj(boxes::get).findFirst();
    ringed.ifPresent(box -> box.ring(phase));
    halo.ring(ringed, phase);
    eachFlow(
        picture,
        (wire, flow) -> {
          wires.get(wire).activate();
          if (!cover().hides(Kind.VALUES)) {
            notes.factor(picture, picture.snapshot().step().orElseThrow(), flow, wire);
          }
        });
  }

  /// Hides what is written while nodes move under it, or shows it again.
  void showNotes(boolean shown) {
    noteLayer.setVisible(shown);
  }

  /// Writes what has come together at the end of a step.
  void sum(Picture picture) {
    notes.sums(picture, cover());
  }

  private static void eachFlow(Picture picture, BiConsumer<Integer, Flow<Tensor>> action) {
    picture
        .snapshot()
        .step()
        .ifPresent(step ->
            step.flows()
                .forEach(flow ->
                    picture
                        .drawing()
                        .wire(step, flow)
                        .ifPresent(wire -> action.accept(wire, flow))));
  }

  /// Marks the boxes of nodes that are pointed at elsewhere.
  void point(Picture picture, Set<Node> nodes) {
    Set<Integer> pointed = new HashSet<>();
    nodes.forEach(node -> picture.drawing().box(node).ifPresent(pointed::add));
    for (int i = 0; i < boxes.size(); i++) {
      boxes.get(i).pseudoClassStateChanged(POINTED, pointed.contains(i));
    }
  }

  void markStale(Set<Integer> stale) {
    for (int i = 0; i < boxes.size(); i++) {
      boxes.get(i).markStale(stale.contains(i), !stale.isEmpty());
    }
  }

  // --- Pulses ------------------------------------------------------------------------------------

  /// What the step sends along its edges, ready to go.
  List<Pulse> sendPulses(Picture picture) {
    List<Pulse> pulses = new ArrayList<>();
    Step step = picture.snapshot().step().orElseThrow();
    switch (step.phase()) {
      case FORWARD ->
          picture
              .stepBox()
              .ifPresent(box ->
                  picture
                      .drawing()
                      .wiresInto(box)
                      .forEach(wire -> pulses.add(Pulse.forward(wires.get(wire)))));
      case BACKWARD -> eachFlow(picture, (wire, flow) -> pulses.add(pulse(wires.get(wire), flow)));
      case UPDATE -> {}
    }
    pulseLayer.getChildren().setAll(pulses);
    pulseLayer.applyCss();
    return pulses;
  }

  private Pulse pulse(WireView wire, Flow<Tensor> flow) {
    Tensor share = flow.share();
    String load =
        share.size() == 1
            ? messages.numbers().signed(share.get(0))
            : share.size() <= 4 ? messages.numbers().shown(share) : share.shape().toString();
    boolean hidden = cover().hidesGradient(flow.to());
    return Pulse.backward(
        wire,
        hidden ? messages.now("stage.hidden.sign") : load,
        part -> wire.swell(seen(flow.to(), share), part));
  }

  void clearPulses() {
    pulseLayer.getChildren().clear();
  }
}
