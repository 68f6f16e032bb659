package backstep.handout;

import backstep.python.Ast;
import backstep.python.Observation;
import backstep.python.Observation.Sort;
import backstep.python.Problem;
import backstep.python.ProblemException;
import backstep.python.Span;
import backstep.tensor.DType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes expressions for PyTorch. What is the same in both stays as it was written.
///
/// Arrays are tensors, and so is what is computed from them or from a parameter; all other numbers
/// stay Python's own.
final class TorchExpressions {
  private static final Sort TENSOR = new Sort(true, false, 1, DType.FLOAT, true, Optional.empty());
  private static final Sort TRUTH = new Sort(true, false, 0, DType.BOOL, false, Optional.empty());
  private static final Sort OTHER = new Sort(false, true, 0, DType.BOOL, false, Optional.empty());

  private final Observation observed;
  private final String text;
  private final String numpy;
  private final int end;
  private final TorchCalls calls = new TorchCalls(this);
  private boolean drawing;
  private boolean math;

  /// @param numpy what the program calls NumPy
  /// @param end where the loss is known; before it autograd must not lose its way
  TorchExpressions(Observation observed, String numpy, int end) {
    this.observed = observed;
    this.text = observed.module().text();
    this.numpy = numpy;
    this.end = end;
  }

  /// Whether NumPy is still needed: PyTorch's random numbers are others.
  boolean draws() {
    return drawing;
  }

  /// Whether Python's `math` is needed.
  boolean usesMath() {
    return math;
  }

  /// How the expression comes out with PyTorch; what was never reached is taken for a tensor,
  /// unless it is written out.
  Sort sort(Ast.Expr expression) {
    return switch (expression) {
      // Of plain numbers NumPy makes numbers of its own; what is written for it makes plain ones.
      case Ast.Call call when isOfNumbers(call) -> OTHER.withDtype(seen(call).dtype());
      case Ast.Compare e when isTensor(e.first()) || e.rest().stream().anyMatch(this::isTensor) ->
          seen(expression).tensor() ? seen(expression) : TRUTH;
      default -> seen(expression);
    };
  }

  private Sort seen(Ast.Expr expression) {
    return observed
        .sort(expression)
        .orElseGet(() ->
            switch (expression) {
              case Ast.Str _,
                  Ast.FString _,
                  Ast.Int _,
                  Ast.Float _,
                  Ast.Bool _,
                  Ast.None _,
                  Ast.ListLit _,
                  Ast.TupleLit _ ->
                  OTHER;
              default -> TENSOR;
            });
  }

  private boolean isOfNumbers(Ast.Call call) {
    return call.function() instanceof Ast.Attribute(Ast.Expr object, String name, _, _)
        && isNumpy(object)
        && TorchNames.isOfNumbers(name)
        && call.arguments().stream().noneMatch(this::isTensor);
  }

  /// Whether a variable is changed as a whole, not entry by entry: all its other names keep what
  /// they hold.
  boolean isNumber(String variable) {
    return observed.rank(variable).orElse(1) == 0;
  }

  boolean isTensor(Ast.Expr expression) {
    return sort(expression).tensor();
  }

  /// What PyTorch has no words for.
  ProblemException unknown(Ast piece) {
    return problem(piece, "handout.torch.unknown");
  }

  ProblemException problem(Ast piece, String key) {
    return Problem.at(piece.span(), key, piece.span().of(text)).raise();
  }

  // ---- Text

  /// The expression as PyTorch has it.
  String of(Ast.Expr expression) {
    return switch (expression) {
      case Ast.Call call -> call(call);
      case Ast.Attribute attribute -> attribute(attribute);
      case Ast.Index(Ast.Expr object, Ast.Expr index, Span span) -> {
        if (hasStepBack(index) && isTensor(object)) {
          throw unknown(index);
        }
        String at =
            object instanceof Ast.Attribute shape && shape.name().equals("shape")
                ? of(shape.object()) + ".shape"
                : of(object);
        yield patched(span, List.of(object, index), e -> e.equals(object) ? at : of(e));
      }
      case Ast.Binary(Ast.BinaryOp op, Ast.Expr left, Ast.Expr right, Span _, Span span) ->
          patched(
              span,
              List.of(left, right),
              e ->
                  switch (op) {
                    case MATMUL -> factor(e, e.equals(left) ? right : left);
                    case SUBTRACT -> counted(e);
                    default -> of(e);
                  });
      case Ast.FString(List<Ast.Part> parts, Span span) ->
          patched(
              span,
              parts.stream()
                  .filter(Ast.Field.class::isInstance)
                  .map(part -> ((Ast.Field) part).value())
                  .toList(),
              e -> sort(e).rank() > 0 ? shown(e) : of(e));
      default -> patched(expression.span(), children(expression), e -> of(e));
    };
  }

  /// The value as it is printed: as NumPy prints it.
  String shown(Ast.Expr expression) {
    Sort sort = sort(expression);
    if (!sort.tensor() || sort.number()) {
      return of(expression);
    }
    return grouped(expression) + (sort.rank() == 0 ? ".item()" : ".detach().numpy()");
  }

  /// The expression, so that something can follow it with a dot.
  String grouped(Ast.Expr expression) {
    return switch (expression) {
      case Ast.Name _, Ast.Call _, Ast.Attribute _, Ast.Index _ -> of(expression);
      default -> "(" + of(expression) + ")";
    };
  }

  /// A factor of a matrix product, both of which PyTorch wants to be of one kind.
  String factor(Ast.Expr expression, Ast.Expr other) {
    boolean floats = sort(other).dtype() == DType.FLOAT && sort(expression).dtype() != DType.FLOAT;
    return floats ? grouped(expression) + ".double()" : of(expression);
  }

