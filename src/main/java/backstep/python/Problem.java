package backstep.python;

import java.util.List;

/// Something that keeps a program from being read or run, in no language.
///
/// The texts are in the bundles `problems_*.properties`: `key` says what is wrong, `key.hint` what
/// to write instead. Both take the same arguments, mostly pieces of the program.
public record Problem(Span span, String key, List<Object> arguments) {

  public Problem {
    arguments = List.copyOf(arguments);
  }

  public static Problem at(Span span, String key, Object... arguments) {
    return new Problem(span, key, List.of(arguments));
  }

  /// For use as `throw problem.raise()`.
  public ProblemException raise() {
    return new ProblemException(this);
  }
}
