package backstep.train;

import static java.lang.Double.doubleToLongBits;

import backstep.tensor.Arithmetic;
import backstep.tensor.Binary;
import backstep.tensor.Comparison;
import backstep.tensor.Elementary;
import backstep.tensor.Over;
import backstep.tensor.Selection;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import backstep.train.Rule.Reduction;
import backstep.train.Rule.Window;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ejml.EjmlParameters;

/// An array that a plan will compute: the third [Arithmetic], beside figures and formulas.
///
/// Each method states what [backstep.tensor.Tensor] does, down to the order of additions, so that
/// both give the same bits. It leaves out only what changes no bit: `1·x` is `x`, and a transpose,
/// a stretch or a slice is a [Window] on the entries that are there already.
///
/// Terms are compared by identity; [Terms] sees to it that equal ones are the same.
final class Term implements Arithmetic<Term> {
  private final Terms terms;
  private final Rule rule;
  private final Shape shape;

  Term(Terms terms, Rule rule, Shape shape) {
    this.terms = terms;
    this.rule = rule;
    this.shape = shape;
  }

  Rule rule() {
    return rule;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  int rows() {
    return shape.rows();
  }

  int columns() {
    return shape.columns();
  }

  int size() {
    return shape.size();
  }

  /// Where its entries are found.
  Window window() {
    return rule instanceof Window window
        ? window
        : new Window(this, 0, rows() == 1 ? 0 : columns(), columns() == 1 ? 0 : 1);
  }

  /// Whether a plan has to compute it: it is not there already.
  boolean isComputed() {
    return !(rule instanceof Rule.Held || rule instanceof Rule.Constant || rule instanceof Window);
  }

  /// Whether it is computed as a whole rather than entry by entry.
  boolean isAtOnce() {
    return rule instanceof Rule.MatrixProduct || rule instanceof Rule.Stacked;
  }

  /// Whether an operand has this term's size, and so is read at the same entry.
  boolean readsInPlace(Term operand) {
    return operand.window().isWhole(rows(), columns());
  }

  /// The same entries side by side in an array of their own.
  Term copied() {
    return terms.of(new Rule.Copied(this), shape);
  }

  // The term whose array holds these entries and no others, in this order.
  private Term sideBySide() {
    if (!(rule instanceof Window window)) {
      return this;
    }
    return window.isWhole(rows(), columns()) ? window.of() : copied();
  }

  // ---- Entry by entry

  @Override
  public Term number(double value) {
    return terms.constant(value, Shape.SCALAR);
  }

  @Override
  public Term plus(Term other) {
    return joined(Binary.PLUS, other);
  }

  @Override
  public Term minus(Term other) {
    return joined(Binary.MINUS, other);
  }

  @Override
  public Term times(Term other) {
    return joined(Binary.TIMES, other);
  }

  @Override
  public Term dividedBy(Term other) {
    return joined(Binary.DIVIDED_BY, other);
  }

  @Override
  public Term remainder(Term other) {
    return joined(Binary.REMAINDER, other);
  }

  @Override
  public Term power(Term other) {
    return joined(Binary.POWER, other);
  }

  @Override
  public Term maximum(Term other) {
    return joined(Binary.MAXIMUM, other);
  }

  @Override
  public Term minimum(Term other) {
    return joined(Binary.MINIMUM, other);
  }

  // (−1)·x has the bits of −x.
  @Override
  public Term negate() {
    return times(number(-1));
  }

  private Term joined(Binary function, Term other) {
    Shape common = shape.broadcast(other.shape);
    if (rule instanceof Rule.Constant(double a) && other.rule instanceof Rule.Constant(double b)) {
      return terms.constant(function.applyAsDouble(a, b), common);
    }
    if (other.rule instanceof Rule.Constant(double b) && changesNothing(function, b)) {
      return broadcastTo(common);
    }
    if (rule instanceof Rule.Constant(double a)
        && (function == Binary.PLUS || function == Binary.TIMES)
        && changesNothing(function, a)) {
      return other.broadcastTo(common);
    }
    return terms.of(new Rule.Joined(function, this, other), common);
  }

  // For no x at all: 0 + x is not x where x is −0, but −0 + x is.
  private static boolean changesNothing(Binary function, double right) {
    return switch (function) {
      case PLUS -> doubleToLongBits(right) == doubleToLongBits(-0.0);
      case MINUS -> doubleToLongBits(right) == doubleToLongBits(0.0);
      case TIMES, DIVIDED_BY, POWER -> right == 1;
      case REMAINDER, MAXIMUM, MINIMUM -> false;
    };
  }

  @Override
  public Term apply(Elementary function) {
    return rule instanceof Rule.Constant(double x)
        ? terms.constant(function.applyAsDouble(x), shape)
        : terms.of(new Rule.Applied(function, this), shape);
  }

  @Override
  public Term compare(Comparison comparison, Term other) {
    Shape common = shape.broadcast(other.shape);
    return rule instanceof Rule.Constant(double a) && other.rule instanceof Rule.Constant(double b)
        ? terms.constant(comparison.holds(a, b) ? 1 : 0, common)
        : terms.of(new Rule.Compared(comparison, this, other), common);
  }

  @Override
  public Term where(Term yes, Term no) {
    Shape common = shape.broadcast(yes.shape).broadcast(no.shape);
    return terms.of(new Rule.Chosen(this, yes, no), common);
  }

  // ---- Products

  @Override
  public Term dot(Term other) {
    boolean bothSingle = size() == 1 && other.size() == 1;
    if (shape.rank() == 0 || other.shape.rank() == 0) {
      return bothSingle ? times(other) : number(0).plus(times(other));
    }
    Shape result = productShape(other.shape);
    return bothSingle ? reshape(result).times(other.reshape(result)) : product(other, result);
  }

  private Shape productShape(Shape other) {
    if (shape.rank() == 2) {
      return other.rank() == 2 ? Shape.of(rows(), other.columns()) : Shape.of(rows());
    }
    return other.rank() == 2 ? Shape.of(other.columns()) : Shape.SCALAR;
  }

  // From this many columns on EJML adds up whole rows, which the processor does several entries at
  // a time: as fast as it gets. It begins each sum with the first product rather than with zero.
  // With fewer it forms one sum after another, just as the plan does; then its calls and checks,
  // and the passage of the product through memory, would cost more than the few sums themselves.
  private Term product(Term other, Shape result) {
    Term upright = other.shape.rank() == 1 ? other.reshape(Shape.of(other.size(), 1)) : other;
    if (upright.columns() >= EjmlParameters.MULT_COLUMN_SWITCH) {
      Rule matrices = new Rule.MatrixProduct(sideBySide(), upright.sideBySide());
      return number(0).plus(terms.of(matrices, result));
    }
    Window a = window();
    Window b = upright.window();
    // A matrix times a vector is a vector: its entries lie along the only row it has.
    boolean downwards = result.rank() == 2;
    Rule sums =
        new Rule.Product(
            new Window(a.of(), a.offset(), downwards ? a.rowStride() : 0, downwards ? 0 : a.rowStride()),
            a.columnStride(),
            new Window(b.of(), b.offset(), 0, b.columnStride()),
            b.rowStride(),
            columns());
    return terms.of(sums, result);
  }

  @Override
  public Term outer(Term other) {
    return reshape(Shape.of(size(), 1)).times(other.reshape(Shape.of(1, other.size())));
  }

  // ---- Reductions

  @Override
  public Term sum(Over over) {
    return reduced(Reduction.SUM, over, x -> x.sum(over));
  }

  @Override
  public Term mean(Over over) {
    return sum(over).dividedBy(number(over.count(shape)));
  }

  @Override
  public Term max(Over over) {
    return reduced(Reduction.MAX, over, x -> x.max(over));
  }

  @Override
  public Term min(Over over) {
    return reduced(Reduction.MIN, over, x -> x.min(over));
  }

  private Term reduced(Reduction reduction, Over over, UnaryOperator<Tensor> onFigures) {
    if (shape.rank() == 0 && over.axis().isPresent()) {
      return this;
    }
    Shape result = over.reduced(shape);
    if (rule instanceof Rule.Constant(double value) && result.size() > 0) {
      return terms.constant(onFigures.apply(Tensor.full(shape, value)).get(0), result);
    }
    Term x = sideBySide();
    boolean sideBySide =
        over.axis().isPresent() && over.axis().getAsInt() == shape.rank() - 1;
    Rule reduced =
        result.size() == 1
            ? new Rule.Reduced(reduction, x, 0, 1, size())
            : sideBySide
                ? new Rule.Reduced(reduction, x, columns(), 1, columns())
                : new Rule.Reduced(reduction, x, 1, columns(), rows());
    return terms.of(reduced, result);
  }

  @Override
  public Term sumTo(Shape target) {
    boolean overRows = target.rows() != rows();
    boolean overColumns = target.columns() != columns();
    Term total = this;
    if (overRows && overColumns) {
      total = sum(Over.ALL);
    } else if (overRows || overColumns) {
      total = sum(Over.axis(overRows ? 0 : -1, shape, true));
    }
    return total.reshape(target);
  }

  // ---- Windows

  private Term seen(Window window, int rowStride, int columnStride, int offset, Shape to) {
    if (rule instanceof Rule.Constant(double value)) {
      return terms.constant(value, to);
    }
    Window next =
        new Window(
            window.of(),
            offset,
            to.rows() == 1 ? 0 : rowStride,
            to.columns() == 1 ? 0 : columnStride);
    boolean isAll = to.equals(window.of().shape) && next.isWhole(to.rows(), to.columns());
    return isAll ? window.of() : terms.of(next, to);
  }

  @Override
  public Term transpose() {
    Window w = window();
    return shape.rank() < 2
        ? this
        : seen(w, w.columnStride(), w.rowStride(), w.offset(), shape.transposed());
  }

  @Override
  public Term broadcastTo(Shape to) {
    Window w = window();
    return seen(w, w.rowStride(), w.columnStride(), w.offset(), to);
  }

  @Override
  public Term reshape(Shape to) {
    if (to.equals(shape)) {
      return this;
    }
    if (!isEven()) {
      return copied().reshape(to);
    }
    Window w = window();
    return seen(w, to.columns() * evenStride(), evenStride(), w.offset(), to);
  }

  // Whether its entries, counted row after row, lie at even distances.
  private boolean isEven() {
    Window w = window();
    return rows() == 1 || columns() == 1 || w.rowStride() == columns() * w.columnStride();
  }

  private int evenStride() {
    return columns() == 1 ? window().rowStride() : window().columnStride();
  }

  @Override
  public Term gather(Selection selection) {
    Shape part = selection.part();
    if (part.size() == 0 || rule instanceof Rule.Constant) {
      return reshapedConstant(part);
    }
    if (!isEven()) {
      return copied().gather(selection);
    }
    int first = selection.position(0);
    int right = part.columns() > 1 ? selection.position(1) - first : 0;
    int down = part.rows() > 1 ? selection.position(part.columns()) - first : 0;
    boolean isRegular =
        IntStream.range(0, part.size())
            .allMatch(k ->
                selection.position(k)
                    == first + k / part.columns() * down + k % part.columns() * right);
    if (!isRegular) {
      return terms.of(new Rule.Gathered(sideBySide(), selection), part);
    }
    int stride = evenStride();
    Window w = window();
    return seen(w, down * stride, right * stride, w.offset() + first * stride, part);
  }

  private Term reshapedConstant(Shape to) {
    return terms.constant(rule instanceof Rule.Constant(double value) ? value : 0, to);
  }

  // ---- Entries moved

  @Override
  public Term scatter(Selection selection) {
    return terms.of(new Rule.Scattered(sideBySide(), selection), selection.whole());
  }

  @Override
  public Term put(Selection selection, Term part) {
    return terms.of(new Rule.Replaced(sideBySide(), selection, part.sideBySide()), shape);
  }

  @Override
  public Term stacked(List<Term> all) {
    Shape row = all.getFirst().shape;
    Shape whole =
        row.rank() == 0 ? Shape.of(all.size()) : Shape.of(all.size(), row.columns());
    return terms.of(new Rule.Stacked(all.stream().map(Term::sideBySide).toList()), whole);
  }
}
