package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Comparison;
import backstep.tensor.Elementary;
import backstep.tensor.Over;
import backstep.tensor.Selection;
import backstep.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// An expression that has not been worked out: what an op's rule looks like rather than what it
/// gives.
///
/// It simplifies itself as it is built, by the few rules that a person applies without thinking (`1
/// * x` is `x`, `0.5 * 2 * x` is `x`, `-(a - b)` is `b - a`), so that the backward pass written
///   from it reads as if by hand. [NumpyText] and [LatexText] write it down.
///
/// A value that was broadcast is kept as small as it is and marked as [Stretched]; entry by entry
/// NumPy stretches it again by itself, and where it does not, as in a dot product, the text says
/// so.
public sealed interface Formula extends Arithmetic<Formula> {
  /// The value of a node, or the loss's gradient by it.
  record Symbol(Node node, boolean gradient) implements Formula {
    @Override
    public Shape shape() {
      return node.value().shape();
    }
  }

  /// A plain number.
  record Number(double value) implements Formula {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /// −x
  record Negative(Formula of) implements Formula {
    @Override
    public Shape shape() {
      return of.shape();
    }
  }

  /// Two operands joined by a sign.
  record Binary(Sign sign, Formula left, Formula right, Shape shape) implements Formula {}

  /// The signs that join two operands entry by entry, tightest last.
  enum Sign {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED_BY,
    REMAINDER,
    POWER
  }

  /// f(x)
  record Applied(Elementary function, Formula to) implements Formula {
    @Override
    public Shape shape() {
      return to.shape();
    }
  }

  /// The larger or the smaller of two.
  record Extreme(boolean larger, Formula left, Formula right, Shape shape) implements Formula {}

  /// 1 where a comparison holds, else 0.
  record Mask(Comparison comparison, Formula left, Formula right, Shape shape) implements Formula {}

  /// One of two, as a mask says.
  record Choice(Formula mask, Formula yes, Formula no, Shape shape) implements Formula {}

  /// NumPy's dot product.
  record Product(Formula left, Formula right, Shape shape) implements Formula {}

  /// The outer product.
  record OuterProduct(Formula left, Formula right) implements Formula {
    @Override
    public Shape shape() {
      return Shape.of(left.shape().size(), right.shape().size());
    }
  }

  /// xᵀ
  record Transposed(Formula of) implements Formula {
    @Override
    public Shape shape() {
      return of.shape().transposed();
    }
  }

  /// The same entries in another shape.
  record Reshaped(Formula of, Shape shape) implements Formula {}

  /// A sum, mean, maximum or minimum of entries.
  record Reduced(Reduction reduction, Formula of, Over over) implements Formula {
    @Override
    public Shape shape() {
      return over.reduced(of.shape());
    }
  }

  /// The ways to make one entry of many.
  enum Reduction {
    SUM,
    MEAN,
    MAX,
    MIN
  }

  /// A value that stands for itself repeated to a larger shape.
  record Stretched(Formula of, Shape shape) implements Formula {}

  /// A value truly repeated, where NumPy would not do so by itself.
  record Filled(Formula with, Shape shape) implements Formula {}

  /// Some of a value's entries.
  record Selected(Formula from, Selection selection) implements Formula {
    @Override
    public Shape shape() {
      return selection.part();
    }
  }

  /// Zeros but for the selected entries.
  record Scattered(Formula part, Selection selection) implements Formula {
    @Override
    public Shape shape() {
      return selection.whole();
    }
  }

  /// A value with some entries replaced.
  record Replaced(Formula in, Selection selection, Formula part) implements Formula {
    @Override
    public Shape shape() {
      return selection.whole();
    }
  }

  /// Values of one shape as rows of one array.
  record Stacked(List<Formula> rows) implements Formula {
    public Stacked {
      rows = List.copyOf(rows);
    }

    @Override
    public Shape shape() {
      Shape row = rows.getFirst().shape();
      return row.rank() == 0 ? Shape.of(rows.size()) : Shape.of(rows.size(), row.columns());
    }
  }

  /// The value of a node.
  static Formula value(Node node) {
    return Node.isLiteral(node) && node.value().rank() == 0
        ? new Number(node.value().item())
        : new Symbol(node, false);
  }

  /// The loss's gradient by a node.
  static Formula gradient(Node node) {
    return new Symbol(node, true);
  }

