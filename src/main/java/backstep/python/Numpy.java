package backstep.python;

import backstep.graph.Absolute;
import backstep.graph.Clip;
import backstep.graph.Cos;
import backstep.graph.Dot;
import backstep.graph.Exp;
import backstep.graph.Formula;
import backstep.graph.Log;
import backstep.graph.Max;
import backstep.graph.Maximum;
import backstep.graph.Mean;
import backstep.graph.Min;
import backstep.graph.Minimum;
import backstep.graph.Node;
import backstep.graph.Op;
import backstep.graph.Outer;
import backstep.graph.Sin;
import backstep.graph.Sqrt;
import backstep.graph.Sum;
import backstep.graph.Tanh;
import backstep.graph.Tie;
import backstep.graph.Transpose;
import backstep.graph.Where;
import backstep.tensor.DType;
import backstep.tensor.Over;
import backstep.tensor.Shape;
import backstep.tensor.ShapeException;
import backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/// The module `np`: what the small Python has of NumPy. Methods of arrays are the same functions,
/// called with a dot.
final class Numpy {
  private static final Map<String, Value> FUNCTIONS = new Numpy().build();

  private final Map<String, Value> members = new HashMap<>();

  static Value.Module module() {
    return new Value.Module("numpy", FUNCTIONS);
  }

  /// A function by its name.
  static Callable.Builtin function(String name) {
    return (Callable.Builtin) FUNCTIONS.get(name);
  }

  private void define(String name, String signature, Callable.Builtin.Code code) {
    members.put(name, new Callable.Builtin(name, Signature.of(signature), code, null));
  }

  private Map<String, Value> build() {
    elementary("exp", new Exp());
    elementary("log", new Log());
    elementary("sqrt", new Sqrt());
    elementary("tanh", new Tanh());
    elementary("sin", new Sin());
    elementary("cos", new Cos());
    define("abs", "x", (m, a) -> unary(m, a, new Absolute()));
    members.put("absolute", members.get("abs"));
    define(
        "square",
        "x",
        (m, a) ->
            m.operators().binary(Ast.BinaryOp.POWER, numbers(m, a), Value.Int.of(2), a.span()));
    operator("power", Ast.BinaryOp.POWER);
    operator("add", Ast.BinaryOp.ADD);
    operator("subtract", Ast.BinaryOp.SUBTRACT);
    operator("multiply", Ast.BinaryOp.MULTIPLY);
    operator("divide", Ast.BinaryOp.DIVIDE);
    operator("matmul", Ast.BinaryOp.MATMUL);
    define(
        "negative",
        "x",
        (m, a) -> m.operators().unary(Ast.UnaryOp.NEGATE, array(m, a, "x"), a.span()));
    extreme("maximum", (x, y) -> new Maximum(Tie.between(x, y)));
    extreme("minimum", (x, y) -> new Minimum(Tie.between(x, y)));
    define("clip", "a, a_min, a_max", Numpy::clip);
    define("where", "condition, x, y", Numpy::where);
    define("dot", "a, b", (m, a) -> product(m, a, new Dot()));
    define("outer", "a, b", (m, a) -> product(m, a, new Outer()));
    reduction("sum", Sum::new, false);
    reduction("mean", Mean::new, true);
    reduction("max", Max::new, false);
    reduction("min", Min::new, false);
    members.put("amax", members.get("max"));
    members.put("amin", members.get("min"));
    define("argmax", "a, axis?", (m, a) -> argument(m, a, 1));
    define("argmin", "a, axis?", (m, a) -> argument(m, a, -1));
    define(
        "transpose",
        "a",
        (m, a) ->
            Operators.isNumpy(a.get("a")) ? a.get("a") : transposed(m, array(m, a, "a"), a.span()));
    define(
        "reshape",
        "a, newshape",
        (m, a) -> reshaped(m, array(m, a, "a"), a.dims(a.get("newshape")), a.span()));
    define("array", "object, dtype?", Numpy::array);
    define(
        "asarray",
        "a, dtype?",
        (m, a) ->
            a.get("a") instanceof Array array && a.dtype() == null
                ? array
                : m.arrays().cast(m.arrays().from(a.get("a"), a.span()), a.dtype(), a.span()));
    define("copy", "a", (m, a) -> m.arrays().copy(array(m, a, "a")));
    define("zeros", "shape, dtype?", (m, a) -> filled(m, a, 0));
    define("ones", "shape, dtype?", (m, a) -> filled(m, a, 1));
    define("full", "shape, fill_value, dtype?", Numpy::full);
    define("zeros_like", "a, dtype?", (m, a) -> filledLike(m, a, 0));
    define("ones_like", "a, dtype?", (m, a) -> filledLike(m, a, 1));
    define("eye", "N, M?, dtype?", Numpy::eye);
    members.put(
        "arange", new Callable.Builtin("arange", Signature.variadic("dtype"), Numpy::arange, null));
    define("linspace", "start, stop, num?", Numpy::linspace);
    define("any", "a", (m, a) -> new Value.Bool(anyOf(array(m, a, "a").tensor()), true));
    define(
        "all",
        "a",
        (m, a) -> new Value.Bool(!anyOf(array(m, a, "a").tensor().map(x -> x == 0 ? 1 : 0)), true));
    test("isnan", x -> Double.isNaN(x) ? 1 : 0);
    test("isinf", x -> Double.isInfinite(x) ? 1 : 0);
    test("isfinite", x -> Double.isFinite(x) ? 1 : 0);
    constant("pi", Math.PI);
    constant("e", Math.E);
    constant("inf", Double.POSITIVE_INFINITY);
    constant("nan", Double.NaN);
    members.put("newaxis", Value.NoneValue.NONE);
    members.put("float64", dtype("float64", DType.FLOAT));
    members.put("int64", dtype("int64", DType.INT));
    members.put("random", new Value.Module("numpy.random", random()));
    return Map.copyOf(members);
  }

