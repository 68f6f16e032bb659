package backstep.ui.stage;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Numbers;
import backstep.ui.stage.DiagramLayout.Place;
import backstep.ui.stage.DiagramLayout.Point;
import backstep.ui.stage.Neighbours.Direction;
import backstep.ui.stage.StageModel.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/// The stage: nodes, edges, and the pulses that travel along them.
public final class StageView extends Region {
  private static final double ZOOM_STEP = 1.25;
  private static final double MARGIN = 14;
  private static final double EDGE = 10;
  // A run that takes no longer is seen as its result, not as a flicker of marks.
  private static final Duration GRACE = Duration.millis(100);
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  private final StageModel model;
  private final Messages messages;
  private final BooleanProperty still = new SimpleBooleanProperty(this, "still", false);
  private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
  private final DoubleProperty typeSize = new SimpleDoubleProperty(this, "typeSize", 1);
  private final DoubleProperty lineScale = new SimpleDoubleProperty(this, "lineScale", 1);

  private final Camera camera = new Camera();
  private final Pane world = new Pane();
  private final Pane wireLayer = layer();
  private final Pane noteLayer = layer();
  private final Pane pulseLayer = layer();
  private final Motion motion = new Motion(pulseLayer);
  private final Pane editLayer = new Pane();
  private final PauseTransition staleSoon = new PauseTransition(GRACE);
  private final Rectangle clip = new Rectangle();
  private final Label phase = new Label();
  private final ZoomBar zoomBar;
  private final Legend legend;
  private final ValueEditor editor;

  private final List<NodeBox> boxes = new ArrayList<>();
  private final List<WireView> wires = new ArrayList<>();
  private Optional<Picture> drawn = Optional.empty();
  private boolean walking;

  public StageView(StageModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("stage");
    setClip(clip);
    world.getTransforms().add(camera.transform());
    world.setManaged(false);
    phase.getStyleClass().add("phase-title");
    zoomBar = new ZoomBar(this, messages, camera.zoomProperty(), model.movedProperty());
    legend = new Legend(messages);
    editor = new ValueEditor(model, messages, editLayer);
    editLayer.setPickOnBounds(false);
    getChildren().addAll(world, phase, zoomBar, legend, editLayer);
    // The model lives as long as the window, and so does this.
    model.picture().subscribe(this::show);
    messages.words().subscribe(_ -> relabel());
    model.pointed().subscribe(this::point);
    typeSize.subscribe(_ -> requestLayout());
    lineScale.subscribe(scale -> wires.forEach(wire -> wire.scaleLines(scale.doubleValue())));
    new Pointer(
            this,
            world,
            camera,
            model,
            editor,
            () -> {
              walking = false;
            })
        .listen();
    setOnScroll(event -> {
      if (event.getDeltaY() != 0) {
        camera.zoomBy(Math.pow(1.0018, event.getDeltaY()), event.getX(), event.getY());
      }
      event.consume();
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
    addEventHandler(KeyEvent.KEY_PRESSED, this::act);
    staleSoon.setOnFinished(_ -> markStale());
    model.staleProperty().subscribe(this::doubt);
    camera.transform().setOnTransformChanged(_ -> editor.place());
  }

  private static Pane layer() {
    Pane layer = new Pane();
    layer.setMouseTransparent(true);
    return layer;
  }

  // --- Properties --------------------------------------------------------------------------------

  /// Whether nothing moves: steps show their end state at once.
  public BooleanProperty stillProperty() {
    return still;
  }

  /// How fast things move; 1 is 600 ms for a step.
  public DoubleProperty speedProperty() {
    return speed;
  }

  /// How large letters are to be; 1 is the usual.
  public DoubleProperty typeSizeProperty() {
    return typeSize;
  }

  /// How thick lines are to be; 1 is the usual.
  public DoubleProperty lineScaleProperty() {
    return lineScale;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Shows the whole graph, and keeps doing so until the next zoom.
  public void fit() {
    camera.showAll();
    place(true);
  }

  /// One step nearer.
  public void zoomIn() {
    camera.zoomBy(ZOOM_STEP, getWidth() / 2, getHeight() / 2);
  }

  /// One step further away.
  public void zoomOut() {
    camera.zoomBy(1 / ZOOM_STEP, getWidth() / 2, getHeight() / 2);
  }

  /// Puts nodes that were moved back to their places.
  public void tidy() {
    model.tidy();
  }

  // --- Building ----------------------------------------------------------------------------------

  private void build(Picture picture) {
    // A node that is drawn as before stays what it is, and keeps the focus.
    Map<Diagram.Box, NodeBox> before = new HashMap<>();
    boxes.forEach(box -> before.put(box.drawing(), box));
    boxes.clear();
    wires.clear();
    wireLayer.getChildren().clear();
    world.getChildren().clear();
    Diagram diagram = picture.diagram();
    DiagramLayout layout = picture.layout();
    for (int i = 0; i < diagram.frames().size(); i++) {
      world.getChildren().add(frame(diagram.frames().get(i), layout.frames().get(i)));
    }
    for (Curve curve : layout.wires()) {
      WireView wire = new WireView(curve);
      wire.scaleLines(lineScale.get());
      wires.add(wire);
    }
    wireLayer.getChildren().addAll(wires);
    wireLayer.getChildren().addAll(wires.stream().map(WireView::factor).toList());
    for (int i = 0; i < diagram.boxes().size(); i++) {
      Diagram.Box drawing = diagram.boxes().get(i);
      NodeBox known = before.remove(drawing);
      boxes.add(known == null ? box(drawing) : known);
    }
    arrange(layout);
    // Above the nodes, so that the glow around one does not cover where its edges end.
    world.getChildren().addAll(boxes);
    world.getChildren().addAll(wireLayer, noteLayer, pulseLayer);
    camera.begin();
    place(true);
  }

  private NodeBox box(Diagram.Box drawing) {
    NodeBox box = new NodeBox(drawing, messages);
    box.setManaged(false);
    box.hoverProperty().subscribe(inside -> pointedAt(box, inside));
    box.focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            focused(box, box.isFocusVisible());
          }
        });
    return box;
  }

