package backstep.python;

import backstep.python.Ast.BinaryOp;
import backstep.python.Ast.Clause;
import backstep.python.Ast.CompareOp;
import backstep.python.Ast.Expr;
import backstep.python.Ast.Keyword;
import backstep.python.Ast.Param;
import backstep.python.Ast.Stmt;
import backstep.python.Ast.Target;
import backstep.python.Ast.UnaryOp;
import backstep.python.FStringReader.FieldValue;
import backstep.python.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a program, one method for each rule of the grammar, and stops at its first problem.
///
/// Whatever it accepts is valid Python and has the tree that CPython gives it.
public final class Parser {
  /// A program of this length is read in a moment; a longer one is a wrong file.
  public static final int MAX_LENGTH = Source.MAX_LENGTH;

  /// Longer names are not written by people.
  public static final int MAX_NAME_LENGTH = Scanner.MAX_NAME_LENGTH;

  /// More would be a program that nobody steps through.
  public static final int MAX_STATEMENTS = 20_000;

  /// Blocks, brackets and prefixes within one another: each is a recursion. CPython has the same
  /// limit for blocks.
  public static final int MAX_NESTING = 99;

  /// Levels of one expression's tree: a chain `a + b + …` leans to the left and is computed by
  /// recursion.
  public static final int MAX_DEPTH = 1_000;

  /// Loops within one another, in one function: CPython's own limit.
  public static final int MAX_LOOPS = 20;

  /// A function's body, or the program itself.
  private static final class Bindings {
    final boolean isFunction;
    final Set<String> names = new HashSet<>();
    int loops;

    Bindings(boolean isFunction) {
      this.isFunction = isFunction;
    }
  }

  private final Source source;
  private Scanner scanner;
  private Token current;
  private Token previous;
  private Bindings bindings = new Bindings(false);
  private final Set<String> numpyNames = new HashSet<>();
  private int nesting;
  private int statements;

  private Parser(Source source) {
    this.source = source;
    scanner = new Scanner(source);
    current = scanner.next();
    previous = current;
  }

  /// The program that the text says, or its first [Problem].
  public static Ast.Module parse(String text) throws ProblemException {
    Source source = new Source(text);
    Parser parser = new Parser(source);
    Ast.Module module;
    try {
      module = new Ast.Module(parser.program(), text);
    } catch (ProblemException e) {
      throw parser.orUnclosedBracket(e);
    }
    Depth.check(module);
    return module;
  }

  /// A bracket that is never closed swallows the lines below it: then the bracket is the problem,
  /// not what was found in those lines.
  private ProblemException orUnclosedBracket(ProblemException found) {
    Token open = scanner.openBracket();
    boolean below = open != null && open.span().line() < found.problem().span().line();
    return below && scanner.neverCloses() ? Scanner.neverClosed(open).raise() : found;
  }

  // ---- Statements

  private List<Stmt> program() {
    List<Stmt> body = new ArrayList<>();
    while (!check(Kind.END)) {
      statement(body);
    }
    return body;
  }

  /// One compound statement, or a line of simple ones.
  private void statement(List<Stmt> body) {
    refuseStatement();
    switch (current.kind()) {
      case IF -> body.add(counted(ifStatement()));
      case WHILE -> body.add(counted(whileStatement()));
      case FOR -> body.add(counted(forStatement()));
      case DEF -> body.add(counted(definition()));
      default -> simpleStatements(body);
    }
  }

  private void simpleStatements(List<Stmt> body) {
    do {
      body.add(counted(simpleStatement()));
    } while (match(Kind.SEMICOLON) && !check(Kind.NEWLINE));
    if (!match(Kind.NEWLINE)) {
      throw afterStatement(body.getLast());
    }
  }

  private Stmt counted(Stmt statement) {
    if (++statements > MAX_STATEMENTS) {
      throw problem(statement.span(), "python.limit.statements", MAX_STATEMENTS);
    }
    return statement;
  }

  private Stmt simpleStatement() {
    return switch (current.kind()) {
      case IMPORT -> importStatement();
      case RETURN -> returnStatement();
      case BREAK -> {
        requireLoop("python.syntax.breakOutside");
        yield new Ast.Break(advance().span());
      }
      case CONTINUE -> {
        requireLoop("python.syntax.continueOutside");
        yield new Ast.Continue(advance().span());
      }
      case PASS -> new Ast.Pass(advance().span());
      case IF, WHILE, FOR, DEF ->
          throw problem(current.span(), "python.syntax.compoundOnLine", current.text());
      default -> expressionStatement();
    };
  }

