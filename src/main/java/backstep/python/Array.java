package backstep.python;

import backstep.graph.Index;
import backstep.graph.Node;
import backstep.graph.Op;
import backstep.graph.Put;
import backstep.graph.Reshape;
import backstep.graph.Transpose;
import backstep.tensor.DType;
import backstep.tensor.Selection;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A NumPy array: a thing that several names may hold, and that changes for all of them.
///
/// Its content is a node, which never changes; changing the array puts another node in its place. A
/// view (`W[0]`, `W.T`, `W.reshape(…)`) reads through to the array it was taken from, and writes
/// through to it, as in NumPy.
final class Array implements Value {
  // A view of a view of a view …: deeper than anyone writes by hand.
  private static final int MAX_VIEWS = 64;

  private DType dtype;
  private Node content;
  private final @Nullable View view;

  private Array(DType dtype, Node content, @Nullable View view) {
    this.dtype = dtype;
    this.content = content;
    this.view = view;
  }

  /// An array of its own.
  static Array of(DType dtype, Node content) {
    return new Array(dtype, content, null);
  }

  private static final class View {
    final Array base;
    final Op op;
    final Recorder recorder;
    final Span span;
    final int depth;
    Node seen;

    View(Array base, Op op, Recorder recorder, Span span) {
      this.base = base;
      this.op = op;
      this.recorder = recorder;
      this.span = span;
      this.seen = base.node();
      this.depth = base.view == null ? 1 : base.view.depth + 1;
    }

    Node read() {
      return recorder.apply(op, base.dtype(), span, List.of(seen));
    }

    /// The base's content once the view's is `part`.
    Node writeBack(Node part) {
      return switch (op) {
        case Transpose t -> recorder.apply(t, base.dtype(), span, List.of(part));
        case Reshape _ ->
            recorder.apply(new Reshape(base.tensor().shape()), base.dtype(), span, List.of(part));
        case Index(Selection selection) ->
            recorder.apply(new Put(selection), base.dtype(), span, List.of(base.node(), part));
        default -> throw new IllegalStateException("not a view: " + op);
      };
    }
  }

  /// A view of this array through a [Transpose], [Reshape] or [Index].
  Array viewed(Op op, Recorder recorder, Span span) {
    View through = new View(this, op, recorder, span);
    if (through.depth > MAX_VIEWS) {
      throw Problem.at(span, "run.array.views", MAX_VIEWS).raise();
    }
    return new Array(dtype(), through.read(), through);
  }

  /// The array in another shape: a view, or a copy where no strides would reach its entries in that
  /// order, as for `W.T.reshape(-1)`.
  Array reshaped(Shape to, Recorder recorder, Span span) {
    Reshape op = new Reshape(to);
    return isInOneLine() || to.equals(shape())
        ? viewed(op, recorder, span)
        : of(dtype(), recorder.apply(op, dtype(), span, List.of(node())));
  }

  /// Whether the entries, row after row, lie side by side in the array they belong to.
  boolean isContiguous() {
    return isInOneLine() && (tensor().size() < 2 || places().get(1) - places().get(0) == 1);
  }

  // Whether they lie at equal distances.
  private boolean isInOneLine() {
    if (view == null || tensor().size() < 3) {
      return true;
    }
    Tensor places = places();
    double distance = places.get(1) - places.get(0);
    for (int i = 2; i < places.size(); i++) {
      if (places.get(i) - places.get(i - 1) != distance) {
        return false;
      }
    }
    return true;
  }

  // For each entry its place in the owner.
  private Tensor places() {
    return view == null
        ? Tensor.of(shape(), IntStream.range(0, tensor().size()).asDoubleStream().toArray())
        : view.op.value(List.of(view.base.places()));
  }

  DType dtype() {
    return view == null ? dtype : view.base.dtype();
  }

  /// The content now.
  Node node() {
    if (view != null) {
      Node base = view.base.node();
      if (base != view.seen) {
        view.seen = base;
        content = view.read();
      }
    }
    return content;
  }

  Tensor tensor() {
    return node().value();
  }

  int rank() {
    return tensor().rank();
  }

  Shape shape() {
    return tensor().shape();
  }

  /// Changes the content, for every name that holds this array and through every view.
  void write(Node node) {
    if (view != null) {
      view.base.write(view.writeBack(node));
      view.seen = view.base.node();
    }
    content = node;
  }

  /// Changes the content and what its entries are, as only whoever edits the program by hand can.
  void become(DType other, Node node) {
    owner().dtype = other;
    write(node);
  }

  /// The array that a view was taken from at first, or this one.
  Array owner() {
    return view == null ? this : view.base.owner();
  }
}
