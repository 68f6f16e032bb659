package backstep.python;

import backstep.python.Token.Kind;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cuts the text into tokens, one at a time, so that the first problem found is the first in the
/// text.
///
/// Lines and indentation are tokens too, except inside brackets.
final class Scanner {
  /// Longer names are not written by people.
  static final int MAX_NAME_LENGTH = 200;

  private static final int TAB = 8;
  private static final Set<String> STRING_PREFIXES =
      Set.of("r", "u", "f", "b", "fr", "rf", "br", "rb");

  /// How far a line is indented, in columns with tabs of eight and with tabs of one. Where the two
  /// compare differently, what the reader sees depends on their editor.
  private record Indent(int columns, int characters) {}

  private final Source source;
  private final int end;

  /// Whether this reads the inside of an f-string's braces, where lines mean nothing.
  private final boolean field;

  private final Deque<Token> brackets = new ArrayDeque<>();
  private final Deque<Indent> indents = new ArrayDeque<>();
  private int at;
  private int start;
  private int dedents;
  private boolean atLineStart;
  private boolean lineHasTokens;
  private boolean firstOnLine;

  Scanner(Source source) {
    this(source, source.begin(), source.length(), false);
  }

  private Scanner(Source source, int from, int to, boolean field) {
    this.source = source;
    this.at = from;
    this.end = to;
    this.field = field;
    this.atLineStart = !field;
    indents.push(new Indent(0, 0));
  }

  /// A scanner for the value of an f-string's field, up to the brace or sign that ends it.
  static Scanner ofField(Source source, int from, int to) {
    return new Scanner(source, from, to, true);
  }

  /// The innermost bracket that is still open.
  @Nullable Token openBracket() {
    return brackets.peek();
  }

  /// Whether the innermost open bracket stays open to the end of the text; reads on to find out.
  boolean neverCloses() {
    int depth = brackets.size();
    try {
      while (brackets.size() >= depth) {
        next();
      }
      return false;
    } catch (ProblemException e) {
      return e.problem().key().equals("python.bracket.neverClosed");
    }
  }

  /// Whether the next token belongs to the f-string's field itself, not to a bracket in it.
  boolean atFieldLevel() {
    return field && brackets.isEmpty();
  }

  Token next() {
    while (true) {
      if (atLineStart && brackets.isEmpty()) {
        Token layout = indentation();
        if (layout != null) {
          return layout;
        }
      }
      skipBlanks();
      start = at;
      if (at >= end) {
        return end();
      }
      if (!Source.isNewline(source.charAt(at))) {
        firstOnLine = !lineHasTokens;
        lineHasTokens = true;
        return token();
      }
      at = source.afterNewline(at);
      if (!field && brackets.isEmpty()) {
        atLineStart = true;
        lineHasTokens = false;
        return make(Kind.NEWLINE);
      }
    }
  }

  // ---- Lines

  /// An indent or dedent, or `null` once the line's own tokens may come.
  private @Nullable Token indentation() {
    if (dedents > 0) {
      return dedent();
    }
    Indent indent = skipToCode();
    start = at;
    atLineStart = false;
    if (at >= end) {
      indent = new Indent(0, 0);
    }
    Indent current = indents.getFirst();
    if (indent.columns > current.columns) {
      refuseMixedTabs(indent.characters <= current.characters);
      indents.push(indent);
      start = at - indentLength();
      return make(Kind.INDENT);
    }
    while (indent.columns < indents.getFirst().columns) {
      indents.pop();
      dedents++;
    }
    if (indent.columns != indents.getFirst().columns) {
      throw problem(at - indentLength(), at, "python.indent.mismatch");
    }
    refuseMixedTabs(indent.characters != indents.getFirst().characters);
    return dedents > 0 ? dedent() : null;
  }

  private Token dedent() {
    dedents--;
    atLineStart = dedents > 0;
    start = at;
    return make(Kind.DEDENT);
  }

