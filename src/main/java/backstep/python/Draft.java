package backstep.python;

import backstep.graph.Node;
import backstep.tensor.NumpyFormat;
import backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A program as the learner left it: its text, and the leaves that were set by hand to what the
/// text does not say.
///
/// A leaf that is written as a number is changed in the text, so that the program stays the single
/// source of what is shown. Any other leaf (drawn at random, worked out as `1 / 3`, a parameter as
/// an update left it, or made of a number that other leaves are made of as well) keeps its text and
/// is given its value when the run gets there. All that follows from it follows by itself.
///
/// @param text the program
/// @param given what leaves hold instead of what the text sets them to
public record Draft(String text, Map<Place, Tensor> given) {
  private static final String DRAW = "np.random.randn()";

  public Draft {
    given = Map.copyOf(given);
  }

  /// A program as it is written.
  public static Draft of(String text) {
    return new Draft(text, Map.of());
  }

  /// The program, read.
  ///
  /// @throws ProblemException if the text is not in the small Python
  public Program program() {
    return Program.of(text);
  }

  /// How to run the program, so that the leaves that were set by hand hold what they were set to.
  public Options options(Options base) {
    return base.withGiven(given);
  }

  /// Reads the program and runs it.
  ///
  /// @throws ProblemException if the text is not in the small Python
  public Run run(Options base) {
    return program().run(options(base));
  }

  /// This draft with one entry of a leaf changed.
  ///
  /// In the text a whole number stays one if it can; a float stays a float.
  ///
  /// @param run a run of this draft
  /// @param leaf a leaf of one of the run's graphs
  /// @param entry its row-major position
  /// @param value finite
  /// @throws IllegalArgumentException if the value is infinite or NaN, the node is no such leaf, or
  ///   the run is of another text
  /// @throws IndexOutOfBoundsException if there is no such entry
  public Draft with(Run run, Node leaf, int entry, double value) {
    requireFinite(value);
    Objects.checkIndex(entry, leaf.value().size());
    if (!run.text().equals(text)) {
      throw new IllegalArgumentException("a run of another program");
    }
    Place place =
        run.origins()
            .place(leaf)
            .orElseThrow(() -> new IllegalArgumentException("no leaf of a graph: " + leaf));
    return run.origins()
        .number(leaf, entry)
        .filter(number -> Numeral.isPlain(number.of(text)))
        .map(number -> new Draft(Numeral.replaced(text, number, value), given))
        .orElseGet(() -> given(place, changed(leaf.value(), entry, value)));
  }

  /// This draft with other numbers for some leaves, where the text has them as numbers: entries
  /// that do not stand in the text stay what they are.
  ///
  /// @param run a run of this draft
  /// @param leaves finite values by leaves of one of the run's graphs, each of its leaf's shape
  public Draft withWritten(Run run, Map<? extends Node, Tensor> leaves) {
    NavigableMap<Integer, Span> numbers = new TreeMap<>();
    Map<Span, Double> values = new HashMap<>();
    leaves.forEach((leaf, value) -> {
      for (int i = 0; i < value.size(); i++) {
        requireFinite(value.get(i));
        double entry = value.get(i);
        run.origins()
            .number(leaf, i)
            .filter(number -> Numeral.isPlain(number.of(text)))
            .ifPresent(number -> {
              numbers.put(number.start(), number);
              values.put(number, entry);
            });
      }
    });
    String changed = text;
    // From the end, so that the places before stay what they are.
    for (Span number : numbers.descendingMap().values()) {
      changed = Numeral.replaced(changed, number, values.getOrDefault(number, 0.0));
    }
    return new Draft(changed, given);
  }

