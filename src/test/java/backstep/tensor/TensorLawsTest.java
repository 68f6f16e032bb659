package backstep.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Laws that hold for every shape. Entries are small whole numbers, so that sums are exact and both
/// sides must agree to the last bit.
class TensorLawsTest {
  private static double inner(Tensor x, Tensor y) {
    assertThat(x.shape()).isEqualTo(y.shape());
    return IntStream.range(0, x.size()).mapToDouble(i -> x.get(i) * y.get(i)).sum();
  }

  private static Tensor any(Shape shape, Random random) {
    return Tensor.of(shape, random.ints(shape.size(), -9, 10).asDoubleStream().toArray());
  }

  @Provide
  Arbitrary<Shape> shapes() {
    Arbitrary<Integer> length = Arbitraries.integers().between(0, 4);
    return Arbitraries.oneOf(
        Arbitraries.just(Shape.SCALAR),
        length.map(Shape::of),
        Combinators.combine(length, length).as(Shape::of));
  }

  /// Two shapes of which the first stretches to the second.
  @Provide
  Arbitrary<List<Shape>> stretches() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Combinators.combine(shapes(), flag, flag, Arbitraries.integers().between(0, 2))
        .as((whole, oneRow, oneColumn, rank) -> {
          int columns = oneColumn || rank == 0 ? 1 : whole.columns();
          int rows = oneRow || rank < 2 ? 1 : whole.rows();
          return List.of(new Shape(Math.min(rank, whole.rank()), rows, columns), whole);
        })
        .filter(pair -> pair.getFirst().stretchesTo(pair.getLast()));
  }

  /// A matrix, and a vector or matrix that it can be applied to.
  @Provide
  Arbitrary<List<Shape>> factors() {
    Arbitrary<Integer> length = Arbitraries.integers().between(0, 4);
    return Combinators.combine(length, length, length, Arbitraries.of(true, false))
        .as((r, k, c, flat) -> List.of(Shape.of(r, k), flat ? Shape.of(k) : Shape.of(k, c)));
  }

  @Property
  void sumToIsTheAdjointOfBroadcastTo(
      @ForAll("stretches") List<Shape> stretch, @ForAll Random random) {
    Tensor x = any(stretch.getFirst(), random);
    Tensor y = any(stretch.getLast(), random);
    assertThat(inner(x.broadcastTo(y.shape()), y)).isEqualTo(inner(x, y.sumTo(x.shape())));
  }

  @Property
  void scatterAddIsTheAdjointOfGather(
      @ForAll("shapes") Shape whole, @ForAll("shapes") Shape part, @ForAll Random random) {
    Assume.that(whole.size() > 0 || part.size() == 0);
    int[] positions =
        IntStream.range(0, part.size()).map(_ -> random.nextInt(whole.size())).toArray();
    Tensor x = any(whole, random);
    Tensor y = any(part, random);
    assertThat(inner(x.gather(positions, part), y))
        .isEqualTo(inner(x, y.scatterAdd(positions, whole)));
  }

  @Property
  void whatIsPutCanBeGathered(
      @ForAll("shapes") Shape whole, @ForAll("shapes") Shape part, @ForAll Random random) {
    Assume.that(part.size() <= whole.size());
    List<Integer> all = new ArrayList<>(IntStream.range(0, whole.size()).boxed().toList());
    Collections.shuffle(all, random);
    int[] positions = all.stream().limit(part.size()).mapToInt(Integer::intValue).toArray();
    int[] others = all.stream().skip(part.size()).mapToInt(Integer::intValue).toArray();
    Tensor x = any(whole, random);
    Tensor y = any(part, random);
    Tensor put = x.put(positions, y);
    assertThat(put.gather(positions, part)).isEqualTo(y);
    Shape rest = Shape.of(others.length);
    assertThat(put.gather(others, rest)).isEqualTo(x.gather(others, rest));
  }

  @Property
  void transposeIsTheAdjointOfDot(@ForAll("factors") List<Shape> factors, @ForAll Random random) {
    Tensor a = any(factors.getFirst(), random);
    Tensor x = any(factors.getLast(), random);
    Tensor ax = a.dot(x);
    Tensor y = any(ax.shape(), random);
    assertThat(inner(ax, y)).isEqualTo(inner(x, a.transpose().dot(y)));
  }

  @Property
  void outerOfVectorsIsTheMatrixThatDotTakes(
      @ForAll("shapes") Shape left, @ForAll("shapes") Shape right, @ForAll Random random) {
    Tensor u = any(left, random);
    Tensor v = any(right, random);
    Tensor m = any(Shape.of(u.size(), v.size()), random);
    Tensor flatU = u.reshape(Shape.of(u.size()));
    Tensor flatV = v.reshape(Shape.of(v.size()));
    assertThat(inner(u.outer(v), m)).isEqualTo(flatU.dot(m.dot(flatV)).item());
  }

  @Property
  void shapesMeetTheSameWayFromBothSides(
      @ForAll("shapes") Shape a, @ForAll("shapes") Shape b, @ForAll Random random) {
    if (meet(a, b)) {
      Shape common = a.broadcast(b);
      assertThat(b.broadcast(a)).isEqualTo(common);
      Tensor x = any(a, random);
      Tensor y = any(b, random);
      assertThat(x.minus(y)).isEqualTo(x.broadcastTo(common).minus(y.broadcastTo(common)));
    } else {
      assertThatThrownBy(() -> a.broadcast(b)).isInstanceOf(ShapeException.class);
      assertThatThrownBy(() -> b.broadcast(a)).isInstanceOf(ShapeException.class);
    }
  }

  private static boolean meet(Shape a, Shape b) {
    int[] left = a.dims();
    int[] right = b.dims();
    return IntStream.range(0, Math.min(left.length, right.length))
        .allMatch(back -> {
          int m = left[left.length - 1 - back];
          int n = right[right.length - 1 - back];
          return m == n || m == 1 || n == 1;
        });
  }

  @Property
  void sumOverOneAxisAndThenTheOtherIsTheWholeSum(
      @ForAll("shapes") Shape shape, @ForAll Random random) {
    Assume.that(shape.rank() == 2);
    Tensor x = any(shape, random);
    assertThat(x.sum(0, false).sum(0, false)).isEqualTo(x.sum());
    assertThat(x.sum(-1, true).sum(-2, false).reshape(Shape.SCALAR)).isEqualTo(x.sum());
  }

  @Property
  void stackedPartsCanBeTakenOutAgain(@ForAll("shapes") Shape part, @ForAll Random random) {
    Assume.that(part.rank() < 2);
    List<Tensor> parts = List.of(any(part, random), any(part, random), any(part, random));
    Tensor whole = Tensor.stack(parts);
    for (int i = 0; i < 3; i++) {
      int start = i * part.size();
      int[] positions = IntStream.range(start, start + part.size()).toArray();
      assertThat(whole.gather(positions, part)).isEqualTo(parts.get(i));
    }
  }

  @Property
  void printedFloatsReadBackAsTheSame(@ForAll long bits) {
    double x = Double.longBitsToDouble(bits);
    Assume.that(Double.isFinite(x));
    assertThat(Double.parseDouble(NumpyFormat.number(x))).isEqualTo(x);
  }
}
