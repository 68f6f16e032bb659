package backstep.python;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which variable of a program is its loss.
///
/// @param name the variable, or null: the last scalar that the program computes
/// @param insideFunctions whether it is bound inside functions only
record LossName(@Nullable String name, boolean insideFunctions) {
  /// The variable asked for, else the first of the usual names that the program computes.
  static LossName of(Ast.Module program, Optional<String> asked) {
    Set<String> global = new HashSet<>();
    Set<String> inside = new HashSet<>();
    collect(program.body(), global, inside);
    if (asked.isPresent()) {
      return new LossName(asked.get(), !global.contains(asked.get()));
    }
    for (String name : Options.USUAL_LOSSES) {
      if (global.contains(name) || inside.contains(name)) {
        return new LossName(name, !global.contains(name));
      }
    }
    return new LossName(null, false);
  }

  private static void collect(List<Ast.Stmt> block, Set<String> here, Set<String> inside) {
    for (Ast.Stmt statement : block) {
      switch (statement) {
        case Ast.Assign s when !isLiteral(s.value()) ->
            s.targets().forEach(target -> collect(target, here));
        case Ast.AugAssign s -> collect(s.target(), here);
        case Ast.For s -> collect(s.body(), here, inside);
        case Ast.While s -> collect(s.body(), here, inside);
        case Ast.If s -> {
          collect(s.then(), here, inside);
          collect(s.otherwise(), here, inside);
        }
        case Ast.Def s -> collect(s.body(), inside, inside);
        default -> {}
      }
    }
  }

  private static void collect(Ast.Target target, Set<String> names) {
    switch (target) {
      case Ast.Name name -> names.add(name.id());
      case Ast.TupleLit tuple -> tuple.targets().forEach(item -> collect(item, names));
      case Ast.Index _ -> {}
    }
  }

  // `L = 5` is a number of layers, `loss = []` a record of losses: neither is computed.
  private static boolean isLiteral(Ast.Expr value) {
    return switch (value) {
      case Ast.Int _, Ast.Float _, Ast.Str _, Ast.Bool _, Ast.None _, Ast.ListLit _ -> true;
      default -> false;
    };
  }
}
