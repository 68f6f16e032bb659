package backstep.python;

import backstep.tensor.DType;
import backstep.tensor.Over;
import backstep.tensor.Shape;
import backstep.tensor.ShapeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The arguments of one call of a built-in function, by name.
///
/// @param rest the positional ones of a function that takes any number of them
/// @param span the call
record Arguments(String function, Map<String, Value> named, List<Value> rest, Span span) {

  boolean has(String name) {
    return named.containsKey(name) && !(named.get(name) instanceof Value.NoneValue);
  }

  Value get(String name) {
    Value value = named.get(name);
    if (value == null) {
      throw new IllegalStateException(function + " has no " + name);
    }
    return value;
  }

  @Nullable Value orNull(String name) {
    return named.get(name);
  }

  boolean flag(String name) {
    return switch (named.get(name)) {
      case null -> false;
      case Value.Bool b -> b.value();
      case Value.Int i -> i.value() != 0;
      case Value other -> throw wrong(name, other);
    };
  }

  String string(String name) {
    if (get(name) instanceof Value.Str s) {
      return s.value();
    }
    throw wrong(name, get(name));
  }

  long integer(String name) {
    return switch (get(name)) {
      case Value.Int i -> i.value();
      case Value.Bool b -> b.value() ? 1 : 0;
      case Array a when a.dtype() == DType.INT && a.rank() == 0 -> (long) a.tensor().item();
      case Value other -> throw wrong(name, other);
    };
  }

  long integer(String name, long otherwise) {
    return has(name) ? integer(name) : otherwise;
  }

  /// An axis of a value of that shape.
  ///
  /// @throws ShapeException if it has no such axis
  Over axis(Shape shape, boolean keepDims) {
    long axis = integer("axis");
    if (axis != (int) axis) {
      throw new ShapeException(ShapeException.Kind.AXIS, axis, shape.rank());
    }
    return Over.axis((int) axis, shape, keepDims);
  }

  /// An axis to reduce a value of that shape over, with `keepdims`.
  ///
  /// @throws ShapeException if it has no such axis; of a single number 0 and -1 are let through
  Over over(Shape shape) {
    boolean keep = flag("keepdims");
    boolean all =
        !has("axis") || (shape.rank() == 0 && (integer("axis") == 0 || integer("axis") == -1));
    return all ? new Over(OptionalInt.empty(), keep) : axis(shape, keep);
  }

  /// The element type asked for by `dtype=`, if any.
  @Nullable DType dtype() {
    return switch (named.get("dtype")) {
      case null -> null;
      case Value.NoneValue _ -> null;
      case Callable.Builtin b when b.dtype() != null -> b.dtype();
      case Value.ElementType t -> t.dtype();
      case Value other -> throw Problem.at(span, "run.dtype", other.typeName()).raise();
    };
  }

  /// A shape: `3`, `(2, 3)` or `[2, 3]`.
  int[] dims(Value value) {
    List<Value> items =
        switch (value) {
          case Value.Tuple t -> t.items();
          case Value.ListValue l -> List.copyOf(l.items());
          case Value other -> List.of(other);
        };
    return dims(items);
  }

  int[] dims(List<Value> items) {
    List<Integer> dims = new ArrayList<>();
    for (Value item : items) {
      if (!(item instanceof Value.Int i)) {
        throw Problem.at(span, "run.shape.notWhole", item.typeName()).raise();
      }
      if (Math.abs(i.value()) > Budget.MAX_ENTRIES) {
        throw Problem.at(span, "run.limit.entries", Budget.MAX_ENTRIES).raise();
      }
      dims.add((int) i.value());
    }
    return dims.stream().mapToInt(Integer::intValue).toArray();
  }

  ProblemException wrong(String name, Value value) {
    return Problem.at(span, "run.call.wrongType", function, name, value.typeName()).raise();
  }
}