  // ---- Entry by entry

  private void elementary(String name, Op op) {
    define(
        name,
        "x",
        (m, a) -> {
          Array x = numbers(m, a);
          return m.arrays()
              .wrap(m.recorder().apply(op, DType.FLOAT, a.span(), List.of(x.node())), DType.FLOAT);
        });
  }

  // Of truth values NumPy would make numbers of half precision, or of eight bits.
  private static Array numbers(Machine m, Arguments a) {
    Array x = array(m, a, "x");
    if (x.dtype() == DType.BOOL) {
      throw a.wrong("x", new Value.Bool(true, true));
    }
    return x;
  }

  private static Value unary(Machine m, Arguments a, Op op) {
    Array x = array(m, a, "x");
    return m.arrays()
        .wrap(m.recorder().apply(op, x.dtype(), a.span(), List.of(x.node())), x.dtype());
  }

  private void operator(String name, Ast.BinaryOp op) {
    define(
        name,
        "x1, x2",
        (m, a) -> {
          boolean matrices = op == Ast.BinaryOp.MATMUL;
          Value left = matrices ? a.get("x1") : array(m, a, "x1");
          Value right = matrices ? a.get("x2") : array(m, a, "x2");
          return m.operators().binary(op, left, right, a.span());
        });
  }

  private void extreme(String name, BiFunction<Node, Node, Op> op) {
    define(
        name,
        "x1, x2",
        (m, a) -> {
          Array x = array(m, a, "x1");
          Array y = array(m, a, "x2");
          DType dtype = wider(x.dtype(), y.dtype());
          Op rule = op.apply(x.node(), y.node());
          return m.arrays()
              .wrap(m.recorder().apply(rule, dtype, a.span(), List.of(x.node(), y.node())), dtype);
        });
  }

  private void test(String name, DoubleUnaryOperator holds) {
    define(
        name,
        "x",
        (m, a) ->
            m.arrays()
                .wrap(
                    m.recorder().constant(array(m, a, "x").tensor().map(holds), a.span()),
                    DType.BOOL));
  }

