package backstep.practice;

import backstep.practice.Grade.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a class handed in for one exercise.
///
/// @param loss the exercise's loss
/// @param wanted the variables whose gradients it asks for
public record Grades(String loss, List<String> wanted, List<Grade> all) {
  private static final class Seen {
    private final Mistake first;
    private final Set<String> files = new LinkedHashSet<>();
    private boolean hidden = true;

    Seen(Mistake first) {
      this.first = first;
    }

    void add(Mistake one) {
      files.addAll(one.files());
      hidden &= one.hidden();
    }

    Mistake all() {
      return new Mistake(first.key(), first.arguments(), hidden, List.copyOf(files));
    }
  }

  public Grades {
    wanted = List.copyOf(wanted);
    all = List.copyOf(all);
  }

  /// The class's mistakes, the commonest first; of equally common ones that which was found first.
  public List<Mistake> mistakes() {
    Map<List<Object>, Seen> seen = new LinkedHashMap<>();
    for (Grade grade : all) {
      for (Mistake mistake : mistakes(grade)) {
        seen.computeIfAbsent(mistake.sort(), _ -> new Seen(mistake)).add(mistake);
      }
    }
    List<Mistake> found = new ArrayList<>(seen.values().stream().map(Seen::all).toList());
    found.sort(Comparator.comparingInt((Mistake one) -> one.files().size()).reversed());
    return found;
  }

  /// Whether all could be read and run.
  public boolean areComplete() {
    return all.stream().flatMap(grade -> grade.trouble().stream()).noneMatch(Trouble::isFailure);
  }

  private static List<Mistake> mistakes(Grade grade) {
    List<String> file = List.of(grade.file());
    // What follows from a mistake is none of its own.
    Stream<Mistake> lines =
        grade.lines().stream()
            .map(Grade.Line::finding)
            .filter(finding -> finding.kind() != Finding.Kind.FOLLOWS)
            .map(found -> new Mistake(found.key(), found.arguments(), found.hidden(), file));
    // Why it stops, or computes something else, says why gradients are missing.
    Stream<Mistake> rest =
        grade.trouble().isPresent()
            ? grade.trouble().stream().map(trouble -> mistake(trouble, file))
            : grade.gradients().stream()
                .filter(gradient -> gradient.verdict() == Verdict.MISSING)
                .map(gradient ->
                    new Mistake("grade.missing", List.of(gradient.variable()), false, file));
    return Stream.concat(lines, rest).toList();
  }

  // Why a file cannot be read names the file, so no two would be the same.
  private static Mistake mistake(Trouble trouble, List<String> file) {
    return trouble.kind() == Trouble.Kind.FILE
        ? new Mistake("grade.unreadable", List.of(), false, file)
        : new Mistake(trouble.key(), trouble.arguments(), false, file);
  }
}
