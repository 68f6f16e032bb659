package backstep.python;

import backstep.graph.Index;
import backstep.graph.Node;
import backstep.graph.Stack;
import backstep.tensor.DType;
import backstep.tensor.NumpyFormat;
import backstep.tensor.Selection;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes arrays of other values, and other values of arrays.
final class Arrays {
  private final Recorder recorder;
  private final Budget budget;

  Arrays(Recorder recorder, Budget budget) {
    this.recorder = recorder;
    this.budget = budget;
  }

  /// The result of an array operation: NumPy gives a scalar where the rank is 0.
  Value wrap(Node node, DType dtype) {
    return node.value().rank() > 0 ? Array.of(dtype, node) : scalar(node, dtype);
  }

  private static Value scalar(Node node, DType dtype) {
    return switch (dtype) {
      case BOOL -> new Value.Bool(node.value().item() != 0, true);
      case INT -> Value.Int.numpy((long) node.value().item());
      case FLOAT -> new Value.Float(node, true);
    };
  }

  /// An array with the same content that is nobody else's.
  Array copy(Array array) {
    return Array.of(array.dtype(), array.node());
  }

  /// An array of fresh numbers.
  Array fresh(Tensor value, DType dtype, Span span) {
    budget.cells(value.size(), span);
    return Array.of(
        dtype, dtype == DType.FLOAT ? recorder.literal(value) : recorder.whole(value, span));
  }

  /// `np.array(value)`, but an array is passed through as it is.
  Array from(Value value, Span span) {
    return switch (value) {
      case Array array -> array;
      case Value.Float f -> Array.of(DType.FLOAT, f.node());
      case Value.Int i -> Array.of(DType.INT, recorder.leaves().operand(i));
      case Value.Bool b -> Array.of(DType.BOOL, recorder.literal(b.value() ? 1 : 0));
      case Value.ListValue list -> stacked(list.items(), span);
      case Value.Tuple tuple -> stacked(tuple.items(), span);
      case Value.Range _ -> stacked(items(value, span), span);
      default -> throw Problem.at(span, "run.array.of", value.typeName()).raise();
    };
  }

  private Array stacked(List<Value> items, Span span) {
    budget.cells(items.size(), span);
    if (items.isEmpty()) {
      return fresh(Tensor.zeros(Shape.of(0)), DType.FLOAT, span);
    }
    List<Array> rows = new ArrayList<>();
    for (Value item : items) {
      boolean tooDeep = item instanceof Array array && array.rank() == 2;
      Array row = tooDeep ? null : fromItem(item, span);
      if (row == null || row.rank() == 2) {
        throw Problem.at(span, "run.array.rank").raise();
      }
      rows.add(row);
    }
    Shape shape = rows.getFirst().shape();
    DType dtype = DType.BOOL;
    for (Array row : rows) {
      if (!row.shape().equals(shape)) {
        throw Problem.at(span, "run.array.ragged", shape.toString(), row.shape().toString())
            .raise();
      }
      dtype = row.dtype().compareTo(dtype) > 0 ? row.dtype() : dtype;
    }
    // Whole numbers among floats are floats; a named one stays the constant it is.
    List<Node> nodes = rows.stream().map(Array::node).toList();
    boolean known = nodes.stream().noneMatch(Node::differentiable);
    if (known && nodes.stream().allMatch(node -> node instanceof Node.Leaf)) {
      Array made = fresh(Tensor.stack(nodes.stream().map(Node::value).toList()), dtype, span);
      recorder.origins().written(made.node(), written(nodes, shape.size()));
      return made;
    }
    return Array.of(dtype, recorder.apply(new Stack(), dtype, span, nodes));
  }

  private @Nullable Written written(List<Node> parts, int entriesEach) {
    return Written.stacked(parts.stream().map(recorder.origins()::written).toList(), entriesEach);
  }

