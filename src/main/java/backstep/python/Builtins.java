package backstep.python;

import backstep.tensor.Comparison;
import backstep.tensor.DType;
import backstep.tensor.PythonFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The functions that Python itself brings: `len`, `range`, `print` …
final class Builtins {
  private static final Map<String, Value> ALL = new Builtins().build();

  private final Map<String, Value> members = new HashMap<>();

  static Map<String, Value> all() {
    return ALL;
  }

  private void define(String name, String signature, Callable.Builtin.Code code) {
    members.put(name, new Callable.Builtin(name, Signature.of(signature), code, null));
  }

  private void variadic(String name, Callable.Builtin.Code code, String... keywords) {
    members.put(name, new Callable.Builtin(name, Signature.variadic(keywords), code, null));
  }

  private void type(
      String name, String signature, @Nullable DType dtype, Callable.Builtin.Code code) {
    members.put(name, new Callable.Builtin(name, Signature.of(signature), code, dtype));
  }

  private Map<String, Value> build() {
    define("len", "obj", (_, a) -> Value.Int.of(length(a.get("obj"), a.span())));
    define("abs", "x", (m, a) -> m.operators().absolute(a.get("x"), a.span()));
    define("sum", "iterable, start?", Builtins::sum);
    define("round", "number, ndigits?", Builtins::round);
    define("sorted", "iterable, key?, reverse?", Builtins::sorted);
    define("enumerate", "iterable, start?", Builtins::enumerated);
    variadic("range", Builtins::range);
    variadic("zip", Builtins::zip);
    variadic("print", Builtins::print, "sep", "end");
    variadic("min", (m, a) -> extreme(Comparison.LESS, m, a), "key");
    variadic("max", (m, a) -> extreme(Comparison.GREATER, m, a), "key");
    type("float", "x?", DType.FLOAT, Builtins::toFloat);
    type("int", "x?", DType.INT, Builtins::toInt);
    type(
        "bool",
        "x?",
        DType.BOOL,
        (m, a) ->
            new Value.Bool(
                a.orNull("x") != null && m.operators().truth(a.get("x"), a.span()), false));
    define(
        "str",
        "object?",
        (m, a) ->
            new Value.Str(a.orNull("object") == null ? "" : m.str(a.get("object"), a.span())));
    define(
        "repr",
        "object",
        (m, a) -> new Value.Str(Printer.repr(a.get("object"), m.budget(), a.span())));
    define("list", "iterable?", (m, a) -> new Value.ListValue(new ArrayList<>(listed(m, a))));
    define("tuple", "iterable?", (m, a) -> new Value.Tuple(listed(m, a)));
    return Map.copyOf(members);
  }

  private static List<Value> listed(Machine m, Arguments a) {
    Value iterable = a.orNull("iterable");
    if (iterable == null) {
      return List.of();
    }
    return m.arrays().list(iterable, a.span());
  }

  static long length(Value value, Span span) {
    return switch (value) {
      case Value.Str s -> s.value().codePointCount(0, s.value().length());
      case Value.ListValue l -> l.items().size();
      case Value.Tuple t -> t.items().size();
      case Value.Range r -> r.size();
      case Array a when a.rank() > 0 -> a.shape().dim(0);
      default -> throw Problem.at(span, "run.type.length", value.typeName()).raise();
    };
  }

  private static Value print(Machine m, Arguments a) {
    String separator = a.has("sep") ? a.string("sep") : " ";
    String end = a.has("end") ? a.string("end") : "\n";
    m.print(
        a.rest().stream()
                .map(value -> m.str(value, a.span()))
                .collect(Collectors.joining(separator))
            + end,
        a.span());
    return Value.NoneValue.NONE;
  }

  private static Value range(Machine m, Arguments a) {
    List<Long> bounds = new ArrayList<>();
    for (Value value : a.rest()) {
      if (!(value instanceof Value.Int) && !(value instanceof Value.Bool)) {
        throw Problem.at(a.span(), "run.range.whole", value.typeName()).raise();
      }
      bounds.add(Operators.integer(value));
    }
    if (bounds.isEmpty() || bounds.size() > 3) {
      throw Problem.at(a.span(), "run.range.count", bounds.size()).raise();
    }
    long step = bounds.size() == 3 ? bounds.get(2) : 1;
    if (step == 0) {
      throw Problem.at(a.span(), "run.slice.zero").raise();
    }
    for (long bound : bounds) {
      if (Math.abs(bound) > Integer.MAX_VALUE) {
        throw Problem.at(a.span(), "run.number.tooLarge").raise();
      }
    }
    return bounds.size() == 1
        ? new Value.Range(0, bounds.getFirst(), 1)
        : new Value.Range(bounds.get(0), bounds.get(1), step);
  }

