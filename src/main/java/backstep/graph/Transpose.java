package backstep.graph;

import backstep.tensor.Arithmetic;
import java.util.List;

/// Y = Xᵀ, so dX = dYᵀ.
public record Transpose() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().transpose();
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    return dy.transpose();
  }

  @Override
  public String symbol() {
    return "T";
  }
}
