package backstep.ui.stage;

import backstep.graph.Node;
import backstep.keep.SavedSession.Sight;
import backstep.paper.Ink;
import backstep.paper.Sketch;
import backstep.trace.Step;
import backstep.ui.kit.Messages;
import backstep.ui.stage.DiagramLayout.Place;
import backstep.ui.stage.DiagramLayout.Point;
import backstep.ui.stage.Picture.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.DoubleConsumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import javafx.scene.transform.NonInvertibleTransformException;
import javafx.scene.transform.Transform;
import javafx.stage.Window;
import javafx.util.Duration;

/// The stage: the graph, seen through a camera, with what stands around it.
public final class StageView extends Region {
  private static final double ZOOM_STEP = 1.25;
  private static final double MARGIN = 14;
  private static final double EDGE = 10;
  // Where the legend would take a larger part of the height, the graph needs it more.
  private static final double LEGEND_PART = 13;
  private static final Duration STEP = Duration.millis(600);
  // A step without pulses still takes a moment to be seen.
  private static final Duration PAUSE = Duration.millis(200);
  private static final Duration GLIDE = Duration.millis(300);
  // A run that takes no longer is seen as its result, not as a flicker of marks.
  private static final Duration GRACE = Duration.millis(100);

  private final StageModel model;
  private final BooleanProperty still = new SimpleBooleanProperty(this, "still", false);
  private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
  private final DoubleProperty typeSize = new SimpleDoubleProperty(this, "typeSize", 1);
  private final DoubleProperty lineScale = new SimpleDoubleProperty(this, "lineScale", 1);
  private final BooleanProperty held = new SimpleBooleanProperty(this, "held", false);

