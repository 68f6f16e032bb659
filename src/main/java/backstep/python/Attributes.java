package backstep.python;

import backstep.tensor.DType;
import backstep.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands after a dot: members of modules, attributes and methods of arrays, lists and
/// strings.
final class Attributes {
  /// A method, given the value before the dot.
  private interface Method<V> {
    Value call(V self, Machine m, Arguments a);
  }

  private record Entry<V>(Signature signature, Method<V> method) {}

  // Methods of arrays that are functions of `np`, with the array as their first argument.
  private static final Map<String, String> SAME_AS_FUNCTION =
      Map.of(
          "sum", "axis?, keepdims?",
          "mean", "axis?, keepdims?",
          "max", "axis?, keepdims?",
          "min", "axis?, keepdims?",
          "argmax", "axis?",
          "argmin", "axis?",
          "dot", "b",
          "any", "",
          "all", "",
          "copy", "");

  private static final Map<String, Entry<Array>> ARRAY =
      Map.of(
          "reshape", entry(Signature.variadic(), Attributes::reshape),
          "transpose", entry(Signature.of(""), (x, m, a) -> Numpy.transposed(m, x, a.span())),
          "flatten", entry(Signature.of(""), (x, m, a) -> flattened(x, m, a, false)),
          "ravel", entry(Signature.of(""), (x, m, a) -> flattened(x, m, a, true)),
          "tolist", entry(Signature.of(""), Attributes::listed),
          "item", entry(Signature.of(""), Attributes::item),
          "astype",
              entry(
                  Signature.of("dtype"),
                  (x, m, a) -> m.arrays().cast(m.arrays().copy(x), a.dtype(), a.span())),
          "fill", entry(Signature.of("value"), Attributes::fill),
          "clip",
              entry(
                  Signature.of("a_min, a_max"),
                  (x, m, a) ->
                      m.call(
                          Numpy.function("clip"),
                          List.of(x, a.get("a_min"), a.get("a_max")),
                          a.span())));

  private static final Map<String, Entry<Value.ListValue>> LIST =
      Map.of(
          "append",
              entry(
                  Signature.of("object"),
                  (l, m, a) -> {
                    m.budget()
                        .cells(
                            l.items().size() < Budget.MAX_ENTRIES ? 1 : Long.MAX_VALUE, a.span());
                    l.items().add(a.get("object"));
                    return Value.NoneValue.NONE;
                  }),
          "extend",
              entry(
                  Signature.of("iterable"),
                  (l, m, a) -> {
                    List<Value> more = m.arrays().list(a.get("iterable"), a.span());
                    m.budget().cells((long) l.items().size() + more.size(), a.span());
                    l.items().addAll(more);
                    return Value.NoneValue.NONE;
                  }),
          "insert",
              entry(
                  Signature.of("index, object"),
                  (l, m, a) -> {
                    m.budget().cells(l.items().size() + 1L, a.span());
                    int size = l.items().size();
                    long at = a.integer("index");
                    l.items().add(Math.clamp(at < 0 ? at + size : at, 0, size), a.get("object"));
                    return Value.NoneValue.NONE;
                  }),
          "pop",
              entry(
                  Signature.of("index?"),
                  (l, _, a) -> {
                    int size = l.items().size();
                    long at = a.integer("index", -1);
                    if (at < -size || at >= size) {
                      throw Problem.at(a.span(), "run.index.range", at, size).raise();
                    }
                    return l.items().remove((int) (at < 0 ? at + size : at));
                  }),
          "sort",
              entry(
                  Signature.of("key?, reverse?"),
                  (l, m, a) -> {
                    Builtins.sort(l.items(), m, a);
                    return Value.NoneValue.NONE;
                  }),
          "reverse",
              entry(
                  Signature.of(""),
                  (l, _, _) -> {
                    Collections.reverse(l.items());
                    return Value.NoneValue.NONE;
                  }),
          "index", entry(Signature.of("value"), Attributes::indexOf),
          "count",
              entry(
                  Signature.of("value"),
                  (l, m, a) ->
                      Value.Int.of(
                          List.copyOf(l.items()).stream()
                              .filter(item -> m.operators().equal(item, a.get("value"), a.span()))
                              .count())),
          "copy",
              entry(
                  Signature.of(""),
                  (l, m, a) -> {
                    m.budget().cells(l.items().size(), a.span());
                    return new Value.ListValue(new ArrayList<>(l.items()));
                  }),
          "clear",
              entry(
                  Signature.of(""),
                  (l, _, _) -> {
                    l.items().clear();
                    return Value.NoneValue.NONE;
                  }));

