package backstep.python;

import backstep.graph.Add;
import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.graph.Put;
import backstep.graph.Subtract;
import backstep.graph.Update;
import backstep.python.Factors.Step;
import backstep.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Watches a run for its losses and updates.
///
/// A pass is one loss with the updates that follow it: one forward pass, its backward pass, its
/// update. A parameter's update cuts the tape, so that the next pass begins at its own leaves.
final class Training {
  /// One loss and the updates that follow it, before the next loss.
  static final class Pass {
    final int index;
    Node loss;
    private final Map<Statement, Made> updates = new LinkedHashMap<>();
    private @Nullable Set<Node> reach;

    Pass(int index, Node loss) {
      this.index = index;
      this.loss = loss;
    }

    /// The updates that follow the loss, in order.
    List<Made> updates() {
      return List.copyOf(updates.values());
    }

    /// Whether the loss was computed from this leaf.
    boolean reaches(Node leaf) {
      if (reach == null) {
        reach = loss.value().size() == 1 ? new HashSet<>(Graph.of(loss).leaves()) : Set.of();
      }
      return reach.contains(leaf);
    }
  }

  /// An update as the program wrote it.
  ///
  /// @param claimed what it may be read to claim the gradient is; nothing if it names no rate
  record Made(Update update, Span span, List<Tensor> claimed) {}

  // One statement may update several parameters, as in `for p, g in zip(…)`; of the same one the
  // last update counts.
  private record Statement(Span span, String parameter) {}

  // Passes are kept to be stepped through; past this many nodes the oldest are let go.
  private static final long MAX_KEPT_NODES = 200_000;

  private final Recorder recorder;
  private final @Nullable String lossName;
  private final boolean insideFunctions;
  private final int firstKept;
  private final IntSupplier printed;
  private final Deque<Pass> kept = new ArrayDeque<>();
  private final Map<Span, Pass> lastBySpan = new LinkedHashMap<>();
  private final Losses losses = new Losses();
  private long keptSince;
  private @Nullable Pass current;

  /// @param lossName the variable that is the loss, or null: the last scalar computed
  /// @param insideFunctions whether a function's own variable of that name counts
  /// @param firstKept the first pass that must be kept to be stepped through
  /// @param printed how many letters the program has printed so far
  Training(
      Recorder recorder,
      @Nullable String lossName,
      boolean insideFunctions,
      int firstKept,
      IntSupplier printed) {
    this.recorder = recorder;
    this.lossName = lossName;
    this.insideFunctions = insideFunctions;
    this.firstKept = firstKept;
    this.printed = printed;
  }

  /// The passes that were kept, oldest first; the last one is always there.
  List<Pass> kept() {
    return List.copyOf(kept);
  }

  /// Every loss, in order.
  Losses losses() {
    return losses;
  }

  /// For each update statement, the last pass in which it ran.
  Map<Span, Pass> lastBySpan() {
    return lastBySpan;
  }

  /// A name was bound: perhaps it is the loss.
  void bound(String name, Node node, int depth) {
    boolean counts = name.equals(lossName) && (insideFunctions || depth == 0);
    if (!counts || !(node instanceof Node.Operation) || !node.differentiable()) {
      return;
    }
    double value = node.value().size() == 1 ? node.value().item() : Double.NaN;
    if (current == null || !current.updates.isEmpty()) {
      keep(node);
      losses.add(value, printed.getAsInt());
    } else {
      current.loss = node;
      current.reach = null;
      losses.replaceLast(value);
    }
  }

  private void keep(Node loss) {
    Pass previous = current;
    current = new Pass(losses.size(), loss);
    boolean wanted = previous == null || previous.index < firstKept;
    if (wanted && !kept.isEmpty()) {
      kept.removeLast();
    }
    if (kept.isEmpty()) {
      keptSince = loss.id();
    } else if (kept.size() > 1 && loss.id() - keptSince > MAX_KEPT_NODES) {
      kept.removeLast();
    }
    kept.add(current);
  }