  /// This draft with another text. Leaves that were set by hand keep that, if they are in a line
  /// that neither differs nor stands among lines that do.
  public Draft rewritten(String other) {
    if (given.isEmpty()) {
      return new Draft(other, given);
    }
    List<String> before = text.lines().toList();
    List<String> after = other.lines().toList();
    int least = Math.min(before.size(), after.size());
    int head = 0;
    while (head < least && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    Map<Place, Tensor> kept = new HashMap<>();
    for (Map.Entry<Place, Tensor> entry : given.entrySet()) {
      Place place = entry.getKey();
      if (place.line() <= head) {
        kept.put(place, entry.getValue());
      } else if (place.line() > before.size() - tail) {
        kept.put(
            new Place(place.line() + after.size() - before.size(), place.count()),
            entry.getValue());
      }
    }
    return new Draft(other, kept);
  }

  private static Tensor changed(Tensor tensor, int entry, double value) {
    double[] entries = tensor.toArray();
    entries[entry] = value;
    return Tensor.of(tensor.shape(), entries);
  }

  private Draft given(Place place, Tensor value) {
    Map<Place, Tensor> more = new HashMap<>(given);
    more.put(place, value);
    return new Draft(text, more);
  }

  /// This draft with another number for a variable that the program itself, outside of its
  /// functions and loops, sets to a number, to an array of that one number, or to one drawn at
  /// random. Where it does so more than once, the first counts: what the program starts from.
  ///
  /// @param value finite
  /// @throws IllegalArgumentException if the value is infinite or NaN, or [#canSet] knows no such
  ///   variable
  /// @throws ProblemException if the text is not in the small Python
  public Draft with(String variable, double value) {
    requireFinite(value);
    return replaced(variable, assigned -> Numeral.replaced(text, assigned.span(), value));
  }

  /// This draft with the variable drawn at random there: `np.random.randn()`.
  ///
  /// @throws IllegalArgumentException if [#canSet] knows no such variable
  /// @throws ProblemException if the text is not in the small Python
  public Draft drawn(String variable) {
    return replaced(
        variable,
        assigned ->
            text.substring(0, assigned.span().start())
                + DRAW
                + text.substring(assigned.span().end()));
  }

  private Draft replaced(String variable, Function<Ast.Expr, String> change) {
    Ast.Expr assigned =
        assigned(variable)
            .filter(value -> isNumber(value) || isDraw(value))
            .orElseThrow(() -> new IllegalArgumentException("no number is set: " + variable));
    // What a leaf made there was set to by hand would win over the text.
    Map<Place, Tensor> others = new HashMap<>(given);
    others.keySet().removeIf(place -> place.line() == assigned.span().line());
    return new Draft(change.apply(assigned), others);
  }

  /// The number that the program first sets a variable to, outside of its functions and loops, also
  /// as the only entry of an array; none if it sets it to anything else there.
  ///
  /// @throws ProblemException if the text is not in the small Python
  public Optional<Double> number(String variable) {
    return assigned(variable).filter(this::isNumber).flatMap(Numeral::value);
  }

  /// Whether the program first draws the variable at random: `np.random.randn()`.
  ///
  /// @throws ProblemException if the text is not in the small Python
  public boolean isDrawn(String variable) {
    return assigned(variable).filter(this::isDraw).isPresent();
  }

  /// Whether the variable can be set to another number, or drawn.
  ///
  /// @throws ProblemException if the text is not in the small Python
  public boolean canSet(String variable) {
    return number(variable).isPresent() || isDrawn(variable);
  }

  private boolean isNumber(Ast.Expr value) {
    return Numeral.value(value).isPresent() && Numeral.isPlain(value.span().of(text));
  }

  private boolean isDraw(Ast.Expr value) {
    return value.span().of(text).equals(DRAW);
  }

  private Optional<Ast.Expr> assigned(String variable) {
    return Parser.parse(text).body().stream()
        .filter(Ast.Assign.class::isInstance)
        .map(Ast.Assign.class::cast)
        .flatMap(s -> s.targets().stream().flatMap(target -> values(variable, target, s.value())))
        .findFirst()
        .map(Draft::only);
  }

  // Also of `a, b = 1, 2`.
  private static Stream<Ast.Expr> values(String variable, Ast.Target target, Ast.Expr value) {
    return switch (target) {
      case Ast.Name name when name.id().equals(variable) -> Stream.of(value);
      case Ast.TupleLit tuple when value instanceof Ast.TupleLit(List<Ast.Expr> items, Span _) -> {
        List<Ast.Target> targets = tuple.targets();
        yield IntStream.range(0, Math.min(targets.size(), items.size()))
            .boxed()
            .flatMap(i -> values(variable, targets.get(i), items.get(i)));
      }
      default -> Stream.empty();
    };
  }

  // The 1 of `np.array([1])`; anything else is itself.
  private static Ast.Expr only(Ast.Expr value) {
    return value
                instanceof
                Ast.Call(
                    Ast.Attribute function,
                    List<Ast.Expr> arguments,
                    List<Ast.Keyword> more,
                    _)
            && function.name().equals("array")
            && arguments.size() == 1
            && more.isEmpty()
        ? entry(arguments.getFirst())
        : value;
  }

  private static Ast.Expr entry(Ast.Expr value) {
    return value instanceof Ast.ListLit(List<Ast.Expr> items, _) && items.size() == 1
        ? entry(items.getFirst())
        : value;
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a leaf cannot be set to " + NumpyFormat.number(value));
    }
  }
}
