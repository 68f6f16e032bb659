package backstep.python;

import backstep.python.Ast.Expr;
import backstep.python.Ast.FString;
import backstep.python.Ast.Field;
import backstep.python.Token.Kind;

/// Reads what is between the quotes of an f-string.
///
/// The rules are those of Python 3.11, which later ones only relax: a field holds no backslash, no
/// comment, and none of the quotes that the string itself stands in.
final class FStringReader {
  /// A field may stand in another's format, as in `{x:{width}}`, but no deeper.
  private static final int MAX_LEVELS = 2;

  /// A field's value, and the token that ends it: `}`, `=`, `!` or `:`.
  record FieldValue(Expr value, Token behind) {}

  private final Source source;
  private final Quoted content;
  private final ExpressionParser parser;
  private int at;

  FStringReader(Source source, Quoted content, ExpressionParser parser) {
    this.source = source;
    this.content = content;
    this.parser = parser;
    at = content.from();
  }

  void readInto(Parts parts) {
    read(parts, 0);
  }

  /// Text and fields to the end of the string or, in a format, to the brace that closes it.
  private void read(Parts parts, int level) {
    while (at < content.to()) {
      char c = source.charAt(at);
      boolean doubled = level == 0 && at + 1 < content.to() && source.charAt(at + 1) == c;
      if (c == '{' && !doubled) {
        field(level, parts);
      } else if (c == '}' && !doubled) {
        if (level == 0) {
          throw problem(at, "python.fstring.strayBrace");
        }
        return;
      } else {
        text(parts);
      }
    }
  }

  /// The next character, or a doubled brace, which stands for one.
  private void text(Parts parts) {
    StringBuilder text = new StringBuilder();
    int start = at;
    char c = source.charAt(at);
    if (c == '{' || c == '}') {
      text.append(c);
      at += 2;
    } else {
      at = content.readCharacter(at, text);
    }
    parts.text(text.toString(), source.span(start, at));
  }

  /// `{` value [`=`] [`!` conversion] [`:` format] `}`.
  private void field(int level, Parts parts) {
    int open = at;
    if (level == MAX_LEVELS) {
      throw problem(open, "python.fstring.nesting");
    }
    FieldValue value = parser.fieldValue(Scanner.ofField(source, open + 1, content.to()), open);
    Token behind = value.behind();
    at = behind.span().end();
    boolean named = behind.is(Kind.EQUAL);
    if (named) {
      skipBlanks();
      parts.text(quote(open + 1), source.span(open + 1, at));
    }
    boolean converted = behind.is(Kind.BANG) || (named && skip('!'));
    char conversion = converted ? conversion(open) : 0;
    boolean formatted = (converted || named) ? skip(':') : behind.is(Kind.COLON);
    FString format = formatted ? format(level) : null;
    if (!behind.is(Kind.RIGHT_BRACE) && !skip('}')) {
      throw at >= content.to()
          ? problem(open, "python.fstring.neverClosed")
          : problem(at, "python.fstring.fieldEnd");
    }
    if (named && conversion == 0 && format == null) {
      conversion = 'r';
    }
    parts.field(new Field(value.value(), conversion, format, source.span(open, at)));
  }

  private FString format(int level) {
    int start = at;
    Parts parts = new Parts();
    read(parts, level + 1);
    return new FString(parts.list(), source.span(start, at));
  }

  private char conversion(int open) {
    if (at >= content.to()) {
      throw problem(open, "python.fstring.neverClosed");
    }
    char conversion = source.charAt(at);
    if (conversion != 'r' && conversion != 's') {
      throw problem(at, "python.fstring.conversion");
    }
    at++;
    return conversion;
  }

  /// The text of the field so far, as `{x=}` shows it.
  private String quote(int start) {
    return new Quoted(source, start, at, true).value();
  }

  private void skipBlanks() {
    while (at < content.to() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
  }

  private boolean skip(char c) {
    boolean found = at < content.to() && source.charAt(at) == c;
    at += found ? 1 : 0;
    return found;
  }

  private ProblemException problem(int place, String key) {
    Span span = source.span(place, place + 1);
    return Problem.at(span, key, span.of(source.text())).raise();
  }
}
