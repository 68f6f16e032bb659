package backstep.graph;

import static java.util.Map.entry;

import backstep.tensor.Over;
import backstep.tensor.Selection;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

/// For every op random operands, of all ranks and shapes that it takes, at which it is smooth.
public final class OpCases {
  /// An op with operands.
  ///
  /// @param op the op
  /// @param x the operands
  /// @param constants which of them take no gradient
  public record Case(Op op, List<Tensor> x, List<Integer> constants) {
    Case(Op op, Tensor... x) {
      this(op, List.of(x), List.of());
    }

    /// Its operands as leaves of a tape.
    public List<Node> leaves(Tape tape) {
      List<Node> leaves = new ArrayList<>();
      for (int i = 0; i < x.size(); i++) {
        boolean constant = constants.contains(i);
        leaves.add(
            tape.leaf(
                constant ? Node.Leaf.Kind.CONSTANT : Node.Leaf.Kind.INPUT, x.get(i), "x" + i));
      }
      return leaves;
    }
  }

  static final Map<Class<? extends Op>, Function<Random, Case>> OF =
      Map.ofEntries(
          entry(Absolute.class, r -> new Case(new Absolute(), any(r))),
          entry(Add.class, r -> two(new Add(), r)),
          entry(Clip.class, OpCases::clip),
          entry(Cos.class, r -> new Case(new Cos(), any(r))),
          entry(Divide.class, r -> two(new Divide(), r)),
          entry(Dot.class, OpCases::dot),
          entry(Exp.class, r -> new Case(new Exp(), any(r))),
          entry(Index.class, OpCases::index),
          entry(Log.class, r -> new Case(new Log(), positive(r, shape(r)))),
          entry(Max.class, r -> reduced(Max::new, r, false)),
          entry(Maximum.class, r -> apart(new Maximum(tie(r)), r)),
          entry(Mean.class, r -> reduced(Mean::new, r, false)),
          entry(Min.class, r -> reduced(Min::new, r, false)),
          entry(Minimum.class, r -> apart(new Minimum(tie(r)), r)),
          entry(Multiply.class, r -> two(new Multiply(), r)),
          entry(Negate.class, r -> new Case(new Negate(), any(r))),
          entry(Outer.class, r -> new Case(new Outer(), any(r), any(r))),
          entry(Power.class, OpCases::power),
          entry(Put.class, OpCases::put),
          entry(Remainder.class, OpCases::remainder),
          entry(Reshape.class, OpCases::reshape),
          entry(Sin.class, r -> new Case(new Sin(), any(r))),
          entry(Sqrt.class, r -> new Case(new Sqrt(), positive(r, shape(r)))),
          entry(Stack.class, OpCases::stack),
          entry(Subtract.class, r -> two(new Subtract(), r)),
          entry(Sum.class, r -> reduced(Sum::new, r, true)),
          entry(Tanh.class, r -> new Case(new Tanh(), any(r))),
          entry(Transpose.class, r -> new Case(new Transpose(), any(r))),
          entry(Where.class, OpCases::where));

  private OpCases() {}

  // ---- Shapes

  static Shape shape(Random r) {
    return switch (r.nextInt(3)) {
      case 0 -> Shape.SCALAR;
      case 1 -> Shape.of(length(r));
      default -> Shape.of(length(r), length(r));
    };
  }

  private static int length(Random r) {
    return 1 + r.nextInt(4);
  }

  /// Two or more shapes that broadcast to one another.
  static List<Shape> meeting(int count, Random r) {
    Shape whole = shape(r);
    return IntStream.range(0, count).mapToObj(_ -> shrunk(whole, r)).toList();
  }

  private static Shape shrunk(Shape whole, Random r) {
    int rank = r.nextInt(3) == 0 ? r.nextInt(whole.rank() + 1) : whole.rank();
    int rows = rank < 2 || r.nextInt(3) == 0 ? 1 : whole.rows();
    int columns = rank < 1 || r.nextInt(3) == 0 ? 1 : whole.columns();
    return new Shape(rank, rows, columns);
  }

  // ---- Figures

  /// Figures from 0.3 to 2, of either sign: nowhere near 0.
  public static Tensor any(Random r, Shape shape) {
    return filled(shape, () -> (0.3 + 1.7 * r.nextDouble()) * (r.nextBoolean() ? 1 : -1));
  }

  private static Tensor any(Random r) {
    return any(r, shape(r));
  }

  private static Tensor positive(Random r, Shape shape) {
    return filled(shape, () -> 0.3 + 1.7 * r.nextDouble());
  }

  /// Figures no two of which are closer than a tenth.
  private static Tensor distinct(Random r, Shape shape) {
    List<Integer> steps = new ArrayList<>(IntStream.range(-15, 15).boxed().toList());
    Collections.shuffle(steps, r);
    return Tensor.of(
        shape, IntStream.range(0, shape.size()).mapToDouble(i -> steps.get(i) / 10.0).toArray());
  }

  private static Tensor filled(Shape shape, DoubleSupplier figure) {
    return Tensor.full(shape, 0).map(_ -> figure.getAsDouble());
  }

  // ---- Ops

  private static Case two(Op op, Random r) {
    List<Shape> shapes = meeting(2, r);
    return new Case(op, any(r, shapes.get(0)), any(r, shapes.get(1)));
  }

  private static Tie tie(Random r) {
    return List.of(Tie.FIRST, Tie.SECOND, Tie.EVEN).get(r.nextInt(3));
  }

