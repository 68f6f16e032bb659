package backstep.python;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the name that was probably meant.
final class Suggestion {
  private Suggestion() {}

  static Problem unknownName(
      Ast.Name name, Collection<String> variables, Collection<String> builtins) {
    if (name.id().equals("np") || name.id().equals("numpy")) {
      return Problem.at(name.span(), "run.name.numpy", name.id());
    }
    return nearest(name.id(), Stream.concat(variables.stream(), builtins.stream()))
        .map(near -> Problem.at(name.span(), "run.name.near", name.id(), near))
        .orElseGet(() -> Problem.at(name.span(), "run.name.unknown", name.id()));
  }

  /// The candidate fewest edits away, if it is near enough to be a slip of the finger.
  static Optional<String> nearest(String wrong, Stream<String> candidates) {
    return candidates
        .filter(candidate -> !candidate.equals(wrong))
        .filter(candidate -> distance(wrong, candidate) <= limit(wrong, candidate))
        .filter(candidate -> candidate.length() > 1 || wrong.equalsIgnoreCase(candidate))
        .min(
            Comparator.comparingInt((String candidate) -> distance(wrong, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  // Whoever wrote `d_r` meant no `str`.
  private static int limit(String wrong, String candidate) {
    return wrong.length() < 3 || (wrong.contains("_") && !candidate.contains("_")) ? 1 : 2;
  }

  // Levenshtein, Soviet Physics Doklady 10(8), 1966; upper and lower case count as half the same.
  private static int distance(String a, String b) {
    if (a.equalsIgnoreCase(b)) {
      return 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
