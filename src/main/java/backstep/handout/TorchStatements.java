package backstep.handout;

import backstep.python.Ast;
import backstep.python.Observation.Sort;
import backstep.python.Problem;
import backstep.python.ProblemException;
import backstep.python.Span;
import backstep.tensor.DType;
import backstep.tensor.NumpyFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a program's statements for PyTorch: parameters take gradients, the backward pass is
/// autograd's, and updates go by what it found.
final class TorchStatements {
  /// What stands where the imports belong.
  static final String IMPORTS = "\u0000";

  /// What becomes of the program.
  ///
  /// @param name what the loss is called
  /// @param loss where it is computed
  /// @param parameters what takes a gradient
  /// @param updates the update statements, with their learning rates
  /// @param apart those of them that do not go by the gradient
  /// @param differs what is said of these
  record Plan(
      String name,
      Span loss,
      Set<String> parameters,
      Map<Span, TorchScript.Rate> updates,
      Set<Span> apart,
      String differs) {}

  private final Ast.Module program;
  private final TorchExpressions expressions;
  private final Plan plan;
  private final Patches patches;
  private final Map<Span, String> updates = new LinkedHashMap<>();
  private final Set<String> set = new HashSet<>();
  private Set<Ast.Stmt> dropped = Set.of();
  private List<Ast.Stmt> behind = List.of();
  private Ast.@Nullable Stmt lossStatement;
  private boolean backward;

  TorchStatements(Ast.Module program, TorchExpressions expressions, Plan plan) {
    this.program = program;
    this.expressions = expressions;
    this.plan = plan;
    this.patches = new Patches(program.text());
  }

  /// @throws ProblemException if something has no counterpart
  String write() {
    updates(program.body());
    plan.updates().keySet().stream()
        .filter(span -> !updates.containsKey(span))
        .findFirst()
        .ifPresent(span -> {
          throw Problem.at(span, "handout.torch.update").raise();
        });
    find(program.body());
    dropped = Needed.dropped(program, behind, updates);
    block(program.body(), false);
    for (String name : plan.parameters()) {
      if (!set.contains(name)) {
        throw Problem.at(plan.loss(), "handout.torch.parameter", name).raise();
      }
    }
    return patches.done();
  }

  private boolean holdsLoss(Ast.Stmt statement) {
    return statement.span().holds(plan.loss());
  }

  private boolean holdsUpdate(Ast.Stmt statement) {
    return plan.updates().keySet().stream().anyMatch(update -> statement.span().holds(update));
  }

  private static List<Ast.Stmt> inside(Ast.Stmt statement) {
    return switch (statement) {
      case Ast.For s -> s.body();
      case Ast.While s -> s.body();
      case Ast.If s -> {
        List<Ast.Stmt> all = new ArrayList<>(s.then());
        all.addAll(s.otherwise());
        yield all;
      }
      default -> List.of();
    };
  }

  // The block, and the place in it, of what computes the loss and no update: behind it the backward
  // pass begins.
  private void find(List<Ast.Stmt> block) {
    for (int i = 0; i < block.size(); i++) {
      Ast.Stmt statement = block.get(i);
      if (holdsLoss(statement) && holdsUpdate(statement) && !inside(statement).isEmpty()) {
        find(inside(statement));
      } else if (holdsLoss(statement)) {
        lossStatement = statement;
        behind = block.subList(i + 1, block.size());
      }
    }
  }

  // ---- Updates

  private void updates(List<Ast.Stmt> block) {
    for (Ast.Stmt statement : block) {
      if (plan.updates().containsKey(statement.span())) {
        updates.put(statement.span(), update(statement));
      }
      updates(inside(statement));
    }
  }

  private String update(Ast.Stmt statement) {
    return switch (statement) {
      case Ast.AugAssign(Ast.Name(String name, _), Ast.BinaryOp op, Ast.Expr value, Span span)
          when isParameter(name, span) ->
          update(name, span, op == Ast.BinaryOp.SUBTRACT ? value : null);
      case Ast.Assign(List<Ast.Target> targets, Ast.Binary value, Span span)
          when targets.size() == 1
              && targets.getFirst() instanceof Ast.Name(String name, _)
              && isParameter(name, span) ->
          update(name, span, value.op() == Ast.BinaryOp.SUBTRACT ? value.right() : null);
      default -> throw Problem.at(statement.span(), "handout.torch.update").raise();
    };
  }