  /// The parts this formula is made of, in reading order.
  default List<Formula> parts() {
    return switch (this) {
      case Symbol _, Number _ -> List.of();
      case Negative f -> List.of(f.of);
      case Binary f -> List.of(f.left, f.right);
      case Applied f -> List.of(f.to);
      case Extreme f -> List.of(f.left, f.right);
      case Mask f -> List.of(f.left, f.right);
      case Choice f -> List.of(f.mask, f.yes, f.no);
      case Product f -> List.of(f.left, f.right);
      case OuterProduct f -> List.of(f.left, f.right);
      case Transposed f -> List.of(f.of);
      case Reshaped f -> List.of(f.of);
      case Reduced f -> List.of(f.of);
      case Stretched f -> List.of(f.of);
      case Filled f -> List.of(f.with);
      case Selected f -> List.of(f.from);
      case Scattered f -> List.of(f.part);
      case Replaced f -> List.of(f.in, f.part);
      case Stacked f -> f.rows;
    };
  }

  /// Visits every symbol in reading order.
  default void symbols(Consumer<Symbol> visitor) {
    if (this instanceof Symbol symbol) {
      visitor.accept(symbol);
    }
    parts().forEach(part -> part.symbols(visitor));
  }

  /// How many signs and functions it takes to write: 0 for a name or a number.
  default int weight() {
    int own = this instanceof Symbol || this instanceof Number || this instanceof Stretched ? 0 : 1;
    return own + parts().stream().mapToInt(Formula::weight).sum();
  }

  // ---- Arithmetic

  @Override
  default Formula number(double value) {
    return new Number(value);
  }

  @Override
  default Formula plus(Formula other) {
    return entrywise(this, other, Formula::sumOf);
  }

  @Override
  default Formula minus(Formula other) {
    return entrywise(this, other, Formula::differenceOf);
  }

  @Override
  default Formula times(Formula other) {
    return entrywise(this, other, Formula::productOf);
  }

  @Override
  default Formula dividedBy(Formula other) {
    return entrywise(this, other, Formula::quotientOf);
  }

  @Override
  default Formula remainder(Formula other) {
    return entrywise(this, other, (a, b) -> binary(Sign.REMAINDER, a, b));
  }

  @Override
  default Formula power(Formula other) {
    return entrywise(this, other, Formula::powerOf);
  }

  @Override
  default Formula negate() {
    return switch (this) {
      case Number n -> new Number(-n.value);
      case Negative n -> n.of;
      case Stretched s -> new Stretched(s.of.negate(), s.shape);
      case Binary(Sign sign, Formula left, Formula right, Shape shape) when sign == Sign.MINUS ->
          new Binary(sign, right, left, shape);
      case Binary(Sign sign, Number left, Formula right, Shape shape)
          when sign == Sign.TIMES || sign == Sign.DIVIDED_BY ->
          sign == Sign.TIMES
              ? scaled(-left.value, right)
              : new Binary(sign, new Number(-left.value), right, shape);
      case Binary(Sign sign, Formula left, Formula right, Shape shape)
          when (sign == Sign.TIMES || sign == Sign.DIVIDED_BY) && startsWithMinus(left) ->
          new Binary(sign, left.negate(), right, shape);
      default ->
          startsWithTruth(this) ? binary(Sign.TIMES, new Number(-1), this) : new Negative(this);
    };
  }

  @Override
  default Formula apply(Elementary function) {
    return switch (this) {
      case Number n -> new Number(function.applyAsDouble(n.value));
      case Stretched s -> new Stretched(s.of.apply(function), s.shape);
      default -> new Applied(function, this);
    };
  }

  @Override
  default Formula maximum(Formula other) {
    return entrywise(this, other, (a, b) -> new Extreme(true, a, b, common(a, b)));
  }

  @Override
  default Formula minimum(Formula other) {
    return entrywise(this, other, (a, b) -> new Extreme(false, a, b, common(a, b)));
  }

  @Override
  default Formula compare(Comparison comparison, Formula other) {
    return entrywise(this, other, (a, b) -> maskOf(comparison, a, b));
  }

  @Override
  default Formula where(Formula yes, Formula no) {
    Shape whole = shape().broadcast(yes.shape()).broadcast(no.shape());
    Formula mask = core(this);
    Shape own = mask.shape().broadcast(core(yes).shape()).broadcast(core(no).shape());
    return stretched(new Choice(mask, core(yes), core(no), own), whole);
  }

  @Override
  default Formula dot(Formula other) {
    if (shape().rank() == 0 || other.shape().rank() == 0) {
      return times(other);
    }
    Shape result = dotShape(shape(), other.shape());
    return new Product(filled(this), filled(other), result);
  }

  private static Shape dotShape(Shape a, Shape b) {
    if (b.rank() == 1) {
      return a.rank() == 1 ? Shape.SCALAR : Shape.of(a.rows());
    }
    return a.rank() == 1 ? Shape.of(b.columns()) : Shape.of(a.rows(), b.columns());
  }

  @Override
  default Formula outer(Formula other) {
    return new OuterProduct(filled(this), filled(other));
  }

