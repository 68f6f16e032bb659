package backstep.python;

import backstep.graph.Backpropagation;
import backstep.graph.Formula;
import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.graph.NumpyText;
import backstep.tensor.NumpyFormat;
import backstep.tensor.Selection;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the backward pass of a graph as NumPy code, as one would by hand.
///
/// It runs the same sweep that computes the gradients, with formulas in the place of figures. Where
/// a node has a name, its gradient gets a line, `d_NAME = …`; where it has none, its gradient is
/// written into the next line, unless that would become too long.
public final class BackwardWriter {
  /// A line of the backward pass.
  ///
  /// @param nodes the nodes whose gradients the line computes; none where it only recalls a value
  public record Line(String text, List<Node> nodes) {
    public Line {
      nodes = List.copyOf(nodes);
    }
  }

  /// The largest graph whose backward pass is written out.
  public static final int MAX_OPERATIONS = 10_000;

  // How many signs and functions may be written into another line: a short expression reads better
  // in its place, a long one, or one that is needed twice, with a name.
  private static final int INLINE = 5;
  private static final int INLINE_TWICE = 1;
  private static final int MAX_RECALLED = 20;

  private final Graph graph;
  private final Origins origins;
  private final Function<Node, Optional<String>> available;
  private final Set<String> taken;
  private final Map<Node, String> valueNames = new HashMap<>();
  private final Map<Node, String> gradientNames = new HashMap<>();
  private final Map<Node, Formula> forward = new HashMap<>();
  private final List<Line> recalled = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Node> waiting = new ArrayList<>();
  private final NumpyText text = new NumpyText(this::symbol);

  /// @param available the variable that holds a node's value where the code will stand, if any
  /// @param taken names that must not be used for anything else
  public BackwardWriter(
      Graph graph, Origins origins, Function<Node, Optional<String>> available, Set<String> taken) {
    this.graph = graph;
    this.origins = origins;
    this.available = available;
    this.taken = new HashSet<>(taken);
    this.taken.add("np");
  }

  /// The backward pass for a reader: every variable is called as the program called it.
  public static List<Line> forReading(Graph graph, Origins origins) {
    Map<String, Node> last = new HashMap<>();
    graph.nodes().forEach(node -> origins.name(node).ifPresent(name -> last.put(name, node)));
    return new BackwardWriter(
            graph,
            origins,
            node -> origins.name(node).filter(name -> last.get(name) == node),
            last.keySet())
        .write();
  }

  /// The backward pass to be run after the program, when its variables hold what they hold at its
  /// end. Values that are gone by then are written out.
  ///
  /// @throws ProblemException if the graph is too large to be read by anyone
  public static List<Line> forRunning(Run run, Graph graph) {
    Map<Node, String> held = new HashMap<>();
    run.globals()
        .forEach((name, node) -> {
          String own = run.origins().name(node).orElse(name);
          held.put(node, run.globals().get(own) == node ? own : name);
        });
    return new BackwardWriter(
            graph,
            run.origins(),
            node -> Optional.ofNullable(held.get(node)),
            // A variable that the graph does not read, such as a `d_x` made by hand, may be set
            // anew.
            graph.nodes().stream()
                .map(held::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()))
        .write();
  }

  private List<Line> write() {
    if (graph.operations().size() > MAX_OPERATIONS) {
      Span span = origins.span(graph.loss()).orElse(new Span(0, 0, 1, 1));
      throw Problem.at(span, "run.backward.tooLong", graph.operations().size(), MAX_OPERATIONS)
          .raise();
    }
    nameAll();
    Shape shape = graph.loss().value().shape();
    Formula one = new Formula.Number(1).broadcastTo(shape);
    Backpropagation.of(
        graph,
        this::read,
        one,
        new Backpropagation.Listener<>() {
          @Override
          public Formula settled(Node node, Formula gradient) {
            return settle(node, gradient);
          }
        });
    List<Line> all = new ArrayList<>(recalled);
    all.addAll(lines);
    return all;
  }

  // ---- Names

