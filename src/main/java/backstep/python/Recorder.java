package backstep.python;

import backstep.graph.Divide;
import backstep.graph.Dot;
import backstep.graph.Formula;
import backstep.graph.Multiply;
import backstep.graph.Node;
import backstep.graph.Node.Leaf.Kind;
import backstep.graph.Op;
import backstep.graph.Reshape;
import backstep.graph.Tape;
import backstep.graph.Transpose;
import backstep.tensor.DType;
import backstep.tensor.Shape;
import backstep.tensor.ShapeException;
import backstep.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts what the program computes on the tape, and notes where each value came from.
final class Recorder {
  /// Whole numbers are kept in doubles, which hold them exactly up to here.
  static final double MAX_EXACT = 0x1p53;

  // Enough to find the scalar that a program without a named loss computed before its updates.
  private static final int RECENT = 4096;

  private final Tape tape = new Tape();
  private final Origins origins = new Origins();
  private final Leaves leaves;
  private final Budget budget;
  private final Deque<Node> recentScalars = new ArrayDeque<>();

  /// @param given what some leaves shall hold instead of what the program sets them to
  Recorder(Budget budget, Map<Place, Tensor> given) {
    this.budget = budget;
    leaves = new Leaves(tape, origins, given);
  }

  Origins origins() {
    return origins;
  }

  Leaves leaves() {
    return leaves;
  }

  /// The latest differentiable results with one entry, newest last.
  Deque<Node> recentScalars() {
    return recentScalars;
  }

  // ---- Values to start from

  /// A value drawn or worked out in an expression, which has no name yet.
  Node literal(Tensor value) {
    return tape.leaf(Kind.LITERAL, value, Origins.at(null, null));
  }

  Node literal(double value) {
    return literal(Tensor.scalar(value));
  }

  /// A number written in the text, or one that stands nowhere.
  Node literal(double value, @Nullable Span written) {
    return tape.leaf(Kind.LITERAL, Tensor.scalar(value), Origins.at(written, null));
  }

  /// A number with a sign stands in the text like one without.
  Value written(Value value, Span span) {
    return switch (value) {
      case Value.Float f -> new Value.Float(literal(f.value(), span), f.numpy());
      case Value.Int i -> new Value.Int(i.value(), i.numpy(), null, span);
      default -> value;
    };
  }

  /// A value that was chosen for what it is, as `max` does, does not stand where it is written: put
  /// another number there and another value may be chosen.
  Value chosen(Value value) {
    return switch (value) {
      case Value.Float f when isLiteral(f.node()) && origins.span(f.node()).isPresent() ->
          new Value.Float(literal(f.node().value()), f.numpy());
      case Value.Int i when i.written() != null -> Value.Int.of(i.value(), i.numpy());
      default -> value;
    };
  }

  /// Whole numbers, truth values and what comes of comparing: no gradient flows to them.
  Node constant(Tensor value, Span span) {
    return tape.leaf(Kind.CONSTANT, value, origins.at(span));
  }

  static boolean isLiteral(Node node) {
    return node instanceof Node.Leaf leaf && leaf.kind() == Kind.LITERAL;
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
        Node node = result == DType.FLOAT ? workedOut(op, operands, value) : whole(value, span);
        if (op instanceof Transpose || op instanceof Reshape) {
          keepWritten(op, operands.getFirst(), node);
        }
        return node;
      }
      Node.Operation node = tape.record(op, leaves.shown(operands, span), origins.at(span));
      budget.chain(node.depth(), span);
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

  // The entries of a number array that is only turned or reshaped still stand in the text.
  private void keepWritten(Op op, Node from, Node to) {
    Written written = origins.written(from);
    if (written != null) {
      origins.written(to, written.through(op, from.value()));
    }
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
}
