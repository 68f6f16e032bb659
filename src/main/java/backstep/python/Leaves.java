package backstep.python;

import static java.util.Arrays.stream;

import backstep.graph.Node;
import backstep.graph.Node.Leaf.Kind;
import backstep.graph.Tape;
import backstep.tensor.DType;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes leaves of values: those that get a name, those that enter a formula without one, and
/// parameters after their updates. Each has its place; one that is given a value there holds that.
final class Leaves {
  private final Tape tape;
  private final Origins origins;
  private final Map<Place, Tensor> given;

  /// @param given what some leaves shall hold instead of what the program sets them to
  Leaves(Tape tape, Origins origins, Map<Place, Tensor> given) {
    this.tape = tape;
    this.origins = origins;
    this.given = given;
  }

  // ---- Names

  /// Gives a value a name. A number or array that had none becomes a leaf of the graph.
  Value named(String name, Value value, Span span, int depth) {
    return switch (value) {
      case Value.Float f -> {
        Node node = Recorder.isLiteral(f.node()) ? input(f.node(), span) : f.node();
        origins.name(node, name, depth);
        yield node == f.node() ? f : new Value.Float(node, f.numpy());
      }
      case Value.Int i when i.constant() == null -> named(name, i, span, depth);
      case Array array -> {
        if (array.dtype() == DType.FLOAT && Recorder.isLiteral(array.node())) {
          array.write(input(array.node(), span));
        } else if (isConstant(array.node())) {
          place(array, span);
        }
        origins.name(array.node(), name, depth);
        yield array;
      }
      default -> value;
    };
  }

  private Value named(String name, Value.Int number, Span span, int depth) {
    Span text = number.written();
    Written written = text == null ? null : Written.of(text);
    Place place = origins.next(span, written);
    Tensor value = given(place, Shape.SCALAR);
    if (value != null && !isWhole(value.item())) {
      Node leaf = leaf(Kind.INPUT, value, span, place, null);
      origins.name(leaf, name, depth);
      return new Value.Float(leaf, number.numpy());
    }
    return new Value.Int(
        value == null ? number.value() : (long) value.item(),
        number.numpy(),
        new Value.Constant(name, span, depth, place, value == null ? written : null),
        null);
  }

  // Whole numbers that are given a fraction become floats, for every name that holds them.
  private void place(Array array, Span span) {
    Node before = array.node();
    Node leaf = placed(before, span);
    if (leaf == before) {
      return;
    }
    DType dtype = dtype(leaf.value(), array.dtype());
    if (dtype == DType.FLOAT) {
      Place place = origins.place(leaf).orElseThrow();
      leaf = leaf(Kind.INPUT, leaf.value(), span, place, null);
    }
    array.become(dtype, leaf);
  }

  // Truth values and whole numbers stay what they are where the entries allow it.
  private static DType dtype(Tensor value, DType before) {
    double[] entries = value.toArray();
    if (!stream(entries).allMatch(Leaves::isWhole)) {
      return DType.FLOAT;
    }
    boolean truths = stream(entries).allMatch(x -> x == 0 || x == 1);
    return truths ? before : DType.INT;
  }

  /// Whether a whole number of Python's or NumPy's can be exactly this.
  static boolean isWhole(double x) {
    return x == Math.rint(x) && Math.abs(x) <= Recorder.MAX_EXACT && !(x == 0 && 1 / x < 0);
  }

  // ---- Formulas

  /// The node that stands for a number in a differentiable op.
  Node operand(Value.Int number) {
    Value.Constant constant = number.constant();
    if (constant == null) {
      return tape.leaf(
          Kind.LITERAL, Tensor.scalar((double) number.value()), Origins.at(number.written(), null));
    }
    Node node = constant.node;
    if (node == null) {
      Tensor value = Tensor.scalar((double) number.value());
      node = leaf(Kind.CONSTANT, value, constant.span, constant.place, constant.written);
      origins.name(node, constant.name, constant.depth);
      constant.node = node;
    }
    return node;
  }

  /// The operands of an op as the graph shows them: an array written in the formula itself is too
  /// large for a badge, so it is a leaf to look at.
  List<Node> shown(List<Node> operands, Span span) {
    List<Node> shown = new ArrayList<>(operands);
    shown.replaceAll(node -> {
      if (Recorder.isLiteral(node)) {
        return node.value().size() == 1 ? node : leaf(Kind.CONSTANT, node, span);
      }
      return isConstant(node) ? placed(node, span) : node;
    });
    return shown;
  }

  // ---- Places

  /// A leaf that takes a gradient, made of a value that was written, drawn or computed.
  Node input(Node from, Span span) {
    return leaf(Kind.INPUT, from, span);
  }

  private Node leaf(Kind kind, Node from, Span span) {
    Written written = origins.written(from);
    Place place = origins.next(span, written);
    Tensor value = given(place, from.value().shape());
    return value == null
        ? leaf(kind, from.value(), span, place, written)
        : leaf(kind, value, span, place, null); // it does not stand in the text
  }

  private Node leaf(Kind kind, Tensor value, Span span, Place place, @Nullable Written written) {
    Node leaf = tape.leaf(kind, value, origins.at(span));
    origins.place(leaf, place);
    origins.written(leaf, written);
    return leaf;
  }

  private @Nullable Tensor given(Place place, Shape shape) {
    Tensor value = given.get(place);
    return value != null && value.shape().equals(shape) ? value : null;
  }

  // A constant has its place from its first name, or from the first formula that it enters without
  // one, as an array of floats has: so an array has the same place whichever of both it is.
  private Node placed(Node constant, Span span) {
    Place place = origins.place(constant).orElse(null);
    if (place == null) {
      place = origins.next(span, origins.written(constant));
      origins.place(constant, place);
    }
    Tensor value = given(place, constant.value().shape());
    return value == null || value.equals(constant.value())
        ? constant
        : leaf(Kind.CONSTANT, value, span, place, null);
  }

  private static boolean isConstant(Node node) {
    return node instanceof Node.Leaf leaf && leaf.kind() == Kind.CONSTANT;
  }
}