  private static Value zip(Machine m, Arguments a) {
    List<List<Value>> columns =
        a.rest().stream().map(value -> m.arrays().items(value, a.span())).toList();
    return new Value.Iterator(
        "zip",
        new AbstractList<>() {
          @Override
          public Value get(int i) {
            return new Value.Tuple(columns.stream().map(column -> column.get(i)).toList());
          }

          @Override
          public int size() {
            return columns.stream().mapToInt(List::size).min().orElse(0);
          }
        });
  }

  private static Value enumerated(Machine m, Arguments a) {
    long start = a.integer("start", 0);
    List<Value> items = m.arrays().items(a.get("iterable"), a.span());
    return new Value.Iterator(
        "enumerate",
        new AbstractList<>() {
          @Override
          public Value get(int i) {
            return new Value.Tuple(List.of(Value.Int.of(start + i), items.get(i)));
          }

          @Override
          public int size() {
            return items.size();
          }
        });
  }

  private static Value sum(Machine m, Arguments a) {
    Value start = a.orNull("start");
    Value total = start == null ? Value.Int.of(0) : start;
    boolean first = start == null;
    for (Value item : m.arrays().items(a.get("iterable"), a.span())) {
      // 0 + x is x, and would only be one more node to look at; but it makes 0.0 of -0.0.
      boolean plain = first && item instanceof Value.Float f && f.value() != 0;
      total = plain ? item : m.operators().binary(Ast.BinaryOp.ADD, total, item, a.span());
      first = false;
    }
    return total;
  }

  private static Value extreme(Comparison wanted, Machine m, Arguments a) {
    List<Value> items =
        a.rest().size() == 1 ? m.arrays().items(a.rest().getFirst(), a.span()) : a.rest();
    if (items.isEmpty()) {
      throw Problem.at(a.span(), "run.call.empty", a.function()).raise();
    }
    Operators.Order order =
        wanted == Comparison.LESS ? Operators.Order.LESS : Operators.Order.GREATER;
    Value best = items.getFirst();
    Value bestKey = key(m, a, best);
    for (Value item : items.subList(1, items.size())) {
      m.budget().step(a.span());
      Value key = key(m, a, item);
      if (m.operators().order(key, bestKey, wanted, a.span()) == order) {
        best = item;
        bestKey = key;
      }
    }
    return best;
  }

  private static Value key(Machine m, Arguments a, Value item) {
    return a.has("key") ? m.call(a.get("key"), List.of(item), a.span()) : item;
  }

  private static Value sorted(Machine m, Arguments a) {
    ArrayList<Value> items = new ArrayList<>(m.arrays().list(a.get("iterable"), a.span()));
    sort(items, m, a);
    return new Value.ListValue(items);
  }

  /// Sorts in place, stably, by `key=` and `reverse=` if given.
  static void sort(List<Value> items, Machine m, Arguments a) {
    m.budget().cells(items.size(), a.span());
    record Keyed(Value key, Value item) {}
    List<Keyed> keyed = new ArrayList<>();
    for (Value item : items) {
      keyed.add(new Keyed(key(m, a, item), item));
    }
    boolean reverse = a.flag("reverse");
    keyed.sort((x, y) -> {
      m.budget().step(a.span());
      int order =
          switch (m.operators().order(x.key, y.key, Comparison.LESS, a.span())) {
            case LESS -> -1;
            case GREATER -> 1;
            case EQUAL -> 0;
            // What CPython makes of it depends on its own way of sorting.
            case NONE -> throw Problem.at(a.span(), "run.sort.nan").raise();
          };
      return reverse ? -order : order;
    });
    items.clear();
    keyed.forEach(pair -> items.add(m.recorder().chosen(pair.item)));
  }

