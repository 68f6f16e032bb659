package backstep.python;

import backstep.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A program of the small Python: one text, or the cells of a notebook.
public final class Program {
  // The interpreter follows the program's own nesting; Java's usual stack is too short for that.
  private static final long STACK_BYTES = 256L << 20;

  private final List<Ast.Module> cells;

  private Program(List<Ast.Module> cells) {
    this.cells = cells;
  }

  /// Reads one program.
  ///
  /// @throws ProblemException if it is not in the small Python
  public static Program of(String text) {
    return new Program(List.of(Parser.parse(text)));
  }

  /// Reads the code cells of a notebook, which share their names.
  ///
  /// @throws ProblemException if one of them is not in the small Python
  public static Program ofCells(List<String> texts) {
    return new Program(texts.stream().map(Parser::parse).toList());
  }

  /// Runs the program; of a notebook, its last cell counts.
  public Run run(Options options) {
    return runCells(options).getLast();
  }

  /// Runs the cells one after another, each to its end or to the first problem.
  public List<Run> runCells(Options options) {
    AtomicReference<List<Run>> result = new AtomicReference<>(List.of());
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                result.set(runHere(options));
              } catch (Throwable e) {
                failure.set(e);
              }
            },
            "backstep-program",
            STACK_BYTES);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (failure.get() instanceof RuntimeException e) {
      throw e;
    }
    if (failure.get() instanceof Error e) {
      throw e;
    }
    return result.get();
  }

  private List<Run> runHere(Options options) {
    Interpreter interpreter = new Interpreter(options.seed(), options.given());
    List<Run> runs = new ArrayList<>();
    for (Ast.Module cell : cells) {
      LossName loss = LossName.of(cell, options.loss());
      int before = interpreter.machine().printed().length();
      Optional<Problem> problem = run(interpreter, cell, loss, options);
      runs.add(
          new Run(
              cell.text(),
              interpreter.machine().printed().substring(before),
              problem,
              interpreter.machine().recorder().origins(),
              interpreter.training(),
              loss,
              nodes(interpreter.globals())));
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
