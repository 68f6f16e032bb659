package backstep.python;

import java.util.Optional;

/// How to run a program.
///
/// @param loss the variable to take as the loss, or none: `loss`, `L`, `J`, `cost`, else the last
///   scalar computed
/// @param seed what `np.random` starts from
/// @param firstKept the first iteration that is kept to be stepped through; from there on as many
///   are kept as there is room for, and the last one always is
public record Options(Optional<String> loss, long seed, int firstKept) {
  /// The usual way.
  public static final Options DEFAULT = new Options(Optional.empty(), 0, 0);

  public Options withLoss(Optional<String> other) {
    return new Options(other, seed, firstKept);
  }

  public Options withSeed(long other) {
    return new Options(loss, other, firstKept);
  }

  public Options keptFrom(int iteration) {
    return new Options(loss, seed, iteration);
  }
}