  private boolean isParameter(String name, Span update) {
    return plan.parameters().contains(name) && patches.isAlone(update);
  }

  private String update(String name, Span update, Ast.@Nullable Expr step) {
    TorchScript.Rate rate = plan.updates().get(update);
    Optional<Ast.Expr> written =
        Optional.ofNullable(step).flatMap(product -> rate(product, rate.value()));
    if (written.isEmpty() && !rate.isClaimed()) {
      // Whatever it goes by, it is no rate times a gradient.
      throw Problem.at(update, "handout.torch.update").raise();
    }
    String number = rate.value() == 1 ? "" : NumpyFormat.number(rate.value());
    String factor = written.map(expressions::of).orElse(number);
    return name
        + " -= "
        + (factor.isEmpty() ? "" : factor + " * ")
        + name
        + ".grad"
        + (plan.apart().contains(update) || !makesStep(written, rate) ? plan.differs() : "");
  }

  private boolean makesStep(Optional<Ast.Expr> written, TorchScript.Rate rate) {
    return written
        .flatMap(factor -> expressions.sort(factor).value())
        .filter(value -> !rate.makesStep().test(value))
        .isEmpty();
  }

  private static List<Ast.Expr> factors(Ast.Expr product) {
    if (product instanceof Ast.Binary(Ast.BinaryOp op, Ast.Expr left, Ast.Expr right, _, _)
        && op == Ast.BinaryOp.MULTIPLY) {
      List<Ast.Expr> all = new ArrayList<>(factors(left));
      all.addAll(factors(right));
      return all;
    }
    return List.of(product);
  }

  // The factor that is the rate or, where the step could be read in several ways, the only number
  // among its factors.
  private Optional<Ast.Expr> rate(Ast.Expr step, double rate) {
    List<Ast.Expr> numbers =
        factors(step).stream().filter(factor -> !expressions.isTensor(factor)).toList();
    return numbers.stream()
        .filter(factor -> expressions.sort(factor).value().filter(v -> v == rate).isPresent())
        .findFirst()
        .or(() -> numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty());
  }

  // ---- Statements

  private void block(List<Ast.Stmt> block, boolean inLoop) {
    boolean updating = false;
    for (Ast.Stmt statement : block) {
      Span span = statement.span();
      String indent = patches.indent(span);
      String update = updates.get(span);
      boolean here = isBackward(statement);
      String first = here ? backward(indent, inLoop) : "";
      if (update != null) {
        patches.replace(
            span,
            first
                + (here ? "\n" + indent : "")
                + (updating ? "    " : "with torch.no_grad():\n" + indent + "    ")
                + update);
      } else if (here) {
        patches.replace(span, first);
      } else if (dropped.contains(statement)) {
        drop(span);
      } else {
        statement(statement, inLoop);
      }
      updating = update != null || (updating && dropped.contains(statement));
      if (statement.equals(lossStatement) && !hasPlace()) {
        backward = true;
        patches.addBelow(span, backward(indent, inLoop));
      }
    }
  }

  // In the place of the first line that it makes needless, so that comments above it stay true.
  private boolean isBackward(Ast.Stmt statement) {
    boolean here =
        !backward
            && behind.contains(statement)
            && (updates.containsKey(statement.span()) || isDroppedLine(statement));
    backward |= here;
    return here;
  }

  // Not behind a branch or a loop, which may leave before.
  private boolean hasPlace() {
    return behind.stream()
        .takeWhile(statement ->
            statement instanceof Ast.Assign
                || statement instanceof Ast.AugAssign
                || statement instanceof Ast.ExprStmt)
        .anyMatch(statement -> updates.containsKey(statement.span()) || isDroppedLine(statement));
  }

