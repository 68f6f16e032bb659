package backstep.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Refuses expressions too deep to be walked by recursion; walks them without.
final class Depth {
  private record Visit(Ast node, int depth) {}

  private Depth() {}

  static void check(Ast.Module module) {
    Deque<Visit> open = new ArrayDeque<>();
    module.body().forEach(statement -> open.push(new Visit(statement, 0)));
    while (!open.isEmpty()) {
      Visit visit = open.pop();
      if (visit.depth > Parser.MAX_DEPTH) {
        throw Problem.at(visit.node.span(), "python.limit.depth", Parser.MAX_DEPTH).raise();
      }
      for (Ast child : children(visit.node)) {
        // Blocks have a limit of their own, so each statement begins anew.
        open.push(new Visit(child, child instanceof Ast.Stmt ? 0 : visit.depth + 1));
      }
    }
  }

  private static List<Ast> children(Ast node) {
    return switch (node) {
      case Ast.Assign a -> all(a.targets(), a.value());
      case Ast.AugAssign a -> all(a.target(), a.value());
      case Ast.ExprStmt e -> all(e.value());
      case Ast.If i -> all(i.condition(), i.then(), i.otherwise());
      case Ast.While w -> all(w.condition(), w.body());
      case Ast.For f -> all(f.target(), f.iterable(), f.body());
      case Ast.Def d -> all(d.params(), d.body());
      case Ast.Return r -> all(r.value());
      case Ast.Import _, Ast.Break _, Ast.Continue _, Ast.Pass _ -> List.of();
      case Ast.Int _, Ast.Float _, Ast.Str _, Ast.Bool _, Ast.None _, Ast.Name _ -> List.of();
      case Ast.FString f -> all(f.parts());
      case Ast.Text _ -> List.of();
      case Ast.Field f -> all(f.value(), f.format());
      case Ast.ListLit l -> all(l.items());
      case Ast.TupleLit t -> all(t.items());
      case Ast.ListComp l -> all(l.element(), l.clauses());
      case Ast.Clause.For f -> all(f.target(), f.iterable());
      case Ast.Clause.If i -> all(i.condition());
      case Ast.Unary u -> all(u.operand());
      case Ast.Binary b -> all(b.left(), b.right());
      case Ast.Compare c -> all(c.first(), c.rest());
      case Ast.Logical l -> all(l.left(), l.right());
      case Ast.Conditional c -> all(c.condition(), c.then(), c.otherwise());
      case Ast.Call c -> all(c.function(), c.arguments(), c.keywords());
      case Ast.Keyword k -> all(k.value());
      case Ast.Attribute a -> all(a.object());
      case Ast.Index i -> all(i.object(), i.index());
      case Ast.Slice s -> all(s.start(), s.stop(), s.step());
      case Ast.Lambda l -> all(l.params(), l.body());
      case Ast.Param p -> all(p.defaultValue());
    };
  }

  /// The pieces, and those in lists of them, without the absent ones.
  private static List<Ast> all(@Nullable Object... pieces) {
    List<Ast> found = new ArrayList<>();
    for (Object piece : pieces) {
      if (piece instanceof Ast ast) {
        found.add(ast);
      } else if (piece instanceof List<?> list) {
        list.forEach(item -> found.add((Ast) item));
      }
    }
    return found;
  }
}