  /// Passes blank lines, lines with nothing but a comment, and the indentation of the next other.
  private Indent skipToCode() {
    while (true) {
      int columns = 0;
      int characters = 0;
      for (; at < end; at++) {
        char c = source.charAt(at);
        if (c == ' ') {
          columns++;
          characters++;
        } else if (c == '\t') {
          columns = (columns / TAB + 1) * TAB;
          characters++;
        } else if (c == '\f') {
          columns = 0;
          characters = 0;
        } else {
          break;
        }
      }
      skipComment();
      if (at >= end || !Source.isNewline(source.charAt(at))) {
        return new Indent(columns, characters);
      }
      at = source.afterNewline(at);
    }
  }

  private int indentLength() {
    return source.span(at, at).column() - 1;
  }

  private void refuseMixedTabs(boolean mixed) {
    if (mixed) {
      throw problem(at - indentLength(), at, "python.indent.tabs");
    }
  }

  private void skipBlanks() {
    while (at < end) {
      char c = source.charAt(at);
      if (c == '\\') {
        continueLine();
      } else if (c == ' ' || c == '\t' || c == '\f') {
        at++;
      } else {
        break;
      }
    }
    skipComment();
  }

  private void skipComment() {
    if (at >= end || source.charAt(at) != '#') {
      return;
    }
    if (field) {
      throw problem(at, at + 1, "python.fstring.comment");
    }
    while (at < end && !Source.isNewline(source.charAt(at))) {
      at++;
    }
  }

  private void continueLine() {
    if (field) {
      throw problem(at, at + 1, "python.fstring.backslash");
    }
    boolean beginsLine = !lineHasTokens && brackets.isEmpty();
    boolean endsLine = at + 1 < end && Source.isNewline(source.charAt(at + 1));
    if (!endsLine) {
      throw problem(at, at + 1, "python.syntax.backslash");
    }
    if (beginsLine) {
      throw problem(at, at + 1, "python.unsupported.backslash");
    }
    at = source.afterNewline(at + 1);
    if (at >= end) {
      throw problem(end, end, "python.syntax.backslashAtEnd");
    }
  }

  private Token end() {
    Token open = brackets.peek();
    if (open != null) {
      throw neverClosed(open).raise();
    }
    if (!field && lineHasTokens) {
      lineHasTokens = false;
      atLineStart = true;
      return make(Kind.NEWLINE);
    }
    return make(Kind.END);
  }

  static Problem neverClosed(Token open) {
    String closing = open.is(Kind.LEFT_PAREN) ? ")" : open.is(Kind.LEFT_BRACKET) ? "]" : "}";
    return Problem.at(open.span(), "python.bracket.neverClosed", open.text(), closing);
  }

  // ---- Tokens

  private Token token() {
    char c = source.charAt(at);
    if (isDigit(c) || (c == '.' && isDigit(source.charAt(at + 1)))) {
      return number();
    }
    if (c == '\'' || c == '"') {
      return string("");
    }
    if (Names.canStart(codePointAt(at))) {
      return nameOrString();
    }
    return operator(c);
  }

  private Token nameOrString() {
    while (at < end && Names.canContinue(codePointAt(at))) {
      at += Character.charCount(codePointAt(at));
    }
    String word = source.text().substring(start, at);
    char next = at < end ? source.charAt(at) : 0;
    if (next == '\'' || next == '"') {
      String prefix = word.toLowerCase(Locale.ROOT);
      if (STRING_PREFIXES.contains(prefix)) {
        return string(prefix);
      }
    }
    if (word.length() > MAX_NAME_LENGTH) {
      throw problem(start, at, "python.limit.name", MAX_NAME_LENGTH);
    }
    Kind keyword = Kind.keyword(word);
    if (keyword != null) {
      return make(keyword);
    }
    String name = Normalizer.normalize(word, Normalizer.Form.NFKC);
    if (Kind.keyword(name) != null) {
      throw problem(start, at, "python.character.lookalike", word, name);
    }
    return make(Kind.NAME, name);
  }