  // Lists nest at most twice, so this does not go deep.
  private Array fromItem(Value item, Span span) {
    List<Value> inner =
        switch (item) {
          case Value.ListValue list -> list.items();
          case Value.Tuple tuple -> tuple.items();
          default -> List.of();
        };
    for (Value entry : inner) {
      if (entry instanceof Value.ListValue || entry instanceof Value.Tuple) {
        throw Problem.at(span, "run.array.rank").raise();
      }
    }
    return from(item, span);
  }

  /// The array with another element type; the same array where it has that type already.
  Array cast(Array array, @Nullable DType dtype, Span span) {
    if (dtype == DType.INT) {
      // Another number in the text would be cut down to a whole one here.
      recorder.origins().written(array.node(), null);
    }
    if (dtype == null || dtype == array.dtype()) {
      return array;
    }
    Tensor value = array.tensor();
    return switch (dtype) {
      case FLOAT -> {
        Node node = recorder.literal(value);
        recorder.origins().written(node, recorder.origins().written(array.node()));
        yield Array.of(dtype, node);
      }
      case INT -> Array.of(dtype, recorder.whole(value.map(x -> truncated(x, span)), span));
      case BOOL -> Array.of(dtype, recorder.constant(value.map(x -> x == 0 ? 0 : 1), span));
    };
  }

  private static double truncated(double x, Span span) {
    if (!Double.isFinite(x)) {
      throw Problem.at(span, "run.number.notFinite", NumpyFormat.number(x)).raise();
    }
    return x < 0 ? Math.ceil(x) : Math.floor(x);
  }

  /// What iterating over a value gives, one by one.
  List<Value> items(Value value, Span span) {
    return switch (value) {
      case Value.ListValue list -> list.items();
      case Value.Tuple tuple -> tuple.items();
      case Value.Range range -> new RangeItems(range);
      case Value.Iterator iterator -> iterator.rest();
      case Value.Str text ->
          text.value()
              .codePoints()
              .<Value>mapToObj(c -> new Value.Str(Character.toString(c)))
              .toList();
      case Array array when array.rank() > 0 -> new ArrayItems(array, span);
      default -> throw Problem.at(span, "run.type.iterate", value.typeName()).raise();
    };
  }

  /// All that iterating over a value gives, as it is now.
  List<Value> list(Value value, Span span) {
    List<Value> items = items(value, span);
    budget.cells(items.size(), span);
    return List.copyOf(items);
  }

  // Made one at a time, so that a long range costs nothing.
  private static final class RangeItems extends AbstractList<Value> {
    private final Value.Range range;

    RangeItems(Value.Range range) {
      this.range = range;
    }

    @Override
    public Value get(int i) {
      return Value.Int.of(range.start() + i * range.step());
    }

    @Override
    public int size() {
      return (int) Math.min(range.size(), Integer.MAX_VALUE);
    }
  }

  private final class ArrayItems extends AbstractList<Value> {
    private final Array array;
    private final Span span;

    ArrayItems(Array array, Span span) {
      this.array = array;
      this.span = span;
    }

    @Override
    public Value get(int i) {
      return entry(array, i, span);
    }

    @Override
    public int size() {
      return array.shape().dim(0);
    }
  }

  /// `array[i]` for an index within bounds: a scalar, or a view of a row.
  Value entry(Array array, int i, Span span) {
    Shape shape = array.shape();
    Shape part = shape.rank() == 1 ? Shape.SCALAR : Shape.of(shape.columns());
    int[] positions = IntStream.range(i * part.size(), (i + 1) * part.size()).toArray();
    return selected(array, new Selection(String.valueOf(i), shape, part, positions), span);
  }

  /// The selected part: a scalar by itself, else a view.
  Value selected(Array array, Selection selection, Span span) {
    Index index = new Index(selection);
    return selection.part().rank() == 0
        ? scalar(recorder.apply(index, array.dtype(), span, List.of(array.node())), array.dtype())
        : array.viewed(index, recorder, span);
  }
}
