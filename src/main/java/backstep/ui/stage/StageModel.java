package backstep.ui.stage;

import backstep.graph.Call;
import backstep.graph.Node;
import backstep.keep.SavedSession.Placed;
import backstep.keep.SavedSession.Sight;
import backstep.python.Naming;
import backstep.python.Origins;
import backstep.trace.Cover;
import backstep.trace.Snapshot;
import backstep.trace.Trace;
import backstep.ui.kit.Background;
import backstep.ui.stage.DiagramLayout.Point;
import backstep.ui.stage.Picture.Change;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the stage shows: a graph in its layout, and what is known of it.
public final class StageModel {
  /// That what is shown is not what the program as it is now computes.
  ///
  /// @param leaf the leaf that was changed; none if anything may have been
  private record Doubt(Optional<Node> leaf) {}

  /// How a graph is to be arranged that is laid out next.
  private record Arrangement(List<Placed> placed, Optional<Sight> sight) {}

  private record Asked(Drawing drawing, Snapshot snapshot, Naming naming, boolean moves) {}

  private final Background.Lane lane;
  private final ReadOnlyObjectWrapper<Optional<Picture>> picture =
      new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());
  private final ReadOnlyObjectWrapper<Set<Node>> pointed =
      new ReadOnlyObjectWrapper<>(this, "pointed", Set.of());
  private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper(this, "moved", false);
  private final ReadOnlyObjectWrapper<Set<Integer>> stale =
      new ReadOnlyObjectWrapper<>(this, "stale", Set.of());
  private final ReadOnlyObjectWrapper<CallsShown> calls =
      new ReadOnlyObjectWrapper<>(this, "calls", CallsShown.NONE);
  private final ReadOnlyObjectWrapper<Cover> cover =
      new ReadOnlyObjectWrapper<>(this, "cover", Cover.NONE);
  private Consumer<UnaryOperator<ClosedCalls>> onFolded = _ -> {};
  private Consumer<Set<Node>> onNodePointed = _ -> {};
  private Consumer<LeafChange> onLeafChanged = _ -> {};
  private Runnable onTakenBack = () -> {};
  private Consumer<Set<Node>> onRevealed = _ -> {};
  private Function<Node, Optional<Start>> starts = _ -> Optional.empty();
  private Optional<Doubt> doubt = Optional.empty();
  private Optional<String> mistyped = Optional.empty();
  // Where the learner put boxes, by the boxes' ids.
  private final Map<String, Point> placed = new LinkedHashMap<>();
  private Optional<Arrangement> awaited = Optional.empty();
  private Optional<Arrangement> arranged = Optional.empty();
  private @Nullable Asked asked;

  /// @param background where layouts are made
  public StageModel(Background background) {
    lane = background.lane();
    picture.subscribe(_ -> mark());
    picture.subscribe(
        now -> calls.set(now.map(p -> CallsShown.in(p.diagram())).orElse(CallsShown.NONE)));
    background.warmUp(DiagramLayout::warmUp);
  }

  // --- Properties --------------------------------------------------------------------------------

  /// Whether there is no graph to be seen.
  public boolean isEmpty() {
    return picture.get().isEmpty();
  }

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

  /// The nodes that the learner has put elsewhere.
  public List<Placed> placed() {
    return placed.entrySet().stream()
        .map(entry -> new Placed(entry.getKey(), entry.getValue().x(), entry.getValue().y()))
        .toList();
  }

  /// Which calls are seen that can be opened or closed.
  ReadOnlyObjectProperty<CallsShown> callsProperty() {
    return calls.getReadOnlyProperty();
  }

  /// Which figures are hidden.
  ReadOnlyObjectProperty<Cover> coverProperty() {
    return cover.getReadOnlyProperty();
  }

  /// Called with the nodes whose hidden figures are to be seen.
  public void setOnRevealed(Consumer<Set<Node>> action) {
    onRevealed = action;
  }

  /// Called when the learner opens or closes calls, with what that makes of their choice.
  public void setOnFolded(Consumer<UnaryOperator<ClosedCalls>> action) {
    onFolded = action;
  }

  /// Called when the learner changes a leaf.
  public void setOnLeafChanged(Consumer<LeafChange> action) {
    onLeafChanged = action;
  }

  /// Called when the learner takes back what they just did to a leaf.
  public void setOnTakenBack(Runnable action) {
    onTakenBack = action;
  }

  /// Who knows what training began with where it has made something else of a leaf.
  public void setStarts(Function<Node, Optional<Start>> function) {
    starts = function;
  }

  Optional<Start> start(Node leaf) {
    return starts.apply(leaf);
  }

  /// Called with the node under the pointer; with none when it leaves.
  public void setOnNodePointed(Consumer<Set<Node>> action) {
    onNodePointed = action;
  }

  /// The pointer is on a box; on none if there is no such box.
  void boxPointed(String boxId) {
    onNodePointed.accept(
        picture
            .get()
            .map(Picture::drawing)
            .map(now -> now.box(boxId).stream().mapToObj(now::nodes).findFirst().orElse(Set.of()))
            .orElse(Set.of()));
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Hides figures.
  public void cover(Cover now) {
    cover.set(now);
  }

  /// The hidden figures of a box are to be seen.
  void reveal(String boxId) {
    picture.get().flatMap(now -> node(now, boxId)).map(Set::of).ifPresent(onRevealed);
  }

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
    mistyped.ifPresent(id -> now.drawing().box(id).ifPresent(boxes::add));
    doubt.ifPresent(d ->
        d.leaf()
            .map(now.drawing()::box)
            .orElse(OptionalInt.empty())
            .ifPresentOrElse(
                boxes::add,
                () -> IntStream.range(0, now.diagram().boxes().size()).forEach(boxes::add)));
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
    return leaf(boxId).map(leaf -> start(leaf).map(Start::value).orElseGet(leaf::value).get(entry));
  }

  /// What training began with in a box, where it has made something else of it.
  Optional<Start> start(String boxId) {
    return leaf(boxId).flatMap(this::start);
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
    return picture.get().flatMap(now -> node(now, boxId)).filter(Node.Leaf.class::isInstance);
  }

  private static Optional<Node> node(Picture now, String boxId) {
    OptionalInt box = now.drawing().box(boxId);
    return box.isEmpty() ? Optional.empty() : Optional.of(now.node(box.getAsInt()));
  }

  // --- Calls -------------------------------------------------------------------------------------

  /// Opens the closed call that a box is, or else closes the innermost call that it stands in.
  void toggleCall(String boxId) {
    picture
        .get()
        .ifPresent(now ->
            now.drawing()
                .box(boxId)
                .ifPresent(at -> {
                  Diagram diagram = now.diagram();
                  Diagram.Box box = diagram.boxes().get(at);
                  diagram
                      .closed(box)
                      .ifPresentOrElse(
                          call -> fold(call, false),
                          () -> diagram.closable(box).ifPresent(call -> fold(call, true)));
                }));
  }

  /// Opens all calls if any is closed, else closes them all.
  public void toggleCalls() {
    switch (calls.get()) {
      case NONE -> {}
      case SOME_CLOSED -> onFolded.accept(_ -> ClosedCalls.all(false));
      case ALL_OPEN -> onFolded.accept(_ -> ClosedCalls.all(true));
    }
  }

  /// Closes or opens a call.
  void fold(Call call, boolean closed) {
    onFolded.accept(choice -> choice.with(call, closed));
  }

  // --- Showing -----------------------------------------------------------------------------------

  /// Shows what is known; the step that led here is seen happening if `moves`.
  public void show(Snapshot snapshot, Origins origins, boolean moves) {
    Drawing drawing = drawing(snapshot.trace(), origins);
    Naming naming = new Naming(origins);
    Optional<Picture> now = picture.get();
    boolean asItIs = awaited.isEmpty() && now.isPresent();
    if (asItIs && now.get().diagram().equals(drawing.diagram())) {
      if (asked != null) {
        lane.cancel();
        asked = null;
      }
      Change change = moves ? Change.STEP : Change.NONE;
      picture.set(Optional.of(new Picture(drawing, now.get().layout(), snapshot, naming, change)));
      return;
    }
    boolean underWay = asked != null && asked.drawing().diagram().equals(drawing.diagram());
    asked = new Asked(drawing, snapshot, naming, moves);
    if (!underWay) {
      lane.run(
          () -> DiagramLayout.of(drawing.diagram()),
          this::laidOut,
          failure -> {
            throw failure;
          });
    }
  }

  /// Shows what another stage showed.
  void show(Picture of) {
    picture.set(Optional.of(of));
  }

  // A step stays within its trace, and so with what is drawn.
  private Drawing drawing(Trace trace, Origins origins) {
    return picture
        .get()
        .map(Picture::drawing)
        .filter(drawn -> drawn.trace() == trace)
        .orElseGet(() -> Drawing.of(trace, origins));
  }

  private void laidOut(DiagramLayout layout) {
    Asked wanted = asked;
    if (wanted != null) {
      asked = null;
      untouch();
      Diagram diagram = wanted.drawing().diagram();
      arranged = awaited;
      awaited = Optional.empty();
      Picture next =
          new Picture(
              wanted.drawing(),
              arranged.map(a -> arranged(layout, diagram, a.placed())).orElse(layout),
              wanted.snapshot(),
              wanted.naming(),
              wanted.moves() ? Change.STEP : Change.NONE);
      boolean refolded = picture.get().filter(next::isOfSameGraph).isPresent();
      picture.set(Optional.of(refolded ? next.with(next.layout(), Change.GLIDE) : next));
    }
  }

  /// What is laid out next is arranged as the learner left it.
  ///
  /// @param boxes where they had put nodes
  /// @param sight what they saw of the graph; none where that was left to the window
  public void arrange(List<Placed> boxes, Optional<Sight> sight) {
    awaited = Optional.of(new Arrangement(boxes, sight));
  }

  // A box that there is no more is passed over.
  private DiagramLayout arranged(DiagramLayout layout, Diagram diagram, List<Placed> boxes) {
    DiagramLayout now = layout;
    for (Placed one : boxes) {
      for (int box = 0; box < diagram.boxes().size(); box++) {
        if (diagram.boxes().get(box).id().equals(one.box())) {
          now = now.moved(diagram, box, one.x(), one.y());
          touch(one.box(), one.x(), one.y());
        }
      }
    }
    return now;
  }

  /// Has whoever sees the graph that was just arranged see what the learner saw.
  ///
  /// @param look takes what they saw, if they had chosen it; is called once
  void takeSight(Consumer<Optional<Sight>> look) {
    Optional<Arrangement> taken = arranged;
    arranged = Optional.empty();
    taken.map(Arrangement::sight).ifPresent(look);
  }

  private void touch(String boxId, double x, double y) {
    placed.put(boxId, new Point(x, y));
    moved.set(true);
  }

  private void untouch() {
    placed.clear();
    moved.set(false);
  }

  /// Puts a node elsewhere, where it stays until [#tidy] or another graph.
  void move(String boxId, double x, double y) {
    picture
        .get()
        .ifPresent(now ->
            now.drawing()
                .box(boxId)
                .ifPresent(box -> {
                  touch(boxId, x, y);
                  DiagramLayout layout = now.layout().moved(now.diagram(), box, x, y);
                  picture.set(Optional.of(now.with(layout, Change.NONE)));
                }));
  }

  /// Puts all nodes back to where they were laid out; what is being laid out anew is tidy anyway.
  void tidy() {
    picture
        .get()
        .filter(_ -> moved.get() && asked == null)
        .ifPresent(now ->
            lane.run(
                () -> DiagramLayout.of(now.diagram()),
                this::tidied,
                failure -> {
                  throw failure;
                }));
  }

  private void tidied(DiagramLayout layout) {
    untouch();
    picture.get().ifPresent(now -> picture.set(Optional.of(now.with(layout, Change.GLIDE))));
  }

  /// Shows nothing.
  public void clear() {
    lane.cancel();
    asked = null;
    awaited = Optional.empty();
    untouch();
    picture.set(Optional.empty());
  }
}
