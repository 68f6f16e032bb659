package backstep.graph;

import backstep.tensor.Arithmetic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One differentiable operation y = f(x₀, x₁, …).
///
/// An op is a record in a file of its own and says two things: its value, and its vector-Jacobian
/// product (VJP), that is ∂L/∂xᵢ as a function of the upstream gradient ∂L/∂y. Both are written in
/// the words of [Arithmetic], so that the same line yields the figures, the NumPy code and the
/// typeset rule.
///
/// A VJP may have the shape of y where xᵢ was broadcast to it: the one place that adds such shares
/// up is [Backpropagation].
public sealed interface Op
    permits Absolute,
        Add,
        Clip,
        Cos,
        Divide,
        Dot,
        Exp,
        Index,
        Log,
        Max,
        Maximum,
        Mean,
        Min,
        Minimum,
        Multiply,
        Negate,
        Outer,
        Power,
        Put,
        Remainder,
        Reshape,
        Sin,
        Sqrt,
        Stack,
        Subtract,
        Sum,
        Tanh,
        Transpose,
        Where {

  /// f(x₀, x₁, …).
  <T extends Arithmetic<T>> T value(List<T> x);

  /// The vector-Jacobian product for one operand.
  ///
  /// @param operand which operand, from 0
  /// @param x the operands
  /// @param y this op's value
  /// @param dy the upstream gradient ∂L/∂y, in the shape of y
  <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy);

  /// A sign for the op's badge: `+`, `·`, `exp`.
  String symbol();

  /// The badge of the op with its literal operands folded in: `×½`, `²`, `1−`.
  ///
  /// @param literals for each operand its number if it is a literal, else null
  default String badge(List<@Nullable Double> literals) {
    return symbol();
  }
}
