package backstep.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.graph.Node;
import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.python.LearningProgram;
import backstep.python.Options;
import backstep.python.ProblemException;
import backstep.python.Program;
import backstep.python.Run;
import backstep.tensor.Tensor;
import backstep.testing.CPython;
import backstep.testing.Corpus;
import backstep.testing.TwoLayers;
import backstep.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("A program as a PyTorch script")
class TorchScriptTest {
  // Runs each script with the stand-in for PyTorch of `src/test/resources/faketorch`, and says
  // where its gradients part from the engine's, or what it prints from what the program prints.
  private static final String JUDGE =
      """
      import contextlib, io, json, sys
      import numpy as np

      sys.path.insert(0, FOLDER)
      compared = 0
      for case in json.loads(CASES):
          names = {"__name__": "program"}
          printed = io.StringIO()
          try:
              with contextlib.redirect_stdout(printed), np.errstate(all="ignore"):
                  exec(compile(case["code"], case["name"], "exec"), names)
          except Exception as problem:
              print(case["name"], "stopped:", repr(problem))
              continue
          if case["printed"] is not None and not printed.getvalue().startswith(case["printed"]):
              print(case["name"], "prints", printed.getvalue()[:300], "not", case["printed"][:300])
          for name, gradient in case["gradients"].items():
              ours = np.array(gradient, dtype=float)
              theirs = names[name].grad.numpy()
              compared += 1
              if ours.shape != theirs.shape:
                  print(case["name"], name, "has shape", theirs.shape, "not", ours.shape)
              elif not np.allclose(theirs, ours, rtol=1e-10, atol=1e-13):
                  print(case["name"], name, "is", theirs, "not", ours)
      print("compared", compared)
      """;

  // The first changes a view in place, for which the stand-in has no gradients; in the second a
  // parameter has two names, of which `W = W - …` moves only one.
  private static final Set<String> UNLIKE =
      Set.of("073-learning-a-view.py", "144-in-place-learning.py");

  private static final Words WORDS = Words.of(Locale.ENGLISH);

  private static String script(String text) {
    return Handout.TORCH.of("one", text, Options.DEFAULT, WORDS);
  }

  private static Options options(Lesson lesson) {
    return Options.DEFAULT.withLoss(lesson.loss());
  }

  private static void add(ArrayNode cases, String name, String text, Options options) {
    Run run = Program.of(text).run(options);
    String code = Handout.TORCH.of(name, text, options, WORDS);
    ObjectNode one = cases.addObject();
    one.put("name", name);
    one.put("code", code);
    boolean same = run.claims().stream().allMatch(claim -> claim.agrees());
    one.put("printed", same ? run.printed() : null);
    ObjectNode gradients = one.putObject("gradients");
    Map<Node, Tensor> exact = run.last().graph().gradients();
    Map<String, Node> variables = run.variables(run.last().graph());
    Set<String> learned = LearningProgram.learned(run);
    (learned.isEmpty() ? LearningProgram.candidates(run) : learned)
        .forEach(parameter -> {
          if (same) {
            gradients.set(parameter, entries(exact.get(variables.get(parameter))));
          }
        });
  }