  private static StackPane frame(Diagram.Frame frame, Place place) {
    Label title = new Label(frame.function());
    StackPane pane = new StackPane(title);
    pane.getStyleClass().add("group-frame");
    pane.setAlignment(Pos.TOP_LEFT);
    pane.setManaged(false);
    pane.setMouseTransparent(true);
    pane.resizeRelocate(place.x(), place.y(), place.width(), place.height());
    return pane;
  }

  private void arrange(DiagramLayout layout) {
    for (int i = 0; i < boxes.size(); i++) {
      Place place = layout.boxes().get(i);
      boxes.get(i).resizeRelocate(place.x(), place.y(), place.width(), place.height());
    }
    for (int i = 0; i < wires.size(); i++) {
      wires.get(i).follow(layout.wires().get(i));
    }
  }

  // --- Showing -----------------------------------------------------------------------------------

  private void show(Optional<Picture> next) {
    motion.stop();
    Optional<Picture> before = drawn;
    drawn = next;
    if (next.isEmpty()) {
      boxes.clear();
      editor.close();
      world.getChildren().clear();
      phase.setText("");
      return;
    }
    Picture picture = next.get();
    if (before.filter(now -> now.diagram().equals(picture.diagram())).isEmpty()) {
      build(picture);
    } else if (!before.get().layout().equals(picture.layout())) {
      arrange(picture.layout());
    }
    editor.follow(boxes);
    Snapshot snapshot = picture.snapshot();
    if (picture.moves() && !still.get() && snapshot.step().isPresent()) {
      apply(picture.at(snapshot.trace().at(snapshot.position() - 1)));
      announce(picture);
      motion.play(pulses(picture), speed.get(), () -> land(picture));
    } else {
      land(picture);
    }
  }

  /// The end state of a step.
  private void land(Picture picture) {
    apply(picture);
    announce(picture);
    noteLayer.getChildren().setAll(SumNote.of(picture, flows(picture), messages));
  }

  private void relabel() {
    drawn.ifPresent(this::land);
  }