  private void requireLoop(String key) {
    if (bindings.loops == 0) {
      throw problem(current.span(), key);
    }
  }

  /// Refuses what no statement of Backstep begins with.
  private void refuseStatement() {
    String key =
        switch (current.kind()) {
          case INDENT -> "python.indent.unexpected";
          case ELSE, ELIF -> "python.syntax.strayElse";
          case CLASS -> "python.unsupported.class";
          case TRY, EXCEPT, FINALLY -> "python.unsupported.try";
          case WITH -> "python.unsupported.with";
          case FROM -> "python.unsupported.from";
          case GLOBAL -> "python.unsupported.global";
          case NONLOCAL -> "python.unsupported.nonlocal";
          case DEL -> "python.unsupported.del";
          case ASSERT -> "python.unsupported.assert";
          case RAISE -> "python.unsupported.raise";
          case AT -> "python.unsupported.decorator";
          case PERCENT -> "python.unsupported.magic";
          case SLASH, DOUBLE_SLASH -> "python.syntax.slashComment";
          default -> null;
        };
    if (key != null) {
      throw problem(current.span(), key, current.text());
    }
  }

  /// `if` … `elif` … `else`. The chain is read in a loop, but each link nests in the tree and so
  /// counts as nesting.
  private Stmt ifStatement() {
    record Branch(Span from, Expr condition, List<Stmt> body) {}
    int outside = nesting;
    List<Branch> branches = new ArrayList<>();
    do {
      Token word = advance();
      if (word.is(Kind.ELIF)) {
        enter();
      }
      Expr condition = expression();
      branches.add(new Branch(word.span(), condition, block(word)));
    } while (check(Kind.ELIF));
    List<Stmt> otherwise = List.of();
    if (match(Kind.ELSE)) {
      if (check(Kind.IF)) {
        throw problem(previous.span().to(current.span()), "python.syntax.elseIf");
      }
      otherwise = block(previous);
    }
    nesting = outside;
    Span end = (otherwise.isEmpty() ? branches.getLast().body : otherwise).getLast().span();
    for (Branch branch : branches.reversed()) {
      otherwise =
          List.of(new Ast.If(branch.condition, branch.body, otherwise, branch.from.to(end)));
    }
    return otherwise.getFirst();
  }

  private Stmt whileStatement() {
    Token word = advance();
    Expr condition = expression();
    List<Stmt> body = loopBody(word);
    return new Ast.While(condition, body, word.span().to(body.getLast().span()));
  }

  private Stmt forStatement() {
    Token word = advance();
    Target target = loopTargets(bindings.names);
    Expr iterable = expressions();
    List<Stmt> body = loopBody(word);
    return new Ast.For(target, iterable, body, word.span().to(body.getLast().span()));
  }

  private List<Stmt> loopBody(Token word) {
    if (++bindings.loops > MAX_LOOPS) {
      throw problem(word.span(), "python.limit.loops", MAX_LOOPS);
    }
    List<Stmt> body = block(word);
    bindings.loops--;
    if (check(Kind.ELSE)) {
      throw problem(current.span(), "python.unsupported.loopElse", word.text());
    }
    return body;
  }

  /// The names between `for` and `in`, bound in the names given.
  private Target loopTargets(Set<String> names) {
    Span from = current.span();
    List<Expr> items = new ArrayList<>();
    boolean tuple = false;
    do {
      items.add(primary());
      tuple |= check(Kind.COMMA);
    } while (match(Kind.COMMA) && !check(Kind.IN));
    Expr whole = tuple ? new Ast.TupleLit(items, from.to(previous.span())) : items.getFirst();
    Target target = target(whole);
    bind(target, names);
    if (!match(Kind.IN)) {
      throw problem(current, "python.syntax.forIn");
    }
    return target;
  }

  private Stmt definition() {
    Token word = advance();
    Token name = current;
    if (!match(Kind.NAME)) {
      throw problem(current, "python.syntax.functionName");
    }
    bind(nameOf(name), name.span(), bindings.names);
    Token open = current;
    if (!match(Kind.LEFT_PAREN)) {
      throw problem(current.span(), "python.syntax.functionBrackets", name.text());
    }
    Bindings outer = bindings;
    Bindings inner = new Bindings(true);
    List<Param> params = params(Kind.RIGHT_PAREN, inner.names);
    close(open, Kind.RIGHT_PAREN);
    if (match(Kind.ARROW)) {
      annotation();
    }
    bindings = inner;
    List<Stmt> body = block(word);
    bindings = outer;
    return new Ast.Def(
        nameOf(name),
        params,
        body,
        inner.names,
        name.span(),
        word.span().to(body.getLast().span()));
  }

