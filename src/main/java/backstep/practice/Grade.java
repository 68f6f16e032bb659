package backstep.practice;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What one hand-in is worth, and why.
///
/// @param file its name
/// @param cell the notebook's code cell that holds the backward pass, from 1
/// @param gradients each gradient that was asked for
/// @param lines the lines that part from what is right, in order; none where every gradient is
///   right
/// @param trouble what kept it from being judged, or from running on
/// @param judged whether there is a score at all
public record Grade(
    String file,
    Optional<Integer> cell,
    List<Gradient> gradients,
    List<Line> lines,
    Optional<Trouble> trouble,
    boolean judged) {

  /// How a gradient came out.
  public enum Verdict {
    RIGHT,
    WRONG,
    /// There is none.
    MISSING
  }

  /// A gradient that was asked for.
  public record Gradient(String variable, Verdict verdict) {}

  /// A line that is not right.
  ///
  /// @param name the variable it sets
  /// @param text the line itself
  public record Line(Spot spot, String name, String text, Finding finding) {}

  public Grade {
    gradients = List.copyOf(gradients);
    lines = List.copyOf(lines);
  }

  /// A hand-in without a score.
  static Grade none(String file, Trouble trouble) {
    return new Grade(file, Optional.empty(), List.of(), List.of(), Optional.of(trouble), false);
  }

  /// The same under another name, also where it is said that the file cannot be read.
  public Grade called(String name) {
    return new Grade(
        name, cell, gradients, lines, trouble.map(found -> found.called(name)), judged);
  }

  /// Where what is to be mended first is, if it is at a place.
  public Optional<Spot> firstSpot() {
    return lines.stream().map(Line::spot).findFirst().or(() -> trouble.flatMap(Trouble::spot));
  }

  /// How many gradients are right; none where there is no score.
  public OptionalInt points() {
    return judged
        ? OptionalInt.of(
            (int) gradients.stream().filter(one -> one.verdict() == Verdict.RIGHT).count())
        : OptionalInt.empty();
  }
}
