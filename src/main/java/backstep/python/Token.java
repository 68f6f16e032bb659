package backstep.python;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One word of the program.
///
/// `value` is a [Long], a [Double] or a [Quoted] for a number or a string, the normalized name for
/// a name, and otherwise `null`.
record Token(Kind kind, String text, Span span, @Nullable Object value) {

  enum Kind {
    NAME,
    INT,
    FLOAT,
    STRING,
    FSTRING,
    NEWLINE,
    INDENT,
    DEDENT,
    END,

    LEFT_PAREN("("),
    RIGHT_PAREN(")"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    COMMA(","),
    COLON(":"),
    SEMICOLON(";"),
    DOT("."),
    ELLIPSIS("..."),
    ARROW("->"),
    /// Only between an f-string's value and its conversion.
    BANG("!"),

    PLUS("+"),
    MINUS("-"),
    STAR("*"),
    SLASH("/"),
    DOUBLE_SLASH("//"),
    PERCENT("%"),
    DOUBLE_STAR("**"),
    AT("@"),
    EQUAL("="),
    PLUS_EQUAL("+="),
    MINUS_EQUAL("-="),
    STAR_EQUAL("*="),
    SLASH_EQUAL("/="),
    DOUBLE_SLASH_EQUAL("//="),
    PERCENT_EQUAL("%="),
    DOUBLE_STAR_EQUAL("**="),
    AT_EQUAL("@="),
    EQUAL_EQUAL("=="),
    BANG_EQUAL("!="),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),

    AND("and"),
    AS("as"),
    ASSERT("assert"),
    ASYNC("async"),
    AWAIT("await"),
    BREAK("break"),
    CLASS("class"),
    CONTINUE("continue"),
    DEF("def"),
    DEL("del"),
    ELIF("elif"),
    ELSE("else"),
    EXCEPT("except"),
    FALSE("False"),
    FINALLY("finally"),
    FOR("for"),
    FROM("from"),
    GLOBAL("global"),
    IF("if"),
    IMPORT("import"),
    IN("in"),
    IS("is"),
    LAMBDA("lambda"),
    NONE("None"),
    NONLOCAL("nonlocal"),
    NOT("not"),
    OR("or"),
    PASS("pass"),
    RAISE("raise"),
    RETURN("return"),
    TRUE("True"),
    TRY("try"),
    WHILE("while"),
    WITH("with"),
    YIELD("yield");

    private static final Map<String, Kind> KEYWORDS =
        Arrays.stream(values())
            .filter(kind -> kind.compareTo(AND) >= 0)
            .collect(Collectors.toUnmodifiableMap(Kind::symbol, kind -> kind));

    private final String symbol;

    Kind() {
      this("");
    }

    Kind(String symbol) {
      this.symbol = symbol;
    }

    String symbol() {
      return symbol;
    }

    static @Nullable Kind keyword(String word) {
      return KEYWORDS.get(word);
    }
  }

  boolean is(Kind kind) {
    return this.kind == kind;
  }

  boolean endsLine() {
    return switch (kind) {
      case NEWLINE, DEDENT, END -> true;
      default -> false;
    };
  }

  /// Whether an expression can begin here, in Python if not in Backstep.
  boolean startsExpression() {
    return switch (kind) {
      case NAME,
          INT,
          FLOAT,
          STRING,
          FSTRING,
          TRUE,
          FALSE,
          NONE,
          LEFT_PAREN,
          LEFT_BRACKET,
          LEFT_BRACE,
          PLUS,
          MINUS,
          NOT,
          LAMBDA,
          STAR,
          ELLIPSIS,
          AWAIT,
          YIELD ->
          true;
      default -> false;
    };
  }

  /// Whether this can only be the beginning of a value, never an operator behind one.
  boolean isValue() {
    return switch (kind) {
      case NAME, INT, FLOAT, STRING, FSTRING, TRUE, FALSE, NONE, LAMBDA, ELLIPSIS -> true;
      default -> false;
    };
  }
}
