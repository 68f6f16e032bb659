package backstep.python;

import backstep.graph.Absolute;
import backstep.graph.Add;
import backstep.graph.Divide;
import backstep.graph.Dot;
import backstep.graph.Formula;
import backstep.graph.Multiply;
import backstep.graph.Negate;
import backstep.graph.Node;
import backstep.graph.Op;
import backstep.graph.Power;
import backstep.graph.Remainder;
import backstep.graph.Subtract;
import backstep.tensor.Comparison;
import backstep.tensor.DType;
import backstep.tensor.ShapeException;
import backstep.tensor.Tensor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `+ - * / // % ** @`, comparisons, `not` and truth mean for each kind of value, as Python
/// and NumPy have it.
final class Operators {
  private static final Map<Ast.BinaryOp, Op> OPS =
      Map.of(
          Ast.BinaryOp.ADD, new Add(),
          Ast.BinaryOp.SUBTRACT, new Subtract(),
          Ast.BinaryOp.MULTIPLY, new Multiply(),
          Ast.BinaryOp.DIVIDE, new Divide(),
          Ast.BinaryOp.MODULO, new Remainder(),
          Ast.BinaryOp.POWER, new Power(),
          Ast.BinaryOp.MATMUL, new Dot());

  private final Recorder recorder;
  private final Budget budget;
  private final Arrays arrays;

  Operators(Recorder recorder, Budget budget, Arrays arrays) {
    this.recorder = recorder;
    this.budget = budget;
    this.arrays = arrays;
  }

  // ---- Binary operators

  Value binary(Ast.BinaryOp op, Value a, Value b, Span span) {
    if (a instanceof Array || b instanceof Array) {
      return arrays(op, a, b, span);
    }
    if (a.isNumber() && b.isNumber()) {
      return numbers(op, a, b, span);
    }
    return switch (op) {
      case ADD -> joined(a, b, span);
      case MULTIPLY -> b instanceof Value.Int ? repeated(a, b, span) : repeated(b, a, span);
      default -> throw unsupported(op.symbol(), a, b, span);
    };
  }

  private Value joined(Value a, Value b, Span span) {
    if (a instanceof Value.Str x && b instanceof Value.Str y) {
      budget.text((long) x.value().length() + y.value().length(), span);
      return new Value.Str(x.value() + y.value());
    }
    if (a instanceof Value.ListValue x && b instanceof Value.ListValue y) {
      return new Value.ListValue(new ArrayList<>(joined(x.items(), y.items(), span)));
    }
    if (a instanceof Value.Tuple x && b instanceof Value.Tuple y) {
      return new Value.Tuple(joined(x.items(), y.items(), span));
    }
    throw unsupported("+", a, b, span);
  }

  private List<Value> joined(List<Value> a, List<Value> b, Span span) {
    budget.cells((long) a.size() + b.size(), span);
    ArrayList<Value> joined = new ArrayList<>(a);
    joined.addAll(b);
    return joined;
  }

  private Value repeated(Value a, Value times, Span span) {
    if (!(times instanceof Value.Int)) {
      throw unsupported("*", a, times, span);
    }
    long count = Math.max(0, Operators.integer(times));
    return switch (a) {
      case Value.Str s -> {
        budget.text(saturated(s.value().length(), count), span);
        yield new Value.Str(s.value().repeat((int) Math.min(count, Budget.MAX_TEXT)));
      }
      case Value.ListValue l ->
          new Value.ListValue(new ArrayList<>(repeated(l.items(), count, span)));
      case Value.Tuple t -> new Value.Tuple(repeated(t.items(), count, span));
      default -> throw unsupported("*", a, times, span);
    };
  }

  private List<Value> repeated(List<Value> items, long times, Span span) {
    budget.cells(saturated(items.size(), times), span);
    ArrayList<Value> all = new ArrayList<>();
    for (long i = 0; i < times && !items.isEmpty(); i++) {
      all.addAll(items);
    }
    return all;
  }

  private static long saturated(long size, long times) {
    return size == 0 ? 0 : times > Long.MAX_VALUE / size ? Long.MAX_VALUE : size * times;
  }