  // ---- Strings

  private Token string(String prefix) {
    if (prefix.contains("b")) {
      throw problem(start, at, "python.unsupported.bytes", source.text().substring(start, at));
    }
    char quote = source.charAt(at);
    String one = String.valueOf(quote);
    String quotes = source.startsWith(one.repeat(3), at) && at + 3 <= end ? one.repeat(3) : one;
    int from = at + quotes.length();
    at = from;
    while (at < end && !source.startsWith(quotes, at)) {
      boolean escaped = source.charAt(at) == '\\';
      if (escaped && field) {
        throw problem(at, at + 1, "python.fstring.backslash");
      }
      at += escaped ? 1 : 0;
      if (at < end && Source.isNewline(source.charAt(at))) {
        if (!escaped && quotes.length() == 1) {
          break;
        }
        at = source.afterNewline(at);
      } else {
        at++;
      }
    }
    if (at + quotes.length() > end || !source.startsWith(quotes, at)) {
      throw unterminated(quotes, from);
    }
    Quoted content = new Quoted(source, from, at, prefix.contains("r"));
    at += quotes.length();
    return make(prefix.contains("f") ? Kind.FSTRING : Kind.STRING, content);
  }

  private ProblemException unterminated(String quotes, int from) {
    if (quotes.length() == 3) {
      return problem(start, from, "python.string.neverClosed", quotes);
    }
    return problem(start, Math.min(at, end), "python.string.unterminated", quotes);
  }

  // ---- Numbers

