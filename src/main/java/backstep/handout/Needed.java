package backstep.handout;

import backstep.python.Ast;
import backstep.python.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which statements of a program still serve something once autograd finds the gradients.
final class Needed {
  private static final Pattern NAME =
      Pattern.compile("(?<![.\\w])[^\\W\\d]\\w*", Pattern.UNICODE_CHARACTER_CLASS);

  private final String text;
  private final Set<Ast.Stmt> dropped = new HashSet<>();
  private final Map<Span, String> updates;

  /// @param updates the statements that are written anew, as they then are
  private Needed(String text, Map<Span, String> updates) {
    this.text = text;
    this.updates = updates;
  }

  /// The statements that nothing needs any more.
  ///
  /// @param behind what stands behind the loss
  static Set<Ast.Stmt> dropped(
      Ast.Module program, List<Ast.Stmt> behind, Map<Span, String> updates) {
    Needed needed = new Needed(program.text(), updates);
    behind.stream()
        .filter(statement -> isPure(statement) && !updates.containsKey(statement.span()))
        .forEach(needed.dropped::add);
    program.body().stream().filter(Ast.Def.class::isInstance).forEach(needed.dropped::add);
    boolean more = true;
    while (more) {
      Set<String> read = needed.reads(program.body());
      more =
          needed.dropped.removeIf(statement -> sets(statement).stream().anyMatch(read::contains));
    }
    return needed.dropped;
  }

  // What only sets variables.
  private static boolean isPure(Ast.Stmt statement) {
    return switch (statement) {
      case Ast.Assign _, Ast.AugAssign _ -> true;
      case Ast.For s -> s.body().stream().allMatch(Needed::isPure);
      case Ast.If s ->
          s.then().stream().allMatch(Needed::isPure)
              && s.otherwise().stream().allMatch(Needed::isPure);
      default -> false;
    };
  }

  private static Set<String> sets(Ast.Stmt statement) {
    Set<String> names = new LinkedHashSet<>();
    switch (statement) {
      case Ast.Assign s -> s.targets().forEach(target -> bind(target, names));
      case Ast.AugAssign s -> bind(s.target(), names);
      case Ast.Def s -> names.add(s.name());
      case Ast.For s -> s.body().forEach(inner -> names.addAll(sets(inner)));
      case Ast.If s -> {
        s.then().forEach(inner -> names.addAll(sets(inner)));
        s.otherwise().forEach(inner -> names.addAll(sets(inner)));
      }
      default -> {}
    }
    return names;
  }

  private static void bind(Ast.Target target, Set<String> names) {
    switch (target) {
      case Ast.Name name -> names.add(name.id());
      case Ast.TupleLit tuple -> tuple.targets().forEach(item -> bind(item, names));
      case Ast.Index index -> {
        if (index.object() instanceof Ast.Name name) {
          names.add(name.id());
        }
      }
    }
  }

  private Set<String> reads(Collection<Ast.Stmt> block) {
    Set<String> names = new HashSet<>();
    for (Ast.Stmt statement : block) {
      if (!dropped.contains(statement)) {
        reads(statement, names);
      }
    }
    return names;
  }

  private void reads(Ast.Stmt statement, Set<String> names) {
    String rewritten = updates.get(statement.span());
    if (rewritten != null) {
      read(rewritten, names);
      return;
    }
    switch (statement) {
      case Ast.Assign s -> {
        read(s.value(), names);
        s.targets().stream().filter(Ast.Index.class::isInstance).forEach(t -> read(t, names));
      }
      case Ast.For s -> {
        read(s.iterable(), names);
        names.addAll(reads(s.body()));
      }
      case Ast.While s -> {
        read(s.condition(), names);
        names.addAll(reads(s.body()));
      }
      case Ast.If s -> {
        read(s.condition(), names);
        names.addAll(reads(s.then()));
        names.addAll(reads(s.otherwise()));
      }
      case Ast.Def s -> {
        s.params().forEach(param -> read(param, names));
        names.addAll(reads(s.body()));
      }
      default -> read(statement, names);
    }
  }

  private void read(Ast piece, Set<String> names) {
    read(piece.span().of(text), names);
  }

  // Whatever looks like a name, also in a text: rather one statement too many than one too few.
  private static void read(String code, Set<String> names) {
    Matcher found = NAME.matcher(code);
    while (found.find()) {
      names.add(found.group());
    }
  }
}
