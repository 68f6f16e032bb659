package backstep.graph;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.graph.OpCases.Case;
import backstep.tensor.Arithmetic;
import backstep.tensor.Comparison;
import backstep.tensor.Elementary;
import backstep.tensor.NumpyFormat;
import backstep.tensor.Over;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import backstep.testing.CPython;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Formulas simplify themselves as a person would, and their NumPy text gives the same figures as
/// the tensors do.
class FormulaTest {
  private static final Formula X = symbol("x", Shape.SCALAR);
  private static final Formula Y = symbol("y", Shape.SCALAR);
  private static final Formula V = symbol("v", Shape.of(3));
  private static final Formula M = symbol("M", Shape.of(2, 3));

  private static final NumpyText TEXT =
      new NumpyText(symbol -> (symbol.gradient() ? "d_" : "") + symbol.node().origin());

  private static Formula symbol(String name, Shape shape) {
    return Formula.value(new Tape().leaf(Node.Leaf.Kind.INPUT, Tensor.zeros(shape), name));
  }

  private static Formula number(double value) {
    return X.number(value);
  }

  private static String text(Formula formula) {
    return TEXT.of(formula);
  }

  @Test
  void onesAndZerosVanish() {
    assertThat(text(number(1).times(X))).isEqualTo("x");
    assertThat(text(X.times(number(1)))).isEqualTo("x");
    assertThat(text(X.plus(number(0)))).isEqualTo("x");
    assertThat(text(number(0).plus(X))).isEqualTo("x");
    assertThat(text(X.minus(number(0)))).isEqualTo("x");
    assertThat(text(number(0).minus(X))).isEqualTo("-x");
    assertThat(text(X.dividedBy(number(1)))).isEqualTo("x");
    assertThat(text(X.power(number(1)))).isEqualTo("x");
    assertThat(text(X.power(number(0)))).isEqualTo("1");
  }

  @Test
  void numbersAreWorkedOutAtOnce() {
    assertThat(text(number(2).plus(number(3)))).isEqualTo("5");
    assertThat(text(number(2).minus(number(3)))).isEqualTo("-1");
    assertThat(text(number(0.5).times(number(2)).times(X))).isEqualTo("x");
    assertThat(text(number(0.5).times(number(2).times(X)))).isEqualTo("x");
    assertThat(text(number(1).dividedBy(number(4)))).isEqualTo("0.25");
    assertThat(text(number(2).power(number(3)))).isEqualTo("8");
    assertThat(text(number(0).apply(Elementary.COS))).isEqualTo("1");
  }

  @Test
  void factorsGatherInFront() {
    assertThat(text(X.times(number(2)))).isEqualTo("2 * x");
    assertThat(text(number(2).times(X).times(number(3).times(Y)))).isEqualTo("6 * x * y");
    assertThat(text(number(-1).times(X))).isEqualTo("-x");
    assertThat(text(X.negate().times(Y))).isEqualTo("-x * y");
  }

  @Test
  void minusSignsCancel() {
    assertThat(text(X.negate().negate())).isEqualTo("x");
    assertThat(text(X.minus(Y).negate())).isEqualTo("y - x");
    assertThat(text(X.minus(Y.negate()))).isEqualTo("x + y");
    assertThat(text(X.plus(Y.negate()))).isEqualTo("x - y");
    assertThat(text(X.negate().plus(Y))).isEqualTo("y - x");
    assertThat(text(X.plus(number(-2).times(Y)))).isEqualTo("x - 2 * y");
    assertThat(text(X.negate().dividedBy(Y))).isEqualTo("-x / y");
    assertThat(text(number(2).times(X).negate())).isEqualTo("-2 * x");
    assertThat(text(number(1).dividedBy(X).negate())).isEqualTo("-1 / x");
  }

  @Test
  void bracketsStandWherePythonNeedsThem() {
    assertThat(text(X.plus(Y).times(X))).isEqualTo("(x + y) * x");
    assertThat(text(X.minus(Y.plus(X)))).isEqualTo("x - (y + x)");
    assertThat(text(X.plus(Y).minus(X))).isEqualTo("x + y - x");
    assertThat(text(X.dividedBy(Y.times(X)))).isEqualTo("x / (y * x)");
    assertThat(text(X.times(Y).dividedBy(X))).isEqualTo("x * y / x");
    assertThat(text(X.negate().power(number(2)))).isEqualTo("(-x) ** 2");
    assertThat(text(X.power(number(2)).negate())).isEqualTo("-x ** 2");
    assertThat(text(X.power(Y).power(X))).isEqualTo("(x ** y) ** x");
    assertThat(text(X.power(Y.power(X)))).isEqualTo("x ** y ** x");
    assertThat(text(X.power(Y.negate()))).isEqualTo("x ** (-y)");
    assertThat(text(X.dividedBy(Y.times(X).negate()))).isEqualTo("x / (-y * x)");
    assertThat(text(X.dividedBy(Y.negate()))).isEqualTo("x / -y");
    assertThat(text(X.compare(Comparison.GREATER, Y).times(X))).isEqualTo("(x > y) * x");
    assertThat(text(M.plus(M).transpose())).isEqualTo("(M + M).T");
    assertThat(text(M.negate().dot(V))).isEqualTo("(-M).dot(v)");
  }

