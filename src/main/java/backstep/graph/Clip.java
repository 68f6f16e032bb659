package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Comparison;
import java.util.List;

/// y = min(max(x, lo), hi): the gradient passes where lo ≤ x ≤ hi, the bounds included, and else
/// goes to the bound that holds.
public record Clip() implements Op {
  @Override
  public <T extends Arithmetic<T>> T value(List<T> x) {
    return x.get(0).maximum(x.get(1)).minimum(x.get(2));
  }

  @Override
  public <T extends Arithmetic<T>> T pullback(int operand, List<T> x, T y, T dy) {
    T low = x.get(1);
    T high = x.get(2);
    T inside =
        switch (operand) {
          case 1 -> x.get(0).compare(Comparison.LESS, low);
          case 2 -> x.get(0).compare(Comparison.GREATER, high);
          default ->
              x.get(0)
                  .compare(Comparison.GREATER_EQUAL, low)
                  .times(x.get(0).compare(Comparison.LESS_EQUAL, high));
        };
    return dy.times(inside);
  }

  @Override
  public String symbol() {
    return "clip";
  }
}
