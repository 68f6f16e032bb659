package backstep.practice;

import backstep.python.Ast;
import backstep.python.Parser;
import backstep.python.Problem;
import backstep.python.ProblemException;
import backstep.python.Program;
import backstep.python.Run;
import backstep.python.Span;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One look at a learner's backward pass: runs it statement after statement, with the program's own
/// numbers and with others, and judges what each statement sets.
final class Attempt {
  private final Cut cut;
  private final List<Reference> references;
  private final Aims aims;
  private final List<Feedback.Line> lines = new ArrayList<>();
  private final Set<String> done = new HashSet<>();
  private final Judge judge;

  Attempt(Cut cut, List<Reference> references, Aims aims) {
    this.cut = cut;
    this.references = references;
    this.aims = aims;
    this.judge = new Judge(references);
  }

  Feedback judge(String text) {
    Optional<Problem> problem = Optional.empty();
    String readable = text;
    List<Ast.Stmt> statements;
    try {
      statements = Parser.parse(text).body();
    } catch (ProblemException e) {
      problem = Optional.of(e.problem());
      readable =
          text.lines().limit(e.problem().span().line() - 1L).reduce("", (a, b) -> a + b + "\n");
      statements = parsed(readable);
    }
    for (int i = 0; i < statements.size(); i++) {
      Ast.Stmt statement = statements.get(i);
      String before = cut.with(readable.substring(0, statement.span().end()) + "\n");
      List<Run> runs = runs(Program.of(before));
      if (runs.getFirst().problem().isPresent()) {
        problem = Optional.of(inBackward(runs.getFirst().problem().get(), readable));
        break;
      }
      judge(statement, statements.subList(i + 1, statements.size()), runs);
    }
    List<String> missing = aims.names().stream().filter(name -> !done.contains(name)).toList();
    return new Feedback(lines, problem, missing);
  }

  // With the program's own numbers and, if it gets through with them, with all others.
  private List<Run> runs(Program program) {
    List<Run> runs = new ArrayList<>();
    for (Reference reference : references) {
      runs.add(program.run(reference.options()));
      if (runs.getFirst().problem().isPresent()) {
        break;
      }
    }
    return runs;
  }

  // The lines above a problem may end in the middle of a block: then none of them can be run yet.
  private static List<Ast.Stmt> parsed(String text) {
    try {
      return Parser.parse(text).body();
    } catch (ProblemException e) {
      return List.of();
    }
  }

  private void judge(Ast.Stmt statement, List<Ast.Stmt> rest, List<Run> runs) {
    Set<String> later = new HashSet<>();
    rest.forEach(next -> later.addAll(Bound.names(next)));
    for (String name : Bound.names(statement)) {
      List<Tensor> values = new ArrayList<>();
      for (Run run : runs) {
        Tensor held = run.numbers().get(name);
        if (held != null) {
          values.add(held);
        }
      }
      if (values.size() == runs.size()) {
        Finding finding = judge(name, values, runs, statement, later.contains(name));
        aims.reached(name, finding).ifPresent(done::add);
        lines.add(new Feedback.Line(statement.span().line(), name, finding));
      }
    }
  }

  private Finding judge(
      String name, List<Tensor> values, List<Run> runs, Ast.Stmt statement, boolean later) {
    boolean sets = statement instanceof Ast.Assign assign && !reads(assign, name);
    return judge.isParameter(name)
        ? judge.update(name, values, runs)
        : judge.line(name, values, sets, later);
  }

  private static boolean reads(Ast.Assign assign, String name) {
    return assign.value().toString().contains("Name[id=" + name + ",");
  }

  // The place of a problem in the learner's own text; one above it is shown at its beginning.
  private Problem inBackward(Problem problem, String text) {
    Span span = problem.span();
    int line = Math.max(1, span.line() - cut.lines());
    int column = Math.max(1, span.column() - cut.indent().length());
    int start = 0;
    for (int i = 1; i < line && text.indexOf('\n', start) >= 0; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    int from = Math.min(text.length(), start + column - 1);
    int to = Math.min(text.length(), from + span.length());
    return new Problem(new Span(from, to, line, column), problem.key(), problem.arguments());
  }
}
