package backstep.tensor;

import backstep.tensor.ShapeException.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// An immutable array of rank 0, 1 or 2 whose entries are `double`s, with NumPy's rules.
///
/// Two tensors are equal when their shapes and the bits of their entries are; so NaN equals NaN,
/// and 0.0 differs from -0.0. No operation changes its operands.
public final class Tensor implements Arithmetic<Tensor> {
  private final Shape shape;
  private final DMatrixRMaj matrix;

  private Tensor(Shape shape, double[] entries) {
    this.shape = shape;
    this.matrix = DMatrixRMaj.wrap(shape.rows(), shape.columns(), entries);
  }

  /// A single number, of shape `()`.
  public static Tensor scalar(double value) {
    return new Tensor(Shape.SCALAR, new double[] {value});
  }

  /// An array of shape `(n,)`.
  public static Tensor vector(double... entries) {
    return new Tensor(Shape.of(entries.length), entries.clone());
  }

  /// An array of shape `(r, c)`; every row has the length of the first.
  public static Tensor matrix(double[][] rows) {
    return stackRows(Arrays.stream(rows).map(Tensor::vector).toList());
  }

  /// An array of this shape, its entries given row after row.
  public static Tensor of(Shape shape, double... rowMajor) {
    requireSize(shape, rowMajor.length);
    return new Tensor(shape, rowMajor.clone());
  }

  /// An array of zeros.
  public static Tensor zeros(Shape shape) {
    return new Tensor(shape, new double[shape.size()]);
  }

  /// An array filled with one value.
  public static Tensor full(Shape shape, double value) {
    double[] entries = new double[shape.size()];
    Arrays.fill(entries, value);
    return new Tensor(shape, entries);
  }

  /// `np.stack`: arrays of one shape, one after another along a new first axis.
  public static Tensor stack(List<Tensor> parts) {
    if (parts.isEmpty()) {
      throw new ShapeException(Kind.STACK_NOTHING);
    }
    return stackRows(parts);
  }

  private static Tensor stackRows(List<Tensor> parts) {
    Shape part = parts.isEmpty() ? Shape.of(0) : parts.getFirst().shape;
    for (Tensor next : parts) {
      if (!next.shape.equals(part)) {
        throw new ShapeException(Kind.STACK_UNEQUAL, part, next.shape);
      }
    }
    Shape whole =
        switch (part.rank()) {
          case 0 -> Shape.of(parts.size());
          case 1 -> Shape.of(parts.size(), part.columns());
          default -> throw new ShapeException(Kind.RANK, part.rank() + 1);
        };
    double[] entries = new double[whole.size()];
    for (int i = 0; i < parts.size(); i++) {
      System.arraycopy(parts.get(i).entries(), 0, entries, i * part.size(), part.size());
    }
    return new Tensor(whole, entries);
  }

  @Override
  public Shape shape() {
    return shape;
  }

  public int rank() {
    return shape.rank();
  }

  public int size() {
    return shape.size();
  }

  /// The entry at a position counted row after row.
  public double get(int flat) {
    return entries()[flat];
  }

  /// The entry of the matrix of `shape().rows()` × `shape().columns()`.
  public double get(int row, int column) {
    Objects.checkIndex(row, shape.rows());
    Objects.checkIndex(column, shape.columns());
    return entries()[row * shape.columns() + column];
  }

  /// The one entry of an array of size 1, whatever its rank.
  public double item() {
    if (size() != 1) {
      throw new ShapeException(Kind.ITEM, shape);
    }
    return entries()[0];
  }

  /// A copy of the entries, row after row.
  public double[] toArray() {
    return entries().clone();
  }

  /// Whether no entry is infinite or NaN.
  public boolean isFinite() {
    for (double entry : entries()) {
      if (!Double.isFinite(entry)) {
        return false;
      }
    }
    return true;
  }

