package backstep.ui.classroom;

import backstep.graph.Iteration;
import backstep.paper.Blanks;
import backstep.paper.Variation;
import backstep.paper.Worksheet;
import backstep.practice.Exercise;
import backstep.python.Draft;
import backstep.python.Options;
import backstep.python.Run;
import backstep.trace.Trace;
import backstep.ui.stage.ClosedCalls;
import backstep.ui.stage.PaperGraph;
import java.util.Optional;

/// Worksheets of one program.
///
/// @param title of the sheets
/// @param draft the program
/// @param closed which of its calls are one node each
public record Sheets(String title, Draft draft, Options options, ClosedCalls closed) {
  /// The sheet with the numbers of a seed, of the program's first iteration.
  ///
  /// @param seed 0 for the program's own numbers
  /// @return nothing if no such numbers are found
  Optional<Worksheet> sheet(int seed, Blanks blanks) {
    return Variation.of(draft, options, seed)
        .map(varied -> {
          Run run = varied.run(options);
          Iteration first = run.iteration(0).orElseThrow();
          Trace trace = Trace.of(first, closed.in(run.origins()).of(first));
          return new Worksheet(
              title, seed, program(run, blanks), PaperGraph.of(trace, run.origins(), blanks));
        });
  }

  // A backward pass that stands there would do what is asked for.
  private static String program(Run run, Blanks blanks) {
    return blanks.hasGradients() ? Exercise.given(run).orElse(run.text()) : run.text();
  }
}
