package backstep.handout;

import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.python.Ast;
import backstep.python.BackwardWriter;
import backstep.python.Options;
import backstep.python.Parser;
import backstep.python.Program;
import backstep.python.Run;
import backstep.python.Span;
import backstep.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A program as a Jupyter notebook ([nbformat](https://nbformat.readthedocs.io) 4.5): its forward
/// pass, its backward pass as it is written from the graph, and what the program itself goes on to.
///
/// Where the loss is computed in the rounds of a loop the program stays in one cell, and the
/// backward pass is that of the last round.
final class NotebookText {
  private final ObjectNode root = JsonMapper.shared().createObjectNode();
  private final ArrayNode cells = root.putArray("cells");

  private NotebookText() {
    ObjectNode metadata = root.putObject("metadata");
    metadata
        .putObject("kernelspec")
        .put("display_name", "Python 3")
        .put("language", "python")
        .put("name", "python3");
    metadata.putObject("language_info").put("name", "python");
    root.put("nbformat", 4).put("nbformat_minor", 5);
  }

  static String of(String title, Run run, Options options, Words words) {
    NotebookText notebook = new NotebookText();
    notebook.markdown("title", "# " + title);
    int split = split(run).orElse(run.text().length());
    String forward = run.text().substring(0, split);
    String rest = run.text().substring(split).strip();
    Run upTo =
        rest.isEmpty()
            ? run
            : Program.of(forward).run(options.withLoss(Optional.of(run.lossName())));
    notebook.code("program", forward.strip());
    notebook.markdown("backward", words.text("handout.backward", "`" + run.lossName() + "`"));
    notebook.code("gradients", backward(upTo));
    if (!rest.isEmpty()) {
      notebook.markdown("rest", words.text("handout.rest"));
      notebook.code("update", rest);
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(notebook.root)
        + "\n";
  }

  private static String backward(Run run) {
    String code =
        BackwardWriter.forRunning(run, run.last().graph()).stream()
            .map(BackwardWriter.Line::text)
            .collect(Collectors.joining("\n"));
    boolean imported =
        Parser.parse(run.text()).body().stream()
            .anyMatch(
                statement -> statement instanceof Ast.Import made && made.alias().equals("np"));
    return code.contains("np.") && !imported ? "import numpy as np\n" + code : code;
  }

  // Behind the statement that computes the loss, if it does nothing else.
  private static Optional<Integer> split(Run run) {
    Iteration iteration = run.last();
    Optional<Span> loss = run.origins().outerSpan(iteration.graph().loss());
    List<Span> updates =
        iteration.updates().stream()
            .map(Update::after)
            .flatMap((Node after) -> run.origins().outerSpan(after).stream())
            .toList();
    return run.iterations() > 1
        ? Optional.empty()
        : Parser.parse(run.text()).body().stream()
            .map(Ast::span)
            .filter(span -> loss.filter(place -> span.holds(place)).isPresent())
            .filter(span -> updates.stream().noneMatch(update -> span.holds(update)))
            .findFirst()
            .map(span -> {
              int end = run.text().indexOf('\n', span.end());
              return end < 0 ? run.text().length() : end + 1;
            });
  }

  private void markdown(String id, String text) {
    cell("markdown", id, text);
  }

  private void code(String id, String text) {
    ObjectNode cell = cell("code", id, text);
    cell.putNull("execution_count");
    cell.putArray("outputs");
  }

  private ObjectNode cell(String type, String id, String text) {
    ObjectNode cell = cells.addObject();
    cell.put("cell_type", type).put("id", id).putObject("metadata");
    ArrayNode source = cell.putArray("source");
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      source.add(lines.get(i) + (i < lines.size() - 1 ? "\n" : ""));
    }
    return cell;
  }
}
