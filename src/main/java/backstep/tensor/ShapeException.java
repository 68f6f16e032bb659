package backstep.tensor;

import java.util.List;

/// An operation was asked of arrays whose shapes do not allow it.
///
/// It speaks in no language of the window: `kind` and `arguments` say what happened, and the
/// message is the one NumPy gives.
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /// What went wrong. The comment of each constant names its arguments.
  public enum Kind {
    /// Left shape, right shape, left length, its axis, right length, its axis.
    ALIGN("shapes %s and %s not aligned: %s (dim %s) != %s (dim %s)"),
    /// Left shape, right shape.
    BROADCAST("operands could not be broadcast together with shapes %s %s"),
    /// The array's shape, the shape asked for.
    BROADCAST_TO(
        "operands could not be broadcast together with remapped shapes "
            + "[original->remapped]: %s  and requested shape %s"),
    /// The array's size, the shape asked for.
    RESHAPE("cannot reshape array of size %s into shape %s"),
    /// No arguments: two axes of a reshape were left open.
    UNKNOWN_TWICE("can only specify one unknown dimension"),
    /// The axis, the array's rank.
    AXIS("axis %s is out of bounds for array of dimension %s"),
    /// The rank asked for. NumPy allows 32; Backstep draws at most a table.
    RANK("an array of dimension %s is more than the 2 that are supported"),
    /// No arguments.
    NEGATIVE("negative dimensions are not allowed"),
    /// No arguments.
    TOO_BIG("Maximum allowed dimension exceeded"),
    /// No arguments: nothing to stack.
    STACK_NOTHING("need at least one array to stack"),
    /// The first shape, the shape that differs.
    STACK_UNEQUAL("all input arrays must have the same shape"),
    /// `maximum` or `minimum`.
    EMPTY("zero-size array to reduction operation %s which has no identity"),
    /// The array's shape.
    ITEM("can only convert an array of size 1 to a Python scalar"),
    /// The operand that is a number, 0 or 1: `@` wants arrays.
    MATMUL_SCALAR(
        "matmul: Input operand %s does not have enough dimensions "
            + "(has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)"),
    /// Right length, left length.
    MATMUL_ALIGN(
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
            + "(n?,k),(k,m?)->(n?,m?) (size %s is different from %s)");

    private final String numpyText;

    Kind(String numpyText) {
      this.numpyText = numpyText;
    }
  }

  private final Kind kind;
  private final transient List<Object> arguments;

  /// A failure of this kind; see the constant for its arguments.
  public ShapeException(Kind kind, Object... arguments) {
    super(kind.numpyText.formatted(written(arguments)));
    this.kind = kind;
    this.arguments = List.of(arguments);
  }

  /// What went wrong.
  public Kind kind() {
    return kind;
  }

  /// The shapes, lengths and axes concerned, in the order the kind names them.
  public List<Object> arguments() {
    return arguments;
  }

  private static Object[] written(Object[] arguments) {
    Object[] written = arguments.clone();
    for (int i = 0; i < written.length; i++) {
      if (written[i] instanceof Shape shape) {
        written[i] = shape.inMessage();
      }
    }
    return written;
  }
}
