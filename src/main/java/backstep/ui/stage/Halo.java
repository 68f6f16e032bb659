package backstep.ui.stage;

import backstep.trace.Step.Phase;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// The glow around the node that a step is about. It lies under the edges, so that it does not
/// cover where they end.
final class Halo extends Region {
  private static final PseudoClass FORWARD = PseudoClass.getPseudoClass("forward");
  private static final PseudoClass BACKWARD = PseudoClass.getPseudoClass("backward");
  private static final PseudoClass UPDATE = PseudoClass.getPseudoClass("update");

  private Optional<NodeBox> around = Optional.empty();

  Halo() {
    getStyleClass().add("halo");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  /// Lies around the node that a step of this phase is about, if there is one.
  void ring(Optional<NodeBox> box, Optional<Phase> phase) {
    around = box;
    setVisible(box.isPresent());
    pseudoClassStateChanged(FORWARD, phase.equals(Optional.of(Phase.FORWARD)));
    pseudoClassStateChanged(BACKWARD, phase.equals(Optional.of(Phase.BACKWARD)));
    pseudoClassStateChanged(UPDATE, phase.equals(Optional.of(Phase.UPDATE)));
    follow();
  }

  /// The node may have moved.
  void follow() {
    around.ifPresent(
        box -> resizeRelocate(box.getLayoutX(), box.getLayoutY(), box.getWidth(), box.getHeight()));
  }
}
