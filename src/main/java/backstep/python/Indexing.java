package backstep.python;

import backstep.graph.Index;
import backstep.graph.Node;
import backstep.graph.Put;
import backstep.graph.Reshape;
import backstep.tensor.DType;
import backstep.tensor.Selection;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// `a[…]`, read and written: lists, tuples, strings and arrays.
final class Indexing {
  /// An index as the program worked it out.
  sealed interface At {
    record One(Value value, Span span) implements At {}

    record Slice(@Nullable Value start, @Nullable Value stop, @Nullable Value step, Span span)
        implements At {}
  }

  private final Recorder recorder;
  private final Budget budget;
  private final Arrays arrays;

  Indexing(Recorder recorder, Budget budget, Arrays arrays) {
    this.recorder = recorder;
    this.budget = budget;
    this.arrays = arrays;
  }

  // ---- Reading

  Value read(Value object, List<At> at, Span span) {
    if (object instanceof Array array) {
      return read(array, at, span);
    }
    if (at.size() != 1) {
      throw Problem.at(span, "run.index.tuple", object.typeName()).raise();
    }
    return switch (object) {
      case Value.ListValue list -> {
        ArrayList<Value> items = list.items();
        yield item(object, items.size(), at.getFirst(), items::get, Indexing::listOf);
      }
      case Value.Tuple tuple ->
          item(object, tuple.items().size(), at.getFirst(), tuple.items()::get, Value.Tuple::new);
      case Value.Str text -> {
        int[] points = text.value().codePoints().toArray();
        yield item(
            object,
            points.length,
            at.getFirst(),
            i -> new Value.Str(Character.toString(points[i])),
            parts -> new Value.Str(concatenated(parts)));
      }
      case Value.Range range ->
          item(
              object,
              (int) Math.min(range.size(), Integer.MAX_VALUE),
              at.getFirst(),
              i -> Value.Int.of(range.start() + i * range.step()),
              Indexing::listOf);
      default -> throw Problem.at(span, "run.index.none", object.typeName()).raise();
    };
  }

  private Value item(
      Value of,
      int size,
      At at,
      IntFunction<Value> get,
      java.util.function.Function<List<Value>, Value> all) {
    return switch (at) {
      case At.One one -> get.apply(position(one, size, of.typeName()));
      case At.Slice slice -> {
        if (of instanceof Value.Range) {
          throw Problem.at(slice.span(), "run.index.none", "range").raise();
        }
        int[] positions = positions(slice, size);
        budget.cells(positions.length, slice.span());
        ArrayList<Value> items = new ArrayList<>();
        for (int i : positions) {
          items.add(get.apply(i));
        }
        yield all.apply(items);
      }
    };
  }

  private static Value listOf(List<Value> items) {
    return new Value.ListValue(new ArrayList<>(items));
  }