  @Override
  default Formula transpose() {
    return switch (this) {
      case Formula f when f.shape().rank() < 2 -> f;
      case Transposed t -> t.of;
      case Reshaped r when isLine(r.shape) -> r.of.reshape(r.shape.transposed());
      // A vector stretches as a row does, and turned as a column.
      case Stretched s when s.of.shape().rank() == 1 ->
          new Stretched(s.of.reshape(Shape.of(s.of.shape().size(), 1)), s.shape.transposed());
      case Stretched s -> new Stretched(s.of.transpose(), s.shape.transposed());
      default -> new Transposed(this);
    };
  }

  @Override
  default Formula reshape(Shape to) {
    if (to.equals(shape())) {
      return this;
    }
    return switch (this) {
      case Stretched s when s.of.shape().rank() == 0 -> new Stretched(s.of, to);
      case Number n -> new Stretched(n, to);
      case Reshaped r -> r.of.reshape(to);
      default -> new Reshaped(filled(this), to);
    };
  }

  @Override
  default Formula sum(Over over) {
    Formula core = core(this);
    if (core.shape().rank() == 0) {
      Formula total = core.times(new Number(over.count(shape())));
      return stretched(total, over.reduced(shape()));
    }
    return new Reduced(Reduction.SUM, filled(this), over);
  }

  @Override
  default Formula mean(Over over) {
    return new Reduced(Reduction.MEAN, filled(this), over);
  }

  @Override
  default Formula max(Over over) {
    return new Reduced(Reduction.MAX, filled(this), over);
  }

  @Override
  default Formula min(Over over) {
    return new Reduced(Reduction.MIN, filled(this), over);
  }

  @Override
  default Formula broadcastTo(Shape to) {
    Formula core = core(this);
    boolean rowOfVector =
        core instanceof Reshaped r && r.of.shape().rank() < 2 && r.shape.rows() == 1;
    return stretched(rowOfVector ? ((Reshaped) core).of : core, to);
  }

  @Override
  default Formula sumTo(Shape to) {
    Shape from = shape();
    if (to.equals(from)) {
      return this;
    }
    Formula core = core(this);
    if (core.shape().size() == 1) {
      double repeated = to.size() == 0 ? 0 : (double) from.size() / to.size();
      return stretched(core.reshape(Shape.SCALAR).times(new Number(repeated)), to);
    }
    boolean overRows = from.rows() != to.rows();
    boolean overColumns = from.columns() != to.columns();
    OptionalInt axis =
        (overRows && overColumns) || from.rank() == 1
            ? OptionalInt.empty()
            : OptionalInt.of(overColumns ? 1 : 0);
    boolean keepDims = to.rank() == from.rank();
    if (!overRows && !overColumns) {
      return reshape(to);
    }
    return sum(new Over(axis, keepDims)).reshape(to);
  }

  @Override
  default Formula gather(Selection selection) {
    Formula core = core(this);
    return core.shape().rank() == 0
        ? stretched(core, selection.part())
        : new Selected(filled(this), selection);
  }

  @Override
  default Formula scatter(Selection selection) {
    return new Scattered(core(this), selection);
  }

  @Override
  default Formula put(Selection selection, Formula part) {
    return new Replaced(filled(this), selection, core(part));
  }

  @Override
  default Formula stacked(List<Formula> all) {
    return new Stacked(all.stream().map(Formula::filled).toList());
  }

  // ---- Broadcasting

  /// The value as small as it is, without its stretching.
  private static Formula core(Formula f) {
    return f instanceof Stretched stretched ? stretched.of : f;
  }

  private static Formula stretched(Formula f, Shape to) {
    return f.shape().equals(to) ? f : new Stretched(f, to);
  }

  /// The value in its full shape, for the places where NumPy does not stretch by itself.
  static Formula filled(Formula f) {
    return f instanceof Stretched s ? new Filled(s.of, s.shape) : f;
  }

  // A single row or column: turned, its entries keep their order.
  private static boolean isLine(Shape shape) {
    return shape.rows() == 1 || shape.columns() == 1;
  }

  private static Shape common(Formula a, Formula b) {
    return a.shape().broadcast(b.shape());
  }

  private static Formula entrywise(Formula a, Formula b, BinaryOperator<Formula> join) {
    return stretched(join.apply(core(a), core(b)), common(a, b));
  }

  // ---- The rules of simplification, on values that are not stretched

  private static Formula binary(Sign sign, Formula a, Formula b) {
    return new Binary(sign, a, b, common(a, b));
  }

  private static boolean is(Formula f, double value) {
    return f instanceof Number n && n.value == value;
  }

