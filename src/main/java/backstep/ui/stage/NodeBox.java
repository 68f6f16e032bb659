package backstep.ui.stage;

import backstep.graph.Call;
import backstep.graph.Node;
import backstep.python.Naming;
import backstep.tensor.Tensor;
import backstep.trace.Cover;
import backstep.trace.Snapshot;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import backstep.ui.spoken.Figure;
import backstep.ui.spoken.SpokenNode;
import backstep.ui.spoken.SpokenNode.Part;
import backstep.words.Numbers;
import backstep.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// A node as it is drawn: its name, its op's badge, its value and under it its gradient.
final class NodeBox extends Region {
  private static final PseudoClass FORWARD = PseudoClass.getPseudoClass("forward");
  private static final PseudoClass BACKWARD = PseudoClass.getPseudoClass("backward");
  private static final PseudoClass UPDATE = PseudoClass.getPseudoClass("update");
  private static final PseudoClass UPDATED = PseudoClass.getPseudoClass("updated");
  private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
  private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
  private static final PseudoClass PARTIAL = PseudoClass.getPseudoClass("partial");

  /// What is shown of the node.
  private record Shown(
      Optional<Tensor> value,
      Optional<Tensor> gradient,
      boolean hidesValue,
      boolean hidesGradient,
      boolean complete,
      boolean updated,
      String lossName,
      int index,
      int count,
      Words words) {
    boolean isPartial() {
      return gradient.isPresent() && !complete;
    }

    // What may be read, copied and spoken.
    Optional<Tensor> seenValue() {
      return hidesValue ? Optional.empty() : value;
    }

    Optional<Tensor> seenGradient() {
      return hidesGradient ? Optional.empty() : gradient;
    }
  }

  private final Messages messages;
  private final Consumer<Call> open;
  private final Label title = new Label();
  private final StringProperty whole = new SimpleStringProperty(this, "whole", "");
  private final FigureTable value;
  private final Optional<FigureTable> gradient;
  private Diagram.Box box;
  private Optional<Labeled> badge = Optional.empty();
  private Optional<Shown> shown = Optional.empty();
  private Supplier<Optional<Start>> start = Optional::empty;
  private Runnable onRevealed = () -> {};
  private String spoken = "";
  private String place = "";
  private boolean stale;

  /// @param open opens the call that the box is
  NodeBox(Diagram.Box box, Messages messages, Consumer<Call> open) {
    this.box = box;
    this.messages = messages;
    this.open = open;
    setId("node-" + box.id());
    getStyleClass().addAll("graph-node", box.leaf() ? "leaf" : "operation");
    setManaged(false);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    title.setTextOverrun(OverrunStyle.ELLIPSIS);
    Tip.show(title, whole);
    value = new FigureTable(box.shape(), "value", Numbers::shown);
    gradient =
        box.gradient()
            ? Optional.of(new FigureTable(box.shape(), "gradient", Numbers::signed))
            : Optional.empty();
    if (box.leaf()) {
      value.markEditable();
    }
    getChildren().addAll(title, value);
    gradient.ifPresent(getChildren()::add);
    setOnContextMenuRequested(event -> {
      FigureCopy.menu(this, messages, this::known, () -> shown.flatMap(Shown::seenGradient))
          .show(this, event.getScreenX(), event.getScreenY());
      event.consume();
    });
    value.explain(this::explainedValue);
    value.setOnMouseClicked(this::clicked);
    gradient.ifPresent(table -> {
      table.explain(this::explainedGradient);
      table.setOnMouseClicked(this::clicked);
    });
    draw(box);
  }

  /// Draws the node as it is now: as a closed call, or as the op that is its output.
  ///
  /// @param now one that is like the box before
  void draw(Diagram.Box now) {
    box = now;
    title.getStyleClass().setAll("label", now.named() ? "node-name" : "node-expression");
    whole.set(now.title());
    badge.ifPresent(getChildren()::remove);
    badge = now.badge().isEmpty() ? Optional.empty() : Optional.of(badge(now));
    badge.ifPresent(getChildren()::add);
    pseudoClassStateChanged(CLOSED, now.closed().isPresent());
    shown = Optional.empty();
    requestLayout();
  }

  private Labeled badge(Diagram.Box now) {
    if (now.closed().isPresent()) {
      CallButton button = CallButton.opening(now.closed().get(), messages);
      button.setOnAction(_ -> open.accept(now.closed().get().call()));
      return button;
    }
    Label sign = new Label(now.badge());
    sign.getStyleClass().add("badge");
    return sign;
  }

  Diagram.Box box() {
    return box;
  }

  /// Tells the box from all others, also when the graph is drawn anew.
  String id() {
    return box.id();
  }

  // --- Entries -----------------------------------------------------------------------------------

  /// How many entries the value has.
  int size() {
    return box.shape().size();
  }

  /// The entry of a leaf's value at a point of the scene, by its row-major position.
  Optional<Integer> entryAt(double sceneX, double sceneY) {
    return box.leaf() ? value.entryAt(value.sceneToLocal(sceneX, sceneY)) : Optional.empty();
  }

  /// Where in the scene an entry of the value is drawn.
  Bounds entryInScene(int entry) {
    return value.localToScene(value.bounds(entry));
  }

  /// What an entry is called: `W1[0, 1]`.
  String entryName(int entry) {
    return box.title() + value.place(entry);
  }

  /// Copies the value, with all its digits.
  void copy() {
    known().ifPresent(now -> FigureCopy.put(this, now, messages));
  }

  private Optional<Tensor> known() {
    return shown.flatMap(Shown::seenValue);
  }

  // --- Showing -----------------------------------------------------------------------------------

