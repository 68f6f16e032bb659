package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Shape;
import java.util.List;

/// Yᵢⱼ = uᵢ·vⱼ of the flattened operands, so du = dY·v and dv = dYᵀ·u.
public record Outer() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.get(0).outer(x.get(1));
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    T mine = x.get(operand);
    T other = x.get(1 - operand);
    T towards = operand == 0 ? dy : dy.transpose();
    return towards.dot(other.reshape(Shape.of(other.shape().size()))).reshape(mine.shape());
  }

  @Override
  public String symbol() {
    return "⊗";
  }
}
