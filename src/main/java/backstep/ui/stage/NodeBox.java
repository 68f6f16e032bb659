package backstep.ui.stage;

import backstep.graph.Node;
import backstep.tensor.Tensor;
import backstep.trace.Snapshot;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Numbers;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// A node as it is drawn: its name, its op's badge, its value and under it its gradient.
final class NodeBox extends Region {
  private static final PseudoClass FORWARD = PseudoClass.getPseudoClass("forward");
  private static final PseudoClass BACKWARD = PseudoClass.getPseudoClass("backward");
  private static final PseudoClass UPDATE = PseudoClass.getPseudoClass("update");
  private static final PseudoClass UPDATED = PseudoClass.getPseudoClass("updated");
  private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");

  private static final PseudoClass PARTIAL = PseudoClass.getPseudoClass("partial");

  private final Diagram.Box box;
  private final Messages messages;
  private final Label title = new Label();
  private final Label badge = new Label();
  private final FigureTable value;
  private final Optional<FigureTable> gradient;
  private Optional<Tensor> known = Optional.empty();
  private Optional<Tensor> arrived = Optional.empty();
  private String spoken = "";
  private String place = "";

  NodeBox(Diagram.Box box, Messages messages) {
    this.box = box;
    this.messages = messages;
    setId("node-" + box.id());
    getStyleClass().addAll("graph-node", box.leaf() ? "leaf" : "operation");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    title.setText(box.title());
    title.getStyleClass().add(box.named() ? "node-name" : "node-expression");
    title.setTextOverrun(OverrunStyle.ELLIPSIS);
    if (!box.named()) {
      title.setTooltip(new Tooltip(box.title()));
    }
    badge.setText(box.badge());
    badge.getStyleClass().add("badge");
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
    if (!box.badge().isEmpty()) {
      getChildren().add(badge);
    }
    setOnContextMenuRequested(event -> {
      FigureCopy.menu(messages, () -> known, () -> arrived)
          .show(this, event.getScreenX(), event.getScreenY());
      event.consume();
    });
  }

  Diagram.Box drawing() {
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
    known.ifPresent(FigureCopy::put);
  }

  // --- Showing -----------------------------------------------------------------------------------

  /// Shows what is known of the node.
  ///
  /// @param index its place among the nodes, from 1
  /// @param count how many nodes there are
  void show(Snapshot snapshot, Node node, String lossName, int index, int count) {
    known = snapshot.value(node);
    arrived = snapshot.gradient(node);
    boolean partial = arrived.isPresent() && !snapshot.isComplete(node);
    value.show(known);
    value.explain(
        known
            .map(v ->
                messages.now(
                    box.leaf() ? "stage.value.editable" : "stage.value.exact",
                    box.title(),
                    Numbers.exact(v)))
            .orElseGet(() -> messages.now("stage.value.pending")));
    gradient.ifPresent(table -> {
      table.show(arrived);
      table.pseudoClassStateChanged(PARTIAL, partial);
      table.explain(
          arrived
              .map(g ->
                  messages.now(
                      partial ? "stage.gradient.partial" : "stage.gradient.exact",
                      lossName,
                      box.title(),
                      Numbers.exact(g)))
              .orElseGet(() -> messages.now("stage.value.pending")));
    });
    pseudoClassStateChanged(PENDING, known.isEmpty());
    pseudoClassStateChanged(UPDATED, snapshot.isUpdated(node));
    spoken = sentence(partial);
    place = messages.now("node.place", index, count);
    speak(false);
  }

  /// Marks what is no longer what the program computes.
  void markStale(boolean ofValue, boolean ofGradient) {
    value.markStale(ofValue);
    gradient.ifPresent(table -> table.markStale(ofGradient));
    speak(ofValue || ofGradient);
  }

  private void speak(boolean stale) {
    setAccessibleText(
        stale
            ? messages.now("node.spoken.stale", spoken, place)
            : messages.now("node.spoken", spoken, place));
  }

  private String sentence(boolean partial) {
    String key = (box.leaf() ? "node.leaf" : "node.op") + (box.gradient() ? "" : ".constant");
    String gone =
        partial ? messages.now("node.gradient.partial", spoken(arrived)) : spoken(arrived);
    return box.leaf()
        ? messages.now(key, box.title(), spoken(known), gone)
        : messages.now(key, box.title(), messages.now("op." + box.op()), spoken(known), gone);
  }

  private String spoken(Optional<Tensor> tensor) {
    return tensor.map(Numbers::shown).orElseGet(() -> messages.now("stage.value.pending"));
  }

  /// Rings the node as the one that a step of this phase is about; none takes the ring away.
  void ring(Optional<Phase> phase) {
    pseudoClassStateChanged(FORWARD, phase.equals(Optional.of(Phase.FORWARD)));
    pseudoClassStateChanged(BACKWARD, phase.equals(Optional.of(Phase.BACKWARD)));
    pseudoClassStateChanged(UPDATE, phase.equals(Optional.of(Phase.UPDATE)));
  }

  @Override
  protected void layoutChildren() {
    double badgeWidth = Metrics.badgeWidth(box.badge());
    double right = getWidth() - Metrics.PADDING + 2;
    badge.resizeRelocate(right - badgeWidth, 8, badgeWidth, Metrics.BADGE_HEIGHT);
    double room = right - Metrics.PADDING - (badgeWidth == 0 ? 0 : badgeWidth + 4);
    title.resizeRelocate(Metrics.PADDING, 8, room, Metrics.HEADER - 2);
    double y = 8 + Metrics.HEADER + 4;
    double width = Metrics.tableWidth(box.shape());
    double height = Metrics.tableHeight(box.shape());
    double x = Math.rint((getWidth() - width) / 2);
    value.resizeRelocate(x, y, width, height);
    gradient.ifPresent(table -> table.resizeRelocate(x, y + height + Metrics.GAP, width, height));
  }
}
