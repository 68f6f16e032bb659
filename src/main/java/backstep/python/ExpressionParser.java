package backstep.python;

import backstep.python.Ast.BinaryOp;
import backstep.python.Ast.Clause;
import backstep.python.Ast.CompareOp;
import backstep.python.Ast.Expr;
import backstep.python.Ast.Keyword;
import backstep.python.Ast.Param;
import backstep.python.Ast.Target;
import backstep.python.Ast.UnaryOp;
import backstep.python.FStringReader.FieldValue;
import backstep.python.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads expressions: one method for each rule of the grammar, the loosest binding first.
abstract class ExpressionParser extends TokenReader {
  final Targets targets;

  /// What NumPy has been imported as.
  final Set<String> numpyNames = new HashSet<>();

  ExpressionParser(Source source) {
    super(source);
    targets = new Targets(source);
  }

  /// One expression, or a tuple without brackets.
  Expr expressions() {
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

  Expr expression() {
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
  List<Param> params(Kind end, Set<String> names) {
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
      targets.bind(param.name(), param.span(), names);
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

  Expr disjunction() {
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
  Expr primary() {
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
      throw targets.notTarget("python.assign.keyword", value);
    }
    if (!first.is(Kind.NAME) || !previous.equals(first)) {
      throw targets.notTarget("python.syntax.keywordName", value);
    }
    String name = nameOf(first);
    targets.requireBindable(name, first.span());
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

  // ---- Targets and types

  /// The names between `for` and `in`, bound in the names given.
  Target loopTargets(Set<String> names) {
    Span from = current.span();
    List<Expr> items = new ArrayList<>();
    boolean tuple = false;
    do {
      items.add(primary());
      tuple |= check(Kind.COMMA);
    } while (match(Kind.COMMA) && !check(Kind.IN));
    Expr whole = tuple ? new Ast.TupleLit(items, from.to(previous.span())) : items.getFirst();
    Target target = targets.of(whole);
    targets.bind(target, names);
    if (!match(Kind.IN)) {
      throw problem(current, "python.syntax.forIn");
    }
    return target;
  }

  /// A type that CPython can evaluate without fail, so that leaving it out changes nothing.
  void annotation() {
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

  // ---- What can go wrong

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
      case STAR, DOUBLE_STAR -> problem(current, keyOfStar());
      case AWAIT, ASYNC -> problem(current, "python.unsupported.async");
      case YIELD -> problem(current, "python.unsupported.yield");
      case NOT, LAMBDA -> problem(current, "python.syntax.needsBrackets");
      case EQUAL -> problem(current, "python.syntax.strayEqual");
      default -> problem(current, "python.syntax.expression");
    };
  }

  /// In front of a name or a bracket, a star may be meant to unpack it; else a factor is missing.
  private String keyOfStar() {
    int behind = current.span().end();
    while (source.charAt(behind) == ' ') {
      behind++;
    }
    char next = source.charAt(behind);
    boolean unpacks = Names.canStart(next) || next == '[' || next == '(';
    return unpacks ? "python.unsupported.star" : "python.syntax.expression";
  }

  private boolean isDoubledSign() {
    boolean sign = previous.is(Kind.PLUS) || previous.is(Kind.MINUS);
    return sign && source.startsWith(previous.text().repeat(2), previous.span().start() - 1);
  }

  /// The bracket that ends a list of items, or what stands there instead.
  void close(Token open, Kind kind) {
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
          problem(
              current.span(),
              keyBetween("python.syntax.missingComma"),
              current.text(),
              previous.text());
    };
  }

  /// What is wrong between two tokens that do not belong together, if not the usual.
  String keyBetween(String usual) {
    if (!current.isValue()) {
      return "python.syntax.unexpected";
    }
    boolean touching = previous.span().end() == current.span().start();
    return touching && previous.is(Kind.STRING) ? "python.string.quoteInside" : usual;
  }
}