  private void apply(Picture picture) {
    noteLayer.getChildren().clear();
    Snapshot snapshot = picture.snapshot();
    Node loss = picture.graph().loss();
    String lossName = picture.diagram().boxes().get(picture.box(loss)).title();
    for (int i = 0; i < boxes.size(); i++) {
      boxes.get(i).show(snapshot, picture.node(i), lossName, i + 1, boxes.size());
    }
    Map<Integer, Tensor> shares = picture.shares();
    for (int i = 0; i < wires.size(); i++) {
      Node to = picture.node(picture.diagram().wires().get(i).to());
      wires.get(i).show(snapshot.value(to).isPresent(), Optional.ofNullable(shares.get(i)));
    }
  }

  /// Rings the step's node, marks the edges it goes back along, and says which phase this is.
  private void announce(Picture picture) {
    Optional<Step> step = picture.snapshot().step();
    Optional<Phase> now = step.map(Step::phase);
    boxes.forEach(box -> box.ring(Optional.empty()));
    step.ifPresent(s -> boxes.get(picture.box(s.node())).ring(now));
    for (Flow<Tensor> flow : flows(picture)) {
      wire(picture, flow)
          .ifPresent(wire -> wire.activate(factor(picture, step.orElseThrow(), flow)));
    }
    String word = now.map(p -> p.name().toLowerCase(Locale.ROOT)).orElse("ready");
    String sign =
        now.map(p ->
                switch (p) {
                  case FORWARD -> "▶  ";
                  case BACKWARD -> "◀  ";
                  case UPDATE -> "●  ";
                })
            .orElse("");
    phase.setText(sign + messages.now("stage." + word));
    phase.getStyleClass().setAll("label", "phase-title", "phase-" + word);
    place(false);
  }

  private static Optional<String> factor(Picture picture, Step step, Flow<Tensor> flow) {
    return step.node() instanceof Node.Operation node
        ? LocalDerivative.label(node, flow.operand(), picture.naming())
        : Optional.empty();
  }

  // --- Doubt -------------------------------------------------------------------------------------

  private void doubt(Set<Integer> stale) {
    if (stale.isEmpty()) {
      staleSoon.stop();
      markStale();
    } else if (staleSoon.getStatus() != Animation.Status.RUNNING) {
      staleSoon.play();
    }
  }

  private void markStale() {
    Set<Integer> stale = model.staleProperty().get();
    for (int i = 0; i < boxes.size(); i++) {
      boxes.get(i).markStale(stale.contains(i), !stale.isEmpty());
    }
  }

  private void point(Set<Node> nodes) {
    drawn.ifPresent(picture -> {
      for (int i = 0; i < boxes.size(); i++) {
        boxes.get(i).pseudoClassStateChanged(POINTED, nodes.contains(picture.node(i)));
      }
    });
  }

  private void pointedAt(NodeBox box, boolean inside) {
    int index = boxes.indexOf(box);
    drawn
        .filter(_ -> index >= 0)
        .ifPresent(now -> model.nodePointed(inside ? Set.of(now.node(index)) : Set.of()));
  }

  // --- Moving ------------------------------------------------------------------------------------

  private List<Pulse> pulses(Picture picture) {
    Step step = picture.snapshot().step().orElseThrow();
    return switch (step.phase()) {
      case FORWARD -> into(picture, step).map(Pulse::forward).toList();
      case BACKWARD ->
          flows(picture).stream()
              .flatMap(flow -> wire(picture, flow).map(wire -> pulse(wire, flow)).stream())
              .toList();
      case UPDATE -> List.of();
    };
  }

  private static Pulse pulse(WireView wire, Flow<Tensor> flow) {
    Tensor share = flow.share();
    String load =
        share.size() == 1
            ? Numbers.signed(share.get(0))
            : share.size() <= 4 ? Numbers.shown(share) : share.shape().toString();
    return Pulse.backward(wire, load, part -> wire.swell(share, part));
  }

  /// What the step sends back, if it is one of the backward pass.
  private static List<Flow<Tensor>> flows(Picture picture) {
    return picture.snapshot().step().orElse(null) instanceof Step.Backward step
        ? step.flows()
        : List.of();
  }

