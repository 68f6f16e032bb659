package backstep.ui.player;

import backstep.trace.Step;

/// Whoever may keep the learner from going on, to ask something first.
@FunctionalInterface
public interface Gate {
  /// Lets everything pass.
  Gate OPEN = (_, _) -> true;

  /// Whether what comes next may be seen.
  ///
  /// @param next the first of the steps that would be done
  /// @param single whether it is the only one, made by hand or by playing
  boolean opens(Step next, boolean single);
}
