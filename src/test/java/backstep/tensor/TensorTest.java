package backstep.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.tensor.ShapeException.Kind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TensorTest {
  private static final Tensor TABLE = Tensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}});

  @Nested
  @DisplayName("A tensor never changes")
  class Immutable {
    @Test
    void whenTheArrayItWasMadeFromDoes() {
      double[] entries = {1, 2};
      double[][] rows = {{1, 2}};
      Tensor vector = Tensor.vector(entries);
      Tensor of = Tensor.of(Shape.of(2), entries);
      Tensor matrix = Tensor.matrix(rows);
      entries[0] = 9;
      rows[0][0] = 9;
      assertThat(List.of(vector.get(0), of.get(0), matrix.get(0))).containsOnly(1.0);
    }

    @Test
    void whenAnArrayTakenFromItDoes() {
      TABLE.toArray()[0] = 9;
      TABLE.shape().dims()[0] = 9;
      assertThat(TABLE.get(0)).isEqualTo(1);
      assertThat(TABLE.shape()).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void whenAReshapedOneIsPutInto() {
      Tensor flat = TABLE.reshape(Shape.of(6));
      flat.put(new int[] {0}, Tensor.scalar(9));
      assertThat(TABLE.get(0)).isEqualTo(1);
    }
  }

  @Nested
  @DisplayName("Equality")
  class Equality {
    @Test
    void isByShapeAndBits() {
      assertThat(Tensor.vector(1, Double.NaN))
          .isEqualTo(Tensor.vector(1, Double.NaN))
          .hasSameHashCodeAs(Tensor.vector(1, Double.NaN));
      assertThat(Tensor.scalar(0.0)).isNotEqualTo(Tensor.scalar(-0.0));
      assertThat(Tensor.scalar(1)).isNotEqualTo(Tensor.vector(1));
      assertThat(Tensor.vector(1)).isNotEqualTo(Tensor.matrix(new double[][] {{1}}));
    }
  }

  @Nested
  @DisplayName("Entries")
  class Entries {
    @Test
    void areFoundByPositionOrByRowAndColumn() {
      assertThat(TABLE.get(4)).isEqualTo(5);
      assertThat(TABLE.get(1, 1)).isEqualTo(5);
      assertThat(TABLE.transpose().get(2, 1)).isEqualTo(6);
    }

    @Test
    void areNotFoundInTheNextRow() {
      assertThatThrownBy(() -> TABLE.get(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> TABLE.get(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void scatteredToOnePlaceAddUpAndPutThereTheLastHolds() {
      Tensor part = Tensor.vector(10, 20, 30);
      int[] positions = {2, 0, 2};
      assertThat(part.scatterAdd(positions, Shape.of(3))).isEqualTo(Tensor.vector(20, 0, 40));
      assertThat(Tensor.vector(1, 2, 3).put(positions, part)).isEqualTo(Tensor.vector(20, 2, 30));
    }

    @Test
    void areFiniteOnlyAllTogether() {
      assertThat(TABLE.isFinite()).isTrue();
      assertThat(TABLE.dividedBy(Tensor.vector(1, 0, 1)).isFinite()).isFalse();
      assertThat(Tensor.vector(0, Double.NaN).isFinite()).isFalse();
      assertThat(Tensor.zeros(Shape.of(0)).isFinite()).isTrue();
    }
  }

  @Nested
  @DisplayName("A shape exception")
  class Exceptions {
    @Test
    void namesWhatDoesNotFit() {
      assertThatThrownBy(() -> TABLE.dot(Tensor.vector(1, 2)))
          .hasMessage("shapes (2,3) and (2,) not aligned: 3 (dim 1) != 2 (dim 0)")
          .isInstanceOfSatisfying(
              ShapeException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(Kind.ALIGN);
                assertThat(e.arguments()).containsExactly(Shape.of(2, 3), Shape.of(2), 3, 1, 2, 0);
              });
    }

    @Test
    void comesOfAnAxisThatIsNotThere() {
      assertThatThrownBy(() -> Tensor.vector(1, 2).max(2, false))
          .hasMessage("axis 2 is out of bounds for array of dimension 1");
      assertThatThrownBy(() -> Shape.of(2, 3).dim(-3))
          .hasMessage("axis -3 is out of bounds for array of dimension 2");
    }

    @Test
    void comesOfShapesThatCannotBe() {
      assertThatThrownBy(() -> Shape.of(-1)).hasMessage("negative dimensions are not allowed");
      assertThatThrownBy(() -> Shape.of(new int[] {1, 2, 3}))
          .isInstanceOfSatisfying(
              ShapeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.RANK));
      assertThatThrownBy(() -> Shape.of(1 << 16, 1 << 16))
          .isInstanceOfSatisfying(
              ShapeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_BIG));
      assertThatThrownBy(() -> Shape.of(0).reshaped(1 << 16, 1 << 16))
          .isInstanceOfSatisfying(
              ShapeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.RESHAPE));
      assertThatThrownBy(() -> new Shape(1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comesOfAskingManyEntriesForOne() {
      assertThatThrownBy(TABLE::item)
          .hasMessage("can only convert an array of size 1 to a Python scalar");
      assertThat(Tensor.matrix(new double[][] {{7}}).item()).isEqualTo(7);
    }

    @Test
    void comesOfStackingNothing() {
      assertThatThrownBy(() -> Tensor.stack(List.of()))
          .hasMessage("need at least one array to stack");
      assertThatThrownBy(() -> Tensor.matrix(new double[][] {{1}, {1, 2}}))
          .isInstanceOf(ShapeException.class);
    }
  }

  @Test
  @DisplayName("Of 0.0 and -0.0 the second is the greater and the less, as in NumPy")
  void signsOfZero() {
    Tensor plus = Tensor.vector(0.0, 1);
    Tensor minus = Tensor.vector(-0.0, Double.NaN);
    assertThat(plus.maximum(minus)).hasToString("[-0. nan]");
    assertThat(minus.maximum(plus)).hasToString("[ 0. nan]");
    assertThat(plus.minimum(minus)).hasToString("[-0. nan]");
    assertThat(minus.minimum(plus)).hasToString("[ 0. nan]");
    assertThat(Tensor.vector(0.0, -0.0).max()).isEqualTo(Tensor.scalar(-0.0));
    assertThat(Tensor.vector(-0.0, 0.0).min()).isEqualTo(Tensor.scalar(0.0));
  }

  @Test
  void everyPowerOfOneIsOne() {
    Tensor exponents = Tensor.vector(Double.NaN, Double.POSITIVE_INFINITY, 3);
    assertThat(Tensor.scalar(1).power(exponents)).hasToString("[1. 1. 1.]");
    assertThat(Tensor.scalar(-1).power(exponents)).hasToString("[nan  1. -1.]");
  }

  @Test
  void shapesPrintAsPythonPrintsThem() {
    assertThat(List.of(Shape.SCALAR, Shape.of(2), Shape.of(2, 3)))
        .map(Shape::toString)
        .containsExactly("()", "(2,)", "(2, 3)");
  }

  @Test
  @DisplayName("The two-layer network of the notebook prints its own figures")
  void notebook() {
    Tensor x = Tensor.vector(.5, .8);
    Tensor w1 = Tensor.matrix(new double[][] {{.2, .4}, {.1, .3}});
    Tensor w2 = Tensor.matrix(new double[][] {{.5}, {.6}});
    Tensor r1 = w1.dot(x).plus(Tensor.vector(.1, .2)).map(z -> Math.max(0, z));
    Tensor r2 = r1.dot(w2).plus(Tensor.vector(.3)).map(z -> Math.max(0, z));
    Tensor d2 = r2.minus(Tensor.scalar(1));
    Tensor rate = Tensor.scalar(.01);
    assertThat(w2.minus(rate.times(r1.outer(d2)))).hasToString("[[0.5007592]\n [0.6007154]]");
    assertThat(w1.minus(rate.times(w2.dot(d2).outer(x))))
        .hasToString("[[0.200365  0.400584 ]\n [0.100438  0.3007008]]");
  }
}
