package backstep.ui.explain;

import backstep.trace.Step;
import java.util.List;
import java.util.Optional;

/// What there is to say about the step that was just taken, in no language yet.
///
/// @param phase the step's phase; none before the first step
/// @param iteration which iteration the step is in, from 0
/// @param position how many steps are done
/// @param count how many there are
/// @param heading what the step is called
/// @param equations the rule, with the step's numbers, and what comes out; one for each operand
/// @param sentences a few plain words
public record Explanation(
    Optional<Step.Phase> phase,
    int iteration,
    int position,
    int count,
    Phrase heading,
    List<Equation> equations,
    List<Phrase> sentences) {
  public Explanation {
    equations = List.copyOf(equations);
    sentences = List.copyOf(sentences);
  }

  /// A typeset line.
  ///
  /// @param latex for mathematics mode; results are tinted by `\textcolor{positive}` and
  ///   `\textcolor{negative}`
  /// @param plain the same in plain text, for screen readers
  public record Line(String latex, String plain) {}

  /// A rule, the same with numbers, and so on, each on a line of its own.
  public record Equation(List<Line> lines) {
    public Equation {
      lines = List.copyOf(lines);
    }

    /// The rule without its figures.
    public Equation rule() {
      return new Equation(lines.subList(0, Math.min(1, lines.size())));
    }
  }
}