  private static Value toFloat(Machine m, Arguments a) {
    return switch (a.orNull("x")) {
      case null -> new Value.Float(m.recorder().literal(0), false);
      case Value.Float f -> new Value.Float(f.node(), false);
      case Value.Int i -> new Value.Float(m.recorder().literal((double) i.value()), false);
      case Value.Bool b -> new Value.Float(m.recorder().literal(b.value() ? 1 : 0), false);
      case Value.Str s -> new Value.Float(m.recorder().literal(parsed(s.value(), a)), false);
      case Array array when array.tensor().size() == 1 ->
          new Value.Float(single(array, m.recorder(), a.span()), false);
      case Value other -> throw a.wrong("x", other);
    };
  }

  /// The one entry of an array, still connected to it.
  static backstep.graph.Node single(Array array, Recorder recorder, Span span) {
    if (array.rank() == 0) {
      return array.node();
    }
    int[] zero = new int[1];
    String subscript = array.rank() == 1 ? "0" : "0, 0";
    return recorder.apply(
        new backstep.graph.Index(
            new backstep.tensor.Selection(
                subscript, array.shape(), backstep.tensor.Shape.SCALAR, zero)),
        array.dtype(),
        span,
        List.of(array.node()));
  }

  private static double parsed(String text, Arguments a) {
    String number = text.strip().toLowerCase(java.util.Locale.ROOT);
    String unsigned = number.replaceFirst("^[+-]", "");
    double sign = number.startsWith("-") ? -1 : 1;
    if (unsigned.equals("inf") || unsigned.equals("infinity")) {
      return sign * Double.POSITIVE_INFINITY;
    }
    if (unsigned.equals("nan")) {
      return Double.NaN;
    }
    if (!unsigned.matches("(\\d+(_\\d+)*\\.?(\\d+(_\\d+)*)?|\\.\\d+(_\\d+)*)(e[+-]?\\d+)?")) {
      throw Problem.at(a.span(), "run.number.parse", a.function(), text).raise();
    }
    return Double.parseDouble(number.replace("_", ""));
  }

  private static Value toInt(Machine m, Arguments a) {
    return switch (a.orNull("x")) {
      case null -> Value.Int.of(0);
      case Value.Int i -> Value.Int.of(i.value());
      case Value.Bool b -> Value.Int.of(b.value() ? 1 : 0);
      case Value.Float f -> Value.Int.of(whole(f.value(), RoundingMode.DOWN, a.span()));
      case Value.Str s -> {
        String text = s.value().strip();
        if (!text.matches("[+-]?\\d+(_\\d+)*") || text.length() > 18) {
          throw Problem.at(a.span(), "run.number.parse", "int", s.value()).raise();
        }
        yield Value.Int.of(Long.parseLong(text.replace("_", "")));
      }
      case Array array when array.tensor().size() == 1 ->
          Value.Int.of(whole(array.tensor().item(), RoundingMode.DOWN, a.span()));
      case Value other -> throw a.wrong("x", other);
    };
  }

  private static long whole(double x, RoundingMode rounding, Span span) {
    if (!Double.isFinite(x)) {
      throw Problem.at(span, "run.number.notFinite", backstep.tensor.NumpyFormat.number(x)).raise();
    }
    try {
      return new BigDecimal(x).setScale(0, rounding).longValueExact();
    } catch (ArithmeticException e) {
      throw Problem.at(span, "run.number.tooLarge").raise();
    }
  }

  private static Value round(Machine m, Arguments a) {
    boolean toWhole = !a.has("ndigits");
    int digits = Math.clamp(a.integer("ndigits", 0), -400, 400);
    return switch (a.get("number")) {
      case Value.Float f when toWhole ->
          Value.Int.of(whole(f.value(), RoundingMode.HALF_EVEN, a.span()));
      case Value.Float f -> {
        double rounded =
            f.numpy()
                ? PythonFormat.numpyRound(f.value(), digits)
                : PythonFormat.round(f.value(), digits);
        yield new Value.Float(m.recorder().literal(rounded), f.numpy());
      }
      case Value.Int i when digits >= 0 -> Value.Int.of(i.value(), i.numpy());
      case Value.Int i ->
          Value.Int.of(
              new BigDecimal(i.value()).setScale(digits, RoundingMode.HALF_EVEN).longValue(),
              i.numpy());
      case Value.Bool b when !b.numpy() -> Value.Int.of(b.value() && digits >= 0 ? 1 : 0);
      case Value other -> throw a.wrong("number", other);
    };
  }
}