  private static final Map<String, Entry<Value.Str>> STRING =
      Map.of(
          "upper",
              entry(
                  Signature.of(""),
                  (s, _, _) -> new Value.Str(s.value().toUpperCase(java.util.Locale.ROOT))),
          "lower",
              entry(
                  Signature.of(""),
                  (s, _, _) -> new Value.Str(s.value().toLowerCase(java.util.Locale.ROOT))),
          "strip",
              entry(
                  Signature.of("chars?"),
                  (s, _, a) ->
                      new Value.Str(
                          a.has("chars")
                              ? stripped(s.value(), a.string("chars"))
                              : s.value().strip())),
          "join", entry(Signature.of("iterable"), Attributes::join),
          "split", entry(Signature.of("sep?"), Attributes::split),
          "replace",
              entry(
                  Signature.of("old, new"),
                  (s, m, a) -> {
                    m.budget()
                        .text((long) s.value().length() * (1 + a.string("new").length()), a.span());
                    return new Value.Str(s.value().replace(a.string("old"), a.string("new")));
                  }),
          "startswith",
              entry(
                  Signature.of("prefix"),
                  (s, _, a) -> new Value.Bool(s.value().startsWith(a.string("prefix")), false)),
          "endswith",
              entry(
                  Signature.of("suffix"),
                  (s, _, a) -> new Value.Bool(s.value().endsWith(a.string("suffix")), false)));

  private static <V> Entry<V> entry(Signature signature, Method<V> method) {
    return new Entry<>(signature, method);
  }

  private static final Set<String> PROPERTIES = Set.of("T", "shape", "ndim", "size", "dtype");

  private Attributes() {}

  /// All that arrays and lists have, in the order of the names, with what it takes in parentheses;
  /// nothing after what is not called.
  static Map<String, String> signatures() {
    Map<String, String> all = new TreeMap<>();
    PROPERTIES.forEach(name -> all.put(name, ""));
    LIST.forEach((name, entry) -> all.put(name, entry.signature.shown()));
    ARRAY.forEach((name, entry) -> all.put(name, entry.signature.shown()));
    SAME_AS_FUNCTION.forEach((name, takes) -> all.put(name, Signature.of(takes).shown()));
    return all;
  }

  /// `object.name`.
  static Value of(Value object, Ast.Attribute at, Machine m) {
    Value found =
        switch (object) {
          case Value.Module module -> module.members().get(at.name());
          case Array array -> ofArray(array, at, m);
          case Value number when Operators.isNumpy(number) -> ofNumber(number, at, m);
          case Value.ListValue list -> method(at.name(), LIST.get(at.name()), list);
          case Value.Str text -> method(at.name(), STRING.get(at.name()), text);
          default -> null;
        };
    if (found == null) {
      throw unknown(object, at).raise();
    }
    return found;
  }

  private static Problem unknown(Value object, Ast.Attribute at) {
    Set<String> known = new TreeSet<>();
    switch (object) {
      case Value.Module module -> known.addAll(module.members().keySet());
      case Value.ListValue _ -> known.addAll(LIST.keySet());
      case Value.Str _ -> known.addAll(STRING.keySet());
      case Array _ -> {
        known.addAll(ARRAY.keySet());
        known.addAll(SAME_AS_FUNCTION.keySet());
        known.addAll(PROPERTIES);
      }
      default -> {}
    }
    String owner = object instanceof Value.Module module ? module.name() : object.typeName();
    return Suggestion.nearest(at.name(), known.stream())
        .map(near -> Problem.at(at.nameSpan(), "run.attribute.near", owner, at.name(), near))
        .orElseGet(() ->
            known.isEmpty()
                ? Problem.at(at.nameSpan(), "run.attribute.none", owner, at.name())
                : Problem.at(
                    at.nameSpan(),
                    "run.attribute.unknown",
                    owner,
                    at.name(),
                    known.stream().limit(60).collect(Collectors.joining(", "))));
  }

  // A number of NumPy's has all that an array has, and gives numbers where an array gives arrays.
  private static @Nullable Value ofNumber(Value number, Ast.Attribute at, Machine m) {
    Value found = ofArray(m.arrays().from(number, at.span()), at, m);
    return switch (found) {
      case Array a -> m.arrays().wrap(a.node(), a.dtype());
      case Callable.Builtin(String name, Signature signature, Callable.Builtin.Code code, _) ->
          new Callable.Builtin(
              name,
              signature,
              (machine, a) -> {
                Value result = code.call(machine, a);
                return result instanceof Array array
                    ? machine.arrays().wrap(array.node(), array.dtype())
                    : result;
              },
              null);
      case null, default -> found;
    };
  }

  private static @Nullable Value ofArray(Array x, Ast.Attribute at, Machine m) {
    String name = at.name();
    return switch (name) {
      case "T" -> Numpy.transposed(m, x, at.span());
      case "shape" ->
          new Value.Tuple(Arrays.stream(x.shape().dims()).<Value>mapToObj(Value.Int::of).toList());
      case "dtype" -> new Value.ElementType(x.dtype());
      case "ndim" -> Value.Int.of(x.rank());
      case "size" -> Value.Int.of(x.tensor().size());
      default -> {
        String signature = SAME_AS_FUNCTION.get(name);
        yield signature == null ? method(name, ARRAY.get(name), x) : function(name, signature, x);
      }
    };
  }