  /// A name, a list's entry or an array changes from one node to another.
  ///
  /// @return the node it shall hold: a new leaf if this is the update of a parameter
  Node changed(Node before, Node after, Span span) {
    if (!(before instanceof Node.Leaf leaf)
        || leaf.kind() != Node.Leaf.Kind.INPUT
        || !(after instanceof Node.Operation operation)
        || operation.operands().getFirst() != before
        || (lossName != null && current == null)) {
      return after;
    }
    Step step = step(operation);
    if (!isUpdate(leaf, operation, step)) {
      return after;
    }
    Node cut = recorder.leaves().input(after, span);
    recorder.origins().inherit(cut, before);
    record(before, cut, step, operation, span);
    return cut;
  }

  private boolean isUpdate(Node.Leaf before, Node.Operation operation, @Nullable Step step) {
    Pass pass = current;
    if (lossName == null || pass == null) {
      return step != null;
    }
    if (pass.reaches(before)) {
      return operation.op() instanceof Subtract
          || operation.op() instanceof Add
          || operation.op() instanceof Put;
    }
    // The loss does not depend on it, and yet it is taken for a parameter: a slip worth showing. A
    // leaf set after the loss is not: it belongs to the next pass, or collects a gradient.
    return step != null && operation.op() instanceof Subtract && before.id() < pass.loss.id();
  }

  private void record(
      Node before, Node cut, @Nullable Step step, Node.Operation operation, Span span) {
    if (lossName == null) {
      forgetWhatLedTo(operation);
    }
    if (current == null) {
      // Without a named loss: it is known at the end, see `finish`.
      current = new Pass(0, before);
    }
    // A step without a rate of its own: what was subtracted, as it is.
    Step taken = step != null ? step : Step.plain(before.value().minus(operation.value()), false);
    Update update = new Update(before, taken.gradient(), taken.rate(), cut);
    Statement statement = new Statement(span, recorder.origins().name(before).orElse(""));
    dropAccumulators(current, operation);
    current.updates.put(
        statement, new Made(update, span, taken.claims() ? taken.gradients() : List.of()));
    lastBySpan.put(span, current);
  }

  // `dw -= …` may collect a gradient: it is no parameter if an update then goes by it.
  private static void dropAccumulators(Pass pass, Node.Operation update) {
    boolean suspects =
        pass.updates.values().stream().anyMatch(made -> !pass.reaches(made.update.parameter()));
    if (suspects) {
      Set<Node> sources = ancestors(update);
      pass.updates
          .values()
          .removeIf(made ->
              !pass.reaches(made.update.parameter()) && sources.contains(made.update.after()));
    }
  }

  // What an update was computed from is gradient, not loss.
  private void forgetWhatLedTo(Node after) {
    recorder.recentScalars().removeAll(ancestors(after));
  }

  private static Set<Node> ancestors(Node node) {
    Set<Node> seen = new HashSet<>(Set.of(node));
    Deque<Node> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (Node operand : open.pop().operands()) {
        if (seen.add(operand)) {
          open.push(operand);
        }
      }
    }
    return seen;
  }

  /// Takes `p - rate * g` (or `p + -rate * g`) apart; null if there is no such product.
  private @Nullable Step step(Node.Operation operation) {
    if (operation.operands().size() < 2) {
      return null;
    }
    Step step = Factors.step(operation.operands().get(1), recorder.origins()).orElse(null);
    if (step == null) {
      return null;
    }
    return switch (operation.op()) {
      case Subtract _ -> step;
      case Add _ when step.isNegative() -> step.negated();
      default -> null;
    };
  }

  /// At the end of the run: without a named loss the last scalar computed is the loss.
  void finish() {
    if (lossName == null && !recorder.recentScalars().isEmpty()) {
      Node loss = recorder.recentScalars().getLast();
      Pass pass = new Pass(0, loss);
      if (current != null) {
        pass.updates.putAll(current.updates);
      }
      current = pass;
      kept.clear();
      kept.add(pass);
      lastBySpan.replaceAll((_, _) -> pass);
      losses.add(loss.value().item(), 0);
    } else if (lossName == null) {
      lastBySpan.clear(); // without a loss nothing has a gradient
    }
  }
}
