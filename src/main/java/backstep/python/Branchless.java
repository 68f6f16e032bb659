package backstep.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a program does the same whatever its numbers are: nothing in it asks what a value is, to
/// choose by it.
///
/// It says yes only where that is sure. Every statement must be made of what is known to keep to the
/// tape, and so must every function that is named there. A name that was bound to something else
/// than usual is judged by the name, so it may say no without need.
final class Branchless {
  /// Where a choice is looked for.
  private enum Part {
    /// On the way to the loss.
    FORWARD,
    /// After it: there a mask, `z > 0`, is part of the gradient of a maximum.
    BACKWARD
  }

  private static final Set<String> BUILTINS =
      Set.of("abs", "enumerate", "len", "list", "print", "range", "tuple", "zip");

  /// Of NumPy and its arrays, and of lists. Whatever asks for whole numbers or truth values, or
  /// makes plain numbers of what was computed, is not among them.
  private static final Set<String> MEMBERS =
      words(
          "exp log sqrt tanh sin cos abs absolute square power add subtract multiply divide matmul"
              + " negative dot outer sum mean transpose reshape ravel flatten T shape ndim size"
              + " array asarray copy zeros ones zeros_like ones_like eye pi e random seed randn"
              + " rand append");

  private static final Set<String> FORWARD_MEMBERS = words("maximum minimum clip max min amax amin");
  private static final Set<String> BACKWARD_MEMBERS = words("where astype");

  private final Part part;
  private final Map<String, List<Ast.Def>> functions = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<Ast.Def> named = new ArrayDeque<>();

