package backstep.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;

/// A column that scrolls where it is too high, never sideways. The keyboard stops at it only when
/// there is something to scroll.
public final class ScrollColumn extends ScrollPane {
  /// @param name for screen readers
  public ScrollColumn(ObservableValue<String> name) {
    getStyleClass().add("scroll-column");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    accessibleTextProperty().bind(name);
    ObservableValue<Double> needed =
        contentProperty().flatMap(Node::layoutBoundsProperty).map(Bounds::getHeight).orElse(0.0);
    ObservableValue<Double> there = viewportBoundsProperty().map(Bounds::getHeight);
    focusTraversableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> needed.getValue() > there.getValue() + 1, needed, there));
  }

  // JavaFX keeps a picture of what a scroll pane shows, and paints all of it again for any change
  // in it; without one, only what changed is painted.
  @Override
  protected Skin<?> createDefaultSkin() {
    ScrollPaneSkin skin = new ScrollPaneSkin(this);
    skin.getChildren().forEach(part -> part.setCache(false));
    return skin;
  }

  // With room for the bar, which otherwise would take it from what scrolls.
  @Override
  protected double computePrefWidth(double height) {
    double bar =
        getSkin() instanceof ScrollPaneSkin skin ? skin.getVerticalScrollBar().prefWidth(-1) : 0;
    return super.computePrefWidth(height) + bar;
  }

  /// @param content what scrolls
  public ScrollColumn(ObservableValue<String> name, Node content) {
    this(name);
    setContent(content);
  }
}
