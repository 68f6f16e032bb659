package backstep.keep;

import backstep.python.Draft;
import backstep.python.Options;
import java.util.Optional;

/// A program as the learner left it, and how they run it: what nobody wants to do again.
///
/// @param loss the variable that was taken for the loss; found by its name if none
/// @param seed what `np.random` starts from where the program sets none, from 0
public record Work(Draft draft, Optional<String> loss, long seed) {
  /// A program as it is written, run in this way.
  public static Work of(String text, Options options) {
    return new Work(Draft.of(text), options.loss(), options.seed());
  }

  /// How the program is run.
  public Options options() {
    return Options.DEFAULT.withLoss(loss).withSeed(seed);
  }
}