  // ---- Arrays

  private Value arrays(Ast.BinaryOp op, Value left, Value right, Span span) {
    if (op == Ast.BinaryOp.MATMUL && (left.isNumber() || right.isNumber())) {
      throw Problem.at(span, "run.matmul.scalar").raise();
    }
    Array a = operand(op, left, right, left, span);
    Array b = operand(op, left, right, right, span);
    if (op == Ast.BinaryOp.MATMUL && (a.rank() == 0 || b.rank() == 0)) {
      throw Problem.at(span, "run.matmul.scalar").raise();
    }
    if (op == Ast.BinaryOp.POWER && a.dtype() == DType.BOOL && a.rank() > 0) {
      // NumPy would go on with numbers of eight bits, or of half precision.
      throw unsupported("**", new Value.Bool(true, true), right, span);
    }
    DType result = resultType(op, a.dtype(), b.dtype(), span);
    if (op == Ast.BinaryOp.FLOOR_DIVIDE) {
      return arrays.wrap(floorDivided(a, b, result, span), result);
    }
    if (result == DType.INT && op == Ast.BinaryOp.POWER) {
      refuseNegative(b.tensor(), span);
    }
    if (result == DType.INT && op == Ast.BinaryOp.MODULO) {
      refuseZero(b.tensor(), span);
    }
    Node node = recorder.apply(OPS.get(op), result, span, List.of(a.node(), b.node()));
    return arrays.wrap(result == DType.BOOL ? truths(node, span) : node, result);
  }

  // True + True is True for arrays of truth values.
  Node truths(Node node, Span span) {
    return recorder.constant(node.value().map(x -> x == 0 ? 0 : 1), span);
  }

  private Array operand(Ast.BinaryOp op, Value left, Value right, Value value, Span span) {
    if (value instanceof Value.Str
        || value instanceof Value.NoneValue
        || value instanceof Callable) {
      throw unsupported(op.symbol(), left, right, span);
    }
    return arrays.from(value, span);
  }

  private static DType resultType(Ast.BinaryOp op, DType a, DType b, Span span) {
    DType wider = a.compareTo(b) > 0 ? a : b;
    if (op == Ast.BinaryOp.DIVIDE) {
      return DType.FLOAT;
    }
    if (wider != DType.BOOL) {
      return wider;
    }
    return switch (op) {
      case SUBTRACT -> throw Problem.at(span, "run.bool.subtract").raise();
      // NumPy would go on with whole numbers of eight bits.
      case POWER, FLOOR_DIVIDE, MODULO ->
          throw Problem.at(span, "run.type.binary", op.symbol(), "bool", "bool").raise();
      default -> wider;
    };
  }

  // ⌊a / b⌋ has derivative 0 wherever it has one, so it is not recorded.
  private Node floorDivided(Array a, Array b, DType result, Span span) {
    if (result == DType.INT) {
      refuseZero(b.tensor(), span);
    }
    try {
      Tensor quotient = a.tensor().zip(b.tensor(), Operators::floorDivide);
      budget.cells(quotient.size(), span);
      return result == DType.FLOAT ? recorder.literal(quotient) : recorder.whole(quotient, span);
    } catch (ShapeException e) {
      throw Recorder.problem(e, span).raise();
    }
  }

  private static void refuseNegative(Tensor exponents, Span span) {
    for (int i = 0; i < exponents.size(); i++) {
      if (exponents.get(i) < 0) {
        throw Problem.at(span, "run.power.negativeWhole").raise();
      }
    }
  }

  // NumPy warns and gives 0; a learner is better served by the place.
  private static void refuseZero(Tensor divisors, Span span) {
    for (int i = 0; i < divisors.size(); i++) {
      if (divisors.get(i) == 0) {
        throw Problem.at(span, "run.divide.zero").raise();
      }
    }
  }

  // ---- Numbers

