package backstep.ui.player;

import backstep.ui.kit.Messages;
import backstep.ui.kit.Tip;
import backstep.ui.player.PlayerModel.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.stage.PopupWindow.AnchorLocation;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button of the bar: an icon, a word and its key, some of which a narrow bar leaves away.
///
/// One that is off can still be reached by keyboard; pressed, it says why it is off.
final class BarButton extends Button {
  /// How much the buttons say of themselves.
  enum Wording {
    /// Words and keys.
    ALL,
    WORDS,
    BRIEF,
    /// Of words only those that tell the steps apart.
    STEPS,
    /// Icons, and the keys of the steps.
    KEYS,
    ICONS
  }

  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
  // In heights of letters.
  private static final double TIP_WIDTH = 24;
  private static final double TIP_ROOM = 6;
  private static final double TIP_GAP = 0.4;

  private final HBox content = new HBox();
  private final List<Label> full = new ArrayList<>();
  private final List<Label> brief = new ArrayList<>();
  private final List<Label> caps = new ArrayList<>();
  private final StringProperty tip = new SimpleStringProperty(this, "tip", "");
  private Optional<Holding> holding = Optional.empty();
  private Consumer<BarButton> onRefused = _ -> {};
  private boolean off;
  private boolean plain;

  BarButton(String id, Runnable action) {
    setId(id);
    getStyleClass().add("bar-button");
    content.getStyleClass().add("bar-button-content");
    content.setAlignment(Pos.CENTER);
    setOnAction(_ -> action.run());
    accessibleHelpProperty().bind(tip);
    Tip.show(this, tip, this::dress);
  }

  private void dress(Tooltip shown) {
    shown.setWrapText(true);
    shown.setShowDelay(Duration.millis(350));
    shown.fontProperty().subscribe(font -> shown.setMaxWidth(TIP_WIDTH * font.getSize()));
    // Above the button: below it the screen may end, and at the pointer the words would lie over
    // other buttons. JavaFX takes them for one line as it places them, and takes them away where
    // they come to lie under the pointer: so they come up with room to spare, and then move down.
    shown.setAnchorLocation(AnchorLocation.CONTENT_BOTTOM_LEFT);
    shown.setOnShowing(_ -> {
      shown.setAnchorX(onScreen(this).getMinX());
      shown.setAnchorY(onScreen(this).getMinY() - TIP_ROOM * getFont().getSize());
    });
    shown.setOnShown(_ -> {
      double bottom = onScreen(this).getMinY() - TIP_GAP * getFont().getSize();
      shown.setY(shown.getY() + bottom - onScreen(shown.getSkin().getNode()).getMaxY());
    });
  }

  private static Bounds onScreen(Node node) {
    return node.localToScreen(node.getLayoutBounds());
  }

  // --- Parts, in the order in which they are added -----------------------------------------------

  /// @param size in heights of its letters
  BarButton icon(FontIcon icon, double size) {
    // In a style sheet an icon's size can only follow the icon itself, so none is to set it.
    icon.getStyleClass().setAll("bar-icon");
    icon.iconSizeProperty()
        .bind(fontProperty().map(font -> (int) Math.rint(size * font.getSize())));
    return with(icon);
  }

  BarButton word(ObservableValue<String> words, ObservableValue<String> fewer) {
    accessibleTextProperty().bind(words);
    return with(label(words, full)).with(label(fewer, brief));
  }

  /// Its icon says enough.
  BarButton plain() {
    plain = true;
    return this;
  }

  /// Shows what is printed on its key.
  BarButton cap(ObservableValue<String> words) {
    Label cap = new Label();
    cap.textProperty().bind(words);
    cap.getStyleClass().add("key-cap");
    caps.add(cap);
    return with(cap);
  }

  private static Label label(ObservableValue<String> words, List<Label> to) {
    Label label = new Label();
    label.textProperty().bind(words);
    to.add(label);
    return label;
  }

  private BarButton with(Node part) {
    part.managedProperty().bind(part.visibleProperty());
    content.getChildren().add(part);
    setGraphic(content);
    return this;
  }

  // --- Room --------------------------------------------------------------------------------------

  /// Says this much.
  void say(Wording wording) {
    content.getChildren().forEach(part -> part.setVisible(isSaid(part, wording)));
  }

  /// How wide it is when it says this much.
  double widthSaying(Wording wording) {
    if (content.getChildren().isEmpty()) {
      return prefWidth(-1);
    }
    List<Node> said = content.getChildren().stream().filter(part -> isSaid(part, wording)).toList();
    double parts = said.stream().mapToDouble(part -> snapSizeX(part.prefWidth(-1))).sum();
    double gaps = snapSpaceX(content.getSpacing()) * (said.size() - 1);
    return parts + gaps + snappedLeftInset() + snappedRightInset();
  }

  private boolean isSaid(Node part, Wording wording) {
    return switch (wording) {
      case ALL -> !brief.contains(part);
      case WORDS -> !brief.contains(part) && !caps.contains(part);
      case BRIEF -> !full.contains(part) && !caps.contains(part);
      case STEPS ->
          !full.contains(part) && !caps.contains(part) && !(plain && brief.contains(part));
      case ICONS -> !full.contains(part) && !brief.contains(part) && !caps.contains(part);
      case KEYS -> !full.contains(part) && !brief.contains(part) && !(plain && caps.contains(part));
    };
  }

  // --- Off ---------------------------------------------------------------------------------------

  /// Says what it does, and why it cannot do it now, as the player moves on.
  ///
  /// @param why it is off; none while it is on
  BarButton explained(
      PlayerModel model,
      Messages messages,
      ObservableValue<String> does,
      Function<State, Optional<Why>> why) {
    explain(
        does,
        Bindings.createObjectBinding(
            () -> why.apply(model.getState()).map(reason -> reason.text(messages)),
            model.stateProperty(),
            messages.words()));
    return this;
  }

  /// Says what it does, or why it is off; it is off while there is a reason.
  void explain(ObservableValue<String> does, ObservableValue<Optional<String>> why) {
    tip.bind(
        Bindings.createStringBinding(() -> why.getValue().orElseGet(does::getValue), does, why));
    // The model behind it lives as long as the window, and so does this.
    why.subscribe(reason -> turnOff(reason.isPresent()));
  }

  /// What it says of itself now.
  String tip() {
    return tip.get();
  }

  /// Called when it is pressed while it is off.
  void setOnRefused(Consumer<BarButton> action) {
    onRefused = action;
  }

  private void turnOff(boolean now) {
    if (off != now) {
      off = now;
      pseudoClassStateChanged(OFF, now);
      notifyAccessibleAttributeChanged(AccessibleAttribute.DISABLED);
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.DISABLED
        ? off || isDisabled()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  // --- Pressing ----------------------------------------------------------------------------------

  /// Goes on with what it does while it is held down.
  BarButton repeating() {
    holding =
        Optional.of(
            new Holding(
                this,
                () -> {
                  if (!off) {
                    super.fire();
                  }
                }));
    return this;
  }

  @Override
  public void fire() {
    boolean letGo = isArmed() && holding.filter(Holding::hasRepeated).isPresent();
    if (letGo) {
      return;
    }
    if (off) {
      onRefused.accept(this);
    } else {
      super.fire();
    }
  }
}
