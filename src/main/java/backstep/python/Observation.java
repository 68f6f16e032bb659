package backstep.python;

import backstep.graph.Node;
import backstep.tensor.DType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.WeakHashMap;

/// What the expressions of a program came out as in one run, for whoever writes the program in
/// another library: Python has no types to go by.
public final class Observation {
  /// How an expression came out, each time it was reached.
  ///
  /// @param tensor whether it was an array or was computed from one, or from a parameter
  /// @param number whether it was anything else: a number, a list, a function
  /// @param rank the number of axes, the largest where they differ; 0 for a number
  /// @param dtype of the entries, the widest where they differ
  /// @param takesGradient whether a gradient can flow to it
  /// @param value of a single number, if it was always the same one
  public record Sort(
      boolean tensor,
      boolean number,
      int rank,
      DType dtype,
      boolean takesGradient,
      Optional<Double> value) {

    /// The same with entries of another type.
    public Sort withDtype(DType other) {
      return new Sort(tensor, number, rank, other, takesGradient, value);
    }

    private Sort with(Sort other) {
      return new Sort(
          tensor || other.tensor,
          number || other.number,
          Math.max(rank, other.rank),
          dtype.compareTo(other.dtype) > 0 ? dtype : other.dtype,
          takesGradient || other.takesGradient,
          value.equals(other.value) ? value : Optional.empty());
    }
  }

  private final Ast.Module module;
  private final Set<String> parameters;
  private final IdentityHashMap<Ast.Expr, Sort> sorts =
      new IdentityHashMap<>(); // two may be written alike
  private final Map<String, Integer> ranks = new HashMap<>();
  private final Map<Node, Boolean> tensors = new WeakHashMap<>(); // nodes are identities

  private Observation(Ast.Module module, Set<String> parameters) {
    this.module = module;
    this.parameters = parameters;
  }

  /// Runs a program and watches it.
  ///
  /// @param parameters variables that shall be tensors even where they are plain numbers
  /// @throws ProblemException if the text is not in the small Python
  public static Observation of(String text, Options options, Set<String> parameters) {
    Observation observed = new Observation(Parser.parse(text), parameters);
    Program.watched(observed.module, observed::see).run(options);
    return observed;
  }

  /// The program whose expressions were watched.
  public Ast.Module module() {
    return module;
  }

  /// How an expression of [#module] came out; none if it was never reached.
  public Optional<Sort> sort(Ast.Expr expression) {
    return Optional.ofNullable(sorts.get(expression));
  }

  /// The number of axes of what a variable held when it was read, the largest where they differ;
  /// none if nothing read it.
  public OptionalInt rank(String variable) {
    Integer rank = ranks.get(variable);
    return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
  }

  private void see(Ast.Expr expression, Value value) {
    Sort sort = sort(value);
    sorts.merge(expression, sort, Sort::with);
    if (expression instanceof Ast.Name name) {
      ranks.merge(name.id(), sort.rank, Math::max);
    }
  }

  private Sort sort(Value value) {
    return switch (value) {
      case Array array ->
          new Sort(
              true,
              false,
              array.rank(),
              array.dtype(),
              array.node().differentiable(),
              Optional.empty());
      case Value.Float(Node node, boolean _) ->
          new Sort(
              isTensor(node),
              !isTensor(node),
              0,
              DType.FLOAT,
              node.differentiable(),
              Optional.of(node.value().item()));
      case Value.Int i ->
          new Sort(i.numpy(), !i.numpy(), 0, DType.INT, false, Optional.of((double) i.value()));
      case Value.Bool b -> new Sort(b.numpy(), !b.numpy(), 0, DType.BOOL, false, Optional.empty());
      default -> new Sort(false, true, 0, DType.BOOL, false, Optional.empty());
    };
  }

  // Chains grow by one op at a time, so this never goes deep.
  private boolean isTensor(Node node) {
    Boolean known = tensors.get(node);
    if (known == null) {
      known =
          switch (node) {
            case Node.Leaf leaf ->
                leaf.value().rank() > 0
                    || Origins.globalsOf(leaf).stream().anyMatch(parameters::contains);
            case Node.Operation operation -> operation.operands().stream().anyMatch(this::isTensor);
          };
      if (known || node instanceof Node.Operation) {
        tensors.put(node, known); // a leaf may get its name later
      }
    }
    return known;
  }
}
