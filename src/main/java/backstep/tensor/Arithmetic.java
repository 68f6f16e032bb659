package backstep.tensor;

import java.util.List;

/// What numbers and formulas have in common.
///
/// An op states its value and its vector-Jacobian product once, in these words. Worked out on
/// [Tensor]s they are the figures; worked out on formulas they are the code and the mathematics
/// that stand beside the figures. So the two can never part.
///
/// Shapes broadcast as in NumPy. Every method returns a new value; none changes its operands.
///
/// @param <T> the numbers or the formulas themselves
public interface Arithmetic<T extends Arithmetic<T>> {
  /// The shape this value has, or would have once computed.
  Shape shape();

  /// A plain number of the same kind as this value.
  T number(double value);

  /// x + o, entry by entry.
  T plus(T other);

  /// x − o, entry by entry.
  T minus(T other);

  /// x · o, entry by entry (the Hadamard product).
  T times(T other);

  /// x / o, entry by entry.
  T dividedBy(T other);

  /// x mod o with the sign of o, entry by entry, as Python's `%`.
  T remainder(T other);

  /// xᵒ, entry by entry.
  T power(T other);

  /// −x.
  T negate();

  /// f(x), entry by entry.
  T apply(Elementary function);

  /// The larger of the two, entry by entry; NaN wins.
  T maximum(T other);

  /// The smaller of the two, entry by entry; NaN wins.
  T minimum(T other);

  /// 1 where the comparison holds, else 0.
  T compare(Comparison comparison, T other);

  /// This value is a mask: `yes` where it is not zero, else `no`.
  T where(T yes, T no);

  /// NumPy's `dot`: inner product, matrix-vector or matrix product, or scaling by a scalar.
  T dot(T other);

  /// uᵢ·vⱼ of the two flattened operands.
  T outer(T other);

  /// xᵀ; a vector or scalar is its own transpose, as in NumPy.
  T transpose();

  /// The same entries in row-major order in another shape.
  T reshape(Shape shape);

  /// Entries added up.
  T sum(Over over);

  /// Entries averaged.
  T mean(Over over);

  /// The largest entry.
  T max(Over over);

  /// The smallest entry.
  T min(Over over);

  /// This value repeated until it has that shape.
  T broadcastTo(Shape shape);

  /// Undoes a broadcast: adds up over the axes along which a value of that shape was repeated.
  T sumTo(Shape shape);

  /// The selected entries.
  T gather(Selection selection);

  /// Zeros everywhere but at the selected entries, which are this value's: the adjoint of
  /// [#gather].
  T scatter(Selection selection);

  /// A copy whose selected entries are those of `part`.
  T put(Selection selection, T part);

  /// Values of one shape as the rows of one array; `all` holds this value as well.
  T stacked(List<T> all);
}