  private Value numbers(Ast.BinaryOp op, Value a, Value b, Span span) {
    boolean numpy = isNumpy(a) || isNumpy(b);
    if (op == Ast.BinaryOp.MATMUL) {
      throw numpy ? Problem.at(span, "run.matmul.scalar").raise() : unsupported("@", a, b, span);
    }
    if (a instanceof Value.Float || b instanceof Value.Float) {
      return floats(op, a, b, numpy, span);
    }
    if (numpy && a instanceof Value.Bool && b instanceof Value.Bool) {
      return arrays(op, a, b, span);
    }
    return wholes(op, integer(a), integer(b), numpy, span);
  }

  private Value wholes(Ast.BinaryOp op, long a, long b, boolean numpy, Span span) {
    try {
      return switch (op) {
        case ADD -> Value.Int.of(Math.addExact(a, b), numpy);
        case SUBTRACT -> Value.Int.of(Math.subtractExact(a, b), numpy);
        case MULTIPLY -> Value.Int.of(Math.multiplyExact(a, b), numpy);
        case FLOOR_DIVIDE -> Value.Int.of(Math.floorDivExact(a, nonZero(b, span)), numpy);
        case MODULO -> Value.Int.of(Math.floorMod(a, nonZero(b, span)), numpy);
        case DIVIDE ->
            numpy
                ? new Value.Float(recorder.literal((double) a / b), true)
                : new Value.Float(recorder.literal(quotient(a, nonZero(b, span))), false);
        case POWER -> power(a, b, numpy, span);
        case MATMUL -> throw new IllegalStateException("@ of numbers");
      };
    } catch (ArithmeticException e) {
      throw Problem.at(span, "run.number.tooLarge").raise();
    }
  }

  private static long nonZero(long divisor, Span span) {
    if (divisor == 0) {
      throw Problem.at(span, "run.divide.zero").raise();
    }
    return divisor;
  }

  // Python rounds the exact quotient once, even where a double cannot hold the operands.
  private static double quotient(long a, long b) {
    boolean exact = Math.abs(a) <= Recorder.MAX_EXACT && Math.abs(b) <= Recorder.MAX_EXACT;
    return exact
        ? (double) a / b
        : new BigDecimal(a)
            .divide(new BigDecimal(b), java.math.MathContext.DECIMAL128)
            .doubleValue();
  }

  private Value power(long a, long b, boolean numpy, Span span) {
    if (b < 0) {
      if (numpy) {
        throw Problem.at(span, "run.power.negativeWhole").raise();
      }
      nonZero(a, span);
      return new Value.Float(recorder.literal(StrictMath.pow((double) a, (double) b)), false);
    }
    if (b > 64 && Math.abs(a) > 1) {
      throw new ArithmeticException("beyond 64 bits");
    }
    int exponent = Math.abs(a) <= 1 ? (int) (b & 1) + (b > 0 ? 2 : 0) : (int) b;
    return Value.Int.of(BigInteger.valueOf(a).pow(exponent).longValueExact(), numpy);
  }

  private Value floats(Ast.BinaryOp op, Value a, Value b, boolean numpy, Span span) {
    double x = number(a);
    double y = number(b);
    boolean divides =
        op == Ast.BinaryOp.DIVIDE || op == Ast.BinaryOp.FLOOR_DIVIDE || op == Ast.BinaryOp.MODULO;
    if (divides && y == 0 && !numpy) {
      throw Problem.at(span, "run.divide.zero").raise();
    }
    if (op == Ast.BinaryOp.FLOOR_DIVIDE) {
      return new Value.Float(recorder.literal(floorDivide(x, y)), numpy);
    }
    if (op == Ast.BinaryOp.POWER && !numpy) {
      checkPower(x, y, span);
    }
    Node node = recorder.apply(OPS.get(op), DType.FLOAT, span, List.of(node(a), node(b)));
    return new Value.Float(node, numpy);
  }

  // Where Python's own ** stops: NumPy gives infinity or NaN instead.
  private static void checkPower(double x, double y, Span span) {
    if (x == 0 && y < 0) {
      throw Problem.at(span, "run.power.zero").raise();
    }
    if (x < 0 && Double.isFinite(x) && y != Math.rint(y)) {
      throw Problem.at(span, "run.power.complex").raise();
    }
    if (Double.isInfinite(StrictMath.pow(x, y)) && Double.isFinite(x) && Double.isFinite(y)) {
      throw Problem.at(span, "run.number.overflow").raise();
    }
  }