  private boolean isDroppedLine(Ast.Stmt statement) {
    return dropped.contains(statement)
        && !(statement instanceof Ast.Def)
        && patches.isAlone(statement.span());
  }

  private void drop(Span span) {
    if (patches.isAlone(span)) {
      patches.dropLines(span);
    } else {
      patches.replace(span, "pass");
    }
  }

  private String backward(String indent, boolean inLoop) {
    String cleared =
        plan.parameters().stream()
            .map(name -> name + ".grad = ")
            .collect(Collectors.joining("", "", "None\n" + indent));
    return (inLoop ? cleared : "") + plan.name() + ".backward()";
  }

  private void statement(Ast.Stmt statement, boolean inLoop) {
    switch (statement) {
      case Ast.Import s -> patches.replace(s.span(), IMPORTS);
      case Ast.Assign s -> assign(s);
      case Ast.AugAssign s -> augment(s);
      case Ast.ExprStmt s -> write(s.value());
      case Ast.If s -> {
        write(s.condition());
        block(s.then(), inLoop);
        block(s.otherwise(), inLoop);
      }
      case Ast.While s -> {
        write(s.condition());
        block(s.body(), true);
      }
      case Ast.For s -> {
        write(s.iterable());
        block(s.body(), true);
      }
      case Ast.Def s -> block(s.body(), false);
      case Ast.Return s -> {
        if (s.value() != null) {
          write(s.value());
        }
      }
      case Ast.Break _, Ast.Continue _, Ast.Pass _ -> {}
    }
  }

  private void write(Ast.Expr expression) {
    patches.replace(expression.span(), expressions.of(expression));
  }

  // ---- Assignments

  private void assign(Ast.Assign statement) {
    statement.targets().forEach(this::target);
    if (isBehindLoss(statement.span())) {
      write(statement.value());
      return;
    }
    Ast.Target target = statement.targets().getFirst();
    if (target instanceof Ast.TupleLit targets
        && statement.value() instanceof Ast.TupleLit values
        && targets.items().size() == values.items().size()) {
      for (int i = 0; i < values.items().size(); i++) {
        assign(targets.targets().get(i), values.items().get(i));
      }
    } else {
      assign(target, statement.value());
    }
  }

  private void assign(Ast.Target target, Ast.Expr value) {
    if (target instanceof Ast.Name name && plan.parameters().contains(name.id())) {
      set.add(name.id());
      patches.replace(value.span(), parameter(value));
    } else {
      write(value);
    }
  }

  private boolean isBehindLoss(Span span) {
    return span.start() >= plan.loss().end();
  }

  private void target(Ast.Target target) {
    if (target instanceof Ast.Index index) {
      if (index.object() instanceof Ast.Name name && plan.parameters().contains(name.id())) {
        throw Problem.at(index.span(), "handout.torch.update").raise();
      }
      write(index.object());
      write(index.index());
    }
  }

  private String parameter(Ast.Expr value) {
    Sort sort = expressions.sort(value);
    String text = expressions.of(value);
    if (!sort.tensor()) {
      String number = sort.dtype() == DType.FLOAT ? text : "float(" + text + ")";
      return "torch.tensor(" + number + ", requires_grad=True)";
    }
    if (value instanceof Ast.Call
        && text.matches("(?s)torch\\.(tensor|zeros|ones|full|eye|linspace)\\(.*")) {
      return text.substring(0, text.length() - 1) + ", requires_grad=True)";
    }
    return (value instanceof Ast.Name ? text + ".clone()" : "(" + text + ")")
        + ".requires_grad_(True)";
  }

  // A number is not changed in place: autograd may still need it, and other names hold it.
  private void augment(Ast.AugAssign s) {
    target(s.target());
    if (s.target() instanceof Ast.Name name
        && expressions.isTensor(s.value())
        && expressions.isNumber(name.id())
        && !isBehindLoss(s.span())) {
      patches.replace(
          s.span(),
          name.id()
              + " = "
              + name.id()
              + " "
              + s.op().symbol()
              + " "
              + expressions.grouped(s.value()));
    } else {
      write(s.value());
    }
  }
}