  private Branchless(Part part, List<Ast.Module> cells) {
    this.part = part;
    cells.forEach(cell -> define(cell.body()));
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  /// Whether the loss is computed in one way only.
  ///
  /// @param cells the cells of a notebook, of which the last has the loss, or one program
  static boolean isForward(List<Ast.Module> cells, LossName loss) {
    List<Ast.Stmt> forward = new ArrayList<>();
    cells.subList(0, cells.size() - 1).forEach(cell -> forward.addAll(cell.body()));
    forward.addAll(untilLoss(cells.getLast().body(), loss));
    return new Branchless(Part.FORWARD, cells).isAllOf(forward);
  }

  /// Whether what follows the loss, outside of the loop that sets it, is done in one way only, but
  /// for masks.
  static boolean isBackward(List<Ast.Module> cells, LossName loss) {
    List<Ast.Stmt> body = cells.getLast().body();
    int until = untilLoss(body, loss).size();
    return new Branchless(Part.BACKWARD, cells).isAllOf(body.subList(until, body.size()));
  }

  private boolean isAllOf(List<Ast.Stmt> program) {
    if (!isBlock(program)) {
      return false;
    }
    while (!named.isEmpty()) {
      if (!isBlock(named.pop().body())) {
        return false;
      }
    }
    return true;
  }

  private void define(List<Ast.Stmt> block) {
    for (Ast.Stmt statement : block) {
      switch (statement) {
        case Ast.Def s -> {
          functions.computeIfAbsent(s.name(), _ -> new ArrayList<>()).add(s);
          define(s.body());
        }
        case Ast.For s -> define(s.body());
        case Ast.While s -> define(s.body());
        case Ast.If s -> {
          define(s.then());
          define(s.otherwise());
        }
        default -> {}
      }
    }
  }

  // In a loop that sets the loss, what follows that in its body does not lead to it.
  private static List<Ast.Stmt> untilLoss(List<Ast.Stmt> block, LossName loss) {
    String name = loss.name();
    if (name == null || loss.insideFunctions()) {
      return block;
    }
    int last = block.size() - 1;
    while (last > 0 && !sets(block.subList(last, last + 1), name)) {
      last--;
    }
    List<Ast.Stmt> until = new ArrayList<>(block.subList(0, last + 1));
    if (until.getLast() instanceof Ast.For s) {
      until.set(last, new Ast.For(s.target(), s.iterable(), untilLoss(s.body(), loss), s.span()));
    }
    return until;
  }

  private static boolean sets(List<Ast.Stmt> block, String name) {
    return block.stream()
        .anyMatch(statement ->
            switch (statement) {
              case Ast.Assign s -> s.targets().stream().anyMatch(target -> binds(target, name));
              case Ast.AugAssign s -> binds(s.target(), name);
              case Ast.For s -> sets(s.body(), name);
              case Ast.While s -> sets(s.body(), name);
              case Ast.If s -> sets(s.then(), name) || sets(s.otherwise(), name);
              default -> false;
            });
  }

  private static boolean binds(Ast.Target target, String name) {
    return switch (target) {
      case Ast.Name n -> n.id().equals(name);
      case Ast.TupleLit t -> t.targets().stream().anyMatch(part -> binds(part, name));
      case Ast.Index _ -> false;
    };
  }

  private boolean isBlock(List<Ast.Stmt> block) {
    return block.stream().allMatch(this::is);
  }

  private boolean is(Ast.Stmt statement) {
    return switch (statement) {
      case Ast.Import _, Ast.Pass _ -> true;
      case Ast.Def s -> isAllParams(s.params()); // its body counts where it is named
      case Ast.Assign s -> s.targets().stream().allMatch(this::isName) && is(s.value());
      case Ast.AugAssign s ->
          isName(s.target()) && s.op() != Ast.BinaryOp.FLOOR_DIVIDE && is(s.value());
      case Ast.ExprStmt s -> is(s.value());
      case Ast.For s -> isName(s.target()) && is(s.iterable()) && isBlock(s.body());
      case Ast.Return s -> isOrNone(s.value());
      case Ast.If _, Ast.While _, Ast.Break _, Ast.Continue _ -> false;
    };
  }

  private boolean isAllParams(List<Ast.Param> params) {
    return params.stream().allMatch(param -> isOrNone(param.defaultValue()));
  }

  private boolean isOrNone(Ast.@Nullable Expr expression) {
    return expression == null || is(expression);
  }

  // What is put into an array of whole numbers is cut down to one.
  private boolean isName(Ast.Target target) {
    return switch (target) {
      case Ast.Name _ -> true;
      case Ast.TupleLit t -> t.targets().stream().allMatch(this::isName);
      case Ast.Index _ -> false;
    };
  }

  private boolean isAll(List<? extends Ast.Expr> expressions) {
    return expressions.stream().allMatch(this::is);
  }

  private boolean is(Ast.Expr expression) {
    return switch (expression) {
      case Ast.Int _, Ast.Float _, Ast.Str _, Ast.Bool _, Ast.None _ -> true;
      // Text, which nothing that is allowed here makes a number of.
      case Ast.FString e ->
          e.parts().stream()
              .allMatch(part -> !(part instanceof Ast.Field field) || is(field.value()));
      case Ast.Name e -> isKnown(e.id());
      case Ast.ListLit e -> isAll(e.items());
      case Ast.TupleLit e -> isAll(e.items());
      case Ast.ListComp e -> is(e.element()) && e.clauses().stream().allMatch(this::is);
      case Ast.Unary e -> e.op() != Ast.UnaryOp.NOT && is(e.operand());
      case Ast.Binary e ->
          e.op() != Ast.BinaryOp.FLOOR_DIVIDE && is(e.left()) && is(e.right());
      case Ast.Call e ->
          is(e.function())
              && isAll(e.arguments())
              && e.keywords().stream().allMatch(k -> !k.name().equals("dtype") && is(k.value()));
      case Ast.Attribute e -> isMember(e.name()) && is(e.object());
      case Ast.Index e -> is(e.object()) && is(e.index());
      case Ast.Slice e -> isOrNone(e.start()) && isOrNone(e.stop()) && isOrNone(e.step());
      case Ast.Lambda e -> isAllParams(e.params()) && is(e.body());
      case Ast.Compare e -> part == Part.BACKWARD && is(e.first()) && isAll(e.rest());
      case Ast.Logical _, Ast.Conditional _ -> false;
    };
  }

  private boolean is(Ast.Clause clause) {
    return switch (clause) {
      case Ast.Clause.For c -> isName(c.target()) && is(c.iterable());
      case Ast.Clause.If _ -> false;
    };
  }

  private boolean isMember(String name) {
    return MEMBERS.contains(name)
        || (part == Part.FORWARD ? FORWARD_MEMBERS : BACKWARD_MEMBERS).contains(name);
  }

  private boolean isKnown(String name) {
    List<Ast.Def> own = functions.getOrDefault(name, List.of());
    if (seen.add(name)) {
      named.addAll(own);
    }
    return !own.isEmpty() || BUILTINS.contains(name) || !Builtins.all().containsKey(name);
  }
}
