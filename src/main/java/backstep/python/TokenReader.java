package backstep.python;

import backstep.python.Token.Kind;

/// Goes through the tokens one by one, and knows how deep it is.
abstract class TokenReader {
  final Source source;
  Scanner scanner;
  Token current;
  Token previous;
  int nesting;

  TokenReader(Source source) {
    this.source = source;
    scanner = new Scanner(source);
    current = scanner.next();
    previous = current;
  }

  Token advance() {
    previous = current;
    current = scanner.next();
    return previous;
  }

  boolean check(Kind kind) {
    return current.is(kind);
  }

  boolean match(Kind kind) {
    boolean found = check(kind);
    if (found) {
      advance();
    }
    return found;
  }

  void enter() {
    if (++nesting > Parser.MAX_NESTING) {
      throw problem(current.span(), "python.limit.nesting", Parser.MAX_NESTING);
    }
  }

  void leave() {
    nesting--;
  }

  static String nameOf(Token token) {
    return String.valueOf(token.value());
  }

  String text(Span span) {
    return span.of(source.text());
  }

  ProblemException problem(Token token, String key) {
    return problem(token.span(), key, token.text());
  }

  ProblemException problem(Span span, String key, Object... arguments) {
    return Problem.at(span, key, arguments).raise();
  }
}
