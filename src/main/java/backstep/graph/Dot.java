package backstep.graph;

import backstep.tensor.Arithmetic;
import java.util.List;

/// Y = A·B as NumPy's `dot`, so dA = dY·Bᵀ and dB = Aᵀ·dY (Petersen and Pedersen, *The Matrix
/// Cookbook*, 2012, section 2.5). Where one side is a vector the same rule reads as an outer
/// product, and for two vectors as a scaling.
public record Dot() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.get(0).dot(x.get(1));
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    T a = x.get(0);
    T b = x.get(1);
    if (dy.shape().rank() == 0 || a.shape().rank() == 0 || b.shape().rank() == 0) {
      return dy.times(x.get(1 - operand));
    }
    if (operand == 0) {
      if (b.shape().rank() == 1) {
        return dy.outer(b);
      }
      return a.shape().rank() == 1 ? b.dot(dy) : dy.dot(b.transpose());
    }
    return a.shape().rank() == 1 ? a.outer(dy) : a.transpose().dot(dy);
  }

  @Override
  public String symbol() {
    return "·";
  }
}