  /// ⌊x / y⌋ as CPython and NumPy work it out, from the remainder.
  static double floorDivide(double x, double y) {
    if (y == 0) {
      return x / y;
    }
    double rest = x % y;
    double quotient = (x - rest) / y - (rest != 0 && (rest < 0) != (y < 0) ? 1 : 0);
    if (quotient == 0) {
      return Math.copySign(0.0, x / y);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  // ---- Unary operators

  Value unary(Ast.UnaryOp op, Value a, Span span) {
    return switch (op) {
      case NOT -> new Value.Bool(!truth(a, span), false);
      case PLUS -> signed(a, false, span);
      case NEGATE -> signed(a, true, span);
    };
  }

  private Value signed(Value a, boolean negative, Span span) {
    return switch (a) {
      case Value.Float f -> negative ? apply(new Negate(), f, span) : f;
      case Value.Int i when i.value() == Long.MIN_VALUE && negative ->
          throw Problem.at(span, "run.number.tooLarge").raise();
      case Value.Int i -> Value.Int.of(negative ? -i.value() : i.value(), i.numpy());
      case Value.Bool b when !b.numpy() -> Value.Int.of(integer(b) * (negative ? -1 : 1));
      case Array array when array.dtype() != DType.BOOL ->
          negative
              ? arrays.wrap(
                  recorder.apply(new Negate(), array.dtype(), span, List.of(array.node())),
                  array.dtype())
              : arrays.copy(array);
      default ->
          throw Problem.at(span, "run.type.unary", negative ? "-" : "+", a.typeName()).raise();
    };
  }

  private Value.Float apply(Op op, Value.Float f, Span span) {
    return new Value.Float(recorder.apply(op, DType.FLOAT, span, List.of(f.node())), f.numpy());
  }

  /// `abs(x)`.
  Value absolute(Value a, Span span) {
    return switch (a) {
      case Value.Float f -> apply(new Absolute(), f, span);
      case Value.Int i when i.value() != Long.MIN_VALUE ->
          Value.Int.of(Math.abs(i.value()), i.numpy());
      case Value.Bool b when !b.numpy() -> Value.Int.of(integer(b));
      case Array array ->
          arrays.wrap(
              recorder.apply(new Absolute(), array.dtype(), span, List.of(array.node())),
              array.dtype());
      default -> throw Problem.at(span, "run.type.unary", "abs", a.typeName()).raise();
    };
  }

  // ---- Comparisons

  Value compare(Ast.CompareOp op, Value a, Value b, Span span) {
    return switch (op) {
      case IN -> new Value.Bool(contains(b, a, span), false);
      case NOT_IN -> new Value.Bool(!contains(b, a, span), false);
      case IS -> new Value.Bool(same(a, b, span), false);
      case IS_NOT -> new Value.Bool(!same(a, b, span), false);
      case EQ -> ordered(Comparison.EQUAL, a, b, span);
      case NE -> ordered(Comparison.NOT_EQUAL, a, b, span);
      case LT -> ordered(Comparison.LESS, a, b, span);
      case LE -> ordered(Comparison.LESS_EQUAL, a, b, span);
      case GT -> ordered(Comparison.GREATER, a, b, span);
      case GE -> ordered(Comparison.GREATER_EQUAL, a, b, span);
    };
  }

  private Value ordered(Comparison comparison, Value a, Value b, Span span) {
    boolean equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    if (isArrayLike(a, b) || isArrayLike(b, a)) {
      if (equality && !(numeric(a) && numeric(b))) {
        throw Problem.at(span, "run.type.compare", comparison.symbol(), a.typeName(), b.typeName())
            .raise();
      }
      return mask(comparison, arrays.from(a, span), arrays.from(b, span), span);
    }
    boolean numpy = isNumpy(a) || isNumpy(b);
    if (equality) {
      return new Value.Bool(
          equal(a, b, span) == (comparison == Comparison.EQUAL),
          numpy && a.isNumber() && b.isNumber());
    }
    return new Value.Bool(
        switch (comparison) {
          case LESS -> order(a, b, comparison, span) == Order.LESS;
          case GREATER -> order(a, b, comparison, span) == Order.GREATER;
          case LESS_EQUAL -> isOneOf(order(a, b, comparison, span), Order.LESS);
          default -> isOneOf(order(a, b, comparison, span), Order.GREATER);
        },
        numpy);
  }

  // A number of NumPy's makes an array of a list that it is compared with.
  private static boolean isArrayLike(Value value, Value other) {
    return value instanceof Array
        || (isNumpy(value) && (other instanceof Value.ListValue || other instanceof Value.Tuple));
  }

  private static boolean numeric(Value value) {
    return value instanceof Array
        || value.isNumber()
        || value instanceof Value.ListValue
        || value instanceof Value.Tuple;
  }

  private Value mask(Comparison comparison, Array a, Array b, Span span) {
    try {
      Tensor mask = a.tensor().compare(comparison, b.tensor());
      budget.cells(mask.size(), span);
      Node node = recorder.constant(mask, span);
      if (a.node().differentiable() || b.node().differentiable()) {
        Formula meaning = Formula.value(a.node()).compare(comparison, Formula.value(b.node()));
        recorder.origins().meaning(node, meaning);
      }
      return arrays.wrap(node, DType.BOOL);
    } catch (ShapeException e) {
      throw Recorder.problem(e, span).raise();
    }
  }

  /// How two values stand to each other; NaN stands in no order.
  enum Order {
    LESS,
    EQUAL,
    GREATER,
    NONE
  }

  private static boolean isOneOf(Order order, Order wanted) {
    return order == wanted || order == Order.EQUAL;
  }

  /// The order of two numbers, strings, lists or tuples.
  Order order(Value a, Value b, Comparison asked, Span span) {
    if (a.isNumber() && b.isNumber()) {
      return a instanceof Value.Float || b instanceof Value.Float
          ? order(a, b)
          : of(Long.compare(integer(a), integer(b)));
    }
    if (a instanceof Value.Str x && b instanceof Value.Str y) {
      return of(byCodePoint(x.value(), y.value()));
    }
    if (a instanceof Value.ListValue x && b instanceof Value.ListValue y) {
      return lexical(x.items(), y.items(), asked, span);
    }
    if (a instanceof Value.Tuple x && b instanceof Value.Tuple y) {
      return lexical(x.items(), y.items(), asked, span);
    }
    throw Problem.at(span, "run.type.compare", asked.symbol(), a.typeName(), b.typeName()).raise();
  }

  private static Order order(Value a, Value b) {
    double x = number(a);
    double y = number(b);
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Order.NONE;
    }
    if (x != y || Double.isInfinite(x)) {
      return x < y ? Order.LESS : x > y ? Order.GREATER : Order.EQUAL;
    }
    // A large whole number may have been rounded on its way to a double.
    return of(exact(a).compareTo(exact(b)));
  }

  private static BigDecimal exact(Value number) {
    return number instanceof Value.Float f
        ? new BigDecimal(f.value())
        : new BigDecimal(integer(number));
  }

  private static int byCodePoint(String a, String b) {
    return java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }

  private Order lexical(List<Value> a, List<Value> b, Comparison asked, Span span) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (!equal(a.get(i), b.get(i), span)) {
        return order(a.get(i), b.get(i), asked, span);
      }
    }
    return of(Integer.compare(a.size(), b.size()));
  }

  private static Order of(int comparison) {
    return comparison < 0 ? Order.LESS : comparison > 0 ? Order.GREATER : Order.EQUAL;
  }

  boolean equal(Value a, Value b, Span span) {
    budget.step(span);
    if (a.isNumber() && b.isNumber()) {
      return order(a, b, Comparison.EQUAL, span) == Order.EQUAL;
    }
    return switch (a) {
      case Value.Str x -> b instanceof Value.Str y && x.value().equals(y.value());
      case Value.ListValue x -> b instanceof Value.ListValue y && equal(x.items(), y.items(), span);
      case Value.Tuple x -> b instanceof Value.Tuple y && equal(x.items(), y.items(), span);
      case Value.Range x ->
          b instanceof Value.Range y
              && x.size() == y.size()
              && (x.size() == 0
                  || (x.start() == y.start() && (x.size() == 1 || x.step() == y.step())));
      case Value.ElementType x -> x.dtype() == elementType(b);
      case Array x -> truth(ordered(Comparison.EQUAL, x, b, span), span);
      default ->
          b instanceof Array ? truth(ordered(Comparison.EQUAL, a, b, span), span) : a.equals(b);
    };
  }

  // `a.dtype == float`
  private static @Nullable DType elementType(Value value) {
    return switch (value) {
      case Value.ElementType t -> t.dtype();
      case Callable.Builtin b -> b.dtype();
      default -> null;
    };
  }

  private boolean equal(List<Value> a, List<Value> b, Span span) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!identical(a.get(i), b.get(i)) && !equal(a.get(i), b.get(i), span)) {
        return false;
      }
    }
    return true;
  }

  private boolean contains(Value in, Value item, Span span) {
    if (in instanceof Value.Str text) {
      if (!(item instanceof Value.Str part)) {
        throw Problem.at(span, "run.type.inString", item.typeName()).raise();
      }
      return text.value().contains(part.value());
    }
    for (Value other : arrays.items(in, span)) {
      if (identical(other, item) || equal(item, other, span)) {
        return true;
      }
    }
    return false;
  }

  // CPython may or may not keep two equal numbers or strings as one, so asking is refused.
  private static boolean same(Value a, Value b, Span span) {
    boolean onlyOne = isSingle(a) || isSingle(b);
    if (!onlyOne && !(isMutable(a) && isMutable(b))) {
      throw Problem.at(span, "run.is.value").raise();
    }
    return identical(a, b) || (isSingle(a) && a.equals(b));
  }

  // Records compare by what they hold; here the question is whether two are one.
  @SuppressWarnings("ReferenceEquality")
  private static boolean identical(Object a, Object b) {
    return a == b;
  }

  private static boolean isSingle(Value value) {
    return value instanceof Value.NoneValue || (value instanceof Value.Bool b && !b.numpy());
  }

  private static boolean isMutable(Value value) {
    return value instanceof Value.ListValue
        || value instanceof Array
        || value instanceof Value.Iterator
        || value instanceof Callable;
  }

  // ---- Truth

  boolean truth(Value value, Span span) {
    return switch (value) {
      case Value.NoneValue _ -> false;
      case Value.Bool b -> b.value();
      case Value.Int i -> i.value() != 0;
      case Value.Float f -> f.value() != 0;
      case Value.Str s -> !s.value().isEmpty();
      case Value.ListValue l -> !l.items().isEmpty();
      case Value.Tuple t -> !t.items().isEmpty();
      case Value.Range r -> r.size() != 0;
      case Array a when a.tensor().size() == 1 -> a.tensor().item() != 0;
      case Array a -> throw Problem.at(span, "run.truth.array", a.shape().toString()).raise();
      case Callable _, Value.Module _, Value.ElementType _, Value.Iterator _ -> true;
    };
  }

  // ---- Numbers as Java has them

  /// The node of a number, for an op.
  Node node(Value number) {
    return switch (number) {
      case Value.Float f -> f.node();
      case Value.Int i -> recorder.leaves().operand(i);
      case Value.Bool b -> recorder.literal((double) integer(b));
      default -> throw new IllegalArgumentException(number.typeName());
    };
  }

  static double number(Value value) {
    return value instanceof Value.Float f ? f.value() : integer(value);
  }

  static long integer(Value value) {
    return value instanceof Value.Int i ? i.value() : ((Value.Bool) value).value() ? 1 : 0;
  }

  static boolean isNumpy(Value value) {
    return switch (value) {
      case Value.Float f -> f.numpy();
      case Value.Int i -> i.numpy();
      case Value.Bool b -> b.numpy();
      default -> false;
    };
  }

  private static ProblemException unsupported(String op, Value a, Value b, Span span) {
    return Problem.at(span, "run.type.binary", op, a.typeName(), b.typeName()).raise();
  }
}
