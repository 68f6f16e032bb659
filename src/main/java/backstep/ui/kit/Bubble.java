package backstep.ui.kit;

import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/// A pop-over that hangs from a button, never larger than the window, with the first of its
/// controls ready for the keyboard. Esc, a click elsewhere and a second press of its key close it.
public final class Bubble {
  private static final double MARGIN = 24;

  private final ScrollColumn pane;
  private final PopOver popOver;
  private final IntFunction<? extends Region> content;

  /// @param name for screen readers
  /// @param content asked for each time it is shown, with the width of the window in em
  public Bubble(ObservableValue<String> name, IntFunction<? extends Region> content) {
    this.content = content;
    pane = new ScrollColumn(name);
    pane.getStyleClass().add("bubble-pane");
    pane.setAccessibleRole(AccessibleRole.DIALOG);
    popOver = new PopOver(pane);
    // Its own sheet would win over the window's.
    popOver.getRoot().getStylesheets().clear();
    popOver.setDetachable(false);
    // With an arrow the outline changes as the pop-over moves, and it moves as its outline changes:
    // that may never end.
    popOver.setArrowSize(0);
    popOver.setAnimated(false);
    Drags.begunOn(popOver.getScene());
    popOver.setOnHidden(_ -> pane.setContent(null));
  }

  public ReadOnlyBooleanProperty showingProperty() {
    return popOver.showingProperty();
  }

  public boolean isShowing() {
    return popOver.isShowing();
  }

  public void hide() {
    popOver.hide();
  }

  /// Opens it at a node of the window, or closes it.
  ///
  /// @param owner with letters of the usual size
  public void toggle(Labeled owner) {
    if (popOver.isShowing()) {
      popOver.hide();
      return;
    }
    Scene scene = owner.getScene();
    Region shown = content.apply((int) (scene.getWidth() / owner.getFont().getSize()));
    pane.setContent(shown);
    place(owner.localToScene(owner.getLayoutBounds()), scene);
    popOver.show(owner);
    first(shown).ifPresent(Node::requestFocus);
  }

  // On the side of the owner that has more room, and no larger than that.
  private void place(Bounds owner, Scene scene) {
    boolean left = owner.getCenterX() < scene.getWidth() / 2;
    boolean high = owner.getCenterY() < scene.getHeight() / 2;
    popOver.setArrowLocation(
        high
            ? left ? ArrowLocation.TOP_LEFT : ArrowLocation.TOP_RIGHT
            : left ? ArrowLocation.BOTTOM_LEFT : ArrowLocation.BOTTOM_RIGHT);
    double room = high ? scene.getHeight() - owner.getMaxY() : owner.getMinY();
    pane.setMaxSize(scene.getWidth() - 2 * MARGIN, room - 2 * MARGIN);
  }

  private static Optional<Node> first(Node node) {
    if (node.isFocusTraversable() && !node.isDisabled()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().flatMap(n -> first(n).stream()).findFirst()
        : Optional.empty();
  }
}