  /// yᵢ = f(xᵢ)
  public Tensor map(DoubleUnaryOperator f) {
    double[] x = entries();
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = f.applyAsDouble(x[i]);
    }
    return new Tensor(shape, y);
  }

  /// zᵢ = f(xᵢ, yᵢ), both operands stretched to their common shape first.
  public Tensor zip(Tensor other, DoubleBinaryOperator f) {
    if (shape.equals(other.shape)) {
      double[] x = entries();
      double[] y = other.entries();
      double[] z = new double[x.length];
      for (int i = 0; i < z.length; i++) {
        z[i] = f.applyAsDouble(x[i], y[i]);
      }
      return new Tensor(shape, z);
    }
    Shape common = shape.broadcast(other.shape);
    return stretchedZip(common, other, f);
  }

  // An axis of length 1 is stretched by standing still on it: its stride is 0.
  private Tensor stretchedZip(Shape common, Tensor other, DoubleBinaryOperator f) {
    double[] x = entries();
    double[] y = other.entries();
    double[] z = new double[common.size()];
    int xRow = shape.rows() == 1 ? 0 : shape.columns();
    int yRow = other.shape.rows() == 1 ? 0 : other.shape.columns();
    int xColumn = shape.columns() == 1 ? 0 : 1;
    int yColumn = other.shape.columns() == 1 ? 0 : 1;
    int columns = common.columns();
    for (int i = 0; i < common.rows(); i++) {
      for (int j = 0; j < columns; j++) {
        z[i * columns + j] = f.applyAsDouble(x[i * xRow + j * xColumn], y[i * yRow + j * yColumn]);
      }
    }
    return new Tensor(common, z);
  }

  /// z = x + y, with broadcasting.
  @Override
  public Tensor plus(Tensor other) {
    return bothScalar(other) ? scalar(first() + other.first()) : zip(other, Binary.PLUS);
  }

  /// z = x − y, with broadcasting.
  @Override
  public Tensor minus(Tensor other) {
    return bothScalar(other) ? scalar(first() - other.first()) : zip(other, Binary.MINUS);
  }

  /// z = x ⊙ y, entry by entry, with broadcasting.
  @Override
  public Tensor times(Tensor other) {
    return bothScalar(other) ? scalar(first() * other.first()) : zip(other, Binary.TIMES);
  }

  /// z = x ⊘ y, entry by entry, with broadcasting. Division by zero gives an infinity or NaN.
  @Override
  public Tensor dividedBy(Tensor other) {
    return bothScalar(other) ? scalar(first() / other.first()) : zip(other, Binary.DIVIDED_BY);
  }

  /// y = −x
  @Override
  public Tensor negate() {
    return map(x -> -x);
  }

  /// y = c · x
  public Tensor times(double factor) {
    return map(x -> x * factor);
  }

  /// `np.dot`: xᵀy for two vectors, X·Y for matrices, a matrix applied to a vector from either
  /// side; with a number it is a plain product.
  @Override
  public Tensor dot(Tensor other) {
    boolean withNumber = rank() == 0 || other.rank() == 0;
    if (!withNumber && shape.columns() != other.lengthBelow()) {
      throw new ShapeException(
          Kind.ALIGN, shape, other.shape, shape.columns(), rank() - 1, other.lengthBelow(), 0);
    }
    Tensor product = withNumber ? times(other) : product(other);
    return size() == 1 && other.size() == 1 ? product : product.addedToZero();
  }

  /// `x @ y`: as `dot`, but a number is refused.
  public Tensor matmul(Tensor other) {
    if (rank() == 0 || other.rank() == 0) {
      throw new ShapeException(Kind.MATMUL_SCALAR, rank() == 0 ? 0 : 1);
    }
    if (shape.columns() != other.lengthBelow()) {
      throw new ShapeException(Kind.MATMUL_ALIGN, other.lengthBelow(), shape.columns());
    }
    return product(other).addedToZero();
  }

  // A vector on the right stands upright: n × 1.
  private Tensor product(Tensor other) {
    int columns = other.rank() == 1 ? 1 : other.shape.columns();
    DMatrixRMaj right = DMatrixRMaj.wrap(other.lengthBelow(), columns, other.entries());
    DMatrixRMaj product = new DMatrixRMaj(shape.rows(), columns);
    CommonOps_DDRM.mult(matrix, right, product);
    Shape result =
        rank() == 2
            ? other.rank() == 2 ? Shape.of(shape.rows(), columns) : Shape.of(shape.rows())
            : other.rank() == 2 ? Shape.of(columns) : Shape.SCALAR;
    return new Tensor(result, product.data);
  }

  // NumPy adds the products to a plain zero, EJML to the first of them: -0.0 would stay -0.0.
  private Tensor addedToZero() {
    return map(x -> 0.0 + x);
  }

  private int lengthBelow() {
    return rank() == 2 ? shape.rows() : shape.columns();
  }

  /// `np.outer`: Zᵢⱼ = xᵢ · yⱼ, both operands flattened.
  @Override
  public Tensor outer(Tensor other) {
    return reshape(Shape.of(size(), 1)).times(other.reshape(Shape.of(1, other.size())));
  }

  /// Yⱼᵢ = Xᵢⱼ; arrays of rank 0 and 1 stay as they are.
  @Override
  public Tensor transpose() {
    if (rank() < 2) {
      return this;
    }
    DMatrixRMaj transposed = new DMatrixRMaj(shape.columns(), shape.rows());
    CommonOps_DDRM.transpose(matrix, transposed);
    return new Tensor(shape.transposed(), transposed.data);
  }

  /// The same entries in another shape of the same size.
  @Override
  public Tensor reshape(Shape other) {
    requireSize(other, size());
    return new Tensor(other, entries());
  }

  /// Σ xᵢ over all entries, added in NumPy's order.
  public Tensor sum() {
    return scalar(PairwiseSum.of(entries(), 0, size()));
  }

  /// Σ over one axis, added in NumPy's order: pairwise where the entries lie side by side, row by
  /// row along the first of two axes.
  public Tensor sum(int axis, boolean keepDims) {
    if (isScalarReduction(axis)) {
      return this;
    }
    Shape result = shape.reduced(axis, keepDims);
    if (result.size() == 1) {
      return sum().reshape(result);
    }
    double[] x = entries();
    double[] total = new double[result.size()];
    int columns = shape.columns();
    if (shape.axis(axis) == rank() - 1) {
      for (int i = 0; i < shape.rows(); i++) {
        total[i] = PairwiseSum.of(x, i * columns, columns);
      }
    } else {
      for (int i = 0; i < shape.rows(); i++) {
        for (int j = 0; j < columns; j++) {
          total[j] += x[i * columns + j];
        }
      }
    }
    return new Tensor(result, total);
  }

  /// The greatest entry; NaN where there is one.
  public Tensor max() {
    return extreme("maximum", Binary.MAXIMUM);
  }

  /// The greatest entries along one axis; NaN where there is one.
  public Tensor max(int axis, boolean keepDims) {
    return extreme(axis, keepDims, "maximum", Binary.MAXIMUM);
  }

  /// The least entry; NaN where there is one.
  public Tensor min() {
    return extreme("minimum", Binary.MINIMUM);
  }

  /// The least entries along one axis; NaN where there is one.
  public Tensor min(int axis, boolean keepDims) {
    return extreme(axis, keepDims, "minimum", Binary.MINIMUM);
  }

  private Tensor extreme(String name, DoubleBinaryOperator better) {
    return reshape(Shape.of(size())).extreme(0, false, name, better);
  }

  private Tensor extreme(int axis, boolean keepDims, String name, DoubleBinaryOperator better) {
    if (isScalarReduction(axis)) {
      return this;
    }
    Shape result = shape.reduced(axis, keepDims);
    if (shape.dim(axis) == 0) {
      throw new ShapeException(Kind.EMPTY, name);
    }
    boolean alongRows = shape.axis(axis) == rank() - 1;
    double[] x = entries();
    double[] best = new double[result.size()];
    int columns = shape.columns();
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < columns; j++) {
        double next = x[i * columns + j];
        int to = alongRows ? i : j;
        boolean first = (alongRows ? j : i) == 0;
        best[to] = first ? next : better.applyAsDouble(best[to], next);
      }
    }
    return new Tensor(result, best);
  }

  // NumPy lets a single number be reduced over axis 0 or -1, although it has none.
  private boolean isScalarReduction(int axis) {
    return rank() == 0 && (axis == 0 || axis == -1);
  }

  /// `np.broadcast_to`: the array repeated along its axes of length 1 until it has this shape.
  @Override
  public Tensor broadcastTo(Shape target) {
    if (shape.equals(target)) {
      return this;
    }
    if (!shape.stretchesTo(target)) {
      throw new ShapeException(Kind.BROADCAST_TO, shape, target);
    }
    return zip(zeros(target), (x, _) -> x);
  }

  /// The adjoint of `broadcastTo`: adds up over every axis that a broadcast from `target` to this
  /// shape stretched, so that ⟨broadcast(x), y⟩ = ⟨x, sumTo(y)⟩.
  @Override
  public Tensor sumTo(Shape target) {
    if (shape.equals(target)) {
      return this;
    }
    if (!target.stretchesTo(shape)) {
      throw new ShapeException(Kind.BROADCAST_TO, target, shape);
    }
    boolean overRows = target.rows() != shape.rows();
    boolean overColumns = target.columns() != shape.columns();
    Tensor total = this;
    if (overRows && overColumns) {
      total = sum();
    } else if (overRows) {
      total = sum(0, true);
    } else if (overColumns) {
      total = sum(-1, true);
    }
    return total.reshape(target);
  }

  /// yₖ = x[positionₖ]: the entries at these flat positions, in an array of shape `result`.
  public Tensor gather(int[] flatPositions, Shape result) {
    requireSize(result, flatPositions.length);
    double[] x = entries();
    double[] y = new double[flatPositions.length];
    for (int k = 0; k < y.length; k++) {
      y[k] = x[flatPositions[k]];
    }
    return new Tensor(result, y);
  }

  /// The adjoint of `gather`: zeros of shape `whole`, to which entry k is added at positionₖ. A
  /// position that occurs twice receives both.
  public Tensor scatterAdd(int[] flatPositions, Shape whole) {
    requireSize(Shape.of(flatPositions.length), size());
    double[] y = entries();
    double[] x = new double[whole.size()];
    for (int k = 0; k < y.length; k++) {
      x[flatPositions[k]] += y[k];
    }
    return new Tensor(whole, x);
  }

  /// A copy in which the entry at positionₖ is entry k of `part`; of two at one position the last
  /// holds.
  public Tensor put(int[] flatPositions, Tensor part) {
    requireSize(Shape.of(flatPositions.length), part.size());
    double[] x = toArray();
    for (int k = 0; k < flatPositions.length; k++) {
      x[flatPositions[k]] = part.get(k);
    }
    return new Tensor(shape, x);
  }

  @Override
  public Tensor number(double value) {
    return scalar(value);
  }

  @Override
  public Tensor remainder(Tensor other) {
    return zip(other, Binary.REMAINDER);
  }

  @Override
  public Tensor power(Tensor exponent) {
    return zip(exponent, Binary.POWER);
  }

  @Override
  public Tensor apply(Elementary function) {
    return map(function);
  }

  @Override
  public Tensor maximum(Tensor other) {
    return zip(other, Binary.MAXIMUM);
  }

  @Override
  public Tensor minimum(Tensor other) {
    return zip(other, Binary.MINIMUM);
  }

  @Override
  public Tensor compare(Comparison comparison, Tensor other) {
    return zip(other, (a, b) -> comparison.holds(a, b) ? 1 : 0);
  }

  @Override
  public Tensor where(Tensor yes, Tensor no) {
    Shape common = shape.broadcast(yes.shape).broadcast(no.shape);
    double[] mask = broadcastTo(common).entries();
    double[] chosen = yes.broadcastTo(common).toArray();
    double[] other = no.broadcastTo(common).entries();
    for (int i = 0; i < chosen.length; i++) {
      if (mask[i] == 0) {
        chosen[i] = other[i];
      }
    }
    return new Tensor(common, chosen);
  }

  @Override
  public Tensor sum(Over over) {
    return over.axis().isPresent()
        ? sum(over.axis().getAsInt(), over.keepDims())
        : sum().reshape(over.reduced(shape));
  }

  @Override
  public Tensor mean(Over over) {
    return sum(over).dividedBy(number(over.count(shape)));
  }

  @Override
  public Tensor max(Over over) {
    return over.axis().isPresent()
        ? max(over.axis().getAsInt(), over.keepDims())
        : max().reshape(over.reduced(shape));
  }

  @Override
  public Tensor min(Over over) {
    return over.axis().isPresent()
        ? min(over.axis().getAsInt(), over.keepDims())
        : min().reshape(over.reduced(shape));
  }

  @Override
  public Tensor gather(Selection selection) {
    return gather(selection.positions(), selection.part());
  }

  @Override
  public Tensor scatter(Selection selection) {
    return scatterAdd(selection.positions(), selection.whole());
  }

  @Override
  public Tensor put(Selection selection, Tensor part) {
    return put(selection.positions(), part);
  }

  @Override
  public Tensor stacked(List<Tensor> all) {
    return stack(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && shape.equals(that.shape)
        && Arrays.equals(entries(), that.entries());
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(entries());
  }

  /// As NumPy prints it.
  @Override
  public String toString() {
    return NumpyFormat.array(this, DType.FLOAT);
  }

  // Read only: the array is shared between a tensor and its reshaped views.
  private double[] entries() {
    return matrix.data;
  }

  private double first() {
    return matrix.data[0];
  }

  private boolean bothScalar(Tensor other) {
    return rank() == 0 && other.rank() == 0;
  }

  private static void requireSize(Shape shape, int size) {
    if (shape.size() != size) {
      throw new ShapeException(Kind.RESHAPE, size, shape);
    }
  }
}
