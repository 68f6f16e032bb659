package backstep.ui.stage;

import backstep.trace.Step.Phase;
import backstep.ui.kit.Messages;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;

/// Says which phase the step belongs to: by a word, a sign and a colour.
final class PhaseTitle extends Label {
  private final Messages messages;
  private String style = "";

  PhaseTitle(Messages messages) {
    this.messages = messages;
    getStyleClass().add("phase-title");
  }

  /// Names the phase; without one nothing has happened yet.
  void show(Optional<Phase> phase) {
    String word = phase.map(p -> p.name().toLowerCase(Locale.ROOT)).orElse("ready");
    String sign =
        phase
            .map(p ->
                switch (p) {
                  case FORWARD -> "▶  ";
                  case BACKWARD -> "◀  ";
                  case UPDATE -> "●  ";
                })
            .orElse("");
    setText(sign + messages.now("stage." + word));
    dress("phase-" + word);
  }

  // Other style classes make JavaFX look for all rules again, so most steps keep them.
  private void dress(String other) {
    if (!style.equals(other)) {
      getStyleClass().remove(style);
      getStyleClass().add(other);
      style = other;
    }
  }

  /// Says nothing: there is no program.
  void clear() {
    setText("");
  }
}