  private Stmt importStatement() {
    Token word = advance();
    Token module = current;
    if (!match(Kind.NAME)) {
      throw problem(current, "python.syntax.importName");
    }
    if (!nameOf(module).equals("numpy") || check(Kind.DOT) || check(Kind.COMMA)) {
      throw unsupportedImport(module);
    }
    Token alias = module;
    if (match(Kind.AS)) {
      alias = current;
      if (!match(Kind.NAME)) {
        throw problem(current, "python.syntax.importName");
      }
    }
    if (check(Kind.COMMA)) {
      throw unsupportedImport(current);
    }
    bind(nameOf(alias), alias.span(), bindings.names);
    numpyNames.add(nameOf(alias));
    return new Ast.Import("numpy", nameOf(alias), word.span().to(alias.span()));
  }

  private ProblemException unsupportedImport(Token module) {
    Span span = module.span();
    while (check(Kind.DOT) || check(Kind.COMMA) || check(Kind.NAME)) {
      span = span.to(advance().span());
    }
    return problem(span, "python.unsupported.import", span.of(source.text()));
  }

  private Stmt returnStatement() {
    Token word = advance();
    if (!bindings.isFunction) {
      throw problem(word.span(), "python.syntax.returnOutside");
    }
    boolean bare = check(Kind.NEWLINE) || check(Kind.SEMICOLON);
    Expr value = bare ? null : expressions();
    return new Ast.Return(value, word.span().to(previous.span()));
  }

  /// An expression on its own, or what turns out to be an assignment to it.
  private Stmt expressionStatement() {
    Span from = current.span();
    Expr value = expressions();
    BinaryOp op = augmented(current.kind());
    if (check(Kind.EQUAL)) {
      return assignment(value, from);
    }
    if (op != null) {
      return augmentedAssignment(value, op, from);
    }
    if (check(Kind.COLON) && (value instanceof Target || value instanceof Ast.Attribute)) {
      return annotatedAssignment(value, from);
    }
    return new Ast.ExprStmt(value, from.to(previous.span()));
  }

  private Stmt assignment(Expr first, Span from) {
    List<Target> targets = new ArrayList<>();
    Expr value = first;
    while (match(Kind.EQUAL)) {
      Target target = target(value);
      bind(target, bindings.names);
      targets.add(target);
      value = expressions();
    }
    return new Ast.Assign(targets, value, from.to(previous.span()));
  }

  private Stmt augmentedAssignment(Expr first, BinaryOp op, Span from) {
    if (first instanceof Ast.TupleLit || first instanceof Ast.ListLit) {
      throw problem(first.span(), "python.assign.augmentedTuple", current.text());
    }
    if (op == BinaryOp.MATMUL) {
      throw problem(current, "python.unsupported.matmulAssign");
    }
    Target target = target(first);
    bind(target, bindings.names);
    advance();
    Expr value = expressions();
    return new Ast.AugAssign(target, op, value, from.to(previous.span()));
  }

  private static @Nullable BinaryOp augmented(Kind kind) {
    return switch (kind) {
      case PLUS_EQUAL -> BinaryOp.ADD;
      case MINUS_EQUAL -> BinaryOp.SUBTRACT;
      case STAR_EQUAL -> BinaryOp.MULTIPLY;
      case SLASH_EQUAL -> BinaryOp.DIVIDE;
      case DOUBLE_SLASH_EQUAL -> BinaryOp.FLOOR_DIVIDE;
      case PERCENT_EQUAL -> BinaryOp.MODULO;
      case DOUBLE_STAR_EQUAL -> BinaryOp.POWER;
      case AT_EQUAL -> BinaryOp.MATMUL;
      default -> null;
    };
  }

  /// `x: float = 1.0`. The annotation changes nothing and is left out of the tree.
  private Stmt annotatedAssignment(Expr name, Span from) {
    Token colon = advance();
    if (current.endsLine()) {
      throw problem(colon, "python.syntax.strayColon");
    }
    if (!(name instanceof Ast.Name)) {
      throw problem(colon, "python.unsupported.annotation");
    }
    annotation();
    if (!match(Kind.EQUAL)) {
      throw problem(current, "python.unsupported.annotationAlone");
    }
    Target target = target(name);
    bind(target, bindings.names);
    Expr value = expressions();
    return new Ast.Assign(List.of(target), value, from.to(previous.span()));
  }