  // PyTorch subtracts no truth values.
  private String counted(Ast.Expr expression) {
    boolean truths = isTensor(expression) && sort(expression).dtype() == DType.BOOL;
    return truths ? grouped(expression) + ".long()" : of(expression);
  }

  /// The expression as a tensor, also where it is a number or a list.
  String tensor(Ast.Expr expression) {
    Sort sort = sort(expression);
    if (!sort.tensor()) {
      return isStacked(expression) ? stacked(expression) : "torch.tensor(" + of(expression) + ")";
    }
    return sort.number() ? "torch.as_tensor(" + of(expression) + ")" : of(expression);
  }

  // A list that is written with tensors in it: `torch.tensor` would cut them off.
  private boolean isStacked(Ast.Expr expression) {
    return expression instanceof Ast.ListLit list
        && list.items().stream().anyMatch(item -> isTensor(item) || isStacked(item));
  }

  private String stacked(Ast.Expr expression) {
    return expression instanceof Ast.ListLit list
        ? list.items().stream()
            .map(this::stacked)
            .collect(Collectors.joining(", ", "torch.stack([", "])"))
        : tensor(expression);
  }

  private String call(Ast.Call call) {
    if (call.function() instanceof Ast.Attribute function) {
      if (isNumpy(function.object())) {
        return calls.function(call, function.name());
      }
      if (function.object() instanceof Ast.Attribute(Ast.Expr module, String name, _, _)
          && isNumpy(module)
          && name.equals("random")) {
        drawing = true;
        String drawn = patched(call.span(), call.arguments(), e -> of(e));
        return isTensor(call) ? "torch.tensor(" + drawn + ")" : drawn;
      }
      if (isTensor(function.object())) {
        return calls.method(call, function);
      }
    }
    return call.function() instanceof Ast.Name name ? calls.builtin(call, name.id()) : plain(call);
  }

  /// The call as it is, with its arguments written for PyTorch.
  String plain(Ast.Call call) {
    List<Ast.Expr> pieces = new ArrayList<>(List.of(call.function()));
    pieces.addAll(call.arguments());
    call.keywords().forEach(keyword -> pieces.add(keyword.value()));
    return patched(call.span(), pieces, e -> of(e));
  }

  private boolean isNumpy(Ast.Expr expression) {
    return expression instanceof Ast.Name name && name.id().equals(numpy);
  }

  private String attribute(Ast.Attribute e) {
    if (isNumpy(e.object())) {
      String constant = TorchNames.constant(e.name());
      if (constant.isEmpty()) {
        throw unknown(e);
      }
      math |= constant.startsWith("math.");
      return constant;
    }
    if (!isTensor(e.object())) {
      return grouped(e.object()) + "." + e.name();
    }
    String object = grouped(e.object());
    return switch (e.name()) {
      case "T" -> sort(e.object()).rank() == 2 ? object + ".T" : object;
      case "shape" -> "tuple(" + object + ".shape)";
      case "size" -> object + ".numel()";
      case "ndim" -> object + ".ndim";
      default -> throw unknown(e);
    };
  }

  /// Whether autograd would lose its way where this becomes a plain number.
  boolean isCut(Ast.Call call, Ast.Expr argument) {
    return call.span().start() < end && sort(argument).tensor() && sort(argument).takesGradient();
  }

  /// Python's `math` is used.
  String withMath(String name) {
    math |= name.startsWith("math.");
    return name;
  }

  /// The source with pieces of it replaced.
  private String patched(
      Span span, Collection<Ast.Expr> pieces, Function<Ast.Expr, String> replacement) {
    StringBuilder all = new StringBuilder();
    int at = span.start();
    for (Ast.Expr piece : pieces) {
      all.append(text, at, piece.span().start());
      all.append(replacement.apply(piece));
      at = piece.span().end();
    }
    return all.append(text, at, span.end()).toString();
  }

  private static boolean hasStepBack(Ast.Expr index) {
    return switch (index) {
      case Ast.Slice slice -> slice.step() instanceof Ast.Unary;
      case Ast.TupleLit tuple -> tuple.items().stream().anyMatch(TorchExpressions::hasStepBack);
      default -> false;
    };
  }

  // In the order in which they are written.
  private List<Ast.Expr> children(Ast.Expr expression) {
    return switch (expression) {
      case Ast.Unary e -> List.of(e.operand());
      case Ast.Compare e -> Stream.concat(Stream.of(e.first()), e.rest().stream()).toList();
      case Ast.Logical e -> List.of(e.left(), e.right());
      case Ast.Conditional e -> List.of(e.then(), e.condition(), e.otherwise());
      case Ast.ListLit e -> e.items();
      case Ast.TupleLit e -> e.items();
      case Ast.Lambda e -> List.of(e.body());
      case Ast.Slice e ->
          Stream.of(
                  Optional.ofNullable(e.start()),
                  Optional.ofNullable(e.stop()),
                  Optional.ofNullable(e.step()))
              .flatMap(Optional::stream)
              .toList();
      case Ast.ListComp e -> {
        List<Ast.Expr> all = new ArrayList<>(List.of(e.element()));
        for (Ast.Clause clause : e.clauses()) {
          all.add(
              switch (clause) {
                case Ast.Clause.For(_, Ast.Expr iterable, _) -> iterable;
                case Ast.Clause.If(Ast.Expr condition, _) -> condition;
              });
        }
        yield all;
      }
      default -> List.of();
    };
  }
}
