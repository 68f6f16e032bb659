package backstep.python;

import backstep.python.Ast.Clause;
import backstep.python.Ast.Expr;
import backstep.python.Ast.Param;
import backstep.python.Ast.Part;
import backstep.python.Ast.Stmt;
import backstep.python.Ast.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a tree as an S-expression, for tests to compare.
final class AstText {

  private AstText() {}

  static String of(Ast.Module module) {
    return module.body().stream().map(AstText::of).collect(Collectors.joining("\n"));
  }

  static String of(Ast node) {
    return switch (node) {
      case Stmt statement -> statement(statement);
      case Expr expression -> expression(expression);
      case Target target -> expression((Expr) target);
      case Part part -> part(part);
      case Clause.For(Target target, Expr iterable, _) -> form("for", of(target), of(iterable));
      case Clause.If(Expr condition, _) -> form("if", of(condition));
      case Ast.Keyword(String name, Expr value, _) -> form(name + ":", of(value));
      case Param(String name, Expr value, _) -> value == null ? name : form(name, of(value));
    };
  }

  private static String statement(Stmt statement) {
    return switch (statement) {
      case Ast.Import i -> form("import", i.module(), i.alias());
      case Ast.Assign a -> form("=", each(a.targets()), of(a.value()));
      case Ast.AugAssign a -> form(a.op().symbol() + "=", of(a.target()), of(a.value()));
      case Ast.ExprStmt e -> of(e.value());
      case Ast.If i ->
          i.otherwise().isEmpty()
              ? form("if", of(i.condition()), block(i.then()))
              : form("if", of(i.condition()), block(i.then()), block(i.otherwise()));
      case Ast.While w -> form("while", of(w.condition()), block(w.body()));
      case Ast.For f -> form("for", of(f.target()), of(f.iterable()), block(f.body()));
      case Ast.Def d ->
          form("def", d.name(), params(d.params()), new TreeSet<>(d.locals()), block(d.body()));
      case Ast.Return r -> r.value() == null ? "(return)" : form("return", of(r.value()));
      case Ast.Break _ -> "(break)";
      case Ast.Continue _ -> "(continue)";
      case Ast.Pass _ -> "(pass)";
    };
  }

  private static String expression(Expr expression) {
    return switch (expression) {
      case Ast.Int(long value, _) -> Long.toString(value);
      case Ast.Float(double value, _) -> Double.toString(value);
      case Ast.Str(String value, _) -> quote(value);
      case Ast.Bool(boolean value, _) -> value ? "True" : "False";
      case Ast.None _ -> "None";
      case Ast.FString f -> form("f", each(f.parts()));
      case Ast.Name(String id, _) -> id;
      case Ast.ListLit(List<Expr> items, _) -> form("list", each(items));
      case Ast.TupleLit(List<Expr> items, _) -> form("tuple", each(items));
      case Ast.ListComp c -> form("comp", of(c.element()), each(c.clauses()));
      case Ast.Unary u -> form(unary(u.op()), of(u.operand()));
      case Ast.Binary b -> form(b.op().symbol(), of(b.left()), of(b.right()));
      case Ast.Compare c -> compare(c);
      case Ast.Logical l -> form(l.and() ? "and" : "or", of(l.left()), of(l.right()));
      case Ast.Conditional c -> form("ifelse", of(c.condition()), of(c.then()), of(c.otherwise()));
      case Ast.Call c -> form("call", of(c.function()), each(c.arguments()), each(c.keywords()));
      case Ast.Attribute a -> form(".", of(a.object()), a.name());
      case Ast.Index i -> form("[]", of(i.object()), of(i.index()));
      case Ast.Slice s -> form("slice", orBlank(s.start()), orBlank(s.stop()), orBlank(s.step()));
      case Ast.Lambda l -> form("lambda", params(l.params()), of(l.body()));
    };
  }

  private static String part(Part part) {
    return switch (part) {
      case Ast.Text(String value, _) -> quote(value);
      case Ast.Field(Expr value, char conversion, Ast.FString format, _) -> {
        List<String> pieces = new ArrayList<>(List.of(of(value)));
        if (conversion != 0) {
          pieces.add("!" + conversion);
        }
        if (format != null) {
          pieces.add(of(format));
        }
        yield form("field", pieces.toArray());
      }
    };
  }

  private static String unary(Ast.UnaryOp op) {
    return switch (op) {
      case NEGATE -> "neg";
      case PLUS -> "pos";
      case NOT -> "not";
    };
  }

  private static String compare(Ast.Compare compare) {
    StringBuilder chain = new StringBuilder(of(compare.first()));
    for (int i = 0; i < compare.ops().size(); i++) {
      chain.append(' ').append(compare.ops().get(i).symbol().replace(' ', '-'));
      chain.append(' ').append(of(compare.rest().get(i)));
    }
    return form("compare", chain);
  }

  private static String orBlank(@Nullable Expr expression) {
    return expression == null ? "_" : of(expression);
  }

  private static String params(List<Param> params) {
    return "(" + each(params) + ")";
  }

  private static String block(List<Stmt> body) {
    return form("do", each(body));
  }

  private static String each(List<? extends Ast> nodes) {
    return nodes.stream().map(AstText::of).collect(Collectors.joining(" "));
  }

  private static String form(String head, Object... pieces) {
    return Stream.concat(Stream.of(head), Stream.of(pieces).map(Object::toString))
        .filter(piece -> !piece.isEmpty())
        .collect(Collectors.joining(" ", "(", ")"));
  }

  private static String quote(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