  private static Formula sumOf(Formula a, Formula b) {
    if (a instanceof Number x && b instanceof Number y) {
      return new Number(x.value + y.value);
    }
    if (is(a, 0)) {
      return b;
    }
    if (is(b, 0)) {
      return a;
    }
    if (startsWithMinus(b)) {
      return differenceOf(a, b.negate());
    }
    return startsWithMinus(a) ? differenceOf(b, a.negate()) : binary(Sign.PLUS, a, b);
  }

  private static Formula differenceOf(Formula a, Formula b) {
    if (a instanceof Number x && b instanceof Number y) {
      return new Number(x.value - y.value);
    }
    if (is(a, 0)) {
      return b.negate();
    }
    if (is(b, 0)) {
      return a;
    }
    return startsWithMinus(b) ? sumOf(a, b.negate()) : binary(Sign.MINUS, a, b);
  }

  private static boolean startsWithMinus(Formula f) {
    return f instanceof Negative
        || (f instanceof Number n && n.value < 0)
        || (f instanceof Binary b
            && (b.sign == Sign.TIMES || b.sign == Sign.DIVIDED_BY)
            && startsWithMinus(b.left));
  }

  private static Formula productOf(Formula a, Formula b) {
    double coefficient = coefficient(a) * coefficient(b);
    Formula left = withoutCoefficient(a);
    Formula right = withoutCoefficient(b);
    if (is(left, 1)) {
      return scaled(coefficient, right);
    }
    if (is(right, 1)) {
      return scaled(coefficient, left);
    }
    Formula product = binary(Sign.TIMES, left, right);
    return coefficient == 1 ? product : scaled(coefficient, product);
  }

  private static Formula scaled(double coefficient, Formula f) {
    if (f instanceof Number n) {
      return new Number(coefficient * n.value);
    }
    if (isTruth(f)) {
      // A factor makes numbers of truth values, which NumPy neither negates nor subtracts.
      return binary(Sign.TIMES, new Number(coefficient), f);
    }
    if (coefficient == 1) {
      return f;
    }
    return coefficient == -1 ? f.negate() : binary(Sign.TIMES, new Number(coefficient), f);
  }

  private static boolean isTruth(Formula f) {
    return f instanceof Mask
        || (f instanceof Binary b && b.sign == Sign.TIMES && isTruth(b.left) && isTruth(b.right));
  }

  // NumPy does not negate truth values, and a minus sign takes hold of the first factor.
  private static boolean startsWithTruth(Formula f) {
    return f instanceof Mask
        || (f instanceof Binary b
            && (b.sign == Sign.TIMES || b.sign == Sign.DIVIDED_BY)
            && startsWithTruth(b.left));
  }

  private static double coefficient(Formula f) {
    return switch (f) {
      case Number n -> n.value;
      case Negative n -> -coefficient(n.of);
      case Binary(Sign sign, Number left, Formula _, Shape _) when sign == Sign.TIMES -> left.value;
      default -> 1;
    };
  }

  private static Formula withoutCoefficient(Formula f) {
    return switch (f) {
      case Number _ -> new Number(1);
      case Negative n -> withoutCoefficient(n.of);
      case Binary(Sign sign, Number _, Formula right, Shape _) when sign == Sign.TIMES -> right;
      default -> f;
    };
  }

  private static Formula quotientOf(Formula a, Formula b) {
    if (is(b, 1)) {
      return a;
    }
    if (b instanceof Number divisor && a instanceof Number dividend) {
      return new Number(dividend.value / divisor.value);
    }
    return a instanceof Negative negative
        ? binary(Sign.DIVIDED_BY, negative.of, b).negate()
        : binary(Sign.DIVIDED_BY, a, b);
  }

  private static Formula maskOf(Comparison comparison, Formula a, Formula b) {
    return a instanceof Number x && b instanceof Number y
        ? new Number(comparison.holds(x.value, y.value) ? 1 : 0)
        : new Mask(comparison, a, b, common(a, b));
  }

  private static Formula powerOf(Formula a, Formula n) {
    if (is(n, 1)) {
      return a;
    }
    if (is(n, 0)) {
      return stretched(new Number(1), a.shape());
    }
    return a instanceof Number x && n instanceof Number y
        ? new Number(StrictMath.pow(x.value, y.value))
        : binary(Sign.POWER, a, n);
  }

  /// The terms of a sum, first to last.
  static List<Formula> terms(Formula f) {
    List<Formula> terms = new ArrayList<>();
    Formula rest = f;
    while (rest instanceof Binary(Sign sign, Formula left, Formula right, Shape _)
        && (sign == Sign.PLUS || sign == Sign.MINUS)) {
      terms.add(sign == Sign.PLUS ? right : right.negate());
      rest = left;
    }
    terms.add(rest);
    return IntStream.range(0, terms.size()).mapToObj(i -> terms.reversed().get(i)).toList();
  }
}
