package backstep.python;

import backstep.graph.Node;
import backstep.tensor.DType;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Runs a program: each statement and expression does what CPython would do with it.
final class Interpreter {
  private enum Flow {
    NEXT,
    BREAK,
    CONTINUE,
    RETURN
  }

  private final Machine machine;
  private final Budget budget;
  private final Recorder recorder;
  private final Map<String, Value> builtins;
  private final Scope globals;
  private final Map<String, Value> modules = new HashMap<>();
  private Training training;
  private Value returned = Value.NoneValue.NONE;
  private final @Nullable BiConsumer<Ast.Expr, Value> watch;
  private int callDepth;

  /// @param watch is told what each expression came out as, if there is one to tell
  Interpreter(
      long seed,
      Map<Place, Tensor> given,
      Budget budget,
      @Nullable BiConsumer<Ast.Expr, Value> watch) {
    this.watch = watch;
    this.budget = budget;
    machine = new Machine(seed, given, budget, this::call);
    recorder = machine.recorder();
    training = new Training(recorder, null, false, 0, () -> 0);
    builtins = Builtins.all();
    globals = Scope.global();
  }

  Machine machine() {
    return machine;
  }

  Map<String, Value> globals() {
    return globals.values();
  }

  /// Runs a program in the names that earlier ones left, as a notebook does with its cells.
  void run(Ast.Module program, LossName loss, int firstKept) {
    recorder.recentScalars().clear();
    int before = machine.printedLength();
    training =
        new Training(
            recorder,
            loss.name(),
            loss.insideFunctions(),
            firstKept,
            () -> machine.printedLength() - before);
    block(program.body(), globals);
    training.finish();
  }

  /// The losses and updates of the program that ran last, also of one that met a problem.
  Training training() {
    return training;
  }

  // ---- Statements

  private Flow block(List<Ast.Stmt> statements, Scope scope) {
    for (Ast.Stmt statement : statements) {
      Flow flow = execute(statement, scope);
      if (flow != Flow.NEXT) {
        return flow;
      }
    }
    return Flow.NEXT;
  }

  private Flow execute(Ast.Stmt statement, Scope scope) {
    budget.step(statement.span());
    switch (statement) {
      case Ast.Import s -> scope.bind(s.alias(), numpy(s));
      case Ast.Assign s -> {
        Value value = evaluate(s.value(), scope);
        for (Ast.Target target : s.targets()) {
          assign(target, value, scope, s.span());
        }
      }
      case Ast.AugAssign s -> augment(s, scope);
      case Ast.ExprStmt s -> evaluate(s.value(), scope);
      case Ast.If s -> {
        boolean holds = truth(s.condition(), scope);
        return block(holds ? s.then() : s.otherwise(), scope);
      }
      case Ast.While s -> {
        return loop(s, scope);
      }
      case Ast.For s -> {
        return loop(s, scope);
      }
      case Ast.Def s ->
          scope.bind(
              s.name(),
              new Callable.Function(
                  s.name(),
                  s.params(),
                  defaults(s.params(), scope),
                  new Callable.Body.Block(s.body()),
                  s.locals(),
                  scope));
      case Ast.Return s -> {
        Ast.Expr value = s.value();
        returned = value == null ? Value.NoneValue.NONE : evaluate(value, scope);
        return Flow.RETURN;
      }
      case Ast.Break _ -> {
        return Flow.BREAK;
      }
      case Ast.Continue _ -> {
        return Flow.CONTINUE;
      }
      case Ast.Pass _ -> {}
    }
    return Flow.NEXT;
  }

  private Value numpy(Ast.Import statement) {
    return modules.computeIfAbsent(statement.module(), _ -> Numpy.module());
  }

  private Flow loop(Ast.While loop, Scope scope) {
    while (truth(loop.condition(), scope)) {
      budget.step(loop.span());
      Flow flow = block(loop.body(), scope);
      if (flow == Flow.BREAK) {
        break;
      }
      if (flow == Flow.RETURN) {
        return flow;
      }
    }
    return Flow.NEXT;
  }