  private static String concatenated(List<Value> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(((Value.Str) part).value()));
    return text.toString();
  }

  private static int position(At.One at, int size, String type) {
    if (!(at.value() instanceof Value.Int) && !(at.value() instanceof Value.Bool)) {
      throw Problem.at(at.span(), "run.index.type", type, at.value().typeName()).raise();
    }
    long i = Operators.integer(at.value());
    if (i < -size || i >= size) {
      throw Problem.at(at.span(), "run.index.range", i, size).raise();
    }
    return (int) (i < 0 ? i + size : i);
  }

  /// The positions a slice takes of `size`, by Python's rules.
  private static int[] positions(At.Slice slice, int size) {
    long step = bound(slice.step(), slice.span(), 1);
    if (step == 0) {
      throw Problem.at(slice.span(), "run.slice.zero").raise();
    }
    long low = step > 0 ? 0 : -1;
    long high = step > 0 ? size : size - 1;
    long start = clamped(slice.start(), slice.span(), step > 0 ? low : high, size, low, high);
    long stop = clamped(slice.stop(), slice.span(), step > 0 ? high : low, size, low, high);
    long count = new Value.Range(start, stop, step).size();
    int[] positions = new int[(int) count];
    for (int k = 0; k < count; k++) {
      positions[k] = (int) (start + k * step);
    }
    return positions;
  }

  private static long clamped(
      @Nullable Value value, Span span, long otherwise, int size, long low, long high) {
    if (value == null || value instanceof Value.NoneValue) {
      return otherwise;
    }
    long bound = bound(value, span, 0);
    return Math.clamp(bound < 0 ? bound + size : bound, low, high);
  }

  private static long bound(@Nullable Value value, Span span, long otherwise) {
    return switch (value) {
      case null -> otherwise;
      case Value.NoneValue _ -> otherwise;
      case Value.Int i -> Math.clamp(i.value(), -Integer.MAX_VALUE, Integer.MAX_VALUE);
      case Value.Bool b -> b.value() ? 1 : 0;
      case Value other -> throw Problem.at(span, "run.slice.type", other.typeName()).raise();
    };
  }

  // ---- Arrays

  private Value read(Array array, List<At> at, Span span) {
    List<At> axes = at.stream().filter(one -> !isNewAxis(one)).toList();
    if (axes.stream().anyMatch(Indexing::isFancy)) {
      Selection selection = fancy(array, at, span);
      return arrays.wrap(
          recorder.apply(new Index(selection), array.dtype(), span, List.of(array.node())),
          array.dtype());
    }
    Value part = array;
    if (!axes.isEmpty()) {
      part = arrays.selected(array, basic(array.shape(), axes, span), span);
    }
    return axes.size() == at.size() ? part : widened(arrays.from(part, span), at, span);
  }

  private static boolean isNewAxis(At at) {
    return at instanceof At.One one && one.value() instanceof Value.NoneValue;
  }

  /// Whether the index is a list, an array or a mask, which NumPy answers with a copy.
  static boolean isFancy(At at) {
    return at instanceof At.One one
        && (one.value() instanceof Array
            || one.value() instanceof Value.ListValue
            || one.value() instanceof Value.Bool);
  }

  // `v[:, None]`: a vector as a column, or as a row.
  private Value widened(Array part, List<At> at, Span span) {
    List<Integer> dims = new ArrayList<>();
    int axis = 0;
    for (At one : at) {
      if (isNewAxis(one)) {
        dims.add(1);
      } else if (one instanceof At.Slice) {
        dims.add(part.shape().dim(axis++));
      }
    }
    while (axis < part.rank()) {
      dims.add(part.shape().dim(axis++));
    }
    if (dims.size() > 2) {
      throw Problem.at(span, "run.array.rank").raise();
    }
    Shape shape = Shape.of(dims.stream().mapToInt(Integer::intValue).toArray());
    return part.viewed(new Reshape(shape), recorder, span);
  }

  /// The entries that whole numbers and slices mean.
  private static Selection basic(Shape shape, List<At> at, Span span) {
    if (at.size() > shape.rank()) {
      throw Problem.at(span, "run.index.tooMany", shape.rank(), at.size()).raise();
    }
    List<int[]> taken = new ArrayList<>();
    List<Integer> dims = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      int size = shape.dim(axis);
      At one = axis < at.size() ? at.get(axis) : new At.Slice(null, null, null, span);
      switch (one) {
        case At.One index -> {
          int position = position(index, size, "numpy.ndarray");
          taken.add(new int[] {position});
          texts.add(String.valueOf(position));
        }
        case At.Slice slice -> {
          int[] positions = positions(slice, size);
          taken.add(positions);
          dims.add(positions.length);
          if (axis < at.size()) {
            texts.add(text(slice));
          }
        }
      }
    }
    Shape part = Shape.of(dims.stream().mapToInt(Integer::intValue).toArray());
    return new Selection(String.join(", ", texts), shape, part, crossed(taken, shape));
  }

  private static int[] crossed(List<int[]> taken, Shape shape) {
    if (taken.size() == 1) {
      return taken.getFirst();
    }
    int[] rows = taken.get(0);
    int[] columns = taken.get(1);
    int[] positions = new int[rows.length * columns.length];
    for (int k = 0; k < positions.length; k++) {
      positions[k] = rows[k / columns.length] * shape.columns() + columns[k % columns.length];
    }
    return positions;
  }

  private static String text(At.Slice slice) {
    String text = text(slice.start()) + ":" + text(slice.stop());
    return slice.step() == null ? text : text + ":" + text(slice.step());
  }

  private static String text(@Nullable Value bound) {
    return bound == null || bound instanceof Value.NoneValue
        ? ""
        : String.valueOf(Operators.integer(bound));
  }

  /// The entries that an array or list of indices, or a mask, means.
  private Selection fancy(Array array, List<At> at, Span span) {
    Shape shape = array.shape();
    if (at.size() == 2 && shape.rank() == 2) {
      return pairs(shape, at, span);
    }
    if (at.size() != 1) {
      throw Problem.at(span, "run.index.mixed").raise();
    }
    Array index = arrays.from(((At.One) at.getFirst()).value(), span);
    if (index.dtype() == DType.BOOL) {
      return masked(shape, index, span);
    }
    int[] rows = whole(index, shape.rank() == 0 ? 0 : shape.dim(0), span);
    if (shape.rank() == 1) {
      return new Selection(listed(rows, index.shape()), shape, index.shape(), rows);
    }
    if (shape.rank() == 0 || index.rank() != 1) {
      throw Problem.at(span, "run.array.rank").raise();
    }
    int[] columns = java.util.stream.IntStream.range(0, shape.columns()).toArray();
    return new Selection(
        listed(rows, index.shape()),
        shape,
        Shape.of(rows.length, columns.length),
        crossed(List.of(rows, columns), shape));
  }

  // a[[0, 1], [2, 0]]: entry by entry.
  private Selection pairs(Shape shape, List<At> at, Span span) {
    if (!at.stream().allMatch(one -> one instanceof At.One)) {
      throw Problem.at(span, "run.index.mixed").raise();
    }
    Array rows = arrays.from(((At.One) at.get(0)).value(), span);
    Array columns = arrays.from(((At.One) at.get(1)).value(), span);
    Shape part;
    try {
      part = rows.shape().broadcast(columns.shape());
    } catch (backstep.tensor.ShapeException e) {
      throw Recorder.problem(e, span).raise();
    }
    int[] r =
        whole(
            Array.of(rows.dtype(), recorder.constant(rows.tensor().broadcastTo(part), span)),
            shape.rows(),
            span);
    int[] c =
        whole(
            Array.of(columns.dtype(), recorder.constant(columns.tensor().broadcastTo(part), span)),
            shape.columns(),
            span);
    int[] positions = new int[r.length];
    for (int k = 0; k < positions.length; k++) {
      positions[k] = r[k] * shape.columns() + c[k];
    }
    return new Selection(listed(r, part) + ", " + listed(c, part), shape, part, positions);
  }

  private static int[] whole(Array index, int size, Span span) {
    if (index.dtype() != DType.INT) {
      throw Problem.at(span, "run.index.type", "numpy.ndarray", "float").raise();
    }
    Tensor values = index.tensor();
    int[] positions = new int[values.size()];
    for (int k = 0; k < positions.length; k++) {
      positions[k] =
          position(new At.One(Value.Int.of((long) values.get(k)), span), size, "numpy.ndarray");
    }
    return positions;
  }

  private static String listed(int[] positions, Shape shape) {
    return shape.rank() == 0 ? String.valueOf(positions[0]) : java.util.Arrays.toString(positions);
  }

  private static Selection masked(Shape shape, Array mask, Span span) {
    Tensor truth = mask.tensor();
    boolean wholeMask = mask.shape().equals(shape);
    boolean rowMask = mask.rank() == 1 && shape.rank() == 2 && mask.shape().size() == shape.rows();
    if ((!wholeMask && !rowMask) || shape.rank() == 0) {
      throw Problem.at(span, "run.index.mask", shape.toString(), mask.shape().toString()).raise();
    }
    int[] chosen =
        java.util.stream.IntStream.range(0, truth.size()).filter(i -> truth.get(i) != 0).toArray();
    if (rowMask && !wholeMask) {
      int[] columns = java.util.stream.IntStream.range(0, shape.columns()).toArray();
      return new Selection(
          java.util.Arrays.toString(chosen),
          shape,
          Shape.of(chosen.length, columns.length),
          crossed(List.of(chosen, columns), shape));
    }
    return new Selection(maskText(chosen, shape), shape, Shape.of(chosen.length), chosen);
  }

  private static String maskText(int[] chosen, Shape shape) {
    if (shape.rank() == 1) {
      return java.util.Arrays.toString(chosen);
    }
    int[] rows = java.util.Arrays.stream(chosen).map(i -> i / shape.columns()).toArray();
    int[] columns = java.util.Arrays.stream(chosen).map(i -> i % shape.columns()).toArray();
    return java.util.Arrays.toString(rows) + ", " + java.util.Arrays.toString(columns);
  }

  // ---- Writing

  /// `object[at] = value`.
  void write(Value object, List<At> at, Value value, Training training, Span span) {
    switch (object) {
      case Value.ListValue list -> write(list, at, value, training, span);
      case Array array -> write(array, at, value, training, span);
      default -> throw Problem.at(span, "run.index.readOnly", object.typeName()).raise();
    }
  }

  private void write(Value.ListValue list, List<At> at, Value value, Training training, Span span) {
    if (at.size() != 1) {
      throw Problem.at(span, "run.index.tuple", "list").raise();
    }
    ArrayList<Value> items = list.items();
    switch (at.getFirst()) {
      case At.One one -> {
        int i = position(one, items.size(), "list");
        items.set(i, Machine.settled(items.get(i), value, training, span));
      }
      case At.Slice slice -> {
        int[] positions = positions(slice, items.size());
        List<Value> parts = arrays.list(value, span);
        if (slice.step() == null || slice.step() instanceof Value.NoneValue) {
          int from = positions.length > 0 ? positions[0] : start(slice, items.size());
          items.subList(from, from + positions.length).clear();
          items.addAll(from, parts);
          budget.cells(items.size(), span);
        } else if (parts.size() != positions.length) {
          throw Problem.at(span, "run.slice.size", parts.size(), positions.length).raise();
        } else {
          for (int k = 0; k < positions.length; k++) {
            items.set(positions[k], parts.get(k));
          }
        }
      }
    }
  }

  private static int start(At.Slice slice, int size) {
    return (int) clamped(slice.start(), slice.span(), 0, size, 0, size);
  }

  private void write(Array array, List<At> at, Value value, Training training, Span span) {
    Array part = arrays.from(value, span);
    if (array.dtype() != DType.FLOAT && part.dtype() == DType.FLOAT) {
      // NumPy would cut the fraction off without a word.
      throw Problem.at(span, "run.array.fraction").raise();
    }
    if (at.stream().anyMatch(Indexing::isNewAxis)) {
      throw Problem.at(span, "run.index.mixed").raise();
    }
    if (array.dtype() == DType.BOOL) {
      part = arrays.cast(part, DType.BOOL, span);
    }
    boolean isFancy = at.stream().anyMatch(Indexing::isFancy);
    if (isFancy && value instanceof Array from && from.owner() == array.owner()) {
      // NumPy reads what it has just written: the result depends on its order of work.
      throw Problem.at(span, "run.array.overlap").raise();
    }
    Selection selection = isFancy ? fancy(array, at, span) : basic(array.shape(), at, span);
    // The value may have leading axes of length 1 that the place has not.
    boolean leadingOnes =
        part.rank() == 2
            ? part.shape().rows() == 1
                && (selection.part().rank() == 1 || part.shape().columns() == 1)
            : part.rank() == 1 && part.shape().columns() == 1;
    if (part.rank() > selection.part().rank()
        && leadingOnes
        && part.tensor().size() == selection.part().size()) {
      part =
          Array.of(
              part.dtype(),
              recorder.apply(
                  new Reshape(selection.part()), part.dtype(), span, List.of(part.node())));
    }
    if (!part.shape().stretchesTo(selection.part())) {
      throw Problem.at(span, "run.array.put", part.shape().toString(), selection.part().toString())
          .raise();
    }
    Array owner = array.owner();
    var before = owner.node();
    array.write(put(array, selection, part, span));
    if (owner.dtype() == DType.FLOAT) {
      owner.write(training.changed(before, owner.node(), span));
    }
  }

  // An entry that is named twice, as in `a[[0, 0]] = v`, keeps the last value; Put takes each once.
  private Node put(Array array, Selection selection, Array part, Span span) {
    if (!selection.hasRepeats()) {
      return recorder.apply(
          new Put(selection), array.dtype(), span, List.of(array.node(), part.node()));
    }
    double[] places = iota(selection.whole()).gather(selection).toArray();
    Map<Double, Integer> last = new TreeMap<>();
    for (int k = 0; k < places.length; k++) {
      last.put(places[k], k);
    }
    int[] chosen = last.keySet().stream().mapToInt(Double::intValue).toArray();
    int[] from = last.values().stream().mapToInt(k -> k).toArray();
    Shape kept = Shape.of(chosen.length);
    Node value = part.node();
    if (part.tensor().size() > 1) {
      Tensor spread = iota(part.shape()).broadcastTo(selection.part()).gather(from, kept);
      int[] sources = java.util.Arrays.stream(spread.toArray()).mapToInt(x -> (int) x).toArray();
      Selection taken = new Selection(maskText(sources, part.shape()), part.shape(), kept, sources);
      value = recorder.apply(new Index(taken), part.dtype(), span, List.of(value));
    } else if (part.rank() > 0) {
      value = Builtins.single(part, recorder, span);
    }
    Selection once = new Selection(maskText(chosen, array.shape()), array.shape(), kept, chosen);
    return recorder.apply(new Put(once), array.dtype(), span, List.of(array.node(), value));
  }

  private static Tensor iota(Shape shape) {
    return Tensor.of(
        shape, java.util.stream.IntStream.range(0, shape.size()).asDoubleStream().toArray());
  }
}
