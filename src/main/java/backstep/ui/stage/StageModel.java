package backstep.ui.stage;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.python.Naming;
import backstep.python.Origins;
import backstep.tensor.Tensor;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import backstep.ui.kit.Background;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the stage shows: a graph in its layout, and what is known of it.
public final class StageModel {
  /// Everything that is drawn.
  ///
  /// @param nodes the node of each box
  /// @param naming what to call the nodes
  /// @param moves whether the last step is to be seen happening
  record Picture(
      Diagram diagram,
      DiagramLayout layout,
      List<Node> nodes,
      Snapshot snapshot,
      Naming naming,
      boolean moves) {
    Picture {
      nodes = List.copyOf(nodes);
    }

    static Picture of(
        Diagram diagram, DiagramLayout layout, Snapshot snapshot, Naming naming, boolean moves) {
      List<Node> nodes = Diagram.order(snapshot.trace().graph());
      return new Picture(diagram, layout, nodes, snapshot, naming, moves);
    }

    Graph graph() {
      return snapshot.trace().graph();
    }

    Node node(int box) {
      return nodes.get(box);
    }

    int box(Node node) {
      return nodes.indexOf(node);
    }

    Optional<Integer> box(String id) {
      return IntStream.range(0, nodes.size())
          .filter(i -> diagram.boxes().get(i).id().equals(id))
          .boxed()
          .findFirst();
    }

    /// What has gone back along each wire so far, by wire.
    Map<Integer, Tensor> shares() {
      Map<Node, Integer> boxes = new HashMap<>();
      for (int i = 0; i < nodes.size(); i++) {
        boxes.put(nodes.get(i), i);
      }
      Map<Diagram.Wire, Integer> wires = new HashMap<>();
      for (int i = 0; i < diagram.wires().size(); i++) {
        wires.put(diagram.wires().get(i), i);
      }
      Map<Integer, Tensor> shares = new HashMap<>();
      for (Step step : snapshot.trace().steps().subList(0, snapshot.position())) {
        if (step instanceof Step.Backward(Node.Operation from, _, List<Flow<Tensor>> flows)) {
          for (Flow<Tensor> flow : flows) {
            Integer to = boxes.get(flow.to());
            Integer by = boxes.get(from);
            Integer wire =
                to == null || by == null
                    ? null
                    : wires.get(new Diagram.Wire(to, by, flow.operand()));
            if (wire != null) {
              shares.put(wire, flow.share());
            }
          }
        }
      }
      return shares;
    }

    Picture at(Snapshot other) {
      return new Picture(diagram, layout, nodes, other, naming, false);
    }

    private Picture in(DiagramLayout other) {
      return new Picture(diagram, other, nodes, snapshot, naming, false);
    }
  }

  /// That what is shown is not what the program as it is now computes.
  ///
  /// @param leaf the leaf that was changed; none if anything may have been
  private record Doubt(Optional<Node> leaf) {}

  private record Asked(Diagram diagram, Snapshot snapshot, Naming naming, boolean moves) {}

