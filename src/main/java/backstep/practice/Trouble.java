package backstep.practice;

import backstep.python.Problem;
import backstep.python.SourceFile;
import java.util.List;
import java.util.Optional;

/// What kept a hand-in from being judged as it was meant, in no language: the key of a sentence and
/// what the sentence is about.
///
/// @param spot where, if it is at a place
public record Trouble(Kind kind, Optional<Spot> spot, String key, List<Object> arguments) {
  /// What sort of trouble it is.
  public enum Kind {
    /// The file cannot be read.
    FILE,
    /// The program cannot be read or does not run to its end.
    PROGRAM,
    /// It does not compute the exercise's loss.
    NO_LOSS,
    /// Its forward pass gives something else than the exercise's.
    FORWARD
  }

  public Trouble {
    arguments = List.copyOf(arguments);
  }

  static Trouble of(SourceFile.Unreadable file) {
    return new Trouble(Kind.FILE, Optional.empty(), file.key(), List.of(file.name(), file.limit()));
  }

  // Only what is said of a file begins with its name.
  Trouble called(String name) {
    return kind == Kind.FILE ? new Trouble(kind, spot, key, List.of(name, arguments.get(1))) : this;
  }

  static Trouble of(Problem problem, Optional<Spot> spot) {
    return new Trouble(Kind.PROGRAM, spot, problem.key(), problem.arguments());
  }

  static Trouble noLoss(String loss) {
    return new Trouble(Kind.NO_LOSS, Optional.empty(), "grade.noLoss", List.of(loss));
  }

  /// @param variable the first one that comes out otherwise
  /// @param hidden whether it does so only with other numbers than the exercise's own
  static Trouble forward(Spot spot, String variable, boolean hidden) {
    return new Trouble(
        Kind.FORWARD,
        Optional.of(spot),
        hidden ? "grade.forward.fixed" : "grade.forward",
        List.of(variable));
  }

  static Trouble fault() {
    return new Trouble(Kind.PROGRAM, Optional.empty(), "grade.fault", List.of());
  }

  /// Whether the hand-in could not even be read or run.
  public boolean isFailure() {
    return kind == Kind.FILE || kind == Kind.PROGRAM;
  }
}
