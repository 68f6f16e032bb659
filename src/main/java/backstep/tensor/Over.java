package backstep.tensor;

import java.util.OptionalInt;

/// What a reduction (sum, mean, max, min) runs over: every axis, or one.
///
/// @param axis the axis, 0 or 1, or none for all of them
/// @param keepDims whether the reduced axes stay, with length 1
public record Over(OptionalInt axis, boolean keepDims) {
  /// Over all entries, leaving a scalar.
  public static final Over ALL = new Over(OptionalInt.empty(), false);

  /// Over one axis of a value of that shape; negative axes count from the last, as in NumPy.
  ///
  /// @throws ShapeException if the shape has no such axis
  public static Over axis(int axis, Shape shape, boolean keepDims) {
    return new Over(OptionalInt.of(shape.axis(axis)), keepDims);
  }

  /// The shape of the result.
  public Shape reduced(Shape shape) {
    return axis.isPresent() ? shape.reduced(axis.getAsInt(), keepDims) : shape.reduced(keepDims);
  }

  /// The shape of the result if the reduced axes were kept, with length 1.
  public Shape kept(Shape shape) {
    return new Over(axis, true).reduced(shape);
  }

  /// How many entries make one entry of the result.
  public int count(Shape shape) {
    return axis.isPresent() ? shape.dim(axis.getAsInt()) : shape.size();
  }
}