  private static boolean anyOf(Tensor x) {
    return Arrays.stream(x.toArray()).anyMatch(entry -> entry != 0);
  }

  private static Value clip(Machine m, Arguments a) {
    Array x = array(m, a, "a");
    Array low = bound(m, a, "a_min", Double.NEGATIVE_INFINITY);
    Array high = bound(m, a, "a_max", Double.POSITIVE_INFINITY);
    DType dtype = x.dtype();
    dtype = a.has("a_min") ? wider(dtype, low.dtype()) : dtype;
    dtype = a.has("a_max") ? wider(dtype, high.dtype()) : dtype;
    return m.arrays()
        .wrap(
            m.recorder()
                .apply(new Clip(), dtype, a.span(), List.of(x.node(), low.node(), high.node())),
            dtype);
  }

  private static Array bound(Machine m, Arguments a, String name, double otherwise) {
    return a.has(name)
        ? array(m, a, name)
        : m.arrays().from(new Value.Float(m.recorder().literal(otherwise), false), a.span());
  }

  private static Value where(Machine m, Arguments a) {
    Array mask = array(m, a, "condition");
    Array yes = array(m, a, "x");
    Array no = array(m, a, "y");
    DType dtype = wider(yes.dtype(), no.dtype());
    // The mask only chooses: it is a constant even where it was made of floats.
    Node chooser = mask.node();
    if (chooser.differentiable()) {
      chooser = m.recorder().constant(mask.tensor(), a.span());
    }
    Node node =
        m.recorder().apply(new Where(), dtype, a.span(), List.of(chooser, yes.node(), no.node()));
    if (dtype != DType.FLOAT) {
      Formula meaning =
          meaning(m, mask.node()).where(meaning(m, yes.node()), meaning(m, no.node()));
      m.recorder().origins().meaning(node, meaning);
    }
    // NumPy's own `where` gives an array even of scalars.
    return Array.of(dtype, node);
  }

  private static Formula meaning(Machine m, Node node) {
    return m.recorder().origins().meaning(node).orElse(Formula.value(node));
  }

  // ---- Products and reductions

  private static Value product(Machine m, Arguments a, Op op) {
    Array x = array(m, a, "a");
    Array y = array(m, a, "b");
    DType dtype = wider(x.dtype(), y.dtype());
    Node node = m.recorder().apply(op, dtype, a.span(), List.of(x.node(), y.node()));
    return m.arrays()
        .wrap(dtype == DType.BOOL ? m.operators().truths(node, a.span()) : node, dtype);
  }

  private void reduction(String name, Function<Over, Op> op, boolean alwaysFloat) {
    define(
        name,
        "a, axis?, keepdims?",
        (m, a) -> {
          Array x = array(m, a, "a");
          boolean counts = name.equals("sum") && x.dtype() == DType.BOOL;
          DType dtype = alwaysFloat ? DType.FLOAT : counts ? DType.INT : x.dtype();
          try {
            if (alwaysFloat && x.rank() == 0 && a.has("axis")) {
              // NumPy lets a single number be added up over axis 0, but not averaged.
              a.axis(x.shape(), false);
            }
            Over over = a.over(x.shape());
            return m.arrays()
                .wrap(
                    m.recorder().apply(op.apply(over), dtype, a.span(), List.of(x.node())), dtype);
          } catch (ShapeException e) {
            throw Recorder.problem(e, a.span()).raise();
          }
        });
  }

  private static Value argument(Machine m, Arguments a, int sign) {
    Array x = array(m, a, "a");
    Tensor values = x.tensor();
    if (a.has("axis") && x.rank() < 2) {
      requireFirstAxis(a, x.shape());
    }
    if (!a.has("axis") || x.rank() < 2) {
      return Value.Int.numpy(best(values.toArray(), 0, 1, values.size(), sign, a.span()));
    }
    Shape shape = x.shape();
    try {
      boolean down = a.axis(shape, false).axis().orElse(0) == 0;
      double[] found = new double[down ? shape.columns() : shape.rows()];
      for (int k = 0; k < found.length; k++) {
        found[k] =
            down
                ? best(values.toArray(), k, shape.columns(), shape.rows(), sign, a.span())
                : best(values.toArray(), k * shape.columns(), 1, shape.columns(), sign, a.span());
      }
      return m.arrays().fresh(Tensor.vector(found), DType.INT, a.span());
    } catch (ShapeException e) {
      throw Recorder.problem(e, a.span()).raise();
    }
  }

