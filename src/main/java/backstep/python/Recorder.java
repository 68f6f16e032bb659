package backstep.python;

import backstep.graph.Divide;
import backstep.graph.Dot;
import backstep.graph.Formula;
import backstep.graph.Multiply;
import backstep.graph.Node;
import backstep.graph.Node.Leaf.Kind;
import backstep.graph.Op;
import backstep.graph.Tape;
import backstep.tensor.DType;
import backstep.tensor.Shape;
import backstep.tensor.ShapeException;
import backstep.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts what the program computes on the tape, and notes where each value came from.
final class Recorder {
  /// Whole numbers are kept in doubles, which hold them exactly up to here.
  static final double MAX_EXACT = 0x1p53;

  // Enough to find the scalar that a program without a named loss computed before its updates.
  private static final int RECENT = 4096;

  private final Tape tape = new Tape();
  private final Origins origins = new Origins();
  private final Budget budget;
  private final Deque<Node> recentScalars = new ArrayDeque<>();
  private long calls;
  private Origins.@Nullable Group group;

  Recorder(Budget budget) {
    this.budget = budget;
  }

  Origins origins() {
    return origins;
  }

  /// The latest differentiable results with one entry, newest last.
  Deque<Node> recentScalars() {
    return recentScalars;
  }

  // ---- Calls

  Origins.@Nullable Group enter(String function, Span call) {
    Origins.Group caller = group;
    group = new Origins.Group(calls++, function, call, caller);
    return caller;
  }

  void leave(Origins.@Nullable Group caller) {
    group = caller;
  }

  // ---- Leaves

  /// A value written or drawn in an expression, which has no name yet.
  Node literal(Tensor value) {
    return tape.leaf(Kind.LITERAL, value, Origins.at(null, null));
  }

  Node literal(double value) {
    return literal(Tensor.scalar(value));
  }

  /// A value that takes a gradient.
  Node input(Tensor value, Span span) {
    return tape.leaf(Kind.INPUT, value, Origins.at(span, group));
  }

  /// Whole numbers, truth values and what comes of comparing: no gradient flows to them.
  Node constant(Tensor value, Span span) {
    return tape.leaf(Kind.CONSTANT, value, Origins.at(span, group));
  }

  static boolean isLiteral(Node node) {
    return node instanceof Node.Leaf leaf && leaf.kind() == Kind.LITERAL;
  }

  /// The node that stands for a number in a differentiable op.
  Node operand(Value.Int number) {
    Value.Constant constant = number.constant();
    if (constant == null) {
      return literal((double) number.value());
    }
    Node node = constant.node;
    if (node == null) {
      node = constant(Tensor.scalar((double) number.value()), constant.span);
      origins.name(node, constant.name, constant.depth);
      constant.node = node;
    }
    return node;
  }

  // ---- Ops

  /// Computes an op; a float result is recorded, any other is a constant.
  ///
  /// An op through which no gradient can flow is worked out at once: `1 / 3`, or `n / 2` for a
  /// whole number n, is a float to start from, not a graph.
  Node apply(Op op, DType result, Span span, List<Node> operands) {
    try {
      charge(op, span, operands);
      if (result != DType.FLOAT || operands.stream().noneMatch(Node::differentiable)) {
        Tensor value = op.value(operands.stream().map(Node::value).toList());
        return result == DType.FLOAT ? workedOut(op, operands, value) : whole(value, span);
      }
      Node.Operation node = tape.record(op, shown(operands, span), Origins.at(span, group));
      if (node.depth() > Budget.MAX_CHAIN) {
        throw Problem.at(span, "run.limit.chain", Budget.MAX_CHAIN).raise();
      }
      if (node.value().size() == 1 && node.differentiable()) {
        recentScalars.add(node);
        if (recentScalars.size() > RECENT) {
          recentScalars.remove();
        }
      }
      return node;
    } catch (ShapeException e) {
      throw problem(e, span).raise();
    }
  }

  private Node workedOut(Op op, List<Node> operands, Tensor value) {
    Node node = literal(value);
    if (value.rank() == 0) {
      switch (op) {
        case Multiply _ -> origins.factors(node, operands);
        case Divide _ -> {
          Node inverse = literal(1 / operands.getLast().value().item());
          origins.factors(node, List.of(operands.getFirst(), inverse));
        }
        default -> {}
      }
    }
    return node;
  }

  /// Whole numbers that are still exact.
  Node whole(Tensor value, Span span) {
    for (int i = 0; i < value.size(); i++) {
      if (Math.abs(value.get(i)) > MAX_EXACT) {
        throw Problem.at(span, "run.number.tooLarge").raise();
      }
    }
    return constant(value.map(x -> x + 0.0), span); // -0.0 is no whole number
  }

  // An array written in the formula itself is too large for a badge: it is a leaf to look at.
  private List<Node> shown(List<Node> operands, Span span) {
    List<Node> shown = new ArrayList<>(operands);
    shown.replaceAll(
        node -> isLiteral(node) && node.value().size() != 1 ? constant(node.value(), span) : node);
    return shown;
  }

  // Small results cost little; of large ones the size is known before they are computed.
  private void charge(Op op, Span span, List<Node> operands) {
    long largest = 1;
    for (Node operand : operands) {
      largest = Math.max(largest, operand.value().size());
    }
    if (largest > 100) {
      Shape shape = op.value(operands.stream().map(Formula::value).toList()).shape();
      if (op instanceof Dot) {
        Shape left = operands.getFirst().value().shape();
        budget.work((long) shape.size() * left.columns(), span);
      }
      budget.cells(shape.size(), span);
    } else {
      budget.cells(largest, span);
    }
  }

  /// NumPy's complaint about shapes, at its place in the program.
  static Problem problem(ShapeException e, Span span) {
    List<Object> arguments = new ArrayList<>();
    for (Object argument : e.arguments()) {
      arguments.add(argument instanceof Shape shape ? shape.toString() : argument);
    }
    return new Problem(span, "run.shape." + key(e.kind().name()), arguments);
  }

  private static String key(String constant) {
    StringBuilder key = new StringBuilder();
    for (String word : constant.toLowerCase(java.util.Locale.ROOT).split("_")) {
      key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return key.toString();
  }

  // ---- Names

  /// Gives a value a name. A number or array that had none becomes a leaf of the graph.
  Value named(String name, Value value, Span span, int depth) {
    return switch (value) {
      case Value.Float f -> {
        Node node = isLiteral(f.node()) ? input(f.node().value(), span) : f.node();
        origins.name(node, name, depth);
        yield node == f.node() ? f : new Value.Float(node, f.numpy());
      }
      case Value.Int i when i.constant() == null ->
          new Value.Int(i.value(), i.numpy(), new Value.Constant(name, span, depth));
      case Array array -> {
        if (array.dtype() == DType.FLOAT && isLiteral(array.node())) {
          array.write(input(array.tensor(), span));
        }
        origins.name(array.node(), name, depth);
        yield array;
      }
      default -> value;
    };
  }
}
