package backstep.python;

import backstep.graph.Node;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A program of the small Python: one text, or the cells of a notebook.
public final class Program {
  // The interpreter follows the program's own nesting; Java's usual stack is too short for that.
  private static final long STACK_BYTES = 256L << 20;

  private final List<Ast.Module> cells;
  private final Executor threads = threads();

  private final Budget.Limit limit;
  private final @Nullable BiConsumer<Ast.Expr, Value> watch;

  private Program(
      List<Ast.Module> cells, Budget.Limit limit, @Nullable BiConsumer<Ast.Expr, Value> watch) {
    this.cells = cells;
    this.limit = limit;
    this.watch = watch;
  }

  /// A program whose expressions are watched as they come out.
  static Program watched(Ast.Module program, BiConsumer<Ast.Expr, Value> watch) {
    return new Program(List.of(program), Budget.USUAL, watch);
  }

  /// Reads one program.
  ///
  /// @throws ProblemException if it is not in the small Python
  public static Program of(String text) {
    return new Program(List.of(Parser.parse(text)), Budget.USUAL, null);
  }

  /// Reads the code cells of a notebook, which share their names.
  ///
  /// @throws ProblemException if one of them is not in the small Python
  public static Program ofCells(List<String> texts) {
    return new Program(texts.stream().map(Parser::parse).toList(), Budget.USUAL, null);
  }

  /// The same program, which may do less work than usual.
  Program within(Budget.Limit other) {
    return new Program(cells, other, watch);
  }

  /// Runs the program; of a notebook, its last cell counts.
  public Run run(Options options) {
    return runCells(options).getLast();
  }

  /// Whether the loss is computed in the same way whatever the program's numbers are, so that the
  /// graph of one run is that of every other. It says yes only where that is sure.
  public boolean isBranchless(Options options) {
    return Branchless.isForward(cells, LossName.of(cells.getLast(), options.loss()));
  }

  /// Whether what follows the loss does the same whatever the program's numbers are, but for masks
  /// as in the derivative of a maximum. It says yes only where nothing else is found.
  boolean isBranchlessAfterLoss(Options options) {
    return Branchless.isBackward(cells, LossName.of(cells.getLast(), options.loss()));
  }

  /// Runs the cells one after another, each to its end or to the first problem.
  public List<Run> runCells(Options options) {
    CompletableFuture<List<Run>> result =
        CompletableFuture.supplyAsync(() -> runHere(options), threads);
    try {
      // Not to be interrupted: the budget keeps every run short.
      return result.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw e;
      }
    }
  }

  // A thread waits a moment for the next run, for starting one takes longer than a short program.
  private static Executor threads() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        1,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(null, work, "backstep-program", STACK_BYTES);
          thread.setDaemon(true);
          return thread;
        });
  }

  /// The same, on this thread, whose stack has to be deep enough.
  List<Run> runHere(Options options) {
    Budget budget = new Budget(limit);
    Interpreter interpreter = new Interpreter(options.seed(), options.given(), budget, watch);
    List<Run> runs = new ArrayList<>();
    for (Ast.Module cell : cells) {
      LossName loss = LossName.of(cell, options.loss());
      int before = interpreter.machine().printed().length();
      Optional<Problem> problem = run(interpreter, cell, loss, options);
      // A view is read of its array, which is work.
      Map<String, Node> nodes = budget.free(() -> nodes(interpreter.globals()));
      runs.add(
          new Run(
              cell.text(),
              interpreter.machine().printed().substring(before),
              problem,
              interpreter.machine().recorder().origins(),
              interpreter.training(),
              loss,
              nodes,
              numbers(nodes, interpreter.globals()),
              interpreter.machine().random().drewUnseeded()));
      if (problem.isPresent()) {
        break;
      }
    }
    return runs;
  }

  private static Optional<Problem> run(
      Interpreter interpreter, Ast.Module cell, LossName loss, Options options) {
    Span start = new Span(0, 0, 1, 1);
    try {
      interpreter.run(cell, loss, options.firstKept());
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    } catch (OutOfMemoryError e) {
      // The budget bounds work, and so memory in all but contrived programs; for those, this.
      return Optional.of(Problem.at(start, "run.limit.memory"));
    } catch (StackOverflowError e) {
      return Optional.of(Problem.at(start, "run.limit.calls", Budget.MAX_CALLS));
    }
  }

  private static Map<String, Tensor> numbers(Map<String, Node> nodes, Map<String, Value> globals) {
    Map<String, Tensor> numbers = new LinkedHashMap<>();
    nodes.forEach((name, node) -> numbers.put(name, node.value()));
    globals.forEach((name, value) -> {
      if (value instanceof Value.Int whole) {
        numbers.put(name, Tensor.scalar((double) whole.value()));
      }
    });
    return numbers;
  }

  private static Map<String, Node> nodes(Map<String, Value> globals) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    globals.forEach((name, value) -> {
      switch (value) {
        case Value.Float f -> nodes.put(name, f.node());
        case Array a -> nodes.put(name, a.node());
        case Value.Int i when i.constant() != null && i.constant().node != null ->
            nodes.put(name, i.constant().node);
        case Value.ListValue list -> {
          for (int k = 0; k < list.items().size(); k++) {
            if (list.items().get(k) instanceof Value.Float f) {
              nodes.put(name + "[" + k + "]", f.node());
            }
          }
        }
        default -> {}
      }
    });
    return nodes;
  }
}