  private Flow loop(Ast.For loop, Scope scope) {
    List<Value> items =
        machine.arrays().items(evaluate(loop.iterable(), scope), loop.iterable().span());
    // By index: a list may grow while it is walked, as in Python.
    for (int i = 0; i < items.size(); i++) {
      budget.step(loop.span());
      assign(loop.target(), items.get(i), scope, loop.target().span());
      Flow flow = block(loop.body(), scope);
      if (flow == Flow.BREAK) {
        break;
      }
      if (flow == Flow.RETURN) {
        return flow;
      }
    }
    return Flow.NEXT;
  }

  // ---- Binding

  private void assign(Ast.Target target, Value value, Scope scope, Span statement) {
    switch (target) {
      case Ast.Name name -> bind(name.id(), value, scope, name.span(), statement);
      case Ast.TupleLit tuple -> {
        List<Value> items = machine.arrays().list(value, tuple.span());
        List<Ast.Target> targets = tuple.targets();
        if (items.size() != targets.size()) {
          throw Problem.at(tuple.span(), "run.unpack", targets.size(), items.size()).raise();
        }
        for (int i = 0; i < items.size(); i++) {
          assign(targets.get(i), items.get(i), scope, statement);
        }
      }
      case Ast.Index index -> {
        Value object = evaluate(index.object(), scope);
        List<Indexing.At> at = at(index.index(), scope);
        machine.indexing().write(object, at, value, training, statement);
        named(index, object, at, scope);
      }
    }
  }

  private void bind(String name, Value value, Scope scope, Span place, Span statement) {
    Value before = scope.here(name);
    Value settled = before == null ? value : Machine.settled(before, value, training, statement);
    Value named = recorder.leaves().named(name, settled, place, scope.depth());
    scope.bind(name, named);
    noteLoss(name, named, scope);
  }

  private void noteLoss(String name, Value value, Scope scope) {
    switch (value) {
      case Value.Float f -> training.bound(name, f.node(), scope.depth());
      case Array a -> training.bound(name, a.node(), scope.depth());
      default -> {}
    }
  }

  // A list's own numbers and arrays are named after their place, `w[0]`, once they are read or set
  // there.
  private void named(Ast.Index index, Value object, List<Indexing.At> at, Scope scope) {
    if (object instanceof Value.ListValue list
        && at.size() == 1
        && at.getFirst() instanceof Indexing.At.One(Value.Int i, Span _)) {
      int position = (int) (i.value() < 0 ? i.value() + list.items().size() : i.value());
      Value entry = list.items().get(position);
      String place = place(index.object(), scope);
      if (place != null && (entry instanceof Value.Float || isUnnamed(entry))) {
        String text = place + "[" + position + "]";
        list.items().set(position, recorder.leaves().named(text, entry, index.span(), 0));
      }
    }
  }

  // `w`, or `w[1]` where the index is plain enough to be looked at a second time.
  private static @Nullable String place(Ast.Expr list, Scope scope) {
    return switch (list) {
      case Ast.Name name -> name.id();
      case Ast.Index(Ast.Expr inner, Ast.Expr at, Span _) -> {
        String place = place(inner, scope);
        Value position =
            switch (at) {
              case Ast.Int i -> Value.Int.of(i.value());
              case Ast.Name name -> scope.find(name.id(), name.span());
              default -> null;
            };
        yield place != null && position instanceof Value.Int i
            ? place + "[" + i.value() + "]"
            : null;
      }
      default -> null;
    };
  }

  private static boolean isUnnamed(Value value) {
    return switch (value) {
      case Value.Float f -> Recorder.isLiteral(f.node());
      case Array a -> Recorder.isLiteral(a.node());
      default -> false;
    };
  }

  private void augment(Ast.AugAssign s, Scope scope) {
    switch (s.target()) {
      case Ast.Name name -> {
        // Python looks the name up where it will bind it.
        Value before = lookUp(name, scope);
        Value value = evaluate(s.value(), scope);
        if (!inPlace(before, s.op(), value, s.span())) {
          Value after = machine.operators().binary(s.op(), before, value, s.span());
          bind(name.id(), after, scope, name.span(), s.span());
        } else {
          // An array's new content keeps the array's name.
          scope.bind(
              name.id(), recorder.leaves().named(name.id(), before, name.span(), scope.depth()));
          noteLoss(name.id(), before, scope);
        }
      }
      case Ast.Index index -> {
        Value object = evaluate(index.object(), scope);
        List<Indexing.At> at = at(index.index(), scope);
        machine.indexing().read(object, at, index.span()); // an index out of range is told first
        named(index, object, at, scope);
        Value before = machine.indexing().read(object, at, index.span());
        Value value = evaluate(s.value(), scope);
        if (!inPlace(before, s.op(), value, s.span())) {
          Value after = machine.operators().binary(s.op(), before, value, s.span());
          machine.indexing().write(object, at, after, training, s.span());
          named(index, object, at, scope);
        } else if (!(object instanceof Array) || at.stream().anyMatch(Indexing::isFancy)) {
          // `a[mask]` and a list's slice are no views: what was changed is put back.
          machine.indexing().write(object, at, before, training, s.span());
        }
      }
      case Ast.TupleLit tuple -> throw new IllegalStateException("a tuple at " + tuple.span());
    }
  }

