package backstep.python;

import backstep.python.Ast.Expr;
import backstep.python.Ast.FString;
import backstep.python.Ast.Field;
import backstep.python.Ast.Part;
import backstep.python.Ast.Text;
import backstep.python.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  private final Parser parser;
  private int at;

  FStringReader(Source source, Quoted content, Parser parser) {
    this.source = source;
    this.content = content;
    this.parser = parser;
    at = content.from();
  }

  List<Part> read() {
    return parts(0);
  }

  /// Text and fields to the end of the string or, in a format, to the brace that closes it.
  private List<Part> parts(int level) {
    List<Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int textStart = at;
    while (at < content.to()) {
      char c = source.charAt(at);
      boolean brace = c == '{' || c == '}';
      if (!brace) {
        at = content.readCharacter(at, text);
      } else if (level == 0 && source.charAt(at + 1) == c && at + 1 < content.to()) {
        text.append(c);
        at += 2;
      } else if (c == '{') {
        addText(parts, text, textStart);
        field(level, parts);
        textStart = at;
      } else if (level > 0) {
        break;
      } else {
        throw problem(at, "python.fstring.strayBrace");
      }
    }
    addText(parts, text, textStart);
    return parts;
  }

  private void addText(List<Part> parts, StringBuilder text, int start) {
    if (!text.isEmpty()) {
      parts.add(new Text(text.toString(), source.span(start, at)));
      text.setLength(0);
    }
  }

  /// `{` value [`=`] [`!` conversion] [`:` format] `}`.
  private void field(int level, List<Part> parts) {
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
      parts.add(new Text(quote(open + 1), source.span(open + 1, at)));
    }
    boolean converted = behind.is(Kind.BANG) || named && skip('!');
    char conversion = converted ? conversion(open) : 0;
    boolean formatted = converted || named ? skip(':') : behind.is(Kind.COLON);
    FString format = formatted ? format(level) : null;
    if (!behind.is(Kind.RIGHT_BRACE) && !skip('}')) {
      throw at >= content.to()
          ? problem(open, "python.fstring.neverClosed")
          : problem(at, "python.fstring.fieldEnd");
    }
    if (named && conversion == 0 && format == null) {
      conversion = 'r';
    }
    parts.add(new Field(value.value(), conversion, format, source.span(open, at)));
  }

  private FString format(int level) {
    int start = at;
    return new FString(parts(level + 1), source.span(start, at));
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
