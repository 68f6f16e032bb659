package backstep.ui.stage;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Keymap;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Numbers;
import backstep.ui.stage.DiagramLayout.Place;
import backstep.ui.stage.DiagramLayout.Point;
import backstep.ui.stage.StageModel.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Affine;
import javafx.util.Duration;

/// The stage: nodes, wires, and the pulses that travel along them.
public final class StageView extends Region {
  private static final Duration STEP = Duration.millis(600);
  private static final double MIN_READABLE = 0.62;
  private static final double TOO_SMALL = 0.52;
  private static final double MIN_ZOOM = 0.15;
  private static final double MAX_ZOOM = 4;
  private static final double MAX_FIT = 1.7;
  private static final double ZOOM_STEP = 1.25;
  private static final double MARGIN = 14;
  private static final double TOP = 46;
  private static final double BOTTOM = 38;
  private static final PseudoClass CARRIED = PseudoClass.getPseudoClass("carried");
  private static final PseudoClass COMPUTED = PseudoClass.getPseudoClass("computed");
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private final StageModel model;
  private final Messages messages;
  private final BooleanProperty still = new SimpleBooleanProperty(this, "still", false);
  private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
  private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);

  private final Pane world = new Pane();
  private final Pane wireLayer = new Pane();
  private final Pane pulseLayer = new Pane();
  private final Affine camera = new Affine();
  private final Rectangle clip = new Rectangle();
  private final Label phase = new Label();
  private final HBox zoomBar = new HBox(8);
  private final HBox legend = new HBox(14);

  private final List<NodeBox> boxes = new ArrayList<>();
  private final List<Path> wires = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();
  private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", 0);
  private Optional<Picture> drawn = Optional.empty();
  private Optional<Timeline> movement = Optional.empty();
  private List<Pulse> pulses = List.of();
  private Camera following = Camera.READABLE;
  private Optional<Timeline> pan = Optional.empty();
  private double grabX;
  private double grabY;

  /// Who moves the camera.
  private enum Camera {
    /// The stage: all of the graph if it can be read then, else what the step is about.
    READABLE,
    /// The stage: all of the graph, however small.
    WHOLE,
    /// The learner.
    FREE
  }

  /// What travels along a wire.
  private record Pulse(Curve curve, boolean back, Circle dot, Optional<Label> load) {
    void moveTo(double part) {
      Point at = curve.at(back ? 1 - part : part);
      dot.setCenterX(at.x());
      dot.setCenterY(at.y());
      load.ifPresent(label -> {
        label.autosize();
        label.relocate(
            Math.rint(at.x() - label.getWidth() / 2), Math.rint(at.y() - label.getHeight() - 10));
      });
    }
  }

  public StageView(StageModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("stage");
    setClip(clip);
    world.getTransforms().add(camera);
    world.setManaged(false);
    pulseLayer.setMouseTransparent(true);
    wireLayer.setMouseTransparent(true);
    phase.getStyleClass().add("phase-title");
    buildZoomBar();
    buildLegend();
    getChildren().addAll(world, phase, zoomBar, legend);
    progress.subscribe(part -> pulses.forEach(pulse -> pulse.moveTo(part.doubleValue())));
    // The model lives as long as the window, and so does this.
    model.picture().subscribe(this::show);
    messages.words().subscribe(_ -> relabel());
    model.pointed().subscribe(this::point);
    setOnMousePressed(event -> {
      grabX = event.getX();
      grabY = event.getY();
    });
    setOnMouseDragged(event -> {
      takeCamera();
      setCursor(Cursor.CLOSED_HAND);
      camera.prependTranslation(event.getX() - grabX, event.getY() - grabY);
      grabX = event.getX();
      grabY = event.getY();
    });
    setOnMouseReleased(_ -> setCursor(Cursor.DEFAULT));
    setOnScroll(event -> {
      if (event.getDeltaY() != 0) {
        zoomBy(Math.pow(1.0018, event.getDeltaY()), event.getX(), event.getY());
      }
      event.consume();
    });
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

  // --- Commands ----------------------------------------------------------------------------------

  /// Shows the whole graph, and keeps doing so until the next zoom.
  public void fit() {
    following = Camera.WHOLE;
    place(true);
  }

  /// One step nearer.
  public void zoomIn() {
    zoomBy(ZOOM_STEP, getWidth() / 2, getHeight() / 2);
  }

  /// One step further away.
  public void zoomOut() {
    zoomBy(1 / ZOOM_STEP, getWidth() / 2, getHeight() / 2);
  }

  private void zoomBy(double factor, double x, double y) {
    takeCamera();
    double target = Math.clamp(zoom.get() * factor, MIN_ZOOM, MAX_ZOOM);
    camera.prependScale(target / zoom.get(), target / zoom.get(), x, y);
    zoom.set(target);
  }

  private void takeCamera() {
    following = Camera.FREE;
    pan.ifPresent(Timeline::stop);
  }

  // --- Building ----------------------------------------------------------------------------------

  private void buildZoomBar() {
    Label level = new Label();
    level.getStyleClass().add("zoom-level");
    level
        .textProperty()
        .bind(messages.text("stage.zoom", zoom.map(z -> Math.round(z.doubleValue() * 100))));
    Button fit = button("stage.fit.tip", Keymap.FIT, this::fit);
    fit.textProperty().bind(messages.text("stage.fit"));
    Button out = button("stage.zoomOut.tip", Keymap.ZOOM_OUT, this::zoomOut);
    out.setText("−");
    Button in = button("stage.zoomIn.tip", Keymap.ZOOM_IN, this::zoomIn);
    in.setText("+");
    zoomBar.getChildren().addAll(out, level, in, fit);
    zoomBar.setAlignment(Pos.CENTER_RIGHT);
    zoomBar.setPickOnBounds(false);
  }

  private Button button(String tip, Keymap key, Runnable action) {
    Button button = new Button();
    button.getStyleClass().add("small-button");
    button.setOnAction(_ -> action.run());
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(messages.text(tip, key.cap()));
    button.setTooltip(tooltip);
    button.accessibleTextProperty().bind(tooltip.textProperty());
    return button;
  }

  private void buildLegend() {
    legend.getStyleClass().add("legend");
    legend.setAlignment(Pos.CENTER_LEFT);
    legend.setMouseTransparent(true);
    legend
        .getChildren()
        .addAll(
            legendItem("stage.legend.positive", "positive"),
            legendItem("stage.legend.negative", "negative"),
            legendItem("stage.legend.width", "plain"),
            legendItem("stage.legend.pending", "plain"));
  }

  private Label legendItem(String key, String kind) {
    Label item = new Label();
    item.textProperty().bind(messages.text(key));
    item.getStyleClass().add("legend-" + kind);
    if (!kind.equals("plain")) {
      Region swatch = new Region();
      swatch.getStyleClass().add("swatch");
      item.setGraphic(swatch);
    }
    return item;
  }

  private void build(Picture picture) {
    boxes.clear();
    wires.clear();
    curves.clear();
    wireLayer.getChildren().clear();
    pulseLayer.getChildren().clear();
    world.getChildren().clear();
    Diagram diagram = picture.diagram();
    DiagramLayout layout = picture.layout();
    for (int i = 0; i < diagram.frames().size(); i++) {
      world.getChildren().add(frame(diagram.frames().get(i), layout.frames().get(i)));
    }
    for (List<Point> corners : layout.wires()) {
      Curve curve = Curve.of(corners);
      Path path = path(curve);
      curves.add(curve);
      wires.add(path);
      wireLayer.getChildren().add(path);
    }
    for (int i = 0; i < diagram.boxes().size(); i++) {
      NodeBox box = new NodeBox(diagram.boxes().get(i), messages);
      Place place = layout.boxes().get(i);
      box.resizeRelocate(place.x(), place.y(), place.width(), place.height());
      box.setManaged(false);
      int index = i;
      box.hoverProperty().subscribe(inside -> pointedAt(index, inside));
      boxes.add(box);
    }
    // Above the nodes, so that the glow around one does not cover where its wires end.
    world.getChildren().addAll(boxes);
    world.getChildren().addAll(wireLayer, pulseLayer);
    following = Camera.READABLE;
    place(true);
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

  private static Path path(Curve curve) {
    Path path = new Path();
    Point start = curve.points().getFirst();
    path.getElements().add(new MoveTo(start.x(), start.y()));
    for (Point point : curve.points().subList(1, curve.points().size())) {
      path.getElements().add(new LineTo(point.x(), point.y()));
    }
    path.getStyleClass().add("wire");
    path.setStrokeLineCap(StrokeLineCap.BUTT);
    path.setStrokeLineJoin(StrokeLineJoin.ROUND);
    return path;
  }

  // --- Showing -----------------------------------------------------------------------------------

  private void show(Optional<Picture> next) {
    stop();
    boolean rebuilt =
        next.isPresent()
            && drawn.filter(now -> now.diagram().equals(next.get().diagram())).isEmpty();
    drawn = next;
    if (next.isEmpty()) {
      boxes.clear();
      world.getChildren().clear();
      phase.setText("");
      return;
    }
    Picture picture = next.get();
    if (rebuilt) {
      build(picture);
    }
    if (picture.moves() && !still.get() && picture.snapshot().step().isPresent()) {
      Snapshot snapshot = picture.snapshot();
      apply(picture.at(snapshot.trace().at(snapshot.position() - 1)));
      announce(picture);
      move(picture);
    } else {
      apply(picture);
      announce(picture);
    }
  }

  private void point(Set<Node> nodes) {
    drawn.ifPresent(picture -> {
      for (int i = 0; i < boxes.size(); i++) {
        boxes.get(i).pseudoClassStateChanged(POINTED, nodes.contains(picture.node(i)));
      }
    });
  }

  private void pointedAt(int box, boolean inside) {
    drawn.ifPresent(picture -> model.nodePointed(inside ? Set.of(picture.node(box)) : Set.of()));
  }

  private void relabel() {
    drawn.ifPresent(picture -> {
      apply(picture);
      announce(picture);
    });
  }

  private void apply(Picture picture) {
    Snapshot snapshot = picture.snapshot();
    Node loss = picture.graph().loss();
    String lossName = picture.diagram().boxes().get(picture.box(loss)).title();
    for (int i = 0; i < boxes.size(); i++) {
      boxes.get(i).show(snapshot, picture.node(i), lossName);
    }
    Map<Integer, Tensor> shares = picture.shares();
    for (int i = 0; i < wires.size(); i++) {
      Diagram.Wire wire = picture.diagram().wires().get(i);
      Path path = wires.get(i);
      Optional<Tensor> share = Optional.ofNullable(shares.get(i));
      path.setStrokeWidth(share.map(StageView::thickness).orElse(1.4));
      path.pseudoClassStateChanged(CARRIED, share.isPresent());
      path.pseudoClassStateChanged(COMPUTED, snapshot.value(picture.node(wire.to())).isPresent());
      path.pseudoClassStateChanged(ACTIVE, false);
    }
  }

  /// Rings the step's node and says which phase this is.
  private void announce(Picture picture) {
    Optional<Step> step = picture.snapshot().step();
    Optional<Phase> now = step.map(Step::phase);
    boxes.forEach(box -> box.ring(Optional.empty()));
    step.ifPresent(s -> {
      boxes.get(picture.box(s.node())).ring(now);
      for (int wire : wiresOf(picture, s)) {
        wires.get(wire).pseudoClassStateChanged(ACTIVE, s.phase() == Phase.BACKWARD);
      }
    });
    String word = now.map(p -> p.name().toLowerCase(java.util.Locale.ROOT)).orElse("ready");
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

  private static List<Integer> wiresOf(Picture picture, Step step) {
    int to = picture.box(step.node());
    List<Integer> found = new ArrayList<>();
    if (step instanceof Step.Forward || step instanceof Step.Backward) {
      for (int i = 0; i < picture.diagram().wires().size(); i++) {
        if (picture.diagram().wires().get(i).to() == to) {
          found.add(i);
        }
      }
    }
    return found;
  }

  // From 1.5 for a millionth to 7 for ten and more.
  private static double thickness(Tensor share) {
    double largest = 0;
    for (int i = 0; i < share.size(); i++) {
      largest = Math.max(largest, Math.abs(share.get(i)));
    }
    double decades = Math.clamp(Math.log10(Math.max(largest, 1e-12)), -6, 1);
    return 1.5 + (decades + 6) / 7 * 5;
  }

  // --- Moving ------------------------------------------------------------------------------------

  private void move(Picture picture) {
    Step step = picture.snapshot().step().orElseThrow();
    pulses =
        switch (step) {
          case Step.Forward s -> forward(picture, s);
          case Step.Backward s -> backward(picture, s);
          case Step.Seed _, Step.Update _ -> List.of();
        };
    for (Pulse pulse : pulses) {
      pulseLayer.getChildren().add(pulse.dot());
      pulse.load().ifPresent(pulseLayer.getChildren()::add);
    }
    pulseLayer.applyCss();
    progress.set(0);
    pulses.forEach(pulse -> pulse.moveTo(0));
    Duration duration = pulses.isEmpty() ? STEP.divide(3) : STEP;
    Timeline timeline =
        new Timeline(
            new KeyFrame(
                duration.divide(speed.get()), new KeyValue(progress, 1, Interpolator.EASE_BOTH)));
    timeline.setOnFinished(_ -> {
      stop();
      apply(picture);
      announce(picture);
    });
    movement = Optional.of(timeline);
    timeline.play();
  }

  private List<Pulse> forward(Picture picture, Step.Forward step) {
    return wiresOf(picture, step).stream()
        .map(wire -> pulse(wire, false, Optional.empty()))
        .toList();
  }

  private List<Pulse> backward(Picture picture, Step.Backward step) {
    Map<Integer, Tensor> byOperand = new HashMap<>();
    for (Flow<Tensor> flow : step.flows()) {
      byOperand.put(flow.operand(), flow.share());
    }
    List<Pulse> result = new ArrayList<>();
    for (int wire : wiresOf(picture, step)) {
      Tensor share = byOperand.get(picture.diagram().wires().get(wire).operand());
      if (share != null) {
        result.add(pulse(wire, true, Optional.of(carried(share))));
      }
    }
    return result;
  }

  private static String carried(Tensor share) {
    return share.size() == 1
        ? Numbers.signed(share.get(0))
        : share.size() <= 4 ? Numbers.shown(share) : share.shape().toString();
  }

  private Pulse pulse(int wire, boolean back, Optional<String> load) {
    Circle dot = new Circle(6.5);
    dot.getStyleClass().addAll("pulse", back ? "pulse-backward" : "pulse-forward");
    Optional<Label> label =
        load.map(text -> {
          Label carried = new Label(text);
          carried.getStyleClass().add("pulse-load");
          return carried;
        });
    return new Pulse(curves.get(wire), back, dot, label);
  }

  private void stop() {
    movement.ifPresent(Timeline::stop);
    movement = Optional.empty();
    pulses = List.of();
    pulseLayer.getChildren().clear();
  }

  // --- Layout ------------------------------------------------------------------------------------

  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    phase.autosize();
    phase.relocate(16, 12);
    zoomBar.autosize();
    zoomBar.relocate(getWidth() - zoomBar.getWidth() - 12, 10);
    legend.autosize();
    legend.relocate(16, getHeight() - legend.getHeight() - 10);
    legend.setVisible(legend.getWidth() + 24 < getWidth());
    place(true);
  }

  private void place(boolean atOnce) {
    if (following == Camera.FREE || drawn.isEmpty() || getWidth() == 0) {
      return;
    }
    DiagramLayout layout = drawn.get().layout();
    double width = getWidth() - 2 * MARGIN;
    double height = getHeight() - TOP - BOTTOM;
    double scale =
        Math.clamp(Math.min(width / layout.width(), height / layout.height()), MIN_ZOOM, MAX_FIT);
    if (following == Camera.READABLE && scale < TOO_SMALL) {
      scale = MIN_READABLE;
    }
    Point focus = focus(layout);
    double x = MARGIN + offset(width, scale * layout.width(), scale * focus.x());
    double y = TOP + offset(height, scale * layout.height(), scale * focus.y());
    pan.ifPresent(Timeline::stop);
    if (atOnce || still.get() || zoom.get() != scale) {
      camera.setToTransform(scale, 0, x, 0, scale, y);
      zoom.set(scale);
    } else {
      Timeline move =
          new Timeline(
              new KeyFrame(
                  STEP.divide(2),
                  new KeyValue(camera.txProperty(), x, Interpolator.EASE_BOTH),
                  new KeyValue(camera.tyProperty(), y, Interpolator.EASE_BOTH)));
      pan = Optional.of(move);
      move.play();
    }
  }

  /// Where something begins that is centred if there is room for it, and else shows its focus.
  private static double offset(double room, double size, double focus) {
    return size <= room ? (room - size) / 2 : Math.clamp(room / 2 - focus, room - size, 0);
  }

  /// The middle of what the step is about; before the first step the beginning.
  private Point focus(DiagramLayout layout) {
    return drawn
        .flatMap(picture ->
            picture.snapshot().step().map(step -> layout.boxes().get(picture.box(step.node()))))
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