  private Stream<WireView> into(Picture picture, Step step) {
    int to = picture.box(step.node());
    List<Diagram.Wire> all = picture.diagram().wires();
    return IntStream.range(0, wires.size()).filter(i -> all.get(i).to() == to).mapToObj(wires::get);
  }

  /// The edge that a share goes back along.
  private Optional<WireView> wire(Picture picture, Flow<Tensor> flow) {
    Step step = picture.snapshot().step().orElseThrow();
    int at =
        picture
            .diagram()
            .wires()
            .indexOf(
                new Diagram.Wire(picture.box(flow.to()), picture.box(step.node()), flow.operand()));
    return at < 0 ? Optional.empty() : Optional.of(wires.get(at));
  }

  // --- Keys --------------------------------------------------------------------------------------

  /// Whether a key is the graph's own: arrows walk it for who came into it by keyboard. To all
  /// others they are the player's.
  public boolean wants(KeyEvent event) {
    return walking && event.getTarget() instanceof NodeBox && direction(event).isPresent();
  }

  private static Optional<Direction> direction(KeyEvent event) {
    return switch (event.getCode()) {
      case RIGHT -> Optional.of(Direction.RIGHT);
      case LEFT -> Optional.of(Direction.LEFT);
      case UP -> Optional.of(Direction.UP);
      case DOWN -> Optional.of(Direction.DOWN);
      default -> Optional.empty();
    };
  }

  private void walk(KeyEvent event) {
    if (!wants(event)) {
      return;
    }
    drawn.ifPresent(picture ->
        new Neighbours(picture.diagram(), picture.layout())
            .of(boxes.indexOf(event.getTarget()), direction(event).orElseThrow())
            .ifPresent(next -> boxes.get(next).requestFocus()));
    event.consume();
  }

  private void focused(NodeBox box, boolean visibly) {
    walking |= visibly;
    int index = boxes.indexOf(box);
    if (walking && index >= 0) {
      drawn.ifPresent(now -> camera.reveal(room(), now.layout().boxes().get(index)));
    }
  }

  // Enter edits a leaf, and what is copied is the focused node's figures with all their digits.
  private void act(KeyEvent event) {
    if (!(event.getTarget() instanceof NodeBox box)) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER && box.drawing().leaf()) {
      editor.open(box, 0);
      event.consume();
    } else if (FigureCopy.KEY.match(event)) {
      box.copy();
      event.consume();
    }
  }

  // --- Layout ------------------------------------------------------------------------------------

  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    phase.autosize();
    zoomBar.autosize();
    zoomBar.relocate(getWidth() - zoomBar.getWidth() - 12, EDGE);
    phase.relocate(16, EDGE + Math.max(0, (zoomBar.getHeight() - phase.getHeight()) / 2));
    legend.autosize();
    legend.relocate(16, getHeight() - legend.getHeight() - EDGE);
    legend.setVisible(legend.getWidth() + 24 < getWidth());
    editLayer.resizeRelocate(0, 0, getWidth(), getHeight());
    place(true);
    editor.place();
  }

  private Camera.Room room() {
    double top = EDGE + zoomBar.getHeight() + EDGE / 2;
    double bottom = EDGE + (legend.isVisible() ? legend.getHeight() + EDGE : 0);
    return new Camera.Room(MARGIN, top, getWidth() - 2 * MARGIN, getHeight() - top - bottom);
  }

  private void place(boolean atOnce) {
    drawn.ifPresent(picture -> {
      DiagramLayout layout = picture.layout();
      boolean jump = atOnce || still.get();
      camera.place(room(), layout.width(), layout.height(), typeSize.get(), focus(picture), jump);
    });
  }

  /// The middle of what the step is about; before the first step the beginning.
  private static Point focus(Picture picture) {
    DiagramLayout layout = picture.layout();
    return picture
        .snapshot()
        .step()
        .map(step -> layout.boxes().get(picture.box(step.node())))
        .map(place -> new Point(place.centerX(), place.centerY()))
        .orElse(new Point(0, layout.height() / 2));
  }

  @Override
  protected double computePrefWidth(double height) {
    return 600;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 300;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 200;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 120;
  }
}
