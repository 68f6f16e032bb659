package backstep.tensor;

import backstep.tensor.ShapeException.Kind;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The lengths of an array's axes: `()`, `(n,)` or `(r, c)`.
///
/// Every shape is also a matrix of `rows` × `columns`: rank 0 is 1 × 1 and rank 1 is 1 × n, a row,
/// because broadcasting aligns the trailing axes. An axis may have length zero, as in NumPy.
public record Shape(int rank, int rows, int columns) {
  /// The shape `()` of a single number.
  public static final Shape SCALAR = new Shape(0, 1, 1);

  public Shape {
    if (rank < 0 || rank > 2) {
      throw new ShapeException(Kind.RANK, rank);
    }
    if (rows < 0 || columns < 0) {
      throw new ShapeException(Kind.NEGATIVE);
    }
    if ((rank < 2 && rows != 1) || (rank == 0 && columns != 1)) {
      throw new IllegalArgumentException("rank " + rank + " cannot be " + rows + " x " + columns);
    }
    if ((long) rows * columns > Integer.MAX_VALUE) {
      throw new ShapeException(Kind.TOO_BIG);
    }
  }

  /// The shape `(n,)`.
  public static Shape of(int n) {
    return new Shape(1, 1, n);
  }

  /// The shape `(r, c)`.
  public static Shape of(int r, int c) {
    return new Shape(2, r, c);
  }

  /// The shape with these axes, none, one or two of them.
  public static Shape of(int[] dims) {
    return switch (dims.length) {
      case 0 -> SCALAR;
      case 1 -> of(dims[0]);
      case 2 -> of(dims[0], dims[1]);
      default -> throw new ShapeException(Kind.RANK, dims.length);
    };
  }

  /// The number of entries: the product of all axes.
  public int size() {
    return rows * columns;
  }

  /// The length of one axis; a negative axis counts from the last.
  public int dim(int axis) {
    return axis(axis) == rank - 1 ? columns : rows;
  }

  /// The lengths of all axes, first axis first.
  public int[] dims() {
    return switch (rank) {
      case 0 -> new int[] {};
      case 1 -> new int[] {columns};
      default -> new int[] {rows, columns};
    };
  }

  /// The axis counted from the first, 0 ≤ axis < rank, where -1 names the last one.
  public int axis(int axis) {
    if (axis < -rank || axis >= rank) {
      throw new ShapeException(Kind.AXIS, axis, rank);
    }
    return axis < 0 ? axis + rank : axis;
  }

  /// The shape that is left when one axis is reduced: without it, or with length 1 in its place.
  public Shape reduced(int axis, boolean keepDims) {
    int[] dims = dims();
    int reduced = axis(axis);
    if (keepDims) {
      dims[reduced] = 1;
      return of(dims);
    }
    return rank == 1 ? SCALAR : of(dims[1 - reduced]);
  }

  /// The shape that is left when every axis is reduced.
  public Shape reduced(boolean keepDims) {
    return keepDims ? new Shape(rank, 1, 1) : SCALAR;
  }

  /// The shape with its axes in reverse order.
  public Shape transposed() {
    return rank == 2 ? of(columns, rows) : this;
  }

  /// The shape that an array of this shape takes when asked to become `dims`, one of which may be
  /// -1: as long as it has to be.
  public Shape reshaped(int... dims) {
    if (dims.length > 2) {
      throw new ShapeException(Kind.RANK, dims.length);
    }
    int unknown = -1;
    long known = 1; // two factors of at most 2³¹ each, so it cannot overflow
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] >= 0) {
        known *= dims[i];
      } else if (unknown >= 0) {
        throw new ShapeException(Kind.UNKNOWN_TWICE);
      } else {
        unknown = i;
      }
    }
    boolean fits = unknown < 0 ? known == size() : known > 0 && size() % known == 0;
    if (!fits) {
      throw new ShapeException(Kind.RESHAPE, size(), wanted(dims));
    }
    int[] resolved = dims.clone();
    if (unknown >= 0) {
      resolved[unknown] = (int) (size() / known);
    }
    return of(resolved);
  }

  /// The shape in which arrays of both shapes meet: axes are aligned at the last one, and an axis
  /// of length 1 stretches to the other's length.
  public Shape broadcast(Shape other) {
    if (equals(other)) {
      return this;
    }
    if (!meets(rows, other.rows) || !meets(columns, other.columns)) {
      throw new ShapeException(Kind.BROADCAST, this, other);
    }
    int rank = Math.max(this.rank, other.rank);
    return new Shape(rank, stretched(rows, other.rows), stretched(columns, other.columns));
  }

  /// Whether an array of this shape can be stretched to `target`.
  public boolean stretchesTo(Shape target) {
    return rank <= target.rank
        && (rows == target.rows || rows == 1)
        && (columns == target.columns || columns == 1);
  }

  /// How an entry is written after its array's name: `[1]`, `[0, 1]`; a number has nothing.
  ///
  /// @param entry its row-major position
  public String place(int entry) {
    return switch (rank) {
      case 0 -> "";
      case 1 -> "[" + entry + "]";
      default -> "[" + entry / columns + ", " + entry % columns + "]";
    };
  }

  /// As Python prints it: `()`, `(2,)`, `(2, 3)`.
  @Override
  public String toString() {
    return written(", ");
  }

  /// As NumPy writes it in its messages: `()`, `(2,)`, `(2,3)`.
  String inMessage() {
    return written(",");
  }

  private String written(String comma) {
    return switch (rank) {
      case 0 -> "()";
      case 1 -> "(" + columns + ",)";
      default -> "(" + rows + comma + columns + ")";
    };
  }

  private static boolean meets(int a, int b) {
    return a == b || a == 1 || b == 1;
  }

  private static int stretched(int a, int b) {
    return a == 1 ? b : a;
  }

  // NumPy keeps silent about an open axis in front.
  private static String wanted(int[] dims) {
    String inner =
        Arrays.stream(dims)
            .dropWhile(d -> d < 0)
            .mapToObj(d -> d < 0 ? "newaxis" : Integer.toString(d))
            .collect(Collectors.joining(","));
    return dims.length == 1 ? "(" + inner + ",)" : "(" + inner + ")";
  }
}
