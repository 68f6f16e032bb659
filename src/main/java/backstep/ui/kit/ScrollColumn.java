package backstep.ui.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;

/// A column that scrolls where it is too high, never sideways. The keyboard stops at it only when
/// there is something to scroll.
public final class ScrollColumn extends ScrollPane {
  // A pass over the window asks again and again.
  private final Map<Double, Double> heights = new HashMap<>();
  private final DoubleProperty least = new SimpleDoubleProperty(this, "least");

  /// @param name for screen readers
  public ScrollColumn(ObservableValue<String> name) {
    getStyleClass().add("scroll-column");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    accessibleTextProperty().bind(name);
    least.subscribe(_ -> requestLayout());
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
    // The bar across and the corner are never seen, this bar only where there is something to
    // scroll.
    Node viewport = skin.getChildren().getFirst();
    skin.getVerticalScrollBar().setVisible(false);
    skin.getChildren().clear();
    Later.add(skin.getChildren(), viewport, skin.getVerticalScrollBar());
    return skin;
  }

  // With room for the bar, which otherwise would take it from what scrolls.
  @Override
  protected double computePrefWidth(double height) {
    return super.computePrefWidth(height) + barWidth();
  }

  // To be measured it must be dressed.
  private double barWidth() {
    if (!(getSkin() instanceof ScrollPaneSkin skin)) {
      return 0;
    }
    ScrollBar bar = skin.getVerticalScrollBar();
    if (bar.getParent() == null) {
      skin.getChildren().add(bar);
      bar.applyCss();
    }
    return bar.prefWidth(-1);
  }

  /// How high at least it is, unless its content is less, in pixels.
  public DoubleProperty leastProperty() {
    return least;
  }

  @Override
  protected double computeMinHeight(double width) {
    return Math.min(Math.max(super.computeMinHeight(width), least.get()), computePrefHeight(width));
  }

  /// Scrolls to a part of the content that has just come up and is not whole in view, to its start;
  /// a part of something else it passes over.
  public void reveal(Node part) {
    // It has its place only when all is laid out.
    Platform.runLater(() -> {
      if (getContent() != null && getScene() != null && isSeenWithin(part)) {
        getScene().getRoot().applyCss();
        getScene().getRoot().layout();
        Bounds at = getContent().sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double shown = getViewportBounds().getHeight();
        double hidden = getContent().getLayoutBounds().getHeight() - shown;
        double top = getVvalue() / getVmax() * hidden;
        if (hidden > 0 && (at.getMinY() < top || at.getMaxY() > top + shown)) {
          setVvalue(Math.clamp(at.getMinY() / hidden, 0, 1) * getVmax());
        }
      }
    });
  }

  private boolean isSeenWithin(Node part) {
    Node at = part;
    while (at != null && at.isVisible() && !at.equals(getContent())) {
      at = at.getParent();
    }
    return at != null && at.isVisible();
  }

  /// As high as its content is in that width.
  @Override
  protected double computePrefHeight(double width) {
    if (getContent() == null) {
      return super.computePrefHeight(width);
    }
    // Not in one go: some controls ask for layout while they are asked for their size.
    Optional<Double> known = Optional.ofNullable(heights.get(width));
    double height = known.orElseGet(() -> height(width));
    heights.put(width, height);
    return height;
  }

  private double height(double width) {
    double aside = snappedLeftInset() + snappedRightInset();
    return snappedTopInset()
        + getContent().prefHeight(width < 0 ? width : Math.max(0, width - aside))
        + snappedBottomInset();
  }

  @Override
  public void requestLayout() {
    // The constructor above asks for layout before anything is there.
    if (heights != null) {
      heights.clear();
    }
    super.requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /// @param content what scrolls
  public ScrollColumn(ObservableValue<String> name, Node content) {
    this(name);
    setContent(content);
  }
}