  private final ObservableValue<Boolean> seen =
      sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false);

  private final Camera camera = new Camera();
  private final GraphView graph;
  private final Motion motion = new Motion();
  private final Pane editLayer = new Pane();
  private final PauseTransition staleSoon = new PauseTransition(GRACE);
  private final Rectangle clip = new Rectangle();
  private final PhaseTitle phase;
  private final ZoomBar zoomBar;
  private final Legend legend;
  private final ValueEditor editor;
  private final GraphKeys keys;

  private Optional<Picture> drawn = Optional.empty();
  // Whether its window was shown, and is no more.
  private boolean gone;

  /// @param tools stand before the buttons for the zoom
  public StageView(StageModel model, Messages messages, Button... tools) {
    this.model = model;
    getStyleClass().add("stage");
    setClip(clip);
    graph = new GraphView(model, messages, this::focused);
    graph.getTransforms().add(camera.transform());
    phase = new PhaseTitle(messages);
    zoomBar = new ZoomBar(this, messages, camera.zoomProperty(), model, tools);
    legend = new Legend(messages);
    editor = new ValueEditor(model, messages, editLayer);
    editLayer.setPickOnBounds(false);
    getChildren().addAll(graph, phase, zoomBar, legend, editLayer);
    // The model lives as long as the window, and so does this.
    model.picture().subscribe(this::follow);
    held.subscribe((_, isHeld) -> holdOrCatchUp(isHeld));
    messages.words().subscribe(_ -> recover());
    model.coverProperty().subscribe(this::recover);
    model.pointed().subscribe(nodes -> drawn.ifPresent(now -> graph.point(now, nodes)));
    typeSize.subscribe(_ -> place(true));
    lineScale.subscribe(scale -> graph.scaleLines(scale.doubleValue()));
    widthProperty().subscribe(_ -> place(true));
    heightProperty().subscribe(_ -> place(true));
    keys = new GraphKeys(graph, editor, () -> drawn);
    addEventHandler(KeyEvent.KEY_PRESSED, keys::press);
    new Pointer(this, graph, camera, model, editor, keys::taken).listen();
    setOnScroll(event -> {
      if (event.getDeltaY() != 0) {
        camera.zoomBy(Math.pow(1.0018, event.getDeltaY()), event.getX(), event.getY());
      }
      event.consume();
    });
    staleSoon.setOnFinished(_ -> markStale());
    // Nothing outlives its window: there are no styles any more to write notes in.
    seen.subscribe((wasSeen, _) -> {
      gone = wasSeen;
      if (gone) {
        motion.stop();
      } else if (!isHeld()) {
        holdOrCatchUp(false);
      }
    });
    model.staleProperty().subscribe(this::doubt);
    camera.transform().setOnTransformChanged(_ -> editor.place());
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

  /// Whether it keeps what it shows, whatever the model comes to; thereafter it catches up at once.
  public BooleanProperty heldProperty() {
    return held;
  }

  /// What the learner sees of the graph, if they chose it.
  public Optional<Sight> sight() {
    return camera.sight(room());
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

  /// Opens the call that the focused node is, or closes the one that it lies in; without a focused
  /// node that of the step.
  public void toggleCall() {
    focusedBox()
        .or(() ->
            drawn.flatMap(now -> now.stepBox().stream().mapToObj(graph.boxes()::get).findFirst()))
        .ifPresent(box -> model.toggleCall(box.id()));
  }

  /// Opens all calls, or closes them if all are open.
  public void toggleCalls() {
    model.toggleCalls();
  }

  private Optional<NodeBox> focusedBox() {
    return graph.boxes().stream().filter(NodeBox::isFocused).findFirst();
  }

  // --- Showing -----------------------------------------------------------------------------------

  private boolean isHeld() {
    return held.get() || gone;
  }

  private void follow(Optional<Picture> next) {
    if (!isHeld()) {
      show(next);
    }
  }

  private void recover() {
    if (!isHeld()) {
      motion.finish();
      drawn.ifPresent(this::land);
    }
  }

  private void holdOrCatchUp(boolean isHeld) {
    if (isHeld) {
      motion.finish();
    } else {
      show(model.picture().get().map(now -> now.with(now.layout(), Change.NONE)));
      markStale();
    }
  }

  private void show(Optional<Picture> next) {
    if (next.isEmpty()) {
      motion.finish();
      drawn = next;
      editor.close();
      graph.clear();
      phase.clear();
      return;
    }
    Picture picture = next.get();
    Optional<Picture> before = drawn;
    Optional<Glide> glide =
        before
            .filter(_ -> picture.change() == Change.GLIDE)
            .map(earlier -> Glide.from(graph, earlier));
    Camera.View seenFrom = camera.view();
    motion.finish();
    graph.clearPulses();
    drawn = next;
    boolean sameDiagram = before.filter(b -> b.diagram().equals(picture.diagram())).isPresent();
    if (sameDiagram) {
      graph.arrange(picture.layout());
    } else {
      draw(before, picture);
    }
    model.takeSight(sight -> {
      sight.ifPresentOrElse(camera::hold, camera::begin);
      place(true);
    });
    editor.follow(graph.boxes());
    if (glide.isPresent()) {
      camera.show(seenFrom);
      glide(glide.get(), picture, sameDiagram);
    } else if (picture.change() == Change.STEP
        && moves()
        && picture.snapshot().step().isPresent()) {
      graph.apply(picture.before());
      announce(picture);
      place(false);
      List<Pulse> pulses = graph.sendPulses(picture);
      Duration duration = (pulses.isEmpty() ? PAUSE : STEP).divide(speed.get());
      motion.play(pulses, duration, () -> land(picture));
    } else {
      land(picture);
    }
  }

  // Where nobody looks there is nothing to dress what moves.
  private boolean moves() {
    return !still.get() && seen.getValue();
  }

  private void draw(Optional<Picture> before, Picture picture) {
    Optional<Node> wasFocused = before.flatMap(this::focusedNode);
    graph.draw(picture);
    if (staleSoon.getStatus() != Animation.Status.RUNNING) {
      markStale();
    }
    boolean sameGraph = before.filter(picture::isOfSameGraph).isPresent();
    if (!sameGraph) {
      camera.begin();
    }
    wasFocused
        .filter(_ -> focusedBox().isEmpty())
        .ifPresent(node ->
            picture.drawing().box(node).ifPresent(box -> graph.boxes().get(box).requestFocus()));
    place(true);
  }

  // What the learner is at: a node, or the call whose title has the focus.
  private Optional<Node> focusedNode(Picture picture) {
    for (int i = 0; i < graph.boxes().size(); i++) {
      if (graph.boxes().get(i).isFocused()) {
        return Optional.of(picture.node(i));
      }
    }
    for (int f = 0; f < graph.frames().size(); f++) {
      if (graph.frames().get(f).isFocusWithin()) {
        return picture.diagram().within(f).map(picture::node);
      }
    }
    return Optional.empty();
  }

  private void glide(Glide glide, Picture picture, boolean sameDiagram) {
    graph.apply(picture);
    announce(picture);
    List<DoubleConsumer> parts = new ArrayList<>(glide.to(picture));
    if (!sameDiagram) {
      Camera.View here = camera.view();
      Camera.View there =
          glide
              .anchor(picture)
              .map(anchor ->
                  camera.around(room(), subject(picture), anchor.before(), anchor.after()))
              .orElse(here);
      parts.add(part -> camera.show(here.towards(there, part)));
    }
    parts.add(_ -> editor.place());
    parts.add(part -> graph.showNotes(part == 1));
    motion.play(parts, GLIDE, () -> graph.sum(picture));
    if (!moves()) {
      motion.finish();
    }
  }

  /// The end state of a step.
  private void land(Picture picture) {
    graph.clearPulses();
    graph.apply(picture);
    announce(picture);
    graph.sum(picture);
    place(false);
  }

  /// Marks what the step is about, and says which phase this is.
  private void announce(Picture picture) {
    graph.mark(picture);
    phase.show(picture.snapshot().step().map(Step::phase));
  }

  // --- Doubt -------------------------------------------------------------------------------------

  private void doubt(Set<Integer> stale) {
    if (isHeld()) {
      return;
    }
    if (stale.isEmpty()) {
      staleSoon.stop();
      markStale();
    } else if (staleSoon.getStatus() != Animation.Status.RUNNING) {
      staleSoon.play();
    }
  }

  private void markStale() {
    if (!isHeld()) {
      graph.markStale(model.staleProperty().get());
    }
  }

  // --- Pictures ----------------------------------------------------------------------------------

  /// The whole graph as it stands, whatever part of it is seen; none where there is no graph.
  ///
  /// @param fineness pixels to a unit of the graph
  /// @param transparent whether it is drawn on nothing, rather than on the stage's own colour
  public Optional<WritableImage> picture(double fineness, boolean transparent) {
    return drawn.map(now -> {
      Bounds whole = extent(now);
      SnapshotParameters parameters = new SnapshotParameters();
      parameters.setFill(transparent ? Color.TRANSPARENT : surface());
      // The camera's own view of the graph is taken back.
      Transform seen = graph.getLocalToParentTransform();
      Transform plain = new Affine(Transform.scale(fineness, fineness));
      try {
        parameters.setTransform(plain.createConcatenation(seen.createInverse()));
      } catch (NonInvertibleTransformException e) {
        throw new IllegalStateException(e); // a camera never looks from infinitely far
      }
      parameters.setViewport(
          new Rectangle2D(
              fineness * whole.getMinX(),
              fineness * whole.getMinY(),
              Math.ceil(fineness * whole.getWidth()),
              Math.ceil(fineness * whole.getHeight())));
      return graph.snapshot(parameters, null);
    });
  }

  /// The whole graph as a line drawing; none where there is no graph.
  public Optional<Sketch> sketch() {
    return drawn.map(now -> {
      // What came since the last frame has neither its letters nor its place yet.
      graph.applyCss();
      graph.layout();
      Bounds whole = extent(now);
      return Sketcher.of(
          graph, whole.getMinX(), whole.getMinY(), whole.getWidth(), whole.getHeight());
    });
  }

  /// The colour of the stage.
  public Optional<Ink> ground() {
    return Sketcher.ink(surface());
  }

  private Color surface() {
    return getBackground() != null
            && getBackground().getFills().getLast().getFill() instanceof Color color
        ? color
        : Color.WHITE;
  }

  private Bounds extent(Picture picture) {
    Bounds inner = graph.extent(picture.layout());
    return new BoundingBox(
        inner.getMinX() - MARGIN,
        inner.getMinY() - MARGIN,
        inner.getWidth() + 2 * MARGIN,
        inner.getHeight() + 2 * MARGIN);
  }

  /// Takes away what can only be pressed.
  void bare() {
    zoomBar.setVisible(false);
  }

  // --- Keys --------------------------------------------------------------------------------------

  /// Whether a key is the graph's own: arrows walk it for who came into it by keyboard. To all
  /// others they are the player's.
  public boolean wants(KeyEvent event) {
    return keys.wants(event);
  }

  private void focused(NodeBox box, boolean byKey) {
    keys.focused(byKey);
    if (keys.isWalking()) {
      drawn.ifPresent(now ->
          now.drawing()
              .box(box.id())
              .ifPresent(at -> camera.reveal(room(), now.layout().boxes().get(at))));
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
    legend.setVisible(
        legend.getWidth() + 24 < getWidth() && LEGEND_PART * legend.getHeight() < getHeight());
    editLayer.resizeRelocate(0, 0, getWidth(), getHeight());
    editor.place();
  }

  private Camera.Room room() {
    // As high as they will be, for they may not have been laid out yet.
    double top = EDGE + zoomBar.prefHeight(USE_COMPUTED_SIZE) + EDGE / 2;
    double bottom = EDGE + (legend.isVisible() ? legend.prefHeight(USE_COMPUTED_SIZE) + EDGE : 0);
    return new Camera.Room(MARGIN, top, getWidth() - 2 * MARGIN, getHeight() - top - bottom);
  }

  private void place(boolean atOnce) {
    drawn.ifPresent(now -> camera.place(room(), subject(now), atOnce || !moves()));
  }

  private Camera.Subject subject(Picture picture) {
    DiagramLayout layout = picture.layout();
    return new Camera.Subject(layout.width(), layout.height(), typeSize.get(), focus(picture));
  }

  /// The middle of what the step is about; before the first step of what stands farthest left,
  /// where one begins to read.
  private static Point focus(Picture picture) {
    DiagramLayout layout = picture.layout();
    OptionalInt box = picture.stepBox();
    return box.isPresent()
        ? layout.boxes().get(box.getAsInt()).center()
        : layout.boxes().stream()
            .min(Comparator.comparingDouble(Place::x).thenComparingDouble(Place::y))
            .map(Place::center)
            .orElse(new Point(0, 0));
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