  private static void requireFirstAxis(Arguments a, Shape shape) {
    try {
      Shape line = shape.rank() == 0 ? Shape.of(1) : shape;
      a.axis(line, false);
    } catch (ShapeException e) {
      throw Recorder.problem(e, a.span()).raise();
    }
  }

  private static int best(double[] x, int from, int stride, int count, int sign, Span span) {
    if (count == 0) {
      throw Problem.at(span, "run.shape.empty", "argmax").raise();
    }
    int best = 0;
    for (int k = 1; k < count; k++) {
      double now = x[from + k * stride];
      double old = x[from + best * stride];
      if (!Double.isNaN(old) && (Double.isNaN(now) || sign * now > sign * old)) {
        best = k;
      }
    }
    return best;
  }

  // ---- Shapes

  static Value transposed(Machine m, Array array, Span span) {
    return array.viewed(new Transpose(), m.recorder(), span);
  }

  static Value reshaped(Machine m, Array array, int[] dims, Span span) {
    try {
      return array.reshaped(array.shape().reshaped(dims), m.recorder(), span);
    } catch (ShapeException e) {
      throw Recorder.problem(e, span).raise();
    }
  }

  // ---- Making arrays

  private static Value array(Machine m, Arguments a) {
    Array made = m.arrays().from(a.get("object"), a.span());
    return m.arrays().cast(m.arrays().copy(made), a.dtype(), a.span());
  }

  private static Value filled(Machine m, Arguments a, double value) {
    return filled(m, a, a.dims(a.get("shape")), value, DType.FLOAT);
  }

  private static Value filled(Machine m, Arguments a, int[] dims, double value, DType usual) {
    long size = 1;
    for (int dim : dims) {
      size *= Math.max(0, dim);
      m.budget().cells(size, a.span());
    }
    try {
      DType asked = a.dtype();
      DType dtype = asked == null ? usual : asked;
      return m.arrays().fresh(Tensor.full(Shape.of(dims), value), dtype, a.span());
    } catch (ShapeException e) {
      throw Recorder.problem(e, a.span()).raise();
    }
  }

  private static Value full(Machine m, Arguments a) {
    Array with = array(m, a, "fill_value");
    if (with.rank() > 0) {
      throw Problem.at(a.span(), "run.call.wrongType", "full", "fill_value", "numpy.ndarray")
          .raise();
    }
    return filled(m, a, a.dims(a.get("shape")), with.tensor().item(), with.dtype());
  }

  private static Value filledLike(Machine m, Arguments a, double value) {
    Array like = array(m, a, "a");
    return filled(m, a, like.shape().dims(), value, like.dtype());
  }

  private static Value eye(Machine m, Arguments a) {
    int[] dims =
        a.dims(a.has("M") ? List.of(a.get("N"), a.get("M")) : List.of(a.get("N"), a.get("N")));
    Array zeros = m.arrays().from(filled(m, a, dims, 0, DType.FLOAT), a.span());
    double[] entries = zeros.tensor().toArray();
    for (int i = 0; i < Math.min(dims[0], dims[1]); i++) {
      entries[i * dims[1] + i] = 1;
    }
    return m.arrays().fresh(Tensor.of(zeros.shape(), entries), zeros.dtype(), a.span());
  }