  @Test
  void aNegativePowerIsAFloatThatNumpyTakesOfWholeNumbersToo() {
    assertThat(text(X.power(number(-1)))).isEqualTo("x ** -1.0");
  }

  @Test
  void turningTwiceIsNoTurn() {
    assertThat(text(M.transpose().transpose())).isEqualTo("M");
    assertThat(V.transpose()).isSameAs(V);
    assertThat(M.reshape(Shape.of(6)).reshape(Shape.of(2, 3))).isSameAs(M);
  }

  @Test
  void whatIsStretchedIsWrittenAsSmallAsItIs() {
    Formula stretched = X.broadcastTo(Shape.of(2, 3));
    assertThat(stretched.shape()).isEqualTo(Shape.of(2, 3));
    assertThat(text(stretched.times(M))).isEqualTo("x * M");
    assertThat(text(stretched.sum(Over.ALL))).isEqualTo("6 * x");
    assertThat(text(stretched.sumTo(Shape.SCALAR))).isEqualTo("6 * x");
    assertThat(text(M.dot(number(1).broadcastTo(Shape.of(3))))).isEqualTo("M.dot(np.ones(3))");
    assertThat(text(M.dot(X.broadcastTo(Shape.of(3))))).isEqualTo("M.dot(np.full(3, x))");
  }

  @Test
  void aTruthValueIsMadeANumberBeforeItIsNegated() {
    Formula mask = X.compare(Comparison.GREATER, Y);
    assertThat(text(mask.times(number(-1)))).isEqualTo("-1 * (x > y)");
    assertThat(text(mask.negate())).isEqualTo("-1 * (x > y)");
    assertThat(text(mask.times(X).negate())).isEqualTo("-1 * (x > y) * x");
  }

  @Test
  void aBroadcastIsAddedUpAlongTheRightAxis() {
    assertThat(text(M.sumTo(Shape.of(3)))).isEqualTo("np.sum(M, axis=0)");
    assertThat(text(M.sumTo(Shape.of(2, 1)))).isEqualTo("np.sum(M, axis=1, keepdims=True)");
    assertThat(text(M.sumTo(Shape.SCALAR))).isEqualTo("np.sum(M)");
    assertThat(text(M.sum(new Over(OptionalInt.of(1), false)))).isEqualTo("np.sum(M, axis=1)");
  }

  @Test
  void theLosssGradientHasANameOfItsOwn() {
    Node node = new Tape().leaf(Node.Leaf.Kind.INPUT, Tensor.scalar(0), "x");
    assertThat(text(Formula.gradient(node).times(Formula.value(node)))).isEqualTo("d_x * x");
  }

  @Test
  void aLiteralIsTheNumberItself() {
    Node half = new Tape().leaf(Node.Leaf.Kind.LITERAL, Tensor.scalar(0.5), "");
    assertThat(Formula.value(half)).isEqualTo(new Formula.Number(0.5));
  }

  // ---- Against CPython

  /// Lines of Python that compare expressions with the figures they must have.
  private static final class Script {
    private final StringBuilder text =
        new StringBuilder(
            """
            import numpy as np
            np.seterr(all='ignore')
            def check(text, expected, **names):
                found = eval(text, {'np': np}, names)
                found = np.broadcast_to(np.asarray(found, float), np.shape(expected))
                if not np.allclose(found, expected, rtol=1e-9, atol=1e-12, equal_nan=True):
                    print(text, names, 'is', found, 'and not', expected)
            """);
    private int cases;

    void check(Formula formula, Tensor expected, List<Node> symbols) {
      NumpyText numpy = new NumpyText(symbol -> name(symbol, symbols));
      StringBuilder line = new StringBuilder("check(");
      line.append('"').append(numpy.of(formula)).append("\", ").append(python(expected));
      for (Node node : symbols) {
        line.append(", ").append(name((Formula.Symbol) value(node), symbols)).append("=");
        line.append(python(node.value()));
      }
      text.append(line).append(")\n");
      cases++;
    }

    private static Formula value(Node node) {
      return new Formula.Symbol(node, false);
    }

    private static String name(Formula.Symbol symbol, List<Node> symbols) {
      int at = symbols.indexOf(symbol.node());
      assertThat(at).isNotNegative();
      return "x" + at;
    }

