package backstep.python;

import backstep.python.Ast.BinaryOp;
import backstep.python.Ast.Expr;
import backstep.python.Ast.Param;
import backstep.python.Ast.Stmt;
import backstep.python.Ast.Target;
import backstep.python.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a program, one method for each rule of the grammar, and stops at its first problem.
///
/// Whatever it accepts is valid Python and has the tree that CPython gives it.
public final class Parser extends ExpressionParser {
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

  private Bindings bindings = new Bindings(false);
  private int statements;

  private Parser(Source source) {
    super(source);
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
    boolean below =
        open != null
            && open.span().line() < found.problem().span().line()
            && !found.problem().key().equals("python.bracket.mismatch");
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

  private Stmt definition() {
    Token word = advance();
    Token name = current;
    if (!match(Kind.NAME)) {
      throw problem(current, "python.syntax.functionName");
    }
    targets.bind(nameOf(name), name.span(), bindings.names);
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
    targets.bind(nameOf(alias), alias.span(), bindings.names);
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
    List<Target> bound = new ArrayList<>();
    Expr value = first;
    while (match(Kind.EQUAL)) {
      Target target = targets.of(value);
      targets.bind(target, bindings.names);
      bound.add(target);
      value = expressions();
    }
    return new Ast.Assign(bound, value, from.to(previous.span()));
  }

  private Stmt augmentedAssignment(Expr first, BinaryOp op, Span from) {
    if (first instanceof Ast.TupleLit || first instanceof Ast.ListLit) {
      throw problem(first.span(), "python.assign.augmentedTuple", current.text());
    }
    if (op == BinaryOp.MATMUL) {
      throw problem(current, "python.unsupported.matmulAssign");
    }
    Target target = targets.of(first);
    targets.bind(target, bindings.names);
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
    Target target = targets.of(name);
    targets.bind(target, bindings.names);
    Expr value = expressions();
    return new Ast.Assign(List.of(target), value, from.to(previous.span()));
  }

  /// What went wrong where the line should have ended.
  private ProblemException afterStatement(Stmt statement) {
    String key =
        switch (current.kind()) {
          case FOR -> "python.unsupported.generator";
          case ELSE -> "python.syntax.strayElse";
          case COLON -> "python.syntax.strayColon";
          case EQUAL -> "python.syntax.strayEqual";
          default -> keyBetween("python.syntax.missingOperator");
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
}
