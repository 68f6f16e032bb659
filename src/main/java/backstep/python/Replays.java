package backstep.python;

import backstep.graph.Iteration;
import backstep.graph.Iterations;
import java.util.Objects;

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
