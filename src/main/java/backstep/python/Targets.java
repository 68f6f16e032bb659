package backstep.python;

import backstep.python.Ast.Expr;
import backstep.python.Ast.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What may stand on the left of `=`, and the names it binds.
final class Targets {
  private final Source source;

  Targets(Source source) {
    this.source = source;
  }

  /// The expression as something that can be bound.
  Target of(Expr expression) {
    return switch (expression) {
      case Ast.Name name -> name;
      case Ast.Index index -> index;
      case Ast.TupleLit(List<Expr> items, Span span) -> tupleTarget(items, span);
      case Ast.ListLit(List<Expr> items, Span span) -> tupleTarget(items, span);
      case Ast.Attribute attribute ->
          throw notTarget("python.unsupported.attributeAssign", attribute);
      case Ast.Call call -> throw notTarget("python.assign.call", call);
      case Ast.Bool bool -> throw notTarget("python.assign.keyword", bool);
      case Ast.None none -> throw notTarget("python.assign.keyword", none);
      case Ast.Int i -> throw notTarget("python.assign.literal", i);
      case Ast.Float f -> throw notTarget("python.assign.literal", f);
      case Ast.Str s -> throw notTarget("python.assign.literal", s);
      case Ast.FString f -> throw notTarget("python.assign.literal", f);
      default -> throw notTarget("python.assign.expression", expression);
    };
  }

  private Target tupleTarget(List<Expr> items, Span span) {
    List<Expr> targets = new ArrayList<>();
    for (Expr item : items) {
      // Every target is one of the expressions it is made from.
      targets.add((Expr) of(item));
    }
    return new Ast.TupleLit(targets, span);
  }

  ProblemException notTarget(String key, Expr expression) {
    return Problem.at(expression.span(), key, expression.span().of(source.text())).raise();
  }

  /// Adds the names that the target binds to those given.
  void bind(Target target, Set<String> names) {
    switch (target) {
      case Ast.Name name -> bind(name.id(), name.span(), names);
      case Ast.TupleLit tuple -> tuple.targets().forEach(item -> bind(item, names));
      case Ast.Index _ -> {}
    }
  }

  void bind(String name, Span span, Set<String> names) {
    requireBindable(name, span);
    names.add(name);
  }

  void requireBindable(String name, Span span) {
    if (name.equals("__debug__")) {
      throw Problem.at(span, "python.assign.keyword", name).raise();
    }
  }
}
