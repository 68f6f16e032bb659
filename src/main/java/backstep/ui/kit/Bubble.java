package backstep.ui.kit;

import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;

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
    popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
    popOver.setDetachable(false);
    popOver.setAnimated(false);
    popOver.setOnHidden(_ -> pane.setContent(null));
  }

  public boolean isShowing() {
    return popOver.isShowing();
  }

  public void hide() {
    popOver.hide();
  }

  /// Opens it under a node of the window, or closes it.
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
    pane.setMaxSize(scene.getWidth() - 2 * MARGIN, scene.getHeight() - 4 * MARGIN);
    popOver.show(owner);
    first(shown).ifPresent(Node::requestFocus);
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
