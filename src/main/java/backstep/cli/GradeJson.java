package backstep.cli;

import backstep.handout.GradeWords;
import backstep.practice.Grade;
import backstep.practice.Grades;
import backstep.practice.Mistake;
import backstep.practice.Spot;
import backstep.practice.Trouble;
import backstep.words.Words;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A class's grades as JSON. Keys and the names of mistakes are in no language; hints are.
final class GradeJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final GradeWords say;

  GradeJson(Words words) {
    this.say = new GradeWords(words);
  }

  /// One object.
  String of(String exercise, Grades grades) {
    ObjectNode all = JSON.objectNode();
    ObjectNode asked = all.putObject("exercise");
    asked.put("file", exercise);
    asked.put("loss", grades.loss());
    ArrayNode parameters = asked.putArray("parameters");
    grades.wanted().forEach(parameters::add);
    ArrayNode files = all.putArray("files");
    grades.all().forEach(grade -> files.add(node(grade)));
    ArrayNode mistakes = all.putArray("mistakes");
    grades.mistakes().forEach(mistake -> mistakes.add(node(mistake)));
    return JsonReport.written(all);
  }

  private ObjectNode node(Grade grade) {
    ObjectNode node = JSON.objectNode();
    node.put("file", grade.file());
    grade.cell().ifPresentOrElse(cell -> node.put("cell", cell), () -> node.putNull("cell"));
    int of = grade.gradients().size();
    grade
        .points()
        .ifPresentOrElse(
            points -> {
              node.put("points", points);
              node.put("of", of);
              node.put("percent", 100.0 * points / of);
            },
            () -> {
              node.putNull("points");
              node.putNull("of");
              node.putNull("percent");
            });
    ArrayNode gradients = node.putArray("gradients");
    for (Grade.Gradient gradient : grade.gradients()) {
      ObjectNode one = gradients.addObject();
      one.put("parameter", gradient.variable());
      one.put("verdict", gradient.verdict().name().toLowerCase(Locale.ROOT));
    }
    ArrayNode lines = node.putArray("lines");
    for (Grade.Line line : grade.lines()) {
      ObjectNode one = lines.addObject();
      place(one, Optional.of(line.spot()));
      one.put("variable", line.name());
      one.put("text", line.text());
      one.put("mistake", line.finding().kind().name());
      one.put("hidden", line.finding().hidden());
      one.put("hint", say.of(line.finding()));
    }
    node.set("trouble", grade.trouble().map(this::node).orElse(null));
    return node;
  }

  private ObjectNode node(Trouble trouble) {
    ObjectNode node = JSON.objectNode();
    node.put("kind", trouble.kind().name());
    place(node, trouble.spot());
    node.put("message", say.of(trouble));
    return node;
  }

  private ObjectNode node(Mistake mistake) {
    ObjectNode node = JSON.objectNode();
    node.put("mistake", mistake.key().substring(mistake.key().indexOf('.') + 1));
    node.put("hint", say.of(mistake));
    node.put("count", mistake.files().size());
    ArrayNode files = node.putArray("files");
    mistake.files().forEach(files::add);
    return node;
  }

  private static void place(ObjectNode node, Optional<Spot> spot) {
    spot.flatMap(Spot::cell)
        .ifPresentOrElse(cell -> node.put("cell", cell), () -> node.putNull("cell"));
    spot.ifPresentOrElse(at -> node.put("line", at.line()), () -> node.putNull("line"));
  }
}
