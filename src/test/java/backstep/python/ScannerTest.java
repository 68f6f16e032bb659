package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import backstep.python.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScannerTest {
  private static List<Token> scan(String text) {
    Scanner scanner = new Scanner(new Source(text));
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(scanner.next());
    } while (!tokens.getLast().is(Kind.END));
    return tokens;
  }

  private static String kinds(String text) {
    return scan(text).stream().map(token -> token.kind().name()).collect(Collectors.joining(" "));
  }

  private static Token first(String text) {
    return scan(text).getFirst();
  }

  private static Object value(String text) {
    return String.valueOf(first(text).value());
  }

  private static String string(String text) {
    return ((Quoted) first(text).value()).value();
  }

  private static String problem(String text) {
    var thrown = catchThrowableOfType(ProblemException.class, () -> scan(text));
    assertThat(thrown).as(text).isNotNull();
    return thrown.problem().span() + " " + thrown.problem().key();
  }

  @Nested
  class Lines {
    @Test
    void endWithANewlineEvenAtTheEndOfTheText() {
      assertThat(kinds("x\ny")).isEqualTo("NAME NEWLINE NAME NEWLINE END");
      assertThat(kinds("x\n")).isEqualTo("NAME NEWLINE END");
      assertThat(kinds("")).isEqualTo("END");
    }

    @Test
    void mayEndAsOnWindowsOrOnAnOldMac() {
      assertThat(kinds("x\r\n  \r\ny\rz")).isEqualTo("NAME NEWLINE NAME NEWLINE NAME NEWLINE END");
      assertThat(scan("x\r\ny\rz").get(4).span()).isEqualTo(new Span(5, 6, 3, 1));
    }

    @Test
    void withoutCodeAreNone() {
      assertThat(kinds("\n  # a\n\t\n\f\nx # b\n   \n# c")).isEqualTo("NAME NEWLINE END");
    }

    @Test
    void goOnInsideBracketsAndBehindABackslash() {
      assertThat(kinds("(\nx # a\n\n  )")).isEqualTo("LEFT_PAREN NAME RIGHT_PAREN NEWLINE END");
      assertThat(kinds("x \\\n  \\\r\n y")).isEqualTo("NAME NAME NEWLINE END");
    }

    @Test
    void indentAndDedent() {
      assertThat(kinds("a\n  b\n\n    c\n# d\nd"))
          .isEqualTo(
              "NAME NEWLINE INDENT NAME NEWLINE INDENT NAME NEWLINE DEDENT DEDENT NAME NEWLINE END");
      assertThat(kinds("a\n  b")).isEqualTo("NAME NEWLINE INDENT NAME NEWLINE DEDENT END");
    }

    @Test
    @DisplayName("A tab goes to the next multiple of eight")
    void tabs() {
      assertThat(kinds("a\n\tb\n\tc")).isEqualTo(kinds("a\n        b\n        c"));
      assertThat(problem("a\n\tb\n        c")).isEqualTo("3:1 python.indent.tabs");
      assertThat(problem("a\n  b\n\tc")).isEqualTo("3:1 python.indent.tabs");
    }

    @Test
    void areNotSplitByAFormFeed() {
      assertThat(kinds("  \fx\n")).isEqualTo("NAME NEWLINE END");
    }
  }

  @Nested
  class Places {
    @Test
    void countFromOneInUtf16Units() {
      Token name = scan("'😀' x").get(1);
      assertThat(name.span()).isEqualTo(new Span(5, 6, 1, 6));
    }

    @Test
    void doNotCountAByteOrderMark() {
      assertThat(first("\uFEFFx").span()).isEqualTo(new Span(1, 2, 1, 1));
    }

    @Test
    void ofATokenOverSeveralLinesAreWhereItBegins() {
      List<Token> tokens = scan("x\n y = '''a\nb''' + 1");
      assertThat(tokens.get(5).span()).isEqualTo(new Span(7, 16, 2, 6));
      assertThat(tokens.get(7).text()).isEqualTo("1");
      assertThat(tokens.get(7).span()).isEqualTo(new Span(19, 20, 3, 8));
    }
  }

  @Nested
  class Numbers {
    @Test
    void ofEveryForm() {
      assertThat(value("1_000")).isEqualTo("1000");
      assertThat(value("0x_fF")).isEqualTo("255");
      assertThat(value("0b1_1")).isEqualTo("3");
      assertThat(value("0o17")).isEqualTo("15");
      assertThat(value("00")).isEqualTo("0");
      assertThat(value("9223372036854775807")).isEqualTo("9223372036854775807");
      assertThat(value(".5")).isEqualTo("0.5");
      assertThat(value("1.")).isEqualTo("1.0");
      assertThat(value("1e-5")).isEqualTo("1.0E-5");
      assertThat(value("1_0.5_0E+1_0")).isEqualTo("1.05E11");
      assertThat(value("09.5")).isEqualTo("9.5");
      assertThat(value("1e999")).isEqualTo("Infinity");
    }

    @Test
    void endWhereAPointFollowsAPoint() {
      assertThat(kinds("1..real")).isEqualTo("FLOAT DOT NAME NEWLINE END");
      assertThat(kinds("1 .real")).isEqualTo("INT DOT NAME NEWLINE END");
    }

    @Test
    void thatAreNone() {
      for (String bad : List.of("1__0", "1_", "0x", "0b2", "0o8", "1.2.3", "1e", "1.e+", "1.x")) {
        assertThat(problem(bad)).as(bad).isEqualTo("1:1 python.number.bad");
      }
      assertThat(problem("2x")).isEqualTo("1:1 python.number.tail");
      assertThat(problem("1or 2")).isEqualTo("1:1 python.unsupported.numberWord");
      assertThat(problem("08")).isEqualTo("1:1 python.number.leadingZero");
      assertThat(problem("9223372036854775808")).isEqualTo("1:1 python.number.tooLarge");
      assertThat(problem("1.5J")).isEqualTo("1:1 python.number.imaginary");
    }
  }

  @Nested
  class Strings {
    @Test
    void mayHoldTheOtherQuotes() {
      assertThat(string("'a\"b'")).isEqualTo("a\"b");
      assertThat(string("'''a'b''c'''")).isEqualTo("a'b''c");
      assertThat(string("''")).isEmpty();
      assertThat(string("\"\"\"\"a\"\"\"")).isEqualTo("\"a");
    }

    @Test
    void resolveEscapes() {
      assertThat(string("'\\\\ \\' \\\" \\n\\t\\r\\a\\b\\f\\v'"))
          .isEqualTo("\\ ' \" \n\t\r\u0007\b\f\u000b");
      assertThat(string("'\\x41\\u00e9\\U0001F600\\101\\0'")).isEqualTo("Aé😀A\0");
    }

    @Test
    void keepEscapesThatAreNone() {
      assertThat(string("'\\d\\%'")).isEqualTo("\\d\\%");
    }

    @Test
    void thatAreRawKeepAllEscapes() {
      assertThat(string("r'\\n\\''")).isEqualTo("\\n\\'");
      assertThat(string("R'\\\\'")).isEqualTo("\\\\");
    }

    @Test
    void goOnBehindABackslashOrInTripleQuotes() {
      assertThat(string("'a\\\r\nb'")).isEqualTo("ab");
      assertThat(string("'''a\r\nb\rc'''")).isEqualTo("a\nb\nc");
      assertThat(problem("x = 'a\\\\\nb'")).isEqualTo("1:5 python.string.unterminated");
    }

    @Test
    void haveTheirPrefix() {
      assertThat(first("u'a'").kind()).isEqualTo(Kind.STRING);
      assertThat(first("Rf'a'").kind()).isEqualTo(Kind.FSTRING);
      assertThat(kinds("uf'a'")).isEqualTo("NAME STRING NEWLINE END");
    }
  }

  @Nested
  class Words {
    @Test
    void mayBeOfAnyAlphabet() {
      assertThat(value("손실_1")).isEqualTo("손실_1");
      assertThat(value("π")).isEqualTo("π");
      assertThat(value("x٣")).isEqualTo("x٣");
    }

    @Test
    void areNormalizedAsInPython() {
      assertThat(value("ｘ１")).isEqualTo("x1");
      assertThat(value("ﬁ")).isEqualTo("fi");
      assertThat(first("ｘ").text()).isEqualTo("ｘ");
    }

    @Test
    void areTakenWhole() {
      assertThat(kinds("iff if_ not in is")).isEqualTo("NAME NAME NOT IN IS NEWLINE END");
    }

    @Test
    void haveALimit() {
      assertThat(kinds("x".repeat(Parser.MAX_NAME_LENGTH))).isEqualTo("NAME NEWLINE END");
      assertThat(problem("x".repeat(Parser.MAX_NAME_LENGTH + 1)))
          .isEqualTo("1:1 python.limit.name");
    }
  }

  @Nested
  class Signs {
    @Test
    void areAsLongAsPossible() {
      assertThat(kinds("a**=b//c//=d->...<="))
          .isEqualTo(
              "NAME DOUBLE_STAR_EQUAL NAME DOUBLE_SLASH NAME DOUBLE_SLASH_EQUAL NAME ARROW ELLIPSIS"
                  + " LESS_EQUAL NEWLINE END");
      assertThat(kinds("x=-1")).isEqualTo("NAME EQUAL MINUS INT NEWLINE END");
      assertThat(kinds("a[::2]"))
          .isEqualTo("NAME LEFT_BRACKET COLON COLON INT RIGHT_BRACKET NEWLINE END");
    }

    @Test
    void fromAnotherKeyboardAreNamedWithTheRightOne() {
      var thrown = catchThrowableOfType(ProblemException.class, () -> scan("f（x）"));
      assertThat(thrown.problem())
          .isEqualTo(Problem.at(new Span(1, 2, 1, 2), "python.character.lookalike", "（", "("));
    }

    @Test
    void thatNoFileCanHoldAreRefusedEvenInText() {
      assertThat(problem("'\0'")).isEqualTo("1:2 python.character.invisible");
      assertThat(problem("# \ud800")).isEqualTo("1:3 python.character.invisible");
    }
  }
}
