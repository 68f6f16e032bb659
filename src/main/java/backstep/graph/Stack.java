package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Selection;
import backstep.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/// y = the operands, all of one shape, as the rows of one array: each takes its row's gradient.
public record Stack() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.getFirst().stacked(x);
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    Shape part = x.get(operand).shape();
    int from = operand * part.size();
    int[] row = IntStream.range(from, from + part.size()).toArray();
    return dy.gather(new Selection(String.valueOf(operand), dy.shape(), part, row));
  }

  @Override
  public String symbol() {
    return "[…]";
  }
}