  // One side has even tenths, the other odd ones, so that none are equal.
  private static Case apart(Op op, Random r) {
    List<Shape> shapes = meeting(2, r);
    return new Case(
        op,
        filled(shapes.get(0), () -> r.nextInt(-10, 10) / 5.0),
        filled(shapes.get(1), () -> r.nextInt(-10, 10) / 5.0 + 0.1));
  }

  private static Case clip(Random r) {
    List<Shape> shapes = meeting(3, r);
    return new Case(
        new Clip(),
        filled(shapes.get(0), () -> r.nextInt(-10, 10) / 5.0),
        filled(shapes.get(1), () -> -0.7 + r.nextInt(0, 3) / 5.0),
        filled(shapes.get(2), () -> 0.3 + r.nextInt(0, 3) / 5.0));
  }

  private static Case dot(Random r) {
    int rows = length(r);
    int inner = length(r);
    int columns = length(r);
    List<List<Shape>> pairs =
        List.of(
            List.of(Shape.SCALAR, shape(r)),
            List.of(shape(r), Shape.SCALAR),
            List.of(Shape.of(inner), Shape.of(inner)),
            List.of(Shape.of(rows, inner), Shape.of(inner)),
            List.of(Shape.of(inner), Shape.of(inner, columns)),
            List.of(Shape.of(rows, inner), Shape.of(inner, columns)));
    List<Shape> pair = pairs.get(r.nextInt(pairs.size()));
    return new Case(new Dot(), any(r, pair.get(0)), any(r, pair.get(1)));
  }

  private static Case power(Random r) {
    List<Shape> shapes = meeting(2, r);
    Tensor exponent = any(r, shapes.get(1));
    boolean whole = r.nextBoolean();
    return whole
        ? new Case(
            new Power(),
            List.of(any(r, shapes.get(0)), exponent.map(Math::rint)),
            List.of(1)) // below 0 only whole powers are real
        : new Case(new Power(), positive(r, shapes.get(0)), exponent);
  }

  private static Case remainder(Random r) {
    while (true) {
      List<Shape> shapes = meeting(2, r);
      Tensor a = any(r, shapes.get(0)).times(3.0);
      Tensor b = any(r, shapes.get(1));
      Tensor part = a.dividedBy(b).map(x -> x - Math.rint(x));
      if (part.map(Math::abs).min().item() > 0.02) {
        return new Case(new Remainder(), a, b);
      }
    }
  }

  private static Case reduced(Function<Over, Op> op, Random r, boolean mayBeEmpty) {
    Shape shape = mayBeEmpty && r.nextInt(10) == 0 ? Shape.of(0) : shape(r);
    OptionalInt axis =
        shape.rank() == 0 || r.nextInt(3) == 0
            ? OptionalInt.empty()
            : OptionalInt.of(r.nextInt(shape.rank()));
    return new Case(op.apply(new Over(axis, r.nextBoolean())), distinct(r, shape));
  }

  private static Case index(Random r) {
    Shape whole = shape(r);
    return new Case(new Index(selection(whole, r, true)), any(r, whole));
  }

  private static Case put(Random r) {
    Shape whole = shape(r);
    Selection selection = selection(whole, r, false);
    Shape part = r.nextBoolean() ? selection.part() : shrunk(selection.part(), r);
    return new Case(new Put(selection), any(r, whole), any(r, part));
  }

  private static Selection selection(Shape whole, Random r, boolean mayRepeat) {
    List<Integer> places = new ArrayList<>(IntStream.range(0, whole.size()).boxed().toList());
    Collections.shuffle(places, r);
    int count = 1 + r.nextInt(mayRepeat ? 5 : whole.size());
    int[] chosen =
        IntStream.range(0, count)
            .map(i -> mayRepeat ? r.nextInt(whole.size()) : places.get(i))
            .toArray();
    Shape part =
        count == 1 && r.nextBoolean()
            ? Shape.SCALAR
            : r.nextBoolean() ? Shape.of(count) : Shape.of(count, 1);
    return new Selection("…", whole, part, chosen);
  }

  private static Case reshape(Random r) {
    Shape from = shape(r);
    List<Shape> to = new ArrayList<>(List.of(Shape.of(from.size()), Shape.of(from.size(), 1)));
    to.add(Shape.of(1, from.size()));
    to.add(Shape.of(from.columns(), from.rows()));
    if (from.size() == 1) {
      to.add(Shape.SCALAR);
    }
    return new Case(new Reshape(to.get(r.nextInt(to.size()))), any(r, from));
  }

  private static Case stack(Random r) {
    Shape row = r.nextBoolean() ? Shape.SCALAR : Shape.of(length(r));
    List<Tensor> rows = IntStream.range(0, length(r)).mapToObj(_ -> any(r, row)).toList();
    return new Case(new Stack(), rows, List.of());
  }

  private static Case where(Random r) {
    List<Shape> shapes = meeting(3, r);
    Tensor mask = filled(shapes.get(0), () -> r.nextInt(2));
    return new Case(
        new Where(), List.of(mask, any(r, shapes.get(1)), any(r, shapes.get(2))), List.of(0));
  }

  /// One case of every op, in the order of their names.
  public static List<Case> all(Random r) {
    Map<String, Case> byName = new java.util.TreeMap<>(new HashMap<>());
    OF.forEach((op, make) -> byName.put(op.getSimpleName(), make.apply(r)));
    return List.copyOf(byName.values());
  }
}