  private static <V> @Nullable Value method(String name, @Nullable Entry<V> entry, V self) {
    return entry == null
        ? null
        : new Callable.Builtin(
            name, entry.signature, (m, a) -> entry.method.call(self, m, a), null);
  }

  /// The function of `np` of that name, with the array already in its first place.
  private static Value function(String name, String signature, Array self) {
    Callable.Builtin function = Numpy.function(name);
    return new Callable.Builtin(
        name,
        Signature.of(signature),
        (m, a) -> {
          Map<String, Value> named = new HashMap<>(a.named());
          named.put("a", self);
          return function.code().call(m, new Arguments(name, named, List.of(), a.span()));
        },
        null);
  }

  private static Value reshape(Array x, Machine m, Arguments a) {
    boolean one = a.rest().size() == 1;
    int[] dims = one ? a.dims(a.rest().getFirst()) : a.dims(a.rest());
    return Numpy.reshaped(m, x, dims, a.span());
  }

  // `ravel` gives a view where the entries lie side by side, `flatten` always a copy.
  private static Value flattened(Array x, Machine m, Arguments a, boolean view) {
    Array flat = x.reshaped(Shape.of(x.tensor().size()), m.recorder(), a.span());
    return view && x.isContiguous() ? flat : m.arrays().copy(flat);
  }

  private static Value item(Array x, Machine m, Arguments a) {
    if (x.tensor().size() != 1) {
      throw Problem.at(a.span(), "run.shape.item", x.shape().toString()).raise();
    }
    return python(x, m, a.span());
  }

  /// The one entry of an array as a number of Python's own.
  private static Value python(Array x, Machine m, Span span) {
    return switch (x.dtype()) {
      case FLOAT -> new Value.Float(Builtins.single(x, m.recorder(), span), false);
      case INT -> Value.Int.of((long) x.tensor().item());
      case BOOL -> new Value.Bool(x.tensor().item() != 0, false);
    };
  }

  private static Value listed(Array x, Machine m, Arguments a) {
    if (x.rank() == 0) {
      return python(x, m, a.span());
    }
    m.budget().cells(x.tensor().size(), a.span());
    ArrayList<Value> items = new ArrayList<>();
    for (int i = 0; i < x.shape().dim(0); i++) {
      Array entry = m.arrays().from(m.arrays().entry(x, i, a.span()), a.span());
      items.add(listed(entry, m, a));
    }
    return new Value.ListValue(items);
  }

  private static Value fill(Array x, Machine m, Arguments a) {
    Array with = m.arrays().from(a.get("value"), a.span());
    if (with.rank() > 0 || (with.dtype() == DType.FLOAT && x.dtype() != DType.FLOAT)) {
      throw a.wrong("value", a.get("value"));
    }
    double value = m.arrays().cast(with, x.dtype(), a.span()).tensor().item();
    x.write(m.arrays().fresh(x.tensor().map(_ -> value), x.dtype(), a.span()).node());
    return Value.NoneValue.NONE;
  }

  private static Value indexOf(Value.ListValue list, Machine m, Arguments a) {
    for (int i = 0; i < list.items().size(); i++) {
      if (m.operators().equal(list.items().get(i), a.get("value"), a.span())) {
        return Value.Int.of(i);
      }
    }
    throw Problem.at(a.span(), "run.list.notFound", m.str(a.get("value"), a.span())).raise();
  }

  private static Value join(Value.Str separator, Machine m, Arguments a) {
    List<String> parts = new ArrayList<>();
    long length = 0;
    for (Value item : m.arrays().items(a.get("iterable"), a.span())) {
      if (!(item instanceof Value.Str part)) {
        throw Problem.at(a.span(), "run.join.type", parts.size(), item.typeName()).raise();
      }
      parts.add(part.value());
      length += part.value().length() + separator.value().length();
      m.budget().text(length, a.span());
    }
    return new Value.Str(String.join(separator.value(), parts));
  }

  private static String stripped(String text, String characters) {
    int start = 0;
    int end = text.length();
    while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  private static Value split(Value.Str text, Machine m, Arguments a) {
    String[] parts;
    if (a.has("sep")) {
      if (a.string("sep").isEmpty()) {
        throw Problem.at(a.span(), "run.split.empty").raise();
      }
      parts = text.value().split(java.util.regex.Pattern.quote(a.string("sep")), -1);
    } else {
      String stripped = text.value().strip();
      parts = stripped.isEmpty() ? new String[0] : stripped.split("\\s+");
    }
    m.budget().cells(parts.length, a.span());
    ArrayList<Value> items = new ArrayList<>();
    for (String part : parts) {
      items.add(new Value.Str(part));
    }
    return new Value.ListValue(items);
  }
}
