package backstep.ui.player;

import backstep.trace.Step.Phase;
import backstep.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A phase's part of the timeline: pale where it is still to come, strong where it is done, and its
/// name.
final class PhaseTrack {
  private final Region pale = new Region();
  private final Region strong = new Region();
  private final Label label = new Label();
  private double left;
  private double right;

  PhaseTrack(Phase phase, Messages messages) {
    String name = phase.name().toLowerCase(Locale.ROOT);
    pale.getStyleClass().addAll("track", "track-rest", "track-" + name);
    strong.getStyleClass().addAll("track", "track-" + name);
    label.getStyleClass().addAll("track-label", "track-label-" + name);
    label.textProperty().bind(messages.text("player.phase." + name));
  }

  List<Node> nodes() {
    return List.of(pale, strong, label);
  }

  Label label() {
    return label;
  }

  /// Where its steps are.
  ///
  /// @param here how far the learner is
  void place(double from, double to, double here, double top, double thickness) {
    left = from;
    right = to;
    pale.setVisible(isThere());
    pale.resizeRelocate(from, top, Math.max(0, to - from), thickness);
    strong.setVisible(here > from);
    strong.resizeRelocate(from, top, Math.clamp(here, from, Math.max(from, to)) - from, thickness);
  }

  /// Whether the phase has any steps.
  boolean isThere() {
    return right > left;
  }

  double length() {
    return right - left;
  }

  double middle() {
    return (left + right) / 2;
  }
}