    private static String python(Tensor value) {
      List<String> entries = new ArrayList<>();
      for (double entry : value.toArray()) {
        entries.add(
            Double.isFinite(entry) ? NumpyFormat.number(entry) : "float('%s')".formatted(entry));
      }
      String flat = "np.array(" + entries + ", float)";
      return value.rank() == 0
          ? "np.float64(" + entries.getFirst() + ")"
          : flat + ".reshape" + value.shape();
    }
  }

  /// What an op gives and what it sends back, written out, gives what its tensors give.
  @Test
  void theTextOfEveryOpGivesItsFigures() {
    Script script = new Script();
    Random random = new Random(20240117);
    for (int round = 0; round < 60; round++) {
      for (Case c : OpCases.all(random)) {
        if (!(c.op() instanceof Put || c.op() instanceof Index)) { // statements, not expressions
          addOp(script, c, random);
        }
      }
    }

    assertThat(script.cases).isGreaterThan(3000);
    assertThat(CPython.run(script.text.toString())).isEmpty();
  }

  private static void addOp(Script script, Case c, Random random) {
    Tape tape = new Tape();
    List<Node> x = c.leaves(tape);
    Node y = tape.record(c.op(), x, "");
    Node dy = tape.leaf(Node.Leaf.Kind.INPUT, OpCases.any(random, y.value().shape()), "");
    List<Node> symbols = new ArrayList<>(x);
    symbols.add(y);
    symbols.add(dy);
    List<Formula> formulas = x.stream().map(Formula::value).toList();
    script.check(Formula.filled(c.op().value(formulas)), y.value(), symbols);
    for (int i = 0; i < x.size(); i++) {
      if (!c.constants().contains(i)) {
        Shape shape = x.get(i).value().shape();
        Formula share =
            c.op().pullback(i, formulas, Formula.value(y), Formula.value(dy)).sumTo(shape);
        Tensor figures = c.op().pullback(i, c.x(), y.value(), dy.value()).sumTo(shape);
        assertThat(share.shape()).isEqualTo(shape);
        script.check(Formula.filled(share), figures, symbols);
      }
    }
  }

  /// Expressions several ops deep, with numbers among them that simplify.
  @Test
  void theTextOfDeepExpressionsGivesTheirFigures() {
    Script script = new Script();
    Random random = new Random(42);
    while (script.cases < 2000) {
      Tape tape = new Tape();
      List<Node> symbols = new ArrayList<>();
      for (Shape shape : List.of(Shape.SCALAR, Shape.of(3), Shape.of(2, 3), Shape.of(2, 1))) {
        symbols.add(tape.leaf(Node.Leaf.Kind.INPUT, OpCases.any(random, shape), ""));
      }
      Pair pair = deep(4, symbols, random);
      if (pair.sound) {
        script.check(Formula.filled(pair.formula), pair.figures, symbols);
      }
    }

    assertThat(CPython.run(script.text.toString())).isEmpty();
  }

  /// An expression as a formula and worked out.
  ///
  /// @param sound whether all figures on the way were finite: at 1 / 0 a zero's sign would count,
  ///   which formulas do not keep
  private record Pair(Formula formula, Tensor figures, boolean sound) {
    static Pair of(Formula formula, Tensor figures, Pair... from) {
      boolean sound = figures.isFinite() && Arrays.stream(from).allMatch(Pair::sound);
      return new Pair(formula, figures, sound);
    }
  }

  private static Pair deep(int levels, List<Node> symbols, Random random) {
    if (levels == 0 || random.nextInt(8) == 0) {
      if (random.nextInt(3) == 0) {
        double value = List.of(0.0, 1.0, -1.0, 2.0, 0.5, -3.0).get(random.nextInt(6));
        return Pair.of(number(value), Tensor.scalar(value));
      }
      Node node = symbols.get(random.nextInt(symbols.size()));
      return Pair.of(Formula.value(node), node.value());
    }
    Pair a = deep(levels - 1, symbols, random);
    Pair b = deep(levels - 1, symbols, random);
    int choice = random.nextInt(14);
    return Pair.of(
        joined(choice, a.formula, b.formula), joined(choice, a.figures, b.figures), a, b);
  }

  private static <T extends Arithmetic<T>> T joined(int choice, T a, T b) {
    return switch (choice) {
      case 0, 1 -> a.plus(b);
      case 2, 3 -> a.minus(b);
      case 4, 5 -> a.times(b);
      case 6, 7 -> a.dividedBy(b);
      case 8 -> a.negate();
      case 9 -> a.power(a.number(2));
      case 10 -> a.apply(Elementary.TANH);
      case 11 -> a.sum(Over.ALL).plus(b);
      case 12 -> a.times(a.compare(Comparison.GREATER, b));
      default -> a.maximum(b);
    };
  }
}
