package backstep.python;

import backstep.graph.Node;
import backstep.tensor.DType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a name can hold while a program runs.
///
/// `numpy` tells NumPy's scalars (`np.float64`) from Python's own (`float`): they print alike, but
/// dividing by zero is an error for the one and infinity for the other.
sealed interface Value
    permits Array,
        Callable,
        Value.Bool,
        Value.ElementType,
        Value.Float,
        Value.Int,
        Value.Iterator,
        Value.ListValue,
        Value.Module,
        Value.NoneValue,
        Value.Range,
        Value.Str,
        Value.Tuple {

  record NoneValue() implements Value {
    /// Python's `None`.
    static final NoneValue NONE = new NoneValue();
  }

  record Bool(boolean value, boolean numpy) implements Value {}

  /// A float is a node: the tape knows where it came from.
  record Float(Node node, boolean numpy) implements Value {
    double value() {
      return node.value().item();
    }
  }

  /// A whole number. Once it was given a name it is a constant that the graph can show; one that
  /// stands in a formula itself is folded into its op's badge.
  ///
  /// @param written where the number stands in the text, if it has no name yet
  record Int(long value, boolean numpy, @Nullable Constant constant, @Nullable Span written)
      implements Value {
    static Int of(long value) {
      return of(value, false);
    }

    static Int numpy(long value) {
      return of(value, true);
    }

    static Int of(long value, boolean numpy) {
      return new Int(value, numpy, null, null);
    }
  }

  /// A named whole number's leaf, which is made when the number first enters a differentiable op.
  final class Constant {
    final String name;
    final Span span;
    final int depth;
    final Place place;
    final @Nullable Written written;
    @Nullable Node node;

    Constant(String name, Span span, int depth, Place place, @Nullable Written written) {
      this.name = name;
      this.span = span;
      this.depth = depth;
      this.place = place;
      this.written = written;
    }
  }

  record Str(String value) implements Value {}

  record Tuple(List<Value> items) implements Value {
    public Tuple {
      items = List.copyOf(items);
    }
  }

  /// A list, which every name that holds it sees change.
  record ListValue(ArrayList<Value> items) implements Value {
    // Identity: a list that holds itself must not be compared or hashed by its items.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return "list of " + items.size();
    }
  }

  record Range(long start, long stop, long step) implements Value {
    long size() {
      long distance = step > 0 ? stop - start : start - stop;
      long stride = Math.abs(step);
      return distance <= 0 ? 0 : (distance - 1) / stride + 1;
    }
  }

  /// What `zip` and `enumerate` give: entries that are looked up when their turn comes, once.
  final class Iterator implements Value {
    private final String typeName;
    private final List<Value> entries;
    private int taken;

    /// @param entries may change while they are gone through, as the lists they come from do
    Iterator(String typeName, List<Value> entries) {
      this.typeName = typeName;
      this.entries = entries;
    }

    @Override
    public String typeName() {
      return typeName;
    }

    /// Those that nobody took yet.
    List<Value> rest() {
      int from = taken;
      return new java.util.AbstractList<>() {
        @Override
        public Value get(int i) {
          taken = Math.max(taken, from + i + 1);
          return entries.get(from + i);
        }

        @Override
        public int size() {
          return Math.max(0, entries.size() - from);
        }
      };
    }
  }

  /// What `a.dtype` says.
  record ElementType(DType dtype) implements Value {
    String numpyName() {
      return switch (dtype) {
        case BOOL -> "bool";
        case INT -> "int64";
        case FLOAT -> "float64";
      };
    }
  }

  /// `np`, or `np.random`: a named collection of functions and numbers.
  record Module(String name, java.util.Map<String, Value> members) implements Value {}

  /// The type's name as Python says it in its messages.
  default String typeName() {
    return switch (this) {
      case NoneValue _ -> "NoneType";
      case Bool b -> b.numpy ? "numpy.bool_" : "bool";
      case Float f -> f.numpy ? "numpy.float64" : "float";
      case Int i -> i.numpy ? "numpy.int64" : "int";
      case Str _ -> "str";
      case Tuple _ -> "tuple";
      case ListValue _ -> "list";
      case Range _ -> "range";
      case Iterator i -> i.typeName;
      case ElementType _ -> "numpy.dtype";
      case Module _ -> "module";
      case Array _ -> "numpy.ndarray";
      case Callable c -> c.typeName();
    };
  }

  default boolean isNumber() {
    return this instanceof Float || this instanceof Int || this instanceof Bool;
  }
}
