package backstep.practice;

import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.python.Ast;
import backstep.python.Options;
import backstep.python.Parser;
import backstep.python.Problem;
import backstep.python.ProblemException;
import backstep.python.Program;
import backstep.python.Run;
import backstep.python.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One place where a program computes its loss, with what is written behind it.
///
/// @param own its forward pass with its own numbers
record Pass(Document document, Cut cut, Reference own) {
  // A program computes its loss at a few places: before and after an update, and to plot it.
  private static final int MAX_PLACES = 8;

  /// All passes that a document has, the last first.
  ///
  /// @param passes where the loss is computed in a loop, first the pass that is one round of it,
  ///   then the one that is all of it
  /// @param problem what kept the program from getting to one, if anything did
  record Found(List<Pass> passes, Optional<Problem> problem) {}

  /// @param loss the variable that is the loss
  /// @param wanted variables whose gradients are looked for
  static Found in(Document document, Options options, String loss, Set<String> wanted) {
    String text = document.text();
    List<Ast.Stmt> body;
    try {
      body = Parser.parse(text).body();
    } catch (ProblemException e) {
      // Cells that can be read one by one may be too long together.
      return new Found(List.of(), Optional.of(e.problem()));
    }
    List<Pass> passes = new ArrayList<>();
    Optional<Problem> problem = Optional.empty();
    List<Ast.Stmt> places =
        body.reversed().stream()
            .filter(statement -> statement.span().start() >= document.from())
            .filter(statement -> Bound.names(statement).contains(loss))
            .limit(MAX_PLACES)
            .toList();
    for (Ast.Stmt place : places) {
      Options named = options.withLoss(Optional.of(loss));
      Run run = Program.of(text.substring(0, place.span().end()) + "\n").run(named);
      Optional<Span> found = loss(run, place.span());
      if (found.isEmpty()) {
        problem = run.problem();
        continue;
      }
      Set<String> names = new LinkedHashSet<>(run.globals().keySet());
      names.addAll(wanted);
      Optional<Span> next =
          Bound.first(
              body,
              found.get().end(),
              name -> wanted.contains(name) || GradientName.variable(name, names).isPresent());
      Set<Cut> cuts = new LinkedHashSet<>();
      Cut.of(text, found.get(), next).ifPresent(cuts::add);
      Cut.of(text, found.get(), Optional.empty()).ifPresent(cuts::add);
      cuts.forEach(cut ->
          Reference.of(cut.with(""), named)
              .map(own -> new Pass(document, cut, own))
              .ifPresent(passes::add));
    }
    return new Found(passes, problem);
  }

  // Where the statement computes the loss: for a loop its first round counts, if no loss was
  // computed before it.
  private static Optional<Span> loss(Run run, Span statement) {
    return Stream.of(iteration(() -> run.iteration(0)), iteration(() -> Optional.of(run.last())))
        .flatMap(Optional::stream)
        .flatMap(iteration -> run.origins().outerSpan(iteration.graph().loss()).stream())
        .filter(statement::holds)
        .findFirst();
  }

  // None where there is no loss, or one of several entries.
  private static Optional<Iteration> iteration(Supplier<Optional<Iteration>> asked) {
    try {
      return asked.get();
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /// What the pass goes on to, line after line.
  Feedback judge(List<Reference> references, List<String> wanted) {
    return new Attempt(cut, references, new Aims(wanted, Finding.Kind.UPDATED)).judge(cut.own());
  }

  /// Where a line of the backward pass is for whoever wrote it.
  Spot spot(int line) {
    return document.spot(cut.lines() + line);
  }

  /// Where the loss is computed.
  Spot lossSpot() {
    return document.spot(cut.lines());
  }

  /// The input of that name, if the loss is made of it.
  Optional<Node.Leaf> input(String name) {
    return own.variables().get(name) instanceof Node.Leaf leaf
            && leaf.kind() == Node.Leaf.Kind.INPUT
        ? Optional.of(leaf)
        : Optional.empty();
  }

  /// How the text stands there.
  String line(int line) {
    return cut.own().lines().skip(line - 1L).findFirst().orElse("").strip();
  }
}
