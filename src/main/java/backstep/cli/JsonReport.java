package backstep.cli;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.python.Claim;
import backstep.python.ProblemException;
import backstep.python.Run;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A run as JSON. Numbers keep full double precision; NaN and infinities are strings.
final class JsonReport {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonReport() {}

  /// One program.
  ///
  /// @throws ProblemException if its loss has more than one entry
  static ObjectNode of(Run run) {
    ObjectNode report = JSON.objectNode();
    report.put("printed", run.printed());
    ObjectNode values = JSON.objectNode();
    ObjectNode gradients = JSON.objectNode();
    if (run.iterations() == 0) {
      report.putNull("loss");
    } else {
      Graph graph = run.last().graph();
      ObjectNode loss = report.putObject("loss");
      loss.put("name", run.lossName());
      loss.set("value", number(graph.loss().value().item()));
      Map<Node, Tensor> exact = graph.gradients();
      run.variables(graph)
          .forEach((name, node) -> {
            values.set(name, entries(node.value()));
            Tensor gradient = exact.get(node);
            if (gradient != null && node.id() != graph.loss().id()) {
              gradients.set(name, entries(gradient));
            }
          });
    }
    report.set("values", values);
    report.set("gradients", gradients);
    ArrayNode claims = report.putArray("claims");
    run.claims().forEach(claim -> claims.add(claim(claim)));
    return report;
  }

  /// The cells of a notebook.
  static ObjectNode ofCells(List<ObjectNode> reports) {
    ObjectNode notebook = JSON.objectNode();
    notebook.putArray("cells").addAll(reports);
    return notebook;
  }

  static String written(tools.jackson.databind.JsonNode node) {
    return JsonMapper.shared().writeValueAsString(node);
  }

  private static ObjectNode claim(Claim claim) {
    ObjectNode node = JSON.objectNode();
    node.put("parameter", claim.parameter());
    node.put("line", claim.span().line());
    node.set("claimed", entries(claim.claimed()));
    node.set("gradient", claim.gradient().map(JsonReport::entries).orElse(JSON.nullNode()));
    node.put("agrees", claim.agrees());
    // Without a gradient the loss does not depend on the parameter at all.
    node.put("connected", claim.gradient().isPresent());
    return node;
  }

  /// A tensor as nested lists, a scalar as a number.
  static tools.jackson.databind.JsonNode entries(Tensor tensor) {
    Shape shape = tensor.shape();
    if (shape.rank() == 0) {
      return number(tensor.item());
    }
    ArrayNode rows = JSON.arrayNode();
    for (int i = 0; i < shape.rows(); i++) {
      ArrayNode row = shape.rank() == 1 ? rows : rows.addArray();
      for (int j = 0; j < shape.columns(); j++) {
        row.add(number(tensor.get(i, j)));
      }
    }
    return rows;
  }

  static tools.jackson.databind.JsonNode number(double value) {
    return Double.isFinite(value)
        ? JSON.numberNode(value)
        : JSON.stringNode(Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
  }

  static tools.jackson.databind.@Nullable JsonNode none() {
    return JSON.nullNode();
  }
}