  /// Shows what is known of the node.
  ///
  /// @param index its place among the nodes, from 1
  /// @param count how many nodes there are
  void show(Snapshot snapshot, Cover cover, Node node, String lossName, int index, int count) {
    Shown now =
        new Shown(
            snapshot.value(node),
            snapshot.gradient(node),
            cover.hidesValue(snapshot, node),
            cover.hidesGradient(snapshot, node),
            snapshot.isComplete(node),
            snapshot.isUpdated(node),
            lossName,
            index,
            count,
            messages.words().getValue());
    // Of many nodes a step changes few.
    if (!shown.equals(Optional.of(now))) {
      shown = Optional.of(now);
      show(now);
    }
  }

  private void show(Shown now) {
    show(value, now.value(), now.hidesValue());
    gradient.ifPresent(table -> {
      show(table, now.gradient(), now.hidesGradient());
      table.pseudoClassStateChanged(PARTIAL, now.isPartial());
    });
    pseudoClassStateChanged(PENDING, now.value().isEmpty());
    pseudoClassStateChanged(UPDATED, now.updated());
    spoken = sentence(now);
    place = messages.now("node.place", now.index(), now.count());
    speak();
  }

  private void show(FigureTable table, Optional<Tensor> figures, boolean hidden) {
    if (hidden) {
      table.hide(messages.now("stage.hidden.sign"));
    } else {
      table.show(figures, messages.numbers());
    }
  }

  /// Called when the hidden figures are to be seen.
  void setOnRevealed(Runnable action) {
    onRevealed = action;
  }

  /// Whether any of its figures are hidden.
  boolean isHiding() {
    return shown.filter(now -> now.hidesValue() || now.hidesGradient()).isPresent();
  }

  /// Asks for its hidden figures.
  void reveal() {
    onRevealed.run();
  }

  private void clicked(MouseEvent event) {
    if (isHiding() && event.isStillSincePress() && event.getButton() == MouseButton.PRIMARY) {
      reveal();
    }
  }

  /// Tells what training began with, where it has made something else of a leaf since.
  void setStart(Supplier<Optional<Start>> supplier) {
    start = supplier;
  }

  private String explainedValue() {
    if (shown.filter(Shown::hidesValue).isPresent()) {
      return messages.now("stage.hidden.tip");
    }
    return known().map(this::explained).orElseGet(() -> messages.now("stage.value.pending"));
  }

  private String explained(Tensor now) {
    return start
        .get()
        .map(began ->
            messages.now(
                "stage.value.start",
                box.title(),
                Numbers.exact(now),
                began.iteration(),
                Numbers.exact(began.value())))
        .orElseGet(() ->
            messages.now(
                box.leaf() ? "stage.value.editable" : "stage.value.exact",
                box.title(),
                Numbers.exact(now)));
  }

  private String explainedGradient() {
    if (shown.filter(Shown::hidesGradient).isPresent()) {
      return messages.now("stage.hidden.tip");
    }
    return shown
        .flatMap(now ->
            now.gradient()
                .map(g ->
                    messages.now(
                        now.isPartial() ? "stage.gradient.partial" : "stage.gradient.exact",
                        now.lossName(),
                        box.title(),
                        Numbers.exact(g))))
        .orElseGet(() -> messages.now("stage.value.pending"));
  }

  /// Marks what is no longer what the program computes.
  void markStale(boolean ofValue, boolean ofGradient) {
    value.markStale(ofValue);
    gradient.ifPresent(table -> table.markStale(ofGradient));
    stale = ofValue || ofGradient;
    speak();
  }

  private void speak() {
    setAccessibleText(messages.now(stale ? "node.spoken.stale" : "node.spoken", spoken, place));
  }

  private String sentence(Shown now) {
    return new SpokenNode(
            box.title(),
            part(),
            Figure.of(now.value(), now.hidesValue(), true),
            box.gradient()
                ? Optional.of(Figure.of(now.gradient(), now.hidesGradient(), now.complete()))
                : Optional.empty())
        .text(messages);
  }

  private Part part() {
    if (box.leaf()) {
      return new Part.Leaf();
    }
    return box.closed()
        .<Part>map(closed -> new Part.Call(Naming.function(closed.call()), closed.operations()))
        .orElseGet(() -> new Part.Op(box.op()));
  }

  /// Rings the node as the one that a step of this phase is about; none takes the ring away.
  void ring(Optional<Phase> phase) {
    pseudoClassStateChanged(FORWARD, phase.equals(Optional.of(Phase.FORWARD)));
    pseudoClassStateChanged(BACKWARD, phase.equals(Optional.of(Phase.BACKWARD)));
    pseudoClassStateChanged(UPDATE, phase.equals(Optional.of(Phase.UPDATE)));
  }

  @Override
  protected void layoutChildren() {
    double badgeWidth = Metrics.badgeWidth(box);
    double right = getWidth() - Metrics.PADDING + 2;
    badge.ifPresent(
        sign -> sign.resizeRelocate(right - badgeWidth, 8, badgeWidth, Metrics.BADGE_HEIGHT));
    double room = right - Metrics.PADDING - (badgeWidth == 0 ? 0 : badgeWidth + 4);
    title.setText(Metrics.title(box, room));
    title.resizeRelocate(Metrics.PADDING, 8, room, Metrics.HEADER - 2);
    double y = 8 + Metrics.HEADER + 4;
    double width = Metrics.tableWidth(box.shape());
    double height = Metrics.tableHeight(box.shape());
    double x = Math.rint((getWidth() - width) / 2);
    value.resizeRelocate(x, y, width, height);
    gradient.ifPresent(table -> table.resizeRelocate(x, y + height + Metrics.GAP, width, height));
  }
}
