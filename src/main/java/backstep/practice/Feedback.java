package backstep.practice;

import backstep.python.Problem;
import java.util.List;
import java.util.Optional;

/// What there is to say of a learner's backward pass as far as it is written.
///
/// @param lines for each statement that ran what was found, in order
/// @param problem what keeps the next statement from being read or run; its place is in the text
///   that the learner wrote
/// @param missing the parameters that have no right update yet; where the program makes no updates,
///   the inputs that have no right gradient yet
public record Feedback(List<Line> lines, Optional<Problem> problem, List<String> missing) {
  /// A statement.
  ///
  /// @param line where it begins in the learner's text, from 1
  /// @param name the variable it sets
  public record Line(int line, String name, Finding finding) {}

  public Feedback {
    lines = List.copyOf(lines);
    missing = List.copyOf(missing);
  }

  /// Whether every line is right and nothing is missing.
  public boolean isDone() {
    return problem.isEmpty()
        && missing.isEmpty()
        && lines.stream().allMatch(line -> line.finding().isRight());
  }
}
