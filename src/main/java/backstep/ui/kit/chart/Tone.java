package backstep.ui.kit.chart;

import java.util.Locale;

/// What a mark or a note is about, which gives it its colour.
public enum Tone {
  /// Something by the way.
  PLAIN,
  /// Values, which go forward.
  FORWARD,
  /// The learner's place and gradients, which go backward.
  BACKWARD,
  /// Steps and goals.
  UPDATE,
  /// What goes wrong.
  BROKEN;

  /// `tone-plain` for [#PLAIN].
  String styleClass() {
    return "tone-" + name().toLowerCase(Locale.ROOT);
  }
}