  /// A type that CPython can evaluate without fail, so that leaving it out changes nothing.
  private void annotation() {
    Token first = current;
    boolean known =
        switch (first.kind()) {
          case NONE -> true;
          case NAME ->
              switch (nameOf(first)) {
                case "int", "float", "str", "bool", "list", "tuple", "object" -> true;
                default -> numpyNames.contains(nameOf(first));
              };
          default -> false;
        };
    if (!known) {
      throw problem(first, "python.unsupported.annotation");
    }
    advance();
    if (first.is(Kind.NAME) && numpyNames.contains(nameOf(first))) {
      boolean array = match(Kind.DOT) && check(Kind.NAME) && nameOf(current).equals("ndarray");
      if (!array) {
        throw problem(first, "python.unsupported.annotation");
      }
      advance();
    }
    if (check(Kind.LEFT_BRACKET)) {
      throw problem(current, "python.unsupported.annotation");
    }
  }

  /// What went wrong where the line should have ended.
  private ProblemException afterStatement(Stmt statement) {
    String key =
        switch (current.kind()) {
          case FOR -> "python.unsupported.generator";
          case ELSE -> "python.syntax.strayElse";
          case COLON -> "python.syntax.strayColon";
          case EQUAL -> "python.syntax.strayEqual";
          default ->
              current.isValue() ? "python.syntax.missingOperator" : "python.syntax.unexpected";
        };
    Ast.Name word = statement instanceof Ast.ExprStmt(Expr value, _) ? leadingName(value) : null;
    if (word != null) {
      String wordKey = keyOfWord(word.id(), word.span().equals(statement.span()));
      if (wordKey != null) {
        return problem(word.span(), wordKey, word.id(), current.text());
      }
    }
    return problem(current.span(), key, current.text(), previous.text());
  }

  /// What a word at the beginning of a line tells of its writer's intention, or of the language
  /// that they know better.
  private @Nullable String keyOfWord(String word, boolean alone) {
    boolean beforeValue = alone && current.isValue();
    return switch (word) {
      case "match" -> beforeValue || check(Kind.COLON) ? "python.unsupported.match" : null;
      case "print" -> beforeValue ? "python.syntax.printBrackets" : null;
      case "elseif", "elsif" -> "python.syntax.elifWord";
      case "function", "func", "fun", "fn", "define" ->
          beforeValue ? "python.syntax.defWord" : null;
      case "var", "let", "const", "auto", "int", "float", "double" ->
          beforeValue ? "python.syntax.declaration" : null;
      default -> null;
    };
  }

  private static Ast.@Nullable Name leadingName(Expr value) {
    return switch (value) {
      case Ast.Name name -> name;
      case Ast.Call(Ast.Name name, _, _, _) -> name;
      case Ast.Index(Ast.Name name, _, _) -> name;
      default -> null;
    };
  }

  /// `:` and what it governs: indented lines, or the rest of the line.
  private List<Stmt> block(Token word) {
    if (!match(Kind.COLON)) {
      throw missingColon(word);
    }
    List<Stmt> body = new ArrayList<>();
    if (!match(Kind.NEWLINE)) {
      refuseStatement();
      simpleStatements(body);
      return body;
    }
    if (!match(Kind.INDENT)) {
      while (check(Kind.DEDENT)) {
        advance();
      }
      Span place = check(Kind.END) ? word.span() : current.span();
      throw problem(place, "python.indent.missingBlock", word.text(), word.span().line());
    }
    enter();
    do {
      statement(body);
    } while (!match(Kind.DEDENT));
    leave();
    return body;
  }

  private ProblemException missingColon(Token word) {
    return switch (current.kind()) {
      case EQUAL ->
          problem(
              current,
              hasCondition(word) ? "python.syntax.assignInCondition" : "python.syntax.strayEqual");
      case LEFT_BRACE -> problem(current.span(), "python.syntax.braceBlock", word.text());
      default -> problem(current.span(), "python.syntax.missingColon", word.text());
    };
  }

  private static boolean hasCondition(Token word) {
    return word.is(Kind.IF) || word.is(Kind.ELIF) || word.is(Kind.WHILE);
  }

  // ---- Targets