  private static tools.jackson.databind.JsonNode entries(Tensor tensor) {
    JsonMapper mapper = JsonMapper.shared();
    List<Double> all = new ArrayList<>();
    for (double entry : tensor.toArray()) {
      all.add(entry);
    }
    int columns = tensor.shape().columns();
    return switch (tensor.rank()) {
      case 0 -> mapper.valueToTree(all.getFirst());
      case 1 -> mapper.valueToTree(all);
      default -> {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < tensor.shape().rows(); i++) {
          rows.add(all.subList(i * columns, (i + 1) * columns));
        }
        yield mapper.valueToTree(rows);
      }
    };
  }

  private static String judged(ArrayNode cases) {
    JsonMapper mapper = JsonMapper.shared();
    String folder = Path.of("src", "test", "resources", "faketorch").toAbsolutePath().toString();
    String json = mapper.writeValueAsString(cases);
    // A JSON string is a Python string as well.
    return CPython.run(
        JUDGE
            .replace("FOLDER", mapper.writeValueAsString(folder))
            .replace("CASES", mapper.writeValueAsString(json)));
  }

  @DisplayName("gives the gradients and prints the figures of every lesson")
  @Test
  void lessons() {
    ArrayNode cases = JsonMapper.shared().createArrayNode();
    LessonCatalog.builtIn()
        .forEach(lesson -> add(cases, lesson.id(), lesson.program(), options(lesson)));
    assertThat(cases).hasSizeGreaterThan(15);
    assertThat(judged(cases)).isEqualTo("compared 27\n");
  }

  @DisplayName("gives the gradients and prints the figures of the corpus, or says why not")
  @Test
  void corpus() {
    ArrayNode cases = JsonMapper.shared().createArrayNode();
    Set<String> refused = new TreeSet<>();
    for (Corpus.Good program : Corpus.good()) {
      if (UNLIKE.contains(program.name())) {
        continue;
      }
      try {
        add(cases, program.name(), program.text(), Options.DEFAULT);
      } catch (ProblemException e) {
        refused.add(e.problem().key());
      }
    }
    assertThat(judged(cases)).matches("compared 1\\d\\d\\n");
    assertThat(refused).allMatch(key -> key.equals("run.loss.none") || WORDS.has(key + ".hint"));
  }

  @DisplayName("takes the backward pass away, and what only that needed")
  @Test
  void text() {
    String script =
        script(
            "import numpy as np\n"
                + TwoLayers.TRAINED.substring(TwoLayers.TRAINED.indexOf('\n') + 1));
    assertThat(script)
        .contains("W1 = torch.tensor([[.2, .4], [.1, .3]], requires_grad=True)\n")
        .contains("r1 = torch.relu(z1)\nz2 = r1.matmul(W2) + b2\n")
        .contains("loss = .5 * (y - r2) ** 2\nloss.backward()\nlearning_rate = .01\n")
        .contains("with torch.no_grad():\n    W2 -= learning_rate * W2.grad\n    W1 -=")
        .contains("print('W2:', W2.grad.numpy())  # [[-0.07592] [-0.07154]]\n")
        .doesNotContain("np.", "d2", "grad_W");
  }

  @DisplayName("says where the program subtracts a number that is not the gradient")
  @ParameterizedTest
  @CsvSource({"x, true", "six, true", "slope, false"})
  void apart(String subtracted, boolean isApart) {
    String script =
        script(
            "import numpy as np\nx = np.array([2.0])\nw = np.array([3.0])\nsix = np.array([6.0])\n"
                + "slope = np.array([24.0])\nloss = np.sum((w * x) ** 2)\nw -= 0.1 * "
                + subtracted
                + "\n");
    assertThat(script)
        .contains(
            "w -= 0.1 * w.grad"
                + (isApart ? "  # " + WORDS.text("handout.torch.differs") : "")
                + "\n");
  }

  @DisplayName("is refused where PyTorch has no counterpart, with the line")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = np.array([1., 2.]); loss = np.sum(x[::-1]) | handout.torch.unknown | 3:17",
        "x = np.zeros(shape=3); loss = np.sum(x * x) | handout.torch.unknown | 2:5",
        "x = np.array([1., 2.]); loss = np.sum(x).item() * 2 | handout.torch.cut | 3:8",
        "a = 2.0; w = 1.0; loss = a * a; d = a * 3; w -= .1 * d | handout.torch.unconnected | 1:1",
        "w = np.array([1., 2.]); loss = np.sum(w ** 2); w[0] -= .1 * 2 * w[0]"
            + " | handout.torch.update | 4:1",
        "x = 3.0; print(x * 2) | handout.torch.loss | 1:1",
      })
  void refused(String program, String key, String place) {
    assertThatThrownBy(() -> script("import numpy as np\n" + program.replace("; ", "\n") + "\n"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().key()).isEqualTo(key);
              assertThat(e.problem().span().toString()).isEqualTo(place);
              assertThat(WORDS.has(key) && WORDS.has(key + ".hint")).isTrue();
            });
  }
}
