package backstep.ui.kit;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.PopupWindow.AnchorLocation;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.util.Subscription;

/// A panel that hangs from a button, never larger than the window, with the first of its controls
/// ready for the keyboard. Esc, a click elsewhere and a second press of its key close it.
///
/// ControlsFX has a pop-over for this, but its outline changes as it moves, and it moves as its
/// outline changes: where its content changes size, that may never end.
public final class Bubble {
  private static final double MARGIN = 24;
  private static final double GAP = 8;

  private final ScrollColumn pane;
  private final StackPane frame = new Frame();
  // A pop-up is a window of its own.
  private final Later<Popup> popup = new Later<>(this::newPopup);
  private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper(this, "showing");
  private final IntFunction<? extends Region> content;
  private Subscription moves = Subscription.EMPTY;

  /// @param name for screen readers
  /// @param content asked for each time it is shown, with the width of the window in em
  public Bubble(ObservableValue<String> name, IntFunction<? extends Region> content) {
    this.content = content;
    pane = new ScrollColumn(name);
    pane.getStyleClass().add("bubble-pane");
    pane.setAccessibleRole(AccessibleRole.DIALOG);
    frame.getChildren().setAll(pane);
    frame.getStyleClass().add("bubble");
    // Lists to choose from keep Esc from what they stand in, and only hand it on to this.
    frame.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
          }
        });
  }

  private Popup newPopup() {
    Popup made = new Popup();
    Closing.underPopups(made);
    made.getContent().setAll(frame);
    made.setAutoHide(true);
    Drags.begunOn(made.getScene());
    made.setOnHidden(_ -> {
      moves.unsubscribe();
      pane.setContent(null);
    });
    showing.bind(made.showingProperty());
    return made;
  }

  public ReadOnlyBooleanProperty showingProperty() {
    return showing.getReadOnlyProperty();
  }

  public boolean isShowing() {
    return showing.get();
  }

  public void hide() {
    if (isShowing()) {
      popup.get().hide();
    }
  }

  /// Opens it at a node of the window, or closes it.
  ///
  /// @param owner with letters of the usual size
  public void toggle(Labeled owner) {
    if (isShowing()) {
      hide();
      return;
    }
    Scene scene = owner.getScene();
    Region shown = content.apply((int) (scene.getWidth() / owner.getFont().getSize()));
    pane.setContent(shown);
    show(owner, scene);
    first(shown).ifPresent(Node::requestFocus);
  }

  /// Where it hangs: by one of its corners, on the side of its owner that has more room.
  ///
  /// @param left whether by a left corner
  /// @param top whether by an upper corner
  /// @param width how wide it may be, and `height` how high, to be whole in view
  record Hanging(boolean left, boolean top, double x, double y, double width, double height) {
    /// @param owner where the button is, of which not all need be in view
    /// @param seen what is seen of the window
    static Hanging at(Bounds owner, Rectangle2D seen) {
      double ceiling = Math.clamp(owner.getMinY(), seen.getMinY(), seen.getMaxY());
      double floor = Math.clamp(owner.getMaxY(), seen.getMinY(), seen.getMaxY());
      boolean left = owner.getCenterX() < (seen.getMinX() + seen.getMaxX()) / 2;
      boolean top = owner.getCenterY() < (seen.getMinY() + seen.getMaxY()) / 2;
      double room = top ? seen.getMaxY() - floor : ceiling - seen.getMinY();
      return new Hanging(
          left,
          top,
          left ? owner.getMinX() : owner.getMaxX(),
          top ? floor + GAP : ceiling - GAP,
          seen.getWidth() - 2 * MARGIN,
          room - 2 * MARGIN);
    }

    AnchorLocation corner() {
      return top
          ? left ? AnchorLocation.CONTENT_TOP_LEFT : AnchorLocation.CONTENT_TOP_RIGHT
          : left ? AnchorLocation.CONTENT_BOTTOM_LEFT : AnchorLocation.CONTENT_BOTTOM_RIGHT;
    }
  }

  private void show(Labeled owner, Scene scene) {
    Hanging place = Hanging.at(owner.localToScreen(owner.getLayoutBounds()), seen(scene));
    pane.setMaxSize(place.width(), place.height());
    Popup shown = popup.get();
    shown.setAnchorLocation(place.corner());
    shown.show(owner, place.x(), place.y());
    // What is in it was shown before, and JavaFX takes sheets that changed since for those of then,
    // now and then; but not in a window that is showing.
    shown.getScene().getStylesheets().setAll(scene.getStylesheets());
    shown.getScene().getRoot().applyCss();
    shown.getScene().getRoot().layout();
    keepInside(shown, place.left(), scene);
    // It does not go with the window.
    Window window = scene.getWindow();
    moves =
        window
            .xProperty()
            .subscribe((_, _) -> hide())
            .and(window.yProperty().subscribe((_, _) -> hide()));
  }

  // Now that its width is known.
  private void keepInside(Popup shown, boolean left, Scene scene) {
    Rectangle2D seen = seen(scene);
    double width = frame.getWidth();
    shown.setAnchorX(
        left
            ? Math.max(seen.getMinX(), Math.min(shown.getAnchorX(), seen.getMaxX() - width))
            : Math.min(seen.getMaxX(), Math.max(shown.getAnchorX(), seen.getMinX() + width)));
  }

  // The window, as far as it is on a screen.
  private static Rectangle2D seen(Scene scene) {
    Bounds window = scene.getRoot().localToScreen(scene.getRoot().getLayoutBounds());
    return Screen.getScreensForRectangle(
            window.getMinX(), window.getMinY(), window.getWidth(), window.getHeight())
        .stream()
        .map(screen -> common(window, screen.getVisualBounds()))
        .max(Comparator.comparingDouble(part -> part.getWidth() * part.getHeight()))
        .orElse(
            new Rectangle2D(
                window.getMinX(), window.getMinY(), window.getWidth(), window.getHeight()));
  }

  /// A pop-up goes by how high its content is in any width, and this is higher where it may not be
  /// as wide as it would like to be.
  private static final class Frame extends StackPane {
    @Override
    protected double computePrefHeight(double width) {
      return super.computePrefHeight(width < 0 ? prefWidth(width) : width);
    }
  }

  private static Rectangle2D common(Bounds window, Rectangle2D screen) {
    double x = Math.max(window.getMinX(), screen.getMinX());
    double y = Math.max(window.getMinY(), screen.getMinY());
    return new Rectangle2D(
        x,
        y,
        Math.max(0, Math.min(window.getMaxX(), screen.getMaxX()) - x),
        Math.max(0, Math.min(window.getMaxY(), screen.getMaxY()) - y));
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
