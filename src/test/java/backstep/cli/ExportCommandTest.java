package backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.testing.CPython;
import backstep.testing.Terminal;
import backstep.testing.Terminal.Result;
import backstep.testing.Terminal.Screen;
import backstep.testing.TwoLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The contract of `export`.
@DisplayName("export")
class ExportCommandTest {
  private static final String PROGRAM =
      "import numpy as np\n" + TwoLayers.TRAINED + "print(loss)\n";

  @TempDir Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("두 층.py"), text).toString();
  }

  @DisplayName("writes the program and its backward pass, as `backward` prints it")
  @Test
  void python() throws IOException {
    String file = file(PROGRAM);
    Result result = Terminal.run("export", file, "--as", "py");
    assertThat(result.out()).isEqualTo(Terminal.run("backward", file).out());
    assertThat(result.code()).isZero();
  }

  @DisplayName("writes a notebook of nbformat 4.5: forward, backward, and the program's own rest")
  @Test
  void notebook() throws IOException {
    Path to = folder.resolve("out.ipynb");
    Result result = Terminal.run("export", file(PROGRAM), "--as", "ipynb", "--out", to.toString());
    assertThat(result.out()).isEmpty();
    JsonNode root = JsonMapper.shared().readTree(Files.readString(to));
    assertThat(root.path("nbformat").asInt(0) + "." + root.path("nbformat_minor").asInt(0))
        .isEqualTo("4.5");
    List<String> ids = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (JsonNode cell : root.path("cells")) {
      ids.add(cell.path("id").asString(""));
      StringBuilder text = new StringBuilder();
      cell.path("source").forEach(line -> text.append(line.asString("")));
      texts.add(text.toString());
    }
    assertThat(ids).containsExactly("title", "program", "backward", "gradients", "rest", "update");
    assertThat(texts.getFirst()).isEqualTo("# 두 층");
    assertThat(texts.get(1)).endsWith("loss = .5 * (y - r2) ** 2");
    assertThat(texts.get(3)).contains("d_W2 = ");
    assertThat(texts.get(5)).startsWith("d2 = (r2 - y)").endsWith("print(loss)");
    // What was written can be read again, and does what the program did.
    assertThat(Terminal.run("run", to.toString()).out())
        .isEqualTo(Terminal.run("run", folder.resolve("두 층.py").toString()).out());
  }

  @DisplayName("writes notebooks of every lesson whose cells run under CPython, one after another")
  @Test
  void everyLesson() throws IOException {
    ArrayNode all = JsonMapper.shared().createArrayNode();
    List<String> expected = new ArrayList<>();
    for (Lesson lesson : LessonCatalog.builtIn()) {
      List<String> arguments = new ArrayList<>(List.of("export", "-", "--as", "ipynb"));
      lesson.loss().ifPresent(loss -> arguments.addAll(List.of("--loss", loss)));
      Result result =
          Terminal.run(
              Locale.KOREAN, Screen.USABLE, lesson.program(), arguments.toArray(new String[0]));
      assertThat(result.err()).isEmpty();
      all.add(JsonMapper.shared().readTree(result.out()));
      expected.add(lesson.id());
    }
    String json =
        JsonMapper.shared().writeValueAsString(JsonMapper.shared().writeValueAsString(all));
    String script =
        """
        import contextlib, io, json
        count = 0
        for notebook in json.loads(CASES):
            names = {}
            ids = [cell["id"] for cell in notebook["cells"]]
            assert len(set(ids)) == len(ids)
            for cell in notebook["cells"]:
                if cell["cell_type"] == "code":
                    with contextlib.redirect_stdout(io.StringIO()):
                        exec("".join(cell["source"]), names)
            assert any(name.startswith("d_") for name in names)
            count += 1
        print(count)
        """;
    assertThat(CPython.run(script.replace("CASES", json)).strip()).isEqualTo("" + expected.size());
  }

  @DisplayName("fixes the seed of a program that sets none, so that it draws what it drew here")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "import numpy as np  # arrays\n",
        "import numpy as np; a = 1\n",
        "# One\n\nimport numpy as np\n"
      })
  void seed(String head) throws IOException {
    String program =
        head
            + """
            w = np.random.randn(2)
            x = np.array([1.0, 2.0])
            loss = np.sum(w * x) ** 2
            g = 2 * np.sum(w * x) * x
            w -= 0.1 * g
            print(g)
            """;
    String file = file(program);
    String made = Terminal.run("export", file, "--as", "py", "--seed", "5").out();
    assertThat(made).isEqualTo(Terminal.run("backward", file, "--seed", "5").out());
    String printed = CPython.run(made + "print(d_w)\n");
    // The program's own gradient, and the one that was written from the graph, by CPython.
    assertThat(printed.lines().distinct()).hasSize(1);
    assertThat(Terminal.run("run", file, "--seed", "5").out().lines().findFirst())
        .isEqualTo(printed.lines().findFirst());
    assertThat(Terminal.run("export", file, "--as", "ipynb", "--seed", "5").out())
        .contains("np.random.seed(5)");
    assertThat(Terminal.run("export", file, "--as", "torch", "--seed", "5").out())
        .contains("np.random.seed(5)");
  }

  @DisplayName("leaves a program as it is that sets its seed, or draws nothing")
  @Test
  void ownSeed() throws IOException {
    String own = "import numpy as np\nnp.random.seed(3)\nw = np.random.randn(2)\nloss = w @ w\n";
    assertThat(Terminal.run("export", file(own), "--as", "py").out()).startsWith(own + "\n#");
    assertThat(Terminal.run("export", file(PROGRAM), "--as", "py").out()).startsWith(PROGRAM);
  }

  @DisplayName("writes a PyTorch script, in Korean too")
  @Test
  void torch() throws IOException {
    Result result =
        Terminal.run(Locale.KOREAN, Screen.USABLE, "", "export", file(PROGRAM), "--as", "torch");
    assertThat(result.out())
        .startsWith("# PyTorch 코드: loss의 기울기는 자동 미분이 구합니다\n")
        .contains("loss.backward()\n");
  }

  @DisplayName("says what there is no counterpart of, and where")
  @Test
  void refused() throws IOException {
    String text = "import numpy as np\nx = np.array([1., 2.])\nloss = np.sum(x[::-1])\n";
    Result result = Terminal.run("export", file(text), "--as", "torch");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("두 층.py:3:17: ::-1 has no counterpart", "Leave it out");
  }

  @DisplayName("refuses wrong usage, and a place that cannot be written to")
  @ParameterizedTest
  @CsvSource({"--as doc, 2, --as cannot be doc.", "--as py --out /, 1, / cannot be written."})
  void usage(String options, int code, String message) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("export", file(PROGRAM)));
    arguments.addAll(List.of(options.split(" ")));
    Result result = Terminal.run(arguments.toArray(new String[0]));
    assertThat(result.code()).isEqualTo(code);
    assertThat(result.err()).contains(message);
  }
}
