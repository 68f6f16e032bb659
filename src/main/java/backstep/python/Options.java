package backstep.python;

import backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How to run a program.
///
/// @param loss the variable to take as the loss, or none: `loss`, `L`, `J`, `cost`, else the last
///   scalar computed
/// @param seed what `np.random` starts from
/// @param firstKept the first iteration that is kept to be stepped through; from there on as many
///   are kept as there is room for, and the last one always is
/// @param given what leaves shall hold instead of what the program sets them to; a value of another
///   shape than its leaf's is ignored
public record Options(Optional<String> loss, long seed, int firstKept, Map<Place, Tensor> given) {
  /// What the loss is usually called; of several in one program the first here.
  public static final List<String> USUAL_LOSSES = List.of("loss", "L", "J", "cost");

  /// The usual way.
  public static final Options DEFAULT = new Options(Optional.empty(), 0, 0, Map.of());

  public Options {
    given = Map.copyOf(given);
  }

  public Options withLoss(Optional<String> other) {
    return new Options(other, seed, firstKept, given);
  }

  public Options withSeed(long other) {
    return new Options(loss, other, firstKept, given);
  }

  public Options keptFrom(int iteration) {
    return new Options(loss, seed, iteration, given);
  }

  public Options withGiven(Map<Place, Tensor> other) {
    return new Options(loss, seed, firstKept, other);
  }
}
