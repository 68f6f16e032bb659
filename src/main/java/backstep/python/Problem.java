package backstep.python;

import java.util.Arrays;
import java.util.List;

/// Something that keeps a program from being read or run, in no language.
///
/// The texts are in the bundles `problems_*.properties`: `key` says what is wrong, `key.hint` what
/// to write instead. Both take the same arguments, mostly pieces of the program.
public record Problem(Span span, String key, List<Object> arguments) {
  /// More of a learner's line than this hides the sentence around it.
  private static final int MAX_PIECE = 60;

  public Problem {
    arguments = List.copyOf(arguments);
  }

  /// A problem whose message names these pieces of the program, shortened to what one can read.
  public static Problem at(Span span, String key, Object... arguments) {
    return new Problem(span, key, Arrays.stream(arguments).map(Problem::shortened).toList());
  }

  private static Object shortened(Object argument) {
    if (!(argument instanceof String piece)) {
      return argument;
    }
    int end = 0;
    while (end < piece.length() && !Source.isNewline(piece.charAt(end))) {
      end++;
    }
    if (end <= MAX_PIECE) {
      return piece.substring(0, end) + (end < piece.length() ? "…" : "");
    }
    return piece.substring(0, piece.offsetByCodePoints(0, MAX_PIECE - 1)) + "…";
  }

  /// For use as `throw problem.raise()`.
  public ProblemException raise() {
    return new ProblemException(this);
  }
}
