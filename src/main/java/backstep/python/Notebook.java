package backstep.python;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the code cells of a Jupyter notebook (nbformat 4, or 3 with its worksheets).
public final class Notebook {
  private static final Span START = new Span(0, 0, 1, 1);

  private Notebook() {}

  /// The code cells' texts, in order. Empty cells are left out.
  ///
  /// @throws ProblemException if the text is not a notebook
  public static List<String> cells(String json) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      throw Problem.at(START, "run.notebook.json").raise();
    }
    List<String> texts = new ArrayList<>();
    collect(root.path("cells"), texts);
    for (JsonNode sheet : root.path("worksheets")) {
      collect(sheet.path("cells"), texts);
    }
    if (!root.path("cells").isArray() && !root.path("worksheets").isArray()) {
      throw Problem.at(START, "run.notebook.none").raise();
    }
    return texts;
  }

  private static void collect(JsonNode cells, List<String> texts) {
    for (JsonNode cell : cells) {
      if (cell.path("cell_type").asString("").equals("code")) {
        JsonNode source = cell.has("source") ? cell.path("source") : cell.path("input");
        StringBuilder text = new StringBuilder();
        if (source.isArray()) {
          source.forEach(line -> text.append(line.asString("")));
        } else {
          text.append(source.asString(""));
        }
        if (!text.toString().isBlank()) {
          texts.add(text.toString());
        }
      }
    }
  }
}
