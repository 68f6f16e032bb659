package backstep.ui.stage;

import backstep.graph.Node;
import backstep.tensor.Tensor;
import backstep.trace.Snapshot;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Numbers;
import java.util.Optional;
import javafx.css.PseudoClass;
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

  private final Diagram.Box box;
  private final Messages messages;
  private final Label title = new Label();
  private final Label badge = new Label();
  private final FigureTable value;
  private final Optional<FigureTable> gradient;

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
    getChildren().addAll(title, value);
    gradient.ifPresent(getChildren()::add);
    if (!box.badge().isEmpty()) {
      getChildren().add(badge);
    }
  }

  /// Shows what is known of the node.
  void show(Snapshot snapshot, Node node, String lossName) {
    Optional<Tensor> known = snapshot.value(node);
    Optional<Tensor> arrived = snapshot.gradient(node);
    value.show(known);
    value.explain(
        known
            .map(v -> messages.now("stage.value.exact", box.title(), Numbers.exact(v)))
            .orElseGet(() -> messages.now("stage.value.pending")));
    gradient.ifPresent(table -> {
      table.show(arrived);
      table.explain(
          arrived
              .map(g ->
                  messages.now("stage.gradient.exact", lossName, box.title(), Numbers.exact(g)))
              .orElseGet(() -> messages.now("stage.value.pending")));
    });
    pseudoClassStateChanged(PENDING, known.isEmpty());
    pseudoClassStateChanged(UPDATED, snapshot.isUpdated(node));
    setAccessibleText(spoken(known, arrived));
  }

  private String spoken(Optional<Tensor> known, Optional<Tensor> arrived) {
    String key = (box.leaf() ? "node.leaf" : "node.op") + (box.gradient() ? "" : ".constant");
    return box.leaf()
        ? messages.now(key, box.title(), spoken(known), spoken(arrived))
        : messages.now(
            key, box.title(), messages.now("op." + box.op()), spoken(known), spoken(arrived));
  }

  private String spoken(Optional<Tensor> tensor) {
    return tensor.map(Numbers::shown).orElseGet(() -> messages.now("stage.value.pending"));
  }

  /// Rings the node as the one that a step of this phase is about; none takes the ring away.
  void ring(Optional<backstep.trace.Step.Phase> phase) {
    pseudoClassStateChanged(FORWARD, phase.equals(Optional.of(backstep.trace.Step.Phase.FORWARD)));
    pseudoClassStateChanged(
        BACKWARD, phase.equals(Optional.of(backstep.trace.Step.Phase.BACKWARD)));
    pseudoClassStateChanged(UPDATE, phase.equals(Optional.of(backstep.trace.Step.Phase.UPDATE)));
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
