package backstep.python;

import java.io.Serial;

/// Carries a [Problem] out of the depth in which it was found.
///
/// It has no stack trace: it tells of a place in the learner's program, not in ours.
public final class ProblemException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.span() + " " + problem.key(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