  /// Changes a list or array itself, so that every name that holds it sees the change.
  private boolean inPlace(Value target, Ast.BinaryOp op, Value value, Span span) {
    if (target instanceof Value.ListValue list && !(value instanceof Array)) {
      return lengthened(list, op, value, span);
    }
    if (!(target instanceof Array array)) {
      return false;
    }
    Value result = machine.operators().binary(op, array, value, span);
    Array after = machine.arrays().from(result, span);
    if (after.dtype().compareTo(array.dtype()) > 0) {
      throw Problem.at(span, "run.array.whole", op.symbol()).raise();
    }
    if (!after.shape().equals(array.shape())) {
      throw Problem.at(span, "run.array.grows", array.shape().toString(), after.shape().toString())
          .raise();
    }
    Array owner = array.owner();
    Node before = owner.node();
    array.write(after.node());
    if (owner.dtype() == DType.FLOAT) {
      owner.write(training.changed(before, owner.node(), span));
    }
    return true;
  }

  private boolean lengthened(Value.ListValue list, Ast.BinaryOp op, Value value, Span span) {
    switch (op) {
      case ADD -> {
        List<Value> more = machine.arrays().list(value, span);
        budget.cells((long) list.items().size() + more.size(), span);
        list.items().addAll(more);
      }
      case MULTIPLY -> {
        List<Value> repeated =
            machine.arrays().list(machine.operators().binary(op, list, value, span), span);
        list.items().clear();
        list.items().addAll(repeated);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private Value lookUp(Ast.Name name, Scope scope) {
    Value value = scope.find(name.id(), name.span());
    if (value == null) {
      value = builtins.get(name.id());
    }
    if (value == null) {
      throw Suggestion.unknownName(name, globals.values().keySet(), builtins.keySet()).raise();
    }
    return value;
  }

  // ---- Expressions

  private Value evaluate(Ast.Expr expression, Scope scope) {
    Value value = valueOf(expression, scope);
    if (watch != null) {
      watch.accept(expression, value);
    }
    return value;
  }

  private Value valueOf(Ast.Expr expression, Scope scope) {
    budget.step(expression.span());
    return switch (expression) {
      case Ast.Int e -> new Value.Int(e.value(), false, null, e.span());
      case Ast.Float e -> new Value.Float(recorder.literal(e.value(), e.span()), false);
      case Ast.Str e -> new Value.Str(e.value());
      case Ast.Bool e -> new Value.Bool(e.value(), false);
      case Ast.None _ -> Value.NoneValue.NONE;
      case Ast.FString e -> new Value.Str(formatted(e, scope));
      case Ast.Name e -> lookUp(e, scope);
      case Ast.ListLit e -> new Value.ListValue(new ArrayList<>(evaluateAll(e.items(), scope)));
      case Ast.TupleLit e -> new Value.Tuple(evaluateAll(e.items(), scope));
      case Ast.ListComp e -> comprehension(e, scope);
      case Ast.Unary e -> {
        Value value = machine.operators().unary(e.op(), evaluate(e.operand(), scope), e.span());
        boolean isNumber = e.operand() instanceof Ast.Int || e.operand() instanceof Ast.Float;
        yield isNumber ? recorder.written(value, e.span()) : value;
      }
      case Ast.Binary e -> {
        Value left = evaluate(e.left(), scope);
        Value right = evaluate(e.right(), scope);
        yield machine.operators().binary(e.op(), left, right, e.span());
      }
      case Ast.Compare e -> compare(e, scope);
      case Ast.Logical e -> {
        Value left = evaluate(e.left(), scope);
        boolean holds = machine.operators().truth(left, e.left().span());
        yield recorder.chosen(holds == e.and() ? evaluate(e.right(), scope) : left);
      }
      case Ast.Conditional e ->
          evaluate(truth(e.condition(), scope) ? e.then() : e.otherwise(), scope);
      case Ast.Call e -> call(e, scope);
      case Ast.Attribute e -> Attributes.of(evaluate(e.object(), scope), e, machine);
      case Ast.Index e -> {
        Value object = evaluate(e.object(), scope);
        List<Indexing.At> at = at(e.index(), scope);
        // Checks the index before anything is named after it.
        Value entry = machine.indexing().read(object, at, e.span());
        if (isUnnamed(entry)) {
          named(e, object, at, scope);
          entry = machine.indexing().read(object, at, e.span());
        }
        yield entry;
      }
      case Ast.Slice e -> throw new IllegalStateException("a slice outside of an index: " + e);
      case Ast.Lambda e ->
          new Callable.Function(
              "<lambda>",
              e.params(),
              defaults(e.params(), scope),
              new Callable.Body.Expression(e.body()),
              e.locals(),
              scope);
    };
  }

  private List<Value> evaluateAll(List<Ast.Expr> expressions, Scope scope) {
    ArrayList<Value> values = new ArrayList<>(expressions.size());
    for (Ast.Expr expression : expressions) {
      values.add(evaluate(expression, scope));
    }
    return values;
  }

  private boolean truth(Ast.Expr condition, Scope scope) {
    return machine.operators().truth(evaluate(condition, scope), condition.span());
  }

  private Value compare(Ast.Compare e, Scope scope) {
    Value left = evaluate(e.first(), scope);
    for (int i = 0; ; i++) {
      Value right = evaluate(e.rest().get(i), scope);
      Value holds = machine.operators().compare(e.ops().get(i), left, right, e.span());
      boolean last = i == e.ops().size() - 1;
      if (last || !machine.operators().truth(holds, e.span())) {
        return holds;
      }
      left = right;
    }
  }

  private List<Indexing.At> at(Ast.Expr index, Scope scope) {
    if (index instanceof Ast.TupleLit tuple) {
      return tuple.items().stream().map(item -> one(item, scope)).toList();
    }
    Indexing.At one = one(index, scope);
    // `a[t]` with a tuple t is `a[t[0], t[1]]`.
    if (one instanceof Indexing.At.One(Value.Tuple tuple, Span span)) {
      return tuple.items().stream()
          .<Indexing.At>map(item -> new Indexing.At.One(item, span))
          .toList();
    }
    return List.of(one);
  }

  private Indexing.At one(Ast.Expr index, Scope scope) {
    return index instanceof Ast.Slice slice
        ? new Indexing.At.Slice(
            bound(slice.start(), scope),
            bound(slice.stop(), scope),
            bound(slice.step(), scope),
            slice.span())
        : new Indexing.At.One(evaluate(index, scope), index.span());
  }

  private @Nullable Value bound(Ast.@Nullable Expr bound, Scope scope) {
    return bound == null ? null : evaluate(bound, scope);
  }

  private String formatted(Ast.FString string, Scope scope) {
    StringBuilder text = new StringBuilder();
    for (Ast.Part part : string.parts()) {
      switch (part) {
        case Ast.Text t -> text.append(t.value());
        case Ast.Field f -> {
          Value value = evaluate(f.value(), scope);
          Ast.FString format = f.format();
          String spec = format == null ? "" : formatted(format, scope);
          Value shown =
              switch (f.conversion()) {
                case 'r' -> new Value.Str(Printer.repr(value, budget, f.span()));
                case 's' -> new Value.Str(machine.str(value, f.span()));
                default -> value;
              };
          text.append(Printer.format(shown, spec, budget, f.span()));
        }
      }
      budget.text(text.length(), string.span());
    }
    return text.toString();
  }

  private Value comprehension(Ast.ListComp e, Scope scope) {
    ArrayList<Value> items = new ArrayList<>();
    Scope inner = scope.inner(e.locals(), scope.depth() + 1);
    clause(e, 0, scope, inner, items);
    return new Value.ListValue(items);
  }

  private void clause(Ast.ListComp e, int k, Scope outer, Scope inner, List<Value> items) {
    if (k == e.clauses().size()) {
      items.add(evaluate(e.element(), inner));
      budget.cells(items.size() > Budget.MAX_ENTRIES ? items.size() : 1, e.span());
      return;
    }
    switch (e.clauses().get(k)) {
      case Ast.Clause.If condition -> {
        if (truth(condition.condition(), inner)) {
          clause(e, k + 1, outer, inner, items);
        }
      }
      case Ast.Clause.For loop -> {
        // Python works the first iterable out in the scope around.
        Value iterable = evaluate(loop.iterable(), k == 0 ? outer : inner);
        List<Value> all = machine.arrays().items(iterable, loop.iterable().span());
        for (int i = 0; i < all.size(); i++) {
          budget.step(loop.span());
          assign(loop.target(), all.get(i), inner, loop.target().span());
          clause(e, k + 1, outer, inner, items);
        }
      }
    }
  }

  // ---- Calls

  private Map<String, Value> defaults(List<Ast.Param> params, Scope scope) {
    Map<String, Value> defaults = new HashMap<>();
    for (Ast.Param param : params) {
      Ast.Expr value = param.defaultValue();
      if (value != null) {
        defaults.put(param.name(), evaluate(value, scope));
      }
    }
    return defaults;
  }

  private Value call(Ast.Call call, Scope scope) {
    Value function = evaluate(call.function(), scope);
    List<Value> positional = evaluateAll(call.arguments(), scope);
    Map<String, Value> keywords = new HashMap<>();
    for (Ast.Keyword keyword : call.keywords()) {
      keywords.put(keyword.name(), evaluate(keyword.value(), scope));
    }
    return call(function, positional, keywords, call.span());
  }

  private Value call(
      Value function, List<Value> positional, Map<String, Value> keywords, Span span) {
    return switch (function) {
      case Callable.Builtin builtin ->
          recorder.chosen(
              builtin
                  .code()
                  .call(
                      machine,
                      builtin.signature().bind(builtin.name(), positional, keywords, span)));
      case Callable.Function f -> call(f, positional, keywords, span);
      default -> throw Problem.at(span, "run.call.notFunction", function.typeName()).raise();
    };
  }

  private Value call(
      Callable.Function f, List<Value> positional, Map<String, Value> keywords, Span span) {
    if (++callDepth > Budget.MAX_CALLS) {
      throw Problem.at(span, "run.limit.calls", Budget.MAX_CALLS).raise();
    }
    Origins.Group caller = recorder.origins().enter(f.name(), span);
    try {
      Scope scope = f.closure().inner(f.locals(), callDepth);
      bindParameters(f, positional, keywords, scope, span);
      return switch (f.body()) {
        case Callable.Body.Expression(Ast.Expr value) -> evaluate(value, scope);
        case Callable.Body.Block(List<Ast.Stmt> statements) ->
            block(statements, scope) == Flow.RETURN ? returned : Value.NoneValue.NONE;
      };
    } finally {
      recorder.origins().leave(caller);
      callDepth--;
    }
  }

  private void bindParameters(
      Callable.Function f,
      List<Value> positional,
      Map<String, Value> keywords,
      Scope scope,
      Span span) {
    List<Ast.Param> params = f.params();
    if (positional.size() > params.size()) {
      throw Problem.at(span, "run.call.tooMany", f.name(), params.size(), positional.size())
          .raise();
    }
    Map<String, Value> arguments = new HashMap<>(f.defaults());
    HashSet<String> given = new HashSet<>();
    for (int i = 0; i < positional.size(); i++) {
      arguments.put(params.get(i).name(), positional.get(i));
      given.add(params.get(i).name());
    }
    for (Map.Entry<String, Value> keyword : keywords.entrySet()) {
      if (params.stream().noneMatch(param -> param.name().equals(keyword.getKey()))) {
        throw Problem.at(span, "run.call.unknownKeyword", f.name(), keyword.getKey()).raise();
      }
      if (!given.add(keyword.getKey())) {
        throw Problem.at(span, "run.call.twice", f.name(), keyword.getKey()).raise();
      }
      arguments.put(keyword.getKey(), keyword.getValue());
    }
    for (Ast.Param param : params) {
      Value value = arguments.get(param.name());
      if (value == null) {
        throw Problem.at(span, "run.call.missing", f.name(), param.name()).raise();
      }
      scope.bind(
          param.name(), recorder.leaves().named(param.name(), value, param.span(), scope.depth()));
    }
  }
}
