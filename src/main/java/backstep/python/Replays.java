package backstep.python;

import backstep.graph.Iteration;
import backstep.graph.Iterations;
import backstep.graph.Node;
import backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The iterations of a program. Those that a run did not keep are had by running it again: the same
/// program with the same seed computes the same figures.
public final class Replays implements Iterations {
  private final Program program;
  private final Options options;
  private volatile Run run;

  /// @param run a run of the program with these options, which met at least one loss
  public Replays(Program program, Options options, Run run) {
    this.program = program;
    this.options = options;
    this.run = run;
  }

  /// Whether all iterations have one graph, but for their figures, whatever these are; and where
  /// there is only one, whether it is sure to update its parameters in one way.
  public boolean isBranchless() {
    return program.isBranchless(options)
        && (count() > 1 || program.isBranchlessAfterLoss(options));
  }

  /// What the program does in its only iteration when some leaves of that hold other values.
  ///
  /// @return nothing if a problem stops the program then, if it has more iterations or changes its
  ///   parameters otherwise than by its updates, or if one of the leaves cannot be told from others
  public Optional<Iteration> with(Map<Node, Tensor> leaves) {
    Map<Place, Tensor> given = new HashMap<>(options.given());
    for (Map.Entry<Node, Tensor> leaf : leaves.entrySet()) {
      Optional<Place> place = run.origins().place(leaf.getKey());
      if (place.isEmpty()) {
        return Optional.empty();
      }
      given.put(place.get(), leaf.getValue());
    }
    Run other = program.run(options.withGiven(given));
    return other.problem().isEmpty() && other.iterations() == 1 && other.keepsUpdates()
        ? other.iteration(0)
        : Optional.empty();
  }

  /// The run that holds the iteration asked for last, with its names and places.
  public Run run() {
    return run;
  }

  @Override
  public int count() {
    return run.iterations();
  }

  @Override
  public Iteration get(int index) {
    Objects.checkIndex(index, count());
    return run.iteration(index)
        .orElseGet(() -> {
          run = program.run(options.keptFrom(index));
          return run.iteration(index).orElseThrow();
        });
  }
}
