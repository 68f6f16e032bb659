package backstep.ui.player;

import backstep.trace.Session;
import backstep.trace.Step;
import backstep.trace.Step.Phase;
import backstep.ui.kit.Later;
import backstep.ui.kit.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// The steps of an iteration as a line in the colours of the phases, with a thumb to drag.
///
/// Under the pointer, and where the thumb is moved by keys, it says which step that is.
final class PhaseTimeline extends Region {
  // In heights of its letters.
  private static final double RADIUS = 0.7;
  private static final double HALO = 1.05;
  private static final double MIN_WIDTH = 10;
  private static final double PREF_WIDTH = 18;

  private static final Map<Phase, PseudoClass> PHASES =
      Map.of(
          Phase.FORWARD, PseudoClass.getPseudoClass("forward"),
          Phase.BACKWARD, PseudoClass.getPseudoClass("backward"),
          Phase.UPDATE, PseudoClass.getPseudoClass("update"));

  private final PlayerModel model;
  private final Messages messages;
  private final StepNames names;
  private final BarNote note;
  private final PhaseLine line;
  private final Circle halo = new Circle();
  private final Circle thumb = new Circle();
  private Optional<Session> session = Optional.empty();
  private OptionalInt pointed = OptionalInt.empty();

  /// @param note where it says which step is pointed at
  PhaseTimeline(PlayerModel model, Messages messages, BarNote note) {
    this.model = model;
    this.messages = messages;
    this.note = note;
    names = new StepNames(model, messages);
    line = new PhaseLine(messages);
    setId("timeline");
    getStyleClass().add("phase-timeline");
    setAccessibleRole(AccessibleRole.SLIDER);
    setFocusTraversable(true);
    setCursor(Cursor.HAND);
    halo.getStyleClass().add("thumb-halo");
    halo.visibleProperty().bind(focusVisibleProperty());
    thumb.getStyleClass().add("thumb");
    getChildren().addAll(line.nodes());
    Later.add(getChildren(), halo, thumb);
    listen();
  }

  private void listen() {
    setOnMousePressed(event -> {
      requestFocus();
      drag(event);
    });
    setOnMouseDragged(this::drag);
    setOnMouseMoved(event -> point(position(event.getX())));
    setOnMouseExited(event -> {
      if (!event.isPrimaryButtonDown()) {
        leave();
      }
    });
    setOnMouseReleased(event -> {
      if (!contains(event.getX(), event.getY())) {
        leave();
      }
    });
    setOnKeyPressed(this::press);
    focusVisibleProperty().subscribe(_ -> name());
  }

  // --- Pointing ----------------------------------------------------------------------------------

  private void drag(MouseEvent event) {
    OptionalInt position = position(event.getX());
    position.ifPresent(model::seek);
    point(position);
  }

  private OptionalInt position(double x) {
    return session
        .map(s -> OptionalInt.of(line.position(s, x, getWidth())))
        .orElse(OptionalInt.empty());
  }

  private void point(OptionalInt position) {
    if (!pointed.equals(position)) {
      pointed = position;
      model.stepPointed(session.flatMap(s -> step(s, position)));
    }
    name();
  }

  private void leave() {
    point(OptionalInt.empty());
  }

  private static Optional<Step> step(Session session, OptionalInt position) {
    return position.isPresent() && position.getAsInt() > 0
        ? Optional.of(session.trace().steps().get(position.getAsInt() - 1))
        : Optional.empty();
  }

  // Says which step is pointed at, or else, by keyboard, which one the thumb is on.
  private void name() {
    OptionalInt position =
        pointed.isEmpty() && isFocusVisible() && session.isPresent()
            ? OptionalInt.of(session.get().position())
            : pointed;
    if (session.isPresent() && position.isPresent()) {
      Session s = session.get();
      double x = line.x(s, position.getAsInt(), getWidth());
      note.show(this, x, middle() - RADIUS * line.em(), names.at(s, position.getAsInt()));
    } else {
      note.hide(this);
    }
  }

  // Left and right are the whole window's, and so are Home and End.
  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> by(1);
      case DOWN -> by(-1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void by(int steps) {
    session.ifPresent(s -> model.seek(s.position() + steps));
  }

  // --- Showing -----------------------------------------------------------------------------------

  /// Shows where the learner is.
  void show(Optional<Session> now) {
    boolean others = !now.map(Session::trace).equals(session.map(Session::trace));
    session = now;
    setVisible(now.isPresent());
    if (others) {
      leave();
    }
    Optional<Phase> phase = now.flatMap(s -> s.snapshot().step()).map(Step::phase);
    PHASES.forEach(
        (of, state) -> thumb.pseudoClassStateChanged(state, of == phase.orElse(Phase.FORWARD)));
    setAccessibleText(
        now.map(s ->
                messages.now(
                    "player.timeline", s.position(), PhaseLine.steps(s), names.at(s, s.position())))
            .orElse(""));
    notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    name();
    // Its size is the same for all: the bar around it stays as it is.
    setNeedsLayout(true);
  }

  // --- Screen readers ----------------------------------------------------------------------------

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> session.map(s -> (double) s.position()).orElse(0.0);
      case MIN_VALUE -> 0.0;
      case MAX_VALUE -> session.map(s -> (double) PhaseLine.steps(s)).orElse(0.0);
      case VALUE_STRING -> session.map(s -> names.at(s, s.position())).orElse("");
      case ORIENTATION -> Orientation.HORIZONTAL;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    switch (action) {
      case INCREMENT, BLOCK_INCREMENT -> by(1);
      case DECREMENT, BLOCK_DECREMENT -> by(-1);
      case SET_VALUE -> {
        if (parameters[0] instanceof Number value) {
          model.seek((int) Math.round(value.doubleValue()));
        }
      }
      default -> super.executeAccessibleAction(action, parameters);
    }
  }

  // --- Layout ------------------------------------------------------------------------------------

  // Of the line.
  private double middle() {
    return Math.rint(getHeight() / 2);
  }

  @Override
  protected void layoutChildren() {
    // Where the bar is not shown it has no width.
    session
        .filter(_ -> getWidth() > 0)
        .ifPresent(s -> {
          line.draw(s, getWidth(), middle());
          thumb.setRadius(RADIUS * line.em());
          halo.setRadius(HALO * line.em());
          for (Circle circle : List.of(halo, thumb)) {
            circle.setCenterX(line.x(s, s.position(), getWidth()));
            circle.setCenterY(middle());
          }
        });
    name();
  }

  @Override
  protected double computePrefWidth(double height) {
    return PREF_WIDTH * line.em();
  }

  @Override
  protected double computeMinWidth(double height) {
    return MIN_WIDTH * line.em();
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(2 * line.depth());
  }
}
