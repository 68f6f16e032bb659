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
  // Two are the same mistake if they are of one kind and about one variable.
  private record Sort(String key, Object about) {}

  private record Seen(Mistake first, Set<String> files) {}

  public Grades {
    wanted = List.copyOf(wanted);
    all = List.copyOf(all);
  }

  /// The class's mistakes, the commonest first; of equally common ones that which was found first.
  public List<Mistake> mistakes() {
    Map<Sort, Seen> seen = new LinkedHashMap<>();
    for (Grade grade : all) {
      for (Mistake mistake : mistakes(grade)) {
        Object about = mistake.arguments().isEmpty() ? "" : mistake.arguments().getFirst();
        seen.computeIfAbsent(
                new Sort(mistake.key(), about), _ -> new Seen(mistake, new LinkedHashSet<>()))
            .files
            .add(grade.file());
      }
    }
    List<Mistake> found = new ArrayList<>();
    seen.values()
        .forEach(one ->
            found.add(
                new Mistake(
                    one.first.key(),
                    one.first.arguments(),
                    one.first.hidden(),
                    List.copyOf(one.files))));
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
            ? grade.trouble().stream()
                .map(trouble -> new Mistake(trouble.key(), trouble.arguments(), false, file))
            : grade.gradients().stream()
                .filter(gradient -> gradient.verdict() == Verdict.MISSING)
                .map(gradient ->
                    new Mistake("grade.missing", List.of(gradient.variable()), false, file));
    return Stream.concat(lines, rest).toList();
  }
}