  private Token number() {
    if (source.charAt(at) == '0') {
      int radix =
          switch (source.charAt(at + 1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
          };
      if (radix != 10) {
        at += 2;
        skipIf('_');
        digits(radix);
        return integer(digitsSince(start + 2), radix);
      }
    }
    boolean isFloat = false;
    if (source.charAt(at) != '.') {
      digits(10);
    }
    if (at < end && source.charAt(at) == '.') {
      isFloat = true;
      at++;
      if (at < end && isDigit(source.charAt(at))) {
        digits(10);
      }
    }
    if (atExponent()) {
      isFloat = true;
      at += isDigit(source.charAt(at + 1)) ? 1 : 2;
      digits(10);
    }
    if (!isFloat) {
      return integer(digitsSince(start), 10);
    }
    refuseTail();
    return make(Kind.FLOAT, Double.valueOf(digitsSince(start)));
  }

  private boolean atExponent() {
    if (at >= end || (source.charAt(at) != 'e' && source.charAt(at) != 'E')) {
      return false;
    }
    boolean signed = source.charAt(at + 1) == '+' || source.charAt(at + 1) == '-';
    return isDigit(source.charAt(at + (signed ? 2 : 1)));
  }

  private void digits(int radix) {
    do {
      int before = at;
      while (at < end && source.charAt(at) < 128 && isDigit(source.charAt(at), radix)) {
        at++;
      }
      if (at == before) {
        throw badNumber();
      }
    } while (skipIf('_'));
  }

  private boolean skipIf(char c) {
    boolean found = at < end && source.charAt(at) == c;
    if (found) {
      at++;
    }
    return found;
  }

  private String digitsSince(int from) {
    return source.text().substring(from, at).replace("_", "");
  }

  private Token integer(String digits, int radix) {
    refuseTail();
    boolean zeros = digits.chars().allMatch(c -> c == '0');
    if (radix == 10 && digits.startsWith("0") && !zeros) {
      String plain = digits.replaceFirst("^0+", "");
      throw problem(start, at, "python.number.leadingZero", digits, plain);
    }
    try {
      return make(Kind.INT, Long.valueOf(digits, radix));
    } catch (NumberFormatException e) {
      throw problem(start, at, "python.number.tooLarge");
    }
  }

  /// Nothing that could belong to a number or a name may touch a number.
  private void refuseTail() {
    if (at >= end) {
      return;
    }
    char c = source.charAt(at);
    boolean secondPoint = c == '.' && isDigit(source.charAt(at + 1));
    if (secondPoint || Names.canContinue(codePointAt(at))) {
      throw badNumber();
    }
  }

  private ProblemException badNumber() {
    int digitsEnd = at;
    while (at < end && (Names.canContinue(codePointAt(at)) || source.charAt(at) == '.')) {
      at += Character.charCount(codePointAt(at));
    }
    at = Math.max(at, start + 1);
    String digits = source.text().substring(start, digitsEnd);
    String tail = source.text().substring(digitsEnd, at);
    if (tail.equals("j") || tail.equals("J")) {
      return problem(start, at, "python.number.imaginary", digits + tail);
    }
    boolean whole = digits.chars().allMatch(c -> isDigit((char) c));
    if (whole && Kind.keyword(tail) != null) {
      return problem(start, at, "python.unsupported.numberWord", digits, tail);
    }
    boolean word = !tail.isEmpty() && Names.canStart(tail.codePointAt(0));
    boolean product = whole && word && !tail.equalsIgnoreCase("e");
    return product
        ? problem(start, at, "python.number.tail", digits, tail)
        : problem(start, at, "python.number.bad", digits + tail);
  }

  // ---- Operators

  private Token operator(char c) {
    at++;
    return switch (c) {
      case '(' -> open(Kind.LEFT_PAREN);
      case '[' -> open(Kind.LEFT_BRACKET);
      case '{' -> open(Kind.LEFT_BRACE);
      case ')' -> close(Kind.RIGHT_PAREN, Kind.LEFT_PAREN);
      case ']' -> close(Kind.RIGHT_BRACKET, Kind.LEFT_BRACKET);
      case '}' -> close(Kind.RIGHT_BRACE, Kind.LEFT_BRACE);
      case ',' -> make(Kind.COMMA);
      case ';' -> make(Kind.SEMICOLON);
      case ':' -> colon();
      case '.' -> make(skip("..") ? Kind.ELLIPSIS : Kind.DOT);
      case '+' -> make(skip("=") ? Kind.PLUS_EQUAL : Kind.PLUS);
      case '-' -> make(skip("=") ? Kind.MINUS_EQUAL : skip(">") ? Kind.ARROW : Kind.MINUS);
      case '*' -> star();
      case '/' -> slash();
      case '%' -> make(skip("=") ? Kind.PERCENT_EQUAL : Kind.PERCENT);
      case '@' -> make(skip("=") ? Kind.AT_EQUAL : Kind.AT);
      case '=' -> equal();
      case '!' -> bang();
      case '<' -> less();
      case '>' -> greater();
      case '&', '|' -> throw ampersandOrBar(c);
      case '^' -> {
        skip("=");
        throw refused("python.unsupported.caret");
      }
      case '~' -> throw refused("python.unsupported.bitwise");
      case '?' -> throw refused("python.syntax.questionMark");
      default -> throw strangeCharacter();
    };
  }

  private Token open(Kind kind) {
    Token token = make(kind);
    brackets.push(token);
    return token;
  }

  private Token close(Kind kind, Kind partner) {
    Token open = brackets.peek();
    if (open == null) {
      if (field && kind == Kind.RIGHT_BRACE) {
        return make(kind);
      }
      throw refused("python.bracket.neverOpened");
    }
    if (!open.is(partner)) {
      Span span = open.span();
      throw problem(
          start,
          at,
          "python.bracket.mismatch",
          kind.symbol(),
          open.text(),
          span.line(),
          span.column());
    }
    brackets.pop();
    return make(kind);
  }

  private Token colon() {
    if (!atFieldLevel() && skip("=")) {
      throw refused("python.unsupported.walrus");
    }
    return make(Kind.COLON);
  }

  private Token star() {
    if (skip("*")) {
      return make(skip("=") ? Kind.DOUBLE_STAR_EQUAL : Kind.DOUBLE_STAR);
    }
    return make(skip("=") ? Kind.STAR_EQUAL : Kind.STAR);
  }

  private Token slash() {
    if (skip("/")) {
      return make(skip("=") ? Kind.DOUBLE_SLASH_EQUAL : Kind.DOUBLE_SLASH);
    }
    return make(skip("=") ? Kind.SLASH_EQUAL : Kind.SLASH);
  }

  private Token equal() {
    if (skip("==")) {
      throw problem(start, at, "python.syntax.signs", "===", "==");
    }
    if (skip(">")) {
      throw problem(start, at, "python.syntax.signs", "=>", ">=");
    }
    if (skip("<")) {
      throw problem(start, at, "python.syntax.signs", "=<", "<=");
    }
    return make(skip("=") ? Kind.EQUAL_EQUAL : Kind.EQUAL);
  }

  private Token bang() {
    if (skip("==")) {
      throw problem(start, at, "python.syntax.signs", "!==", "!=");
    }
    if (skip("=")) {
      return make(Kind.BANG_EQUAL);
    }
    if (atFieldLevel()) {
      return make(Kind.BANG);
    }
    if (firstOnLine && !field) {
      throw refused("python.unsupported.magic");
    }
    throw problem(start, at, "python.syntax.signs", "!", "not");
  }

  private Token less() {
    if (skip("<")) {
      skip("=");
      throw refused("python.unsupported.shift");
    }
    if (skip(">")) {
      throw problem(start, at, "python.syntax.signs", "<>", "!=");
    }
    return make(skip("=") ? Kind.LESS_EQUAL : Kind.LESS);
  }

  private Token greater() {
    if (skip(">")) {
      skip("=");
      throw refused("python.unsupported.shift");
    }
    return make(skip("=") ? Kind.GREATER_EQUAL : Kind.GREATER);
  }

  private ProblemException ampersandOrBar(char c) {
    if (skip(String.valueOf(c))) {
      return problem(
          start, at, "python.syntax.signs", c == '&' ? "&&" : "||", c == '&' ? "and" : "or");
    }
    skip("=");
    return refused("python.unsupported.bitwise");
  }

  /// A character that Python does not know here, most often typed with another keyboard or copied
  /// from a document.
  private ProblemException strangeCharacter() {
    int c = codePointAt(start);
    at = start + Character.charCount(c);
    String found = Character.toString(c);
    String right = Lookalikes.of(c);
    if (right != null) {
      boolean quote = right.equals("'") || right.equals("\"");
      return quote
          ? problem(start, at, "python.character.quote", found, right)
          : problem(start, at, "python.character.lookalike", found, right);
    }
    return Lookalikes.isInvisible(c)
        ? problem(start, at, "python.character.invisible", Source.codePoint(c))
        : problem(start, at, "python.character.unknown", found, Source.codePoint(c));
  }

  // ---- Helpers

  private boolean skip(String expected) {
    boolean found = at + expected.length() <= end && source.startsWith(expected, at);
    if (found) {
      at += expected.length();
    }
    return found;
  }

  private int codePointAt(int offset) {
    return source.text().codePointAt(offset);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isDigit(char c, int radix) {
    return Character.digit(c, radix) >= 0;
  }

  private Token make(Kind kind) {
    return make(kind, null);
  }

  private Token make(Kind kind, @Nullable Object value) {
    return new Token(kind, source.text().substring(start, at), source.span(start, at), value);
  }

  private ProblemException refused(String key) {
    return problem(start, at, key, source.text().substring(start, at));
  }

  private ProblemException problem(int from, int to, String key, Object... arguments) {
    return Problem.at(source.span(from, to), key, arguments).raise();
  }
}
