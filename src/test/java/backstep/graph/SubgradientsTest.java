package backstep.graph;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.tensor.Over;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Where an op has a kink or a tie, the gradient that its file states is the one that is taken.
class SubgradientsTest {
  private final Tape tape = new Tape();

  private Node input(double... entries) {
    return tape.leaf(Node.Leaf.Kind.INPUT, Tensor.vector(entries), "");
  }

  private Node literal(double value) {
    return tape.leaf(Node.Leaf.Kind.LITERAL, Tensor.scalar(value), "");
  }

  /// The gradients of Σ op(x) by each operand that takes one.
  private List<double[]> gradients(Op op, Node... x) {
    Node y = tape.record(op, List.of(x), "");
    Map<Node, Tensor> all = Graph.of(tape.record(new Sum(Over.ALL), List.of(y), "")).gradients();
    List<double[]> gradients = new ArrayList<>();
    for (Node operand : x) {
      if (operand.differentiable()) {
        gradients.add(all.get(operand).toArray());
      }
    }
    return gradients;
  }

  private static Op max(Node a, Node b) {
    return new Maximum(Tie.between(a, b));
  }

  private static Op min(Node a, Node b) {
    return new Minimum(Tie.between(a, b));
  }

  @Test
  void reluHasSlopeZeroAtZeroWhicheverWayItIsWritten() {
    Node zero = literal(0);
    Node x = input(-1, 0, 2);
    assertThat(gradients(max(zero, x), zero, x)).containsExactly(new double[] {0, 0, 1});
    assertThat(gradients(max(x, zero), x, zero)).containsExactly(new double[] {0, 0, 1});
    assertThat(gradients(min(zero, x), zero, x)).containsExactly(new double[] {1, 0, 0});
    assertThat(gradients(min(x, zero), x, zero)).containsExactly(new double[] {1, 0, 0});
  }

  @Test
  void negativeZeroIsAtTheKinkToo() {
    Node zero = literal(0);
    Node x = input(-0.0);
    assertThat(gradients(max(zero, x), zero, x)).containsExactly(new double[] {0});
  }

  @Test
  void twoEqualSidesThatBothTakeAGradientShareIt() {
    Node a = input(1, 2, 3);
    Node b = input(1, 3, 2);
    assertThat(Tie.between(a, b)).isEqualTo(Tie.EVEN);
    assertThat(gradients(max(a, b), a, b))
        .containsExactly(new double[] {0.5, 0, 1}, new double[] {0.5, 1, 0});
    assertThat(gradients(min(a, b), a, b))
        .containsExactly(new double[] {0.5, 1, 0}, new double[] {0.5, 0, 1});
  }

  @Test
  void atATieAllOfTheGradientArrivesSomewhere() {
    Node a = input(1);
    Node b = input(1);
    for (Tie tie : Tie.values()) {
      for (Op op : List.of(new Maximum(tie), new Minimum(tie))) {
        List<double[]> shares = gradients(op, a, b);
        assertThat(shares.get(0)[0] + shares.get(1)[0]).isEqualTo(1);
      }
    }
    assertThat(gradients(new Maximum(Tie.FIRST), a, b).getFirst()).containsExactly(1);
    assertThat(gradients(new Minimum(Tie.SECOND), a, b).getLast()).containsExactly(1);
  }

  @Test
  void theAbsoluteValueHasSlopeZeroAtZero() {
    assertThat(gradients(new Absolute(), input(-2, 0, 3))).containsExactly(new double[] {-1, 0, 1});
  }

  @Test
  void clippingLetsTheGradientPassAtItsBounds() {
    Node x = input(-2, -1, 0, 1, 2);
    assertThat(gradients(new Clip(), x, literal(-1), literal(1)))
        .containsExactly(new double[] {0, 1, 1, 1, 0});
  }

  @Test
  void aBoundTakesTheGradientWhereItHolds() {
    Node low = input(-1);
    Node high = input(1);
    Node x = input(-2, -1, 0, 1, 2);
    assertThat(gradients(new Clip(), x, low, high))
        .containsExactly(new double[] {0, 1, 1, 1, 0}, new double[] {1}, new double[] {1});
  }

  @Test
  void equalLargestEntriesShareTheGradientEvenly() {
    assertThat(gradients(new Max(Over.ALL), input(3, 1, 3, 3)))
        .containsExactly(new double[] {1 / 3.0, 0, 1 / 3.0, 1 / 3.0});
    assertThat(gradients(new Min(Over.ALL), input(3, 1, 1, 3)))
        .containsExactly(new double[] {0, 0.5, 0.5, 0});
  }

  @Test
  void eachRowSharesAmongItsOwnLargestEntries() {
    Node x = tape.leaf(Node.Leaf.Kind.INPUT, Tensor.of(Shape.of(2, 3), 5, 5, 1, 2, 7, 7), "");
    Over rows = new Over(OptionalInt.of(1), false);
    assertThat(gradients(new Max(rows), x))
        .containsExactly(new double[] {0.5, 0.5, 0, 0, 0.5, 0.5});
  }

  @Test
  void theRootsSlopeAtZeroIsInfinite() {
    assertThat(gradients(new Sqrt(), input(0)))
        .containsExactly(new double[] {Double.POSITIVE_INFINITY});
  }

  @Test
  void atAJumpOfTheRemainderTheSlopeFromTheRightIsTaken() {
    Node a = input(6);
    Node b = input(3);
    assertThat(gradients(new Remainder(), a, b))
        .containsExactly(new double[] {1}, new double[] {-2});
  }

  @Test
  void theExponentOfANegativeBaseHasNoRealSlope() {
    List<double[]> shares = gradients(new Power(), input(-2), input(3));
    assertThat(shares.getFirst()).containsExactly(12);
    assertThat(shares.getLast()).containsExactly(Double.NaN);
  }
}
