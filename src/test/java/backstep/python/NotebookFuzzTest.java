package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.Corpus;
import backstep.testing.Damage;
import backstep.testing.Fuzz;
import backstep.words.Words;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("A notebook in which anything changed")
class NotebookFuzzTest {
  private static final Words WORDS = Words.of(Words.LANGUAGES.getFirst());
  private static final List<String> STRANGE =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\u",
          "\\ud800",
          "null",
          "true",
          "1e99999",
          "-",
          "0x1",
          "NaN",
          "9".repeat(2_000),
          "\"cells\"",
          "\"source\"",
          "\"worksheets\"",
          "\"cell_type\": \"code\"",
          "/*",
          "//",
          "\u0000",
          "\uFEFF");

  private static final int SHORT = 400;

  private static final List<String> PROGRAMS =
      Corpus.good().stream().map(Corpus.Good::text).filter(text -> text.length() < SHORT).toList();

  private record Whole(String text, List<String> words) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static final List<Whole> NOTEBOOKS = notebooks();

  private static List<Whole> notebooks() {
    RandomGenerator random = new SplittableRandom(0);
    return Stream.generate(() -> notebook(random).toString())
        .limit(200)
        .map(text -> new Whole(text, Damage.words(text)))
        .toList();
  }

  @Test
  @DisplayName("gives its code, or is refused in words")
  void changed() {
    Fuzz.each(
        3_000,
        (random, input) -> {
          byte[] bytes = changed(Damage.one(NOTEBOOKS, random), random);
          input.accept(Damage.text(bytes));
          readOrRefused(bytes, random.nextInt(8) == 0);
        });
  }

  // As Jupyter writes them: nbformat 4, and now and then 3.
  private static JsonNode notebook(RandomGenerator random) {
    ObjectNode notebook = JsonMapper.shared().createObjectNode();
    boolean old = random.nextInt(5) == 0;
    ArrayNode cells =
        old
            ? notebook.putArray("worksheets").addObject().putArray("cells")
            : notebook.putArray("cells");
    for (int i = random.nextInt(3); i >= 0; i--) {
      ObjectNode cell = cells.addObject();
      cell.put("cell_type", random.nextInt(3) == 0 ? "markdown" : "code");
      cell.putNull("execution_count");
      cell.putObject("metadata").put("id", "c" + i);
      cell.putArray("outputs").addObject().put("text", "1\n");
      String text = Damage.one(PROGRAMS, random);
      if (random.nextBoolean()) {
        cell.put(old ? "input" : "source", text);
      } else {
        ArrayNode lines = cell.putArray(old ? "input" : "source");
        text.lines().forEach(line -> lines.add(line + "\n"));
      }
    }
    notebook.putObject("metadata").putObject("kernelspec").put("name", "python3");
    notebook.put("nbformat", old ? 3 : 4);
    return notebook;
  }

  private static byte[] changed(Whole notebook, RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 ->
          Damage.part(JsonMapper.shared().readTree(notebook.text()), random)
              .getBytes(StandardCharsets.UTF_8);
      case 1 -> Damage.bytes(notebook.bytes(), random);
      default -> Damage.words(notebook.words(), STRANGE, random).getBytes(StandardCharsets.UTF_8);
    };
  }

  // The programs in it are tried elsewhere; here now and then.
  private static void readOrRefused(byte[] bytes, boolean isParsed) {
    List<String> cells;
    try {
      cells = Notebook.cells(SourceFile.text("n.ipynb", () -> new ByteArrayInputStream(bytes)));
    } catch (SourceFile.Unreadable e) {
      assertThat(WORDS.has(e.key())).as(e.key()).isTrue();
      return;
    } catch (ProblemException e) {
      assertThat(WORDS.has(e.problem().key())).as(e.problem().key()).isTrue();
      return;
    }
    assertThat(cells).allSatisfy(cell -> assertThat(cell).isNotBlank());
    try {
      if (isParsed) {
        assertThat(Program.ofCells(cells)).isNotNull();
      }
    } catch (ProblemException e) {
      assertThat(WORDS.has(e.problem().key())).as(e.problem().key()).isTrue();
    }
  }
}
