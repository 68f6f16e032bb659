package backstep.ui.stage;

import backstep.ui.stage.DiagramLayout.Point;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;

/// What is seen travelling along an edge: a value forward, or a share of the gradient back.
final class Pulse extends Group implements DoubleConsumer {
  private static final double RADIUS = 6.5;
  private static final double ABOVE = 10;

  private final WireView wire;
  private final boolean back;
  private final Circle dot = new Circle(RADIUS);
  private final Optional<Label> load;
  private final DoubleConsumer effect;

  private Pulse(WireView wire, boolean back, Optional<String> load, DoubleConsumer effect) {
    this.wire = wire;
    this.back = back;
    this.effect = effect;
    dot.getStyleClass().addAll("pulse", back ? "pulse-backward" : "pulse-forward");
    getChildren().add(dot);
    this.load = load.map(Label::new);
    this.load.ifPresent(label -> {
      label.getStyleClass().add("pulse-load");
      getChildren().add(label);
    });
  }

  static Pulse forward(WireView wire) {
    return new Pulse(wire, false, Optional.empty(), _ -> {});
  }

  /// @param load the share as it is written
  /// @param effect what else happens on the way, by the part of it that is done
  static Pulse backward(WireView wire, String load, DoubleConsumer effect) {
    return new Pulse(wire, true, Optional.of(load), effect);
  }

  /// Moves.
  ///
  /// @param part how much of the way is done, 0 to 1
  @Override
  public void accept(double part) {
    Point at = wire.curve().at(back ? 1 - part : part);
    dot.setCenterX(at.x());
    dot.setCenterY(at.y());
    load.ifPresent(label -> {
      label.autosize();
      label.relocate(
          Math.rint(at.x() - label.getWidth() / 2), Math.rint(at.y() - label.getHeight() - ABOVE));
    });
    effect.accept(part);
  }
}