  /// The expression as something that can be bound.
  private Target target(Expr expression) {
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
      targets.add((Expr) target(item));
    }
    return new Ast.TupleLit(targets, span);
  }

  private ProblemException notTarget(String key, Expr expression) {
    return problem(expression.span(), key, expression.span().of(source.text()));
  }

  /// Adds the names that the target binds to those given.
  private void bind(Target target, Set<String> names) {
    switch (target) {
      case Ast.Name name -> bind(name.id(), name.span(), names);
      case Ast.TupleLit tuple -> tuple.targets().forEach(item -> bind(item, names));
      case Ast.Index _ -> {}
    }
  }

  private void bind(String name, Span span, Set<String> names) {
    requireBindable(name, span);
    names.add(name);
  }

  private void requireBindable(String name, Span span) {
    if (name.equals("__debug__")) {
      throw problem(span, "python.assign.keyword", name);
    }
  }

  // ---- Expressions, the loosest binding first

  /// One expression, or a tuple without brackets.
  private Expr expressions() {
    Span from = current.span();
    Expr first = expression();
    if (!check(Kind.COMMA)) {
      return first;
    }
    List<Expr> items = new ArrayList<>(List.of(first));
    while (match(Kind.COMMA) && current.startsExpression()) {
      items.add(expression());
    }
    return new Ast.TupleLit(items, from.to(previous.span()));
  }

  private Expr expression() {
    if (check(Kind.LAMBDA)) {
      return lambda();
    }
    Span from = current.span();
    Expr then = disjunction();
    if (!match(Kind.IF)) {
      return then;
    }
    Expr condition = disjunction();
    if (!match(Kind.ELSE)) {
      throw check(Kind.EQUAL)
          ? problem(current, "python.syntax.assignInCondition")
          : problem(current.span(), "python.syntax.conditionalElse");
    }
    enter();
    Expr otherwise = expression();
    leave();
    return new Ast.Conditional(condition, then, otherwise, from.to(previous.span()));
  }

  private Expr lambda() {
    if (scanner.atFieldLevel()) {
      throw problem(current, "python.fstring.lambda");
    }
    Token word = advance();
    enter();
    Set<String> names = new HashSet<>();
    List<Param> params = params(Kind.COLON, names);
    if (!match(Kind.COLON)) {
      throw problem(current.span(), "python.syntax.missingColon", word.text());
    }
    Expr body = expression();
    leave();
    return new Ast.Lambda(params, body, names, word.span().to(previous.span()));
  }

  /// Parameters up to the token that closes them: those of `def` may have types.
  private List<Param> params(Kind end, Set<String> names) {
    List<Param> params = new ArrayList<>();
    while (!check(end)) {
      Param param = param(end == Kind.RIGHT_PAREN);
      boolean afterDefault = !params.isEmpty() && params.getLast().defaultValue() != null;
      if (afterDefault && param.defaultValue() == null) {
        throw problem(param.span(), "python.syntax.defaultOrder", param.name());
      }
      if (names.contains(param.name())) {
        throw problem(param.span(), "python.syntax.duplicateParameter", param.name());
      }
      bind(param.name(), param.span(), names);
      params.add(param);
      if (!match(Kind.COMMA)) {
        break;
      }
    }
    return params;
  }

  private Param param(boolean mayHaveType) {
    Token name = current;
    if (!match(Kind.NAME)) {
      boolean sign = check(Kind.STAR) || check(Kind.DOUBLE_STAR) || check(Kind.SLASH);
      throw problem(
          current, sign ? "python.unsupported.starParameter" : "python.syntax.parameterName");
    }
    if (mayHaveType && match(Kind.COLON)) {
      annotation();
    }
    Expr defaultValue = match(Kind.EQUAL) ? expression() : null;
    return new Param(nameOf(name), defaultValue, name.span().to(previous.span()));
  }

  private Expr disjunction() {
    Span from = current.span();
    Expr left = conjunction();
    while (match(Kind.OR)) {
      Expr right = conjunction();
      left = new Ast.Logical(false, left, right, from.to(previous.span()));
    }
    return left;
  }

  private Expr conjunction() {
    Span from = current.span();
    Expr left = inversion();
    while (match(Kind.AND)) {
      Expr right = inversion();
      left = new Ast.Logical(true, left, right, from.to(previous.span()));
    }
    return left;
  }

  private Expr inversion() {
    if (!check(Kind.NOT)) {
      return comparison();
    }
    Token word = advance();
    enter();
    Expr operand = inversion();
    leave();
    return new Ast.Unary(UnaryOp.NOT, operand, word.span().to(previous.span()));
  }

  private Expr comparison() {
    Span from = current.span();
    Expr first = sum();
    List<CompareOp> ops = new ArrayList<>();
    List<Expr> rest = new ArrayList<>();
    for (CompareOp op = compareOp(); op != null; op = compareOp()) {
      ops.add(op);
      rest.add(sum());
    }
    return ops.isEmpty() ? first : new Ast.Compare(first, ops, rest, from.to(previous.span()));
  }

  private @Nullable CompareOp compareOp() {
    CompareOp op =
        switch (current.kind()) {
          case EQUAL_EQUAL -> CompareOp.EQ;
          case BANG_EQUAL -> CompareOp.NE;
          case LESS -> CompareOp.LT;
          case LESS_EQUAL -> CompareOp.LE;
          case GREATER -> CompareOp.GT;
          case GREATER_EQUAL -> CompareOp.GE;
          case IN -> CompareOp.IN;
          case NOT -> CompareOp.NOT_IN;
          case IS -> CompareOp.IS;
          default -> null;
        };
    if (op == null) {
      return null;
    }
    Token sign = advance();
    if (op == CompareOp.IS && match(Kind.NOT)) {
      return CompareOp.IS_NOT;
    }
    if (op == CompareOp.NOT_IN && !match(Kind.IN)) {
      throw problem(sign, "python.syntax.notIn");
    }
    return op;
  }

  private Expr sum() {
    Span from = current.span();
    Expr left = term();
    while (check(Kind.PLUS) || check(Kind.MINUS)) {
      Token sign = advance();
      BinaryOp op = sign.is(Kind.PLUS) ? BinaryOp.ADD : BinaryOp.SUBTRACT;
      Expr right = term();
      left = new Ast.Binary(op, left, right, sign.span(), from.to(previous.span()));
    }
    return left;
  }

  private Expr term() {
    Span from = current.span();
    Expr left = factor();
    for (BinaryOp op = termOp(); op != null; op = termOp()) {
      Token sign = advance();
      Expr right = factor();
      left = new Ast.Binary(op, left, right, sign.span(), from.to(previous.span()));
    }
    return left;
  }

  private @Nullable BinaryOp termOp() {
    return switch (current.kind()) {
      case STAR -> BinaryOp.MULTIPLY;
      case SLASH -> BinaryOp.DIVIDE;
      case DOUBLE_SLASH -> BinaryOp.FLOOR_DIVIDE;
      case PERCENT -> BinaryOp.MODULO;
      case AT -> BinaryOp.MATMUL;
      default -> null;
    };
  }

  private Expr factor() {
    if (!check(Kind.PLUS) && !check(Kind.MINUS)) {
      return power();
    }
    Token sign = advance();
    UnaryOp op = sign.is(Kind.PLUS) ? UnaryOp.PLUS : UnaryOp.NEGATE;
    enter();
    Expr operand = factor();
    leave();
    return new Ast.Unary(op, operand, sign.span().to(previous.span()));
  }

  /// `**` binds tighter than a sign on its left, looser than one on its right, and to the right.
  private Expr power() {
    Span from = current.span();
    Expr base = primary();
    if (!check(Kind.DOUBLE_STAR)) {
      return base;
    }
    Token sign = advance();
    enter();
    Expr exponent = factor();
    leave();
    return new Ast.Binary(BinaryOp.POWER, base, exponent, sign.span(), from.to(previous.span()));
  }

  /// An atom with the calls, indexes and attributes behind it.
  private Expr primary() {
    Span from = current.span();
    Expr object = atom();
    while (true) {
      switch (current.kind()) {
        case LEFT_PAREN -> object = call(object, from);
        case LEFT_BRACKET -> object = index(object, from);
        case DOT -> object = attribute(object, from);
        default -> {
          return object;
        }
      }
    }
  }

  private Expr call(Expr function, Span from) {
    Token open = advance();
    enter();
    List<Expr> arguments = new ArrayList<>();
    List<Keyword> keywords = new ArrayList<>();
    while (!check(Kind.RIGHT_PAREN)) {
      if (check(Kind.STAR) || check(Kind.DOUBLE_STAR)) {
        throw problem(current, "python.unsupported.starArgument");
      }
      argument(arguments, keywords);
      if (!match(Kind.COMMA)) {
        break;
      }
    }
    close(open, Kind.RIGHT_PAREN);
    leave();
    return new Ast.Call(function, arguments, keywords, from.to(previous.span()));
  }

  private void argument(List<Expr> arguments, List<Keyword> keywords) {
    Token first = current;
    Expr value = expression();
    if (!check(Kind.EQUAL)) {
      if (!keywords.isEmpty() && !check(Kind.FOR)) {
        throw problem(value.span(), "python.syntax.positionalAfterKeyword", text(value.span()));
      }
      arguments.add(value);
      return;
    }
    if (value instanceof Ast.Bool || value instanceof Ast.None) {
      throw notTarget("python.assign.keyword", value);
    }
    if (!first.is(Kind.NAME) || !previous.equals(first)) {
      throw notTarget("python.syntax.keywordName", value);
    }
    String name = nameOf(first);
    requireBindable(name, first.span());
    if (keywords.stream().anyMatch(keyword -> keyword.name().equals(name))) {
      throw problem(first, "python.syntax.keywordRepeated");
    }
    advance();
    Expr given = expression();
    keywords.add(new Keyword(name, given, first.span().to(previous.span())));
  }

  private Expr index(Expr object, Span from) {
    Token open = advance();
    enter();
    if (check(Kind.RIGHT_BRACKET)) {
      throw problem(open.span().to(current.span()), "python.syntax.emptyIndex");
    }
    Span itemsFrom = current.span();
    Expr index = slice();
    if (check(Kind.COMMA)) {
      List<Expr> items = new ArrayList<>(List.of(index));
      while (match(Kind.COMMA) && !check(Kind.RIGHT_BRACKET)) {
        items.add(slice());
      }
      index = new Ast.TupleLit(items, itemsFrom.to(previous.span()));
    }
    close(open, Kind.RIGHT_BRACKET);
    leave();
    return new Ast.Index(object, index, from.to(previous.span()));
  }

  private Expr slice() {
    Span from = current.span();
    Expr start = null;
    if (!check(Kind.COLON)) {
      start = expression();
      if (!check(Kind.COLON)) {
        return start;
      }
    }
    advance();
    Expr stop = atSliceEnd() ? null : expression();
    Expr step = match(Kind.COLON) && !atSliceEnd() ? expression() : null;
    return new Ast.Slice(start, stop, step, from.to(previous.span()));
  }

  private boolean atSliceEnd() {
    return check(Kind.COLON) || check(Kind.COMMA) || check(Kind.RIGHT_BRACKET);
  }

  private Expr attribute(Expr object, Span from) {
    advance();
    Token name = current;
    if (!match(Kind.NAME)) {
      throw problem(current, "python.syntax.attributeName");
    }
    return new Ast.Attribute(object, nameOf(name), name.span(), from.to(name.span()));
  }

  private Expr atom() {
    Span span = current.span();
    Object value = current.value();
    return switch (current.kind()) {
      case NAME -> new Ast.Name(nameOf(advance()), span);
      case INT -> {
        advance();
        yield new Ast.Int((Long) value, span);
      }
      case FLOAT -> {
        advance();
        yield new Ast.Float((Double) value, span);
      }
      case STRING, FSTRING -> strings();
      case TRUE, FALSE -> new Ast.Bool(advance().is(Kind.TRUE), span);
      case NONE -> new Ast.None(advance().span());
      case LEFT_PAREN -> parentheses();
      case LEFT_BRACKET -> list();
      default -> throw noExpression();
    };
  }

  /// Strings one behind the other are one string.
  private Expr strings() {
    Span from = current.span();
    Parts parts = new Parts();
    boolean formatted = false;
    while (check(Kind.STRING) || check(Kind.FSTRING)) {
      Quoted content = (Quoted) current.value();
      if (check(Kind.FSTRING)) {
        formatted = true;
        new FStringReader(source, content, this).readInto(parts);
      } else {
        parts.text(content.value(), source.span(content.from(), content.to()));
      }
      advance();
    }
    Span span = from.to(previous.span());
    return formatted ? new Ast.FString(parts.list(), span) : new Ast.Str(parts.onlyText(), span);
  }

  /// The value of an f-string's field that was opened at the offset.
  FieldValue fieldValue(Scanner inside, int open) {
    Scanner outerScanner = scanner;
    Token outerCurrent = current;
    Token outerPrevious = previous;
    scanner = inside;
    current = inside.next();
    previous = current;
    String key =
        switch (current.kind()) {
          case RIGHT_BRACE, EQUAL, BANG, COLON -> "python.fstring.empty";
          case END -> "python.fstring.neverClosed";
          default -> null;
        };
    if (key != null) {
      throw problem(source.span(open, open + 1), key);
    }
    enter();
    Expr value = expressions();
    leave();
    Token behind = current;
    switch (behind.kind()) {
      case RIGHT_BRACE, EQUAL, BANG, COLON -> {}
      case END -> throw problem(source.span(open, open + 1), "python.fstring.neverClosed");
      case FOR -> throw problem(behind, "python.unsupported.generator");
      default -> throw problem(behind, "python.fstring.fieldEnd");
    }
    scanner = outerScanner;
    current = outerCurrent;
    previous = outerPrevious;
    return new FieldValue(value, behind);
  }

  /// Brackets around an expression, or a tuple.
  private Expr parentheses() {
    Token open = advance();
    enter();
    List<Expr> items = new ArrayList<>();
    boolean tuple = check(Kind.RIGHT_PAREN);
    while (!check(Kind.RIGHT_PAREN)) {
      items.add(expression());
      if (!match(Kind.COMMA)) {
        break;
      }
      tuple = true;
    }
    close(open, Kind.RIGHT_PAREN);
    leave();
    return tuple ? new Ast.TupleLit(items, open.span().to(previous.span())) : items.getFirst();
  }

  /// A list, written out or computed.
  private Expr list() {
    Token open = advance();
    enter();
    List<Expr> items = new ArrayList<>();
    while (!check(Kind.RIGHT_BRACKET)) {
      items.add(expression());
      if (check(Kind.FOR) && items.size() == 1) {
        return comprehension(open, items.getFirst());
      }
      if (!match(Kind.COMMA)) {
        break;
      }
    }
    close(open, Kind.RIGHT_BRACKET);
    leave();
    return new Ast.ListLit(items, open.span().to(previous.span()));
  }

  private Expr comprehension(Token open, Expr element) {
    int outside = nesting - 1;
    Set<String> names = new HashSet<>();
    List<Clause> clauses = new ArrayList<>();
    while (check(Kind.FOR) || check(Kind.IF)) {
      Token word = advance();
      enter();
      if (word.is(Kind.FOR)) {
        Target target = loopTargets(names);
        Expr iterable = disjunction();
        clauses.add(new Clause.For(target, iterable, word.span().to(previous.span())));
      } else {
        Expr condition = disjunction();
        clauses.add(new Clause.If(condition, word.span().to(previous.span())));
      }
    }
    if (check(Kind.ELSE)) {
      throw problem(current, "python.syntax.comprehensionElse");
    }
    close(open, Kind.RIGHT_BRACKET);
    nesting = outside;
    return new Ast.ListComp(element, clauses, names, open.span().to(previous.span()));
  }

  // ---- What can go wrong in an expression

  private ProblemException noExpression() {
    boolean increments = check(Kind.PLUS) || check(Kind.MINUS);
    if (!increments && isDoubledSign()) {
      Span sign = previous.span();
      return problem(
          new Span(sign.start() - 1, sign.end(), sign.line(), sign.column() - 1),
          "python.syntax.increment",
          previous.text().repeat(2),
          previous.text() + "=");
    }
    if (current.endsLine()) {
      return problem(current.span(), "python.syntax.expressionEnd", previous.text());
    }
    return switch (current.kind()) {
      case LEFT_BRACE -> problem(current, "python.unsupported.braces");
      case ELLIPSIS -> problem(current, "python.unsupported.ellipsis");
      case STAR, DOUBLE_STAR -> problem(current, "python.unsupported.star");
      case AWAIT, ASYNC -> problem(current, "python.unsupported.async");
      case YIELD -> problem(current, "python.unsupported.yield");
      case NOT, LAMBDA -> problem(current, "python.syntax.needsBrackets");
      case EQUAL -> problem(current, "python.syntax.strayEqual");
      default -> problem(current, "python.syntax.expression");
    };
  }

  private boolean isDoubledSign() {
    boolean sign = previous.is(Kind.PLUS) || previous.is(Kind.MINUS);
    return sign && source.startsWith(previous.text().repeat(2), previous.span().start() - 1);
  }

  /// The bracket that ends a list of items, or what stands there instead.
  private void close(Token open, Kind kind) {
    if (match(kind)) {
      return;
    }
    throw switch (current.kind()) {
      case EQUAL -> problem(current, "python.syntax.assignInExpression");
      case FOR ->
          open.is(Kind.LEFT_BRACKET)
              ? problem(current, "python.syntax.comprehensionTuple")
              : problem(current, "python.unsupported.generator");
      case ASYNC -> problem(current, "python.unsupported.async");
      default ->
          current.isValue()
              ? problem(
                  current.span(), "python.syntax.missingComma", current.text(), previous.text())
              : problem(
                  current.span(), "python.syntax.unexpected", current.text(), previous.text());
    };
  }

  // ---- Helpers

  private Token advance() {
    previous = current;
    current = scanner.next();
    return previous;
  }

  private boolean check(Kind kind) {
    return current.is(kind);
  }

  private boolean match(Kind kind) {
    boolean found = check(kind);
    if (found) {
      advance();
    }
    return found;
  }

  private void enter() {
    if (++nesting > MAX_NESTING) {
      throw problem(current.span(), "python.limit.nesting", MAX_NESTING);
    }
  }

  private void leave() {
    nesting--;
  }

  private static String nameOf(Token token) {
    return String.valueOf(token.value());
  }

  private String text(Span span) {
    return span.of(source.text());
  }

  private ProblemException problem(Token token, String key) {
    return problem(token.span(), key, token.text());
  }

  private ProblemException problem(Span span, String key, Object... arguments) {
    return Problem.at(span, key, arguments).raise();
  }
}
