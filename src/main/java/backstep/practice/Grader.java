package backstep.practice;

import backstep.practice.Finding.Kind;
import backstep.practice.Grade.Gradient;
import backstep.practice.Grade.Verdict;
import backstep.python.Options;
import backstep.python.Problem;
import backstep.python.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges one hand-in.
///
/// Its forward pass is given the exercise's numbers, and others, and must give the exercise's loss
/// with all of them; then its gradients are judged as a learner's are in the window, against the
/// gradients of its own forward pass. So whoever writes the figures down instead of computing them
/// is found out.
final class Grader {
  private final Assignment assignment;
  private final String file;

  Grader(Assignment assignment, String file) {
    this.assignment = assignment;
    this.file = file;
  }

  /// Of all passes that compute the exercise's loss the last counts that goes on to a gradient that
  /// is wanted.
  Grade grade(HandIn handIn) {
    Optional<Grade> idle = Optional.empty();
    Optional<Trouble> trouble = handIn.problem().map(problem -> Trouble.of(problem, handIn.spot()));
    for (Document document : handIn.documents()) {
      Pass.Found found =
          Pass.in(document, Options.DEFAULT, handIn.loss(), Set.copyOf(assignment.wanted()));
      if (trouble.isEmpty()) {
        trouble = found.problem().map(problem -> Trouble.of(problem, spot(document, problem)));
      }
      for (Pass pass : found.passes()) {
        Match match = Match.of(assignment, pass);
        if (match.trouble().isPresent()) {
          trouble =
              trouble.filter(known -> known.kind() == Trouble.Kind.FORWARD).or(match::trouble);
          continue;
        }
        Grade grade = grade(pass, match.references());
        if (grade.gradients().stream().anyMatch(one -> one.verdict() != Verdict.MISSING)) {
          return grade;
        }
        idle = idle.or(() -> Optional.of(grade));
      }
    }
    Trouble otherwise = trouble.orElseGet(() -> Trouble.noLoss(assignment.loss()));
    return idle.orElseGet(
        () -> otherwise.isFailure() ? Grade.none(file, otherwise) : nothing(otherwise));
  }

  private static Optional<Spot> spot(Document document, Problem problem) {
    return Optional.of(document.spot(problem.span().line()));
  }

  private Grade nothing(Trouble trouble) {
    return new Grade(
        file,
        trouble.spot().flatMap(Spot::cell),
        assignment.wanted().stream().map(name -> new Gradient(name, Verdict.MISSING)).toList(),
        List.of(),
        Optional.of(trouble),
        true);
  }

  private Grade grade(Pass pass, List<Reference> references) {
    Feedback feedback = pass.judge(references, assignment.wanted());
    Map<String, Set<Boolean>> found = found(feedback);
    List<Gradient> gradients = new ArrayList<>();
    for (String name : assignment.wanted()) {
      Set<Boolean> said = found.getOrDefault(name, Set.of());
      gradients.add(
          new Gradient(
              name,
              said.isEmpty()
                  ? Verdict.MISSING
                  : said.contains(false) ? Verdict.WRONG : Verdict.RIGHT));
    }
    boolean all = gradients.stream().allMatch(one -> one.verdict() == Verdict.RIGHT);
    List<Grade.Line> lines =
        feedback.lines().stream()
            .filter(line -> !all && !line.finding().isRight())
            .map(line ->
                new Grade.Line(
                    pass.spot(line.line()), line.name(), pass.line(line.line()), line.finding()))
            .toList();
    Spot spot =
        feedback.lines().stream()
            .findFirst()
            .map(line -> pass.spot(line.line()))
            .orElseGet(pass::lossSpot);
    return new Grade(file, spot.cell(), gradients, lines, problem(pass, feedback), true);
  }

  // What stops the whole program, as whoever runs it sees it.
  private static Optional<Trouble> problem(Pass pass, Feedback feedback) {
    return Program.of(pass.document().text())
        .run(Options.DEFAULT)
        .problem()
        .map(problem -> Trouble.of(problem, spot(pass.document(), problem)))
        .or(() ->
            feedback
                .problem()
                .map(
                    problem -> Trouble.of(problem, Optional.of(pass.spot(problem.span().line())))));
  }

  // Of each variable whether its gradient is right and, apart from that, what its update claims: of
  // each the last word.
  private Map<String, Set<Boolean>> found(Feedback feedback) {
    Map<String, Boolean> gradients = new HashMap<>();
    Map<String, Boolean> claims = new HashMap<>();
    Set<String> wanted = Set.copyOf(assignment.wanted());
    for (Feedback.Line line : feedback.lines()) {
      Finding finding = line.finding();
      boolean right = finding.isRight();
      if (finding.kind() == Kind.RIGHT && right) {
        // It can have any name: what it is was found out.
        gradients.put(finding.arguments().getFirst().toString(), true);
      } else if (finding.kind() == Kind.UPDATED || wanted.contains(line.name())) {
        // What sets it to something else after its update begins something new.
        if (finding.kind() != Kind.REPLACED || !claims.containsKey(line.name())) {
          claims.put(line.name(), right);
        }
      } else if (finding.kind() != Kind.HELPER) {
        GradientName.variable(line.name(), wanted).ifPresent(name -> gradients.put(name, false));
      }
    }
    Map<String, Set<Boolean>> all = new HashMap<>();
    for (String name : wanted) {
      Set<Boolean> said = new HashSet<>();
      Optional.ofNullable(gradients.get(name)).ifPresent(said::add);
      Optional.ofNullable(claims.get(name)).ifPresent(said::add);
      all.put(name, said);
    }
    return all;
  }
}