  private static Value arange(Machine m, Arguments a) {
    List<Value> bounds = a.rest();
    if (bounds.isEmpty() || bounds.size() > 3 || !bounds.stream().allMatch(Value::isNumber)) {
      throw Problem.at(a.span(), "run.range.count", bounds.size()).raise();
    }
    boolean whole = bounds.stream().noneMatch(bound -> bound instanceof Value.Float);
    double start = bounds.size() == 1 ? 0 : Operators.number(bounds.get(0));
    double stop = Operators.number(bounds.get(bounds.size() == 1 ? 0 : 1));
    double step = bounds.size() == 3 ? Operators.number(bounds.get(2)) : 1;
    double count = Math.ceil((stop - start) / step);
    if (step == 0 || Double.isNaN(count)) {
      throw Problem.at(a.span(), "run.slice.zero").raise();
    }
    int size = (int) Math.clamp(count, 0, Budget.MAX_ENTRIES + 1.0);
    m.budget().cells(size, a.span());
    // NumPy goes by the difference of the first two, which rounding may make unequal to the step.
    double delta = start + step - start;
    double[] entries = new double[size];
    for (int i = 0; i < size; i++) {
      entries[i] = start + i * delta;
    }
    DType asked = a.dtype();
    DType dtype = asked != null ? asked : whole ? DType.INT : DType.FLOAT;
    return m.arrays().fresh(Tensor.vector(entries), dtype, a.span());
  }

  private static Value linspace(Machine m, Arguments a) {
    double start = number(m, a, "start");
    double stop = number(m, a, "stop");
    long count = a.integer("num", 50);
    if (count < 0) {
      throw Problem.at(a.span(), "run.shape.negative").raise();
    }
    m.budget().cells(count, a.span());
    double[] entries = new double[(int) count];
    double step = count > 1 ? (stop - start) / (count - 1) : Double.NaN;
    for (int i = 0; i < count; i++) {
      entries[i] = i == 0 ? start : i == count - 1 ? stop : i * step + start;
    }
    return m.arrays().fresh(Tensor.vector(entries), DType.FLOAT, a.span());
  }

  private static double number(Machine m, Arguments a, String name) {
    Array value = array(m, a, name);
    if (value.rank() > 0) {
      throw a.wrong(name, value);
    }
    return value.tensor().item();
  }

  // ---- Random numbers

  private static Map<String, Value> random() {
    return Map.of(
        "seed",
        new Callable.Builtin(
            "seed",
            Signature.of("seed"),
            (m, a) -> {
              long seed = a.integer("seed");
              if (seed < 0 || seed >= 1L << 32) {
                throw Problem.at(a.span(), "run.random.seed", seed).raise();
              }
              m.random().seed(seed);
              return Value.NoneValue.NONE;
            },
            null),
        "randn",
        new Callable.Builtin(
            "randn", Signature.variadic(), (m, a) -> drawn(m, a, m.random()::normal), null),
        "rand",
        new Callable.Builtin(
            "rand", Signature.variadic(), (m, a) -> drawn(m, a, m.random()::uniform), null));
  }

  private static Value drawn(Machine m, Arguments a, java.util.function.DoubleSupplier draw) {
    if (a.rest().isEmpty()) {
      return new Value.Float(m.recorder().literal(draw.getAsDouble()), false);
    }
    int[] dims = a.dims(a.rest());
    Array zeros = m.arrays().from(filled(m, a, dims, 0, DType.FLOAT), a.span());
    return m.arrays().fresh(zeros.tensor().map(_ -> draw.getAsDouble()), DType.FLOAT, a.span());
  }

  // ---- Small helpers

  private void constant(String name, double value) {
    members.put(
        name,
        new Value.Float(
            new backstep.graph.Tape()
                .leaf(Node.Leaf.Kind.LITERAL, Tensor.scalar(value), Origins.at(null, null)),
            false));
  }

  private static Callable.Builtin dtype(String name, DType dtype) {
    Callable.Builtin.Code code =
        (m, a) -> {
          Value made =
              m.arrays().wrap(m.arrays().cast(array(m, a, "x"), dtype, a.span()).node(), dtype);
          return made;
        };
    return new Callable.Builtin(name, Signature.of("x"), code, dtype);
  }

  private static Array array(Machine m, Arguments a, String name) {
    return m.arrays().from(a.get(name), a.span());
  }

  private static DType wider(DType a, DType b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