  // Of several nodes of one name the last has it to itself: it is what the variable came to mean.
  private void nameAll() {
    for (Node node : graph.nodes().reversed()) {
      available.apply(node).ifPresent(name -> valueNames.put(node, name));
    }
    for (Node node : graph.nodes().reversed()) {
      nameGradient(node, origins.globals(node).stream().findFirst());
    }
    // The names that functions gave their own variables come after the program's.
    for (Node node : graph.nodes().reversed()) {
      nameGradient(node, origins.name(node));
    }
  }

  private void nameGradient(Node node, Optional<String> name) {
    if (node != graph.loss() && node.differentiable() && !gradientNames.containsKey(node)) {
      name.ifPresent(n -> gradientNames.put(node, fresh("d_" + identifier(n))));
    }
  }

  private static String identifier(String name) {
    return name.replaceAll("(?U)\\W+", "_").replaceAll("_$", "");
  }

  private String fresh(String wanted) {
    String name = wanted;
    for (int i = 0; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  private String symbol(Formula.Symbol symbol) {
    Map<Node, String> names = symbol.gradient() ? gradientNames : valueNames;
    String known = names.get(symbol.node());
    return known != null ? known : recall(symbol.node(), 0);
  }

  // ---- Values

  /// A node's value: its name, or, for a short expression without one, the expression itself.
  private Formula read(Node node) {
    Formula known = forward.get(node);
    if (known != null) {
      return known;
    }
    Formula symbol = Formula.value(node);
    Formula formula = symbol;
    if (symbol instanceof Formula.Symbol && !valueNames.containsKey(node)) {
      Formula expression = expression(node);
      formula = expression != null && expression.weight() <= INLINE ? expression : symbol;
    }
    forward.put(node, formula);
    return formula;
  }

  private @Nullable Formula expression(Node node) {
    return switch (node) {
      case Node.Leaf leaf -> origins.meaning(leaf).filter(this::isReadable).orElse(null);
      case Node.Operation operation -> {
        boolean ready = operation.operands().stream().allMatch(this::isShallow);
        Formula formula =
            ready
                ? operation.op().value(operation.operands().stream().map(this::read).toList())
                : null;
        yield formula != null && isExpression(formula) ? formula : null;
      }
    };
  }

  // A mask's meaning is of use only where what it was made of can be named.
  private boolean isReadable(Formula meaning) {
    boolean[] readable = {isExpression(meaning)};
    meaning.symbols(symbol -> readable[0] &= valueNames.containsKey(symbol.node()));
    return readable[0];
  }

  // Looks a few ops down, never down the whole of a long chain.
  private boolean isShallow(Node node) {
    return isShallow(node, INLINE);
  }

  private boolean isShallow(Node node, int levels) {
    return valueNames.containsKey(node)
        || forward.containsKey(node)
        || node instanceof Node.Leaf
        || (levels > 0 && node.operands().stream().allMatch(x -> isShallow(x, levels - 1)));
  }

  private static boolean isExpression(Formula formula) {
    return !(formula instanceof Formula.Replaced)
        && !(formula instanceof Formula.Scattered)
        && formula.parts().stream().allMatch(BackwardWriter::isExpression);
  }

  /// Gives a value that no variable holds a line of its own, before the backward pass.
  private String recall(Node node, int depth) {
    String base = origins.name(node).map(BackwardWriter::identifier).orElse("t");
    String name = origins.name(node).isPresent() ? fresh(base + "_0") : fresh("t_0");
    String content = recalledText(node, depth);
    valueNames.put(node, name);
    recalled.add(new Line(name + " = " + content, List.of()));
    return name;
  }

  // Computed again if that takes few lines, else written out.
  private String recalledText(Node node, int depth) {
    if (!(node instanceof Node.Operation operation) || depth == MAX_RECALLED) {
      return literal(node.value());
    }
    Formula formula = operation.op().value(operation.operands().stream().map(this::read).toList());
    if (!isExpression(formula)) {
      return literal(node.value());
    }
    formula.symbols(symbol -> {
      if (!valueNames.containsKey(symbol.node())) {
        recall(symbol.node(), depth + 1);
      }
    });
    return text.of(formula);
  }

  /// A tensor written out, every digit that counts.
  static String literal(Tensor value) {
    Shape shape = value.shape();
    if (shape.rank() == 0) {
      return number(value.item());
    }
    if (value.size() == 0) {
      return "np.zeros(" + shape + ")";
    }
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < shape.rows(); i++) {
      List<String> row = new ArrayList<>();
      for (int j = 0; j < shape.columns(); j++) {
        row.add(number(value.get(i, j)));
      }
      rows.add(row.stream().collect(Collectors.joining(", ", "[", "]")));
    }
    String content = shape.rank() == 1 ? rows.getFirst() : "[" + String.join(", ", rows) + "]";
    return "np.array(" + content + ")";
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? NumpyFormat.number(value)
        : Double.isNaN(value) ? "np.nan" : value > 0 ? "np.inf" : "-np.inf";
  }

  // ---- Gradients

  private Formula settle(Node node, Formula gradient) {
    String name = gradientNames.get(node);
    boolean isLeaf = node instanceof Node.Leaf;
    if (name == null && isLeaf) {
      return gradient; // nobody asks for the gradient of a number without a name
    }
    boolean scattered = Formula.terms(gradient).stream().anyMatch(BackwardWriter::isScattered);
    if (name == null && !scattered && isShort(node, gradient)) {
      waiting.add(node);
      return gradient;
    }
    if (name == null) {
      name = fresh("d_t");
      gradientNames.put(node, name);
    }
    write(name, node, gradient, scattered);
    return Formula.gradient(node);
  }

  private static boolean isShort(Node node, Formula gradient) {
    long receivers = node.operands().stream().filter(Node::differentiable).count();
    return gradient.weight() <= (receivers > 1 ? INLINE_TWICE : INLINE);
  }

  private static boolean isScattered(Formula term) {
    return term instanceof Formula.Scattered
        || (term instanceof Formula.Negative(Formula of) && of instanceof Formula.Scattered);
  }

  private void write(String name, Node node, Formula gradient, boolean scattered) {
    List<Node> nodes = new ArrayList<>(waiting);
    nodes.add(node);
    waiting.clear();
    if (!scattered) {
      lines.add(new Line(name + " = " + text.of(Formula.filled(gradient)), nodes));
      return;
    }
    List<Formula> terms = Formula.terms(gradient);
    Optional<Formula> rest =
        terms.stream().filter(term -> !isScattered(term)).reduce(Formula::plus);
    Shape shape = node.value().shape();
    String start =
        rest.map(formula -> formula.broadcastTo(shape))
            .map(formula -> "np.array(" + text.of(Formula.filled(formula)) + ", dtype=float)")
            .orElseGet(() -> "np.zeros(" + NumpyText.dims(shape) + ")");
    lines.add(new Line(name + " = " + start, nodes));
    for (Formula term : terms) {
      if (isScattered(term)) {
        boolean clears = terms.size() == 2 && rest.filter(f -> isTaken(term, f)).isPresent();
        lines.add(new Line(clears ? cleared(name, term) : added(name, term), List.of(node)));
      }
    }
  }

  // x − x[…] scattered: nothing is left at the selected entries.
  private static boolean isTaken(Formula term, Formula from) {
    return term instanceof Formula.Negative(Formula.Scattered(Formula part, Selection there))
        && part.equals(from.gather(there));
  }

  private static String cleared(String name, Formula term) {
    Formula.Scattered scattered = (Formula.Scattered) ((Formula.Negative) term).of();
    return name + "[" + scattered.selection().subscript() + "] = 0";
  }

  private String added(String name, Formula term) {
    boolean negative = term instanceof Formula.Negative;
    Formula.Scattered scattered =
        (Formula.Scattered) (negative ? ((Formula.Negative) term).of() : term);
    Selection selection = scattered.selection();
    String part = text.of(negative ? scattered.part().negate() : scattered.part());
    return selection.hasRepeats()
        ? "np.add.at(" + name + ", (" + selection.subscript() + ",), " + part + ")"
        : name + "[" + selection.subscript() + "] += " + part;
  }
}