  private final Background.Lane lane;
  private final ReadOnlyObjectWrapper<Optional<Picture>> picture =
      new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());
  private final ReadOnlyObjectWrapper<Set<Node>> pointed =
      new ReadOnlyObjectWrapper<>(this, "pointed", Set.of());
  private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper(this, "moved", false);
  private final ReadOnlyObjectWrapper<Set<Integer>> stale =
      new ReadOnlyObjectWrapper<>(this, "stale", Set.of());
  private Consumer<Set<Node>> onNodePointed = _ -> {};
  private Consumer<LeafChange> onLeafChanged = _ -> {};
  private Runnable onTakenBack = () -> {};
  private Optional<Doubt> doubt = Optional.empty();
  private Optional<String> mistyped = Optional.empty();
  private @Nullable Asked asked;

  /// @param background where layouts are made
  public StageModel(Background background) {
    lane = background.lane();
    picture.subscribe(_ -> mark());
    background.warmUp(DiagramLayout::warmUp);
  }

  // --- Properties --------------------------------------------------------------------------------

  ReadOnlyObjectProperty<Optional<Picture>> picture() {
    return picture.getReadOnlyProperty();
  }

  /// The nodes that are pointed at elsewhere.
  ReadOnlyObjectProperty<Set<Node>> pointed() {
    return pointed.getReadOnlyProperty();
  }

  /// Whether the learner has moved a node.
  ReadOnlyBooleanProperty movedProperty() {
    return moved.getReadOnlyProperty();
  }

  /// The boxes whose value is no longer what the program computes; where there is one, no gradient
  /// can be relied on.
  ReadOnlyObjectProperty<Set<Integer>> staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /// Called when the learner changes a leaf.
  public void setOnLeafChanged(Consumer<LeafChange> action) {
    onLeafChanged = action;
  }

  /// Called when the learner takes back what they just did to a leaf.
  public void setOnTakenBack(Runnable action) {
    onTakenBack = action;
  }

  /// Called with the node under the pointer; with none when it leaves.
  public void setOnNodePointed(Consumer<Set<Node>> action) {
    onNodePointed = action;
  }

  void nodePointed(Set<Node> nodes) {
    onNodePointed.accept(nodes);
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Marks nodes that the pointer is on elsewhere; none takes the mark away.
  public void point(Set<Node> nodes) {
    pointed.set(Set.copyOf(nodes));
  }

  /// Marks what depends on a leaf as no longer what the program computes; without a leaf,
  /// everything.
  public void doubt(Optional<Node> leaf) {
    doubt = Optional.of(new Doubt(leaf));
    mark();
  }

  /// What is shown is what the program computes.
  public void trust() {
    doubt = Optional.empty();
    mark();
  }

  /// What is being typed for a leaf is not a number; none if it is, or nothing is typed.
  void typed(Optional<String> boxOfNoNumber) {
    mistyped = boxOfNoNumber;
    mark();
  }

  private void mark() {
    stale.set(picture.get().map(this::doubted).orElse(Set.of()));
  }

  private Set<Integer> doubted(Picture now) {
    Set<Integer> boxes = new HashSet<>();
    mistyped.flatMap(now::box).ifPresent(boxes::add);
    doubt.ifPresent(d ->
        d.leaf()
            .map(now::box)
            .filter(box -> box >= 0)
            .ifPresentOrElse(
                boxes::add, () -> IntStream.range(0, now.nodes().size()).forEach(boxes::add)));
    // Wires lead from earlier boxes to later ones, and stand in the order of where they lead to.
    for (Diagram.Wire wire : now.diagram().wires()) {
      if (boxes.contains(wire.from())) {
        boxes.add(wire.to());
      }
    }
    return Set.copyOf(boxes);
  }

  /// An entry of a leaf, as the program sets it; none if there is no such leaf.
  Optional<Double> entry(String boxId, int entry) {
    return leaf(boxId).map(leaf -> leaf.value().get(entry));
  }

  /// Changes an entry of a leaf.
  ///
  /// @param continues whether it goes on with the movement of the change before
  void change(String boxId, int entry, double value, boolean continues) {
    leaf(boxId)
        .ifPresent(leaf -> onLeafChanged.accept(new LeafChange(leaf, entry, value, continues)));
  }

  /// Takes back the changes of the last movement.
  void takeBack() {
    onTakenBack.run();
  }

  private Optional<Node> leaf(String boxId) {
    return picture
        .get()
        .flatMap(now -> now.box(boxId).map(now::node))
        .filter(Node.Leaf.class::isInstance);
  }

  /// Shows what is known; the step that led here is seen happening if `moves`.
  public void show(Snapshot snapshot, Origins origins, boolean moves) {
    Diagram diagram = diagram(snapshot.trace().graph(), origins);
    Naming naming = new Naming(origins);
    Optional<Picture> now = picture.get();
    if (now.isPresent() && now.get().diagram().equals(diagram)) {
      lane.cancel();
      asked = null;
      picture.set(
          Optional.of(
              Picture.of(now.get().diagram(), now.get().layout(), snapshot, naming, moves)));
      return;
    }
    boolean underWay = asked != null && asked.diagram().equals(diagram);
    asked = new Asked(diagram, snapshot, naming, moves);
    if (!underWay) {
      lane.run(
          () -> DiagramLayout.of(diagram),
          this::laidOut,
          failure -> {
            throw failure;
          });
    }
  }

  // A trace keeps its graph, and with it its diagram.
  private Diagram diagram(Graph graph, Origins origins) {
    return picture
        .get()
        .filter(now -> now.graph() == graph)
        .map(Picture::diagram)
        .orElseGet(() -> Diagram.of(graph, origins));
  }

  private void laidOut(DiagramLayout layout) {
    Asked wanted = asked;
    if (wanted != null) {
      asked = null;
      moved.set(false);
      picture.set(
          Optional.of(
              Picture.of(
                  wanted.diagram(), layout, wanted.snapshot(), wanted.naming(), wanted.moves())));
    }
  }

  /// Puts a node elsewhere, where it stays until [#tidy] or another graph.
  void move(String boxId, double x, double y) {
    picture
        .get()
        .ifPresent(now ->
            now.box(boxId)
                .ifPresent(box -> {
                  moved.set(true);
                  picture.set(Optional.of(now.in(now.layout().moved(now.diagram(), box, x, y))));
                }));
  }

  /// Puts all nodes back to where they were laid out.
  void tidy() {
    picture
        .get()
        .filter(_ -> moved.get())
        .ifPresent(now ->
            lane.run(
                () -> DiagramLayout.of(now.diagram()),
                this::tidied,
                failure -> {
                  throw failure;
                }));
  }

  private void tidied(DiagramLayout layout) {
    moved.set(false);
    picture.get().ifPresent(now -> picture.set(Optional.of(now.in(layout))));
  }

  /// Shows nothing.
  public void clear() {
    lane.cancel();
    asked = null;
    moved.set(false);
    picture.set(Optional.empty());
  }
}
