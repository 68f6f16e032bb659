package backstep.practice;

import backstep.python.Ast;
import backstep.python.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Which names statements set, also inside of loops and branches, but not inside of functions.
final class Bound {
  private Bound() {}

  /// The names that a statement sets, or sets entries of.
  static Set<String> names(Ast.Stmt statement) {
    Set<String> names = new LinkedHashSet<>();
    switch (statement) {
      case Ast.Assign s -> s.targets().forEach(target -> collect(target, names));
      case Ast.AugAssign s -> collect(s.target(), names);
      default -> inside(statement).forEach(inner -> names.addAll(names(inner)));
    }
    return names;
  }

  /// The first statement that begins behind an offset and sets one of these names.
  static Optional<Span> first(List<Ast.Stmt> block, int after, Predicate<String> wanted) {
    return block.stream()
        .filter(statement -> statement.span().end() > after)
        .flatMap(statement -> {
          List<Ast.Stmt> inside = inside(statement);
          return inside.isEmpty()
              ? Optional.of(statement.span())
                  .filter(span -> span.start() >= after)
                  .filter(_ -> names(statement).stream().anyMatch(wanted))
                  .stream()
              : first(inside, after, wanted).stream();
        })
        .findFirst();
  }

  private static List<Ast.Stmt> inside(Ast.Stmt statement) {
    return switch (statement) {
      case Ast.For s -> s.body();
      case Ast.While s -> s.body();
      case Ast.If(_, List<Ast.Stmt> then, List<Ast.Stmt> otherwise, _) ->
          java.util.stream.Stream.concat(then.stream(), otherwise.stream()).toList();
      default -> List.of();
    };
  }

  private static void collect(Ast.Target target, Set<String> names) {
    switch (target) {
      case Ast.Name name -> names.add(name.id());
      case Ast.TupleLit tuple -> tuple.targets().forEach(item -> collect(item, names));
      case Ast.Index(Ast.Expr object, Ast.Expr _, Span _) -> {
        if (object instanceof Ast.Name name) {
          names.add(name.id());
        }
      }
    }
  }
}
