package backstep.graph;

import backstep.tensor.Arithmetic;
import backstep.tensor.Comparison;

/// To whom it counts where the two sides of a maximum or minimum are equal.
public enum Tie {
  /// The first operand takes the whole gradient.
  FIRST,
  /// The second operand takes the whole gradient.
  SECOND,
  /// Each takes half: the mean of the two one-sided derivatives, as central differences give.
  EVEN;

  /// The rule for `a` and `b`: a side that takes no gradient wins the ties.
  public static Tie between(Node a, Node b) {
    if (!a.differentiable()) {
      return FIRST;
    }
    return b.differentiable() ? EVEN : SECOND;
  }

  /// Which part of the gradient a side takes: 1 where it wins, 0 where it loses.
  <T extends Arithmetic<T>> T share(int operand, T mine, T other, Comparison wins) {
    T winner = mine.compare(wins, other);
    if (this == EVEN) {
      T tied = mine.compare(Comparison.EQUAL, other);
      return winner.plus(tied.number(0.5).times(tied));
    }
    boolean tieIsMine = (this == FIRST) == (operand == 0);
    return tieIsMine ? mine.compare(orEqual(wins), other) : winner;
  }

  private static Comparison orEqual(Comparison strict) {
    return strict == Comparison.GREATER ? Comparison.GREATER_EQUAL : Comparison.LESS_EQUAL;
  }
}
