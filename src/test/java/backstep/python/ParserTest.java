package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
  private static String tree(String text) {
    return AstText.of(Parser.parse(text));
  }

  private static Ast.Expr expression(String text) {
    return ((Ast.ExprStmt) Parser.parse(text).body().getFirst()).value();
  }

  private static String problem(String text) {
    var thrown = catchThrowableOfType(ProblemException.class, () -> Parser.parse(text));
    assertThat(thrown).as(text).isNotNull();
    return thrown.problem().span() + " " + thrown.problem().key();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "-x ** 2                 | (neg (** x 2))",
        "2 ** -3 ** x            | (** 2 (neg (** 3 x)))",
        "x ** y[0](1).T          | (** x (. (call ([] y 0) 1) T))",
        "- - +x                  | (neg (neg (pos x)))",
        "a - b - c               | (- (- a b) c)",
        "a + b * c @ d // e      | (+ a (// (@ (* b c) d) e))",
        "(a + b) % c / d         | (/ (% (+ a b) c) d)",
        "a < b <= c              | (compare a < b <= c)",
        "(a < b) == c            | (compare (compare a < b) == c)",
        "a not in b is not c     | (compare a not-in b is-not c)",
        "a + 1 in b              | (compare (+ a 1) in b)",
        "not a == b              | (not (compare a == b))",
        "not a and not not b     | (and (not a) (not (not b)))",
        "a or b and c or d       | (or (or a (and b c)) d)",
        "a if b else c if d else e | (ifelse b a (ifelse d c e))",
        "a or b if c else d      | (ifelse c (or a b) d)",
        "lambda: 1               | (lambda () 1)",
        "lambda x, y=1: x if y else 2 | (lambda (x (y 1)) (ifelse y x 2))",
        "lambda x: lambda y: x   | (lambda (x) (lambda (y) x))",
        "f(a, b=1, c=lambda: 2,) | (call f a (b: 1) (c: (lambda () 2)))",
        "f()()[0].g(x)           | (call (. ([] (call (call f)) 0) g) x)",
        "()                      | (tuple)",
        "(a,)                    | (tuple a)",
        "((a))                   | a",
        "a, b                    | (tuple a b)",
        "a,                      | (tuple a)",
        "[]                      | (list)",
        "[a, [b], c,]            | (list a (list b) c)",
        "[a for a in b]          | (comp a (for a b))",
        "[a for a, c in b if a if c for d in e] "
            + "| (comp a (for (tuple a c) b) (if a) (if c) (for d e))",
        "[a if b else c for a in d] | (comp (ifelse b a c) (for a d))",
        "a[1]                    | ([] a 1)",
        "a[1:]                   | ([] a (slice 1 _ _))",
        "a[:]                    | ([] a (slice _ _ _))",
        "a[::-1]                 | ([] a (slice _ _ (neg 1)))",
        "a[:, 1:2]               | ([] a (tuple (slice _ _ _) (slice 1 2 _)))",
        "a[1,]                   | ([] a (tuple 1))",
        "None, True, False       | (tuple None True False)",
        "1 .real                 | (. 1 real)",
        "1.5.real                | (. 1.5 real)",
        "'a' \"b\" r'\\n'        | \"ab\\\\n\"",
        "x++y                    | (+ x (pos y))",
      })
  void expressionsBindAsInPython(String text, String tree) {
    assertThat(tree(text)).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "f'a{x}b'           | (f \"a\" (field x) \"b\")",
        "f'{{{x}}}'         | (f \"{\" (field x) \"}\")",
        "f'{x:.2f}'         | (f (field x (f \".2f\")))",
        "f'{x!r:>{w}}'      | (f (field x !r (f \">\" (field w))))",
        "f'{x:=5}'          | (f (field x (f \"=5\")))",
        "f'{x!=y}'          | (f (field (compare x != y)))",
        "f'{x=}'            | (f \"x=\" (field x !r))",
        "f'{ x = }'         | (f \" x = \" (field x !r))",
        "f'{x=!s}'          | (f \"x=\" (field x !s))",
        "f'{x=:5}'          | (f \"x=\" (field x (f \"5\")))",
        "f'{a, b}'          | (f (field (tuple a b)))",
        "f'{a[1:2]}'        | (f (field ([] a (slice 1 2 _))))",
        "f'{(lambda: 1)()}' | (f (field (call (lambda () 1))))",
        "f'{a[\"b\"]}'      | (f (field ([] a \"b\")))",
        "f'{f\"{x}\"}'      | (f (field (f (field x))))",
        "f'\\t\\{x}'        | (f \"\\u0009\\\\\" (field x))",
        "rf'\\t{x}'         | (f \"\\\\t\" (field x))",
        "'a' f'b{x}' 'c' f'd' | (f \"ab\" (field x) \"cd\")",
        "f''                | (f)",
      })
  void fStrings(String text, String tree) {
    assertThat(tree(text)).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "import numpy as np      | (import numpy np)",
        "import numpy            | (import numpy numpy)",
        "a = b = c, d            | (= a b (tuple c d))",
        "a, b[0] = b, a          | (= (tuple a ([] b 0)) (tuple b a))",
        "[a, (b, c)] = d         | (= (tuple a (tuple b c)) d)",
        "(a) = 1                 | (= a 1)",
        "x: float = 1.0          | (= x 1.0)",
        "x -= 1, 2               | (-= x (tuple 1 2))",
        "x[0] //= y              | (//= ([] x 0) y)",
        "a; b = 1; pass;         | a¶(= b 1)¶(pass)",
        "if a: b; c              | (if a (do b c))",
        "if a: b¶elif c: d¶else: e | (if a (do b) (do (if c (do d) (do e))))",
        "while a:¶  b¶  break    | (while a (do b (break)))",
        "for i in 1, 2: continue | (for i (tuple 1 2) (do (continue)))",
        "for a, (b, c) in d: pass | (for (tuple a (tuple b c)) d (do (pass)))",
        "for i, in d: pass       | (for (tuple i) d (do (pass)))",
        "def f(): return         | (def f () [] (do (return)))",
        "def f(x, y=1,):¶  'doc'¶  return x, y "
            + "| (def f (x (y 1)) [x, y] (do \"doc\" (return (tuple x y))))",
        "def f(x: float, y: int = 1) -> None: pass | (def f (x (y 1)) [x, y] (do (pass)))",
      })
  void statements(String text, String tree) {
    assertThat(tree(text.replace('¶', '\n'))).isEqualTo(tree.replace('¶', '\n'));
  }

  @Nested
  class Locals {
    @Test
    void ofAFunctionAreItsParametersAndWhatItsBodyBinds() {
      String program =
          """
          def f(a):
              import numpy as np
              b, (c, d[0]) = a
              e += 1
              for g, h in a:
                  if g:
                      i = 1
              def j(k):
                  l = 1
              m = [n for n in a]
              o: int = 3
              a.append(lambda p: p)
              print(q)
          """;
      Ast.Def f = (Ast.Def) Parser.parse(program).body().getFirst();
      assertThat(f.locals())
          .containsExactlyInAnyOrder("a", "np", "b", "c", "e", "g", "h", "i", "j", "m", "o");
    }

    @Test
    void ofAListComprehensionAreItsTargets() {
      var list = (Ast.ListComp) expression("[x for x, y in a for z in [w for w in y]]");
      assertThat(list.locals()).containsExactlyInAnyOrder("x", "y", "z");
    }

    @Test
    void ofALambdaAreItsParameters() {
      var lambda = (Ast.Lambda) expression("lambda x, y=z: x + w");
      assertThat(lambda.locals()).containsExactlyInAnyOrder("x", "y");
    }
  }

  @Nested
  class Spans {
    private String piece(String text, Ast node) {
      return node.span().of(text);
    }

    @Test
    void coverAnExpressionWithItsBrackets() {
      String text = "(a + b) * c[0].T";
      var product = (Ast.Binary) expression(text);
      assertThat(piece(text, product)).isEqualTo(text);
      assertThat(piece(text, product.left())).isEqualTo("a + b");
      assertThat(product.opSpan().of(text)).isEqualTo("*");
      assertThat(piece(text, product.right())).isEqualTo("c[0].T");
      assertThat(((Ast.Attribute) product.right()).nameSpan().of(text)).isEqualTo("T");
    }

    @Test
    void ofATupleHaveItsBracketsIfItHasThem() {
      assertThat(expression("(a, b)").span()).isEqualTo(new Span(0, 6, 1, 1));
      assertThat(expression("a, b").span()).isEqualTo(new Span(0, 4, 1, 1));
    }

    @Test
    void ofACompoundStatementEndWithItsLastStatement() {
      String text = "if a:\n    b\nelse:\n    c\n\nd\n";
      List<Ast.Stmt> body = Parser.parse(text).body();
      assertThat(piece(text, body.getFirst())).isEqualTo("if a:\n    b\nelse:\n    c");
      assertThat(body.getLast().span()).isEqualTo(new Span(25, 26, 6, 1));
    }

    @Test
    void insideAnFStringPointIntoTheSource() {
      String text = "x = 1\nf'''a\n{x + yy:>{w}}'''\n";
      var string = (Ast.FString) ((Ast.ExprStmt) Parser.parse(text).body().getLast()).value();
      var field = (Ast.Field) string.parts().getLast();
      assertThat(field.span()).isEqualTo(new Span(12, 25, 3, 1));
      assertThat(field.value().span()).isEqualTo(new Span(13, 19, 3, 2));
      assertThat(piece(text, field.format())).isEqualTo(">{w}");
      assertThat(piece(text, string.parts().getFirst())).isEqualTo("a\n");
    }

    @Test
    void ofADefinitionNameItsName() {
      String text = "def relu(x): return x";
      var def = (Ast.Def) Parser.parse(text).body().getFirst();
      assertThat(def.nameSpan().of(text)).isEqualTo("relu");
      assertThat(piece(text, def)).isEqualTo(text);
    }
  }

  @Nested
  class Limits {
    @Test
    void leaveRoomForWhatIsJustAllowed() {
      int n = Parser.MAX_NESTING;
      assertThat(tree("(".repeat(n) + "x" + ")".repeat(n))).isEqualTo("x");
      assertThat(tree("-".repeat(n) + "x")).endsWith("x" + ")".repeat(n));
      assertThat(Parser.parse("if a: b\n" + "elif a: b\n".repeat(n)).body()).hasSize(1);
      assertThat(Parser.parse("x" + "+x".repeat(Parser.MAX_DEPTH - 1)).body()).hasSize(1);
      assertThat(Parser.parse("x\n".repeat(Parser.MAX_STATEMENTS)).body())
          .hasSize(Parser.MAX_STATEMENTS);
      assertThat(Parser.parse("#".repeat(Parser.MAX_LENGTH)).body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "(",
          "[",
          "-",
          "not ",
          "lambda:",
          "lambda x=",
          "x**",
          "a if b else ",
          "f(",
          "a[",
          "f(a=",
          "[x for x in ",
          "(x,",
          "[x,",
          "x[y:",
          "x = y.z(",
        })
    void refuseDeepNestingAtOnce(String piece) throws InterruptedException {
      assertThat(problemOnSmallStack(piece.repeat(50_000))).contains("python.limit.nesting");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "x+       | python.limit.depth",
          "x*       | python.limit.depth",
          "(x)and   | python.limit.depth",
          "x()+     | python.limit.depth",
          "x;       | python.limit.statements",
        })
    void refuseLongChainsAtOnce(String piece, String key) throws InterruptedException {
      assertThat(problemOnSmallStack(piece.repeat(100_000) + " x")).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {".y", "[0]", "()"})
    void refuseLongChainsBehindAName(String piece) throws InterruptedException {
      assertThat(problemOnSmallStack("x" + piece.repeat(100_000))).contains("python.limit.depth");
    }

    @Test
    void refuseDeepBlocksAndChains() throws InterruptedException {
      StringBuilder blocks = new StringBuilder();
      for (int i = 0; i < 200; i++) {
        blocks.append(" ".repeat(i)).append("if x:\n");
      }
      assertThat(problemOnSmallStack(blocks.toString())).isEqualTo("101:101 python.limit.nesting");
      assertThat(problemOnSmallStack("if a: b\n" + "elif a: b\n".repeat(10_000)))
          .isEqualTo("101:6 python.limit.nesting");
    }

    @Test
    void refuseBracketsAroundChains() throws InterruptedException {
      String level = "+x".repeat(50);
      String text = "(".repeat(90) + "x" + (level + ")").repeat(90);
      assertThat(problemOnSmallStack(text)).contains("python.limit.depth");
    }

    @Test
    void refuseALongTextBeforeReadingIt() {
      assertThat(problem("(".repeat(10_000_000))).isEqualTo("1:1 python.limit.text");
    }

    /// Threads may have no more than 512 KB for their stack.
    private String problemOnSmallStack(String text) throws InterruptedException {
      String[] found = new String[1];
      Thread thread = new Thread(null, () -> found[0] = problem(text), "small stack", 512 * 1024);
      thread.start();
      thread.join();
      return String.valueOf(found[0]);
    }
  }

  static List<Path> goodPrograms() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/corpus/good"))) {
      return files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("goodPrograms")
  void goodProgramsAreRead(Path file) throws IOException {
    String text = Files.readString(file);
    Ast.Module module = Parser.parse(text);
    assertThat(module.body()).isNotEmpty();
    assertThat(module.text()).isEqualTo(text);
  }
}
