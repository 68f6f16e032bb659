package backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.Terminal;
import backstep.testing.Terminal.Result;
import backstep.testing.Terminal.Screen;
import backstep.testing.TwoLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The contract of `grade`: what is printed, and the exit codes.
@DisplayName("grade")
class GradeCommandTest {
  private static final String SLIP = "d2 = (r2 - y) * (z2 > 0)\ngrad_W2 = np.outer(z1, d2)\n";

  @TempDir Path folder;
  private String exercise = "";
  private Path handIns = Path.of("");

  @BeforeEach
  void exercise() throws IOException {
    exercise = Files.writeString(folder.resolve("exercise.py"), TwoLayers.TRAINED).toString();
    handIns = Files.createDirectory(folder.resolve("반 3"));
  }

  private void handIn(String name, String text) throws IOException {
    Files.writeString(handIns.resolve(name), text);
  }

  private Result grade(String... more) {
    return grade(Locale.ENGLISH, more);
  }

  private Result grade(Locale locale, String... more) {
    String[] all = new String[more.length + 4];
    System.arraycopy(
        new String[] {"grade", handIns.toString(), "--exercise", exercise}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return Terminal.run(locale, Screen.USABLE, "", all);
  }

  @DisplayName("says of each file its score, the lines that part and why, and then what is common")
  @Test
  void text() throws IOException {
    handIn("김.py", TwoLayers.TRAINED);
    handIn("이.py", "import numpy as np\n" + TwoLayers.FORWARD + SLIP);
    Result result = grade();
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("김.py: 2 of 2 (100 %)\n  W2: right · W1: right\n")
        .contains("이.py: 0 of 2 (0 %)\n  W2: not right · W1: missing\n")
        .contains(
            ": grad_W2 = np.outer(z1, d2)\n    With these very numbers it does not show. This uses z1 where r1 belongs.\n")
        .contains("commonest first\n   1  With these very numbers")
        .endsWith("\n   1  There is no gradient of W1.\n      이.py\n");
  }

  @DisplayName("says it in Korean, be it asked for or the system's language")
  @Test
  void korean() throws IOException {
    handIn("이.py", "import numpy as np\n" + TwoLayers.FORWARD + SLIP);
    Result asked = grade("--lang", "ko");
    assertThat(asked.out())
        .contains("이.py: 2개 중 0개 (0%)")
        .contains("지금 수에서는 드러나지 않습니다. r1이 올 자리에 z1을 썼습니다.");
    assertThat(grade(Locale.KOREAN).out()).isEqualTo(asked.out());
  }

  @DisplayName("judges twenty files although one of each kind of wreck is among them")
  @Test
  void wrecks() throws IOException {
    for (int i = 10; i < 30; i++) {
      handIn(i + ".py", TwoLayers.TRAINED);
    }
    handIn("a-syntax.py", "x = (");
    handIn("b-stops.py", "import numpy as np\n" + TwoLayers.FORWARD + "d = nothing\n");
    handIn("c-endless.py", "while True:\n    pass\n" + TwoLayers.TRAINED);
    handIn("d-notebook.ipynb", "{\"cells\": [");
    handIn("e-cells.ipynb", "{\"cells\": []}");
    Files.write(handIns.resolve("f-bytes.py"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    handIn("notes.txt", "not a program");
    Result result = grade(folder.resolve("gone.py").toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
    assertThat(result.out().split("2 of 2 \\(100 %\\)", -1)).hasSize(21);
    assertThat(result.out())
        .contains("a-syntax.py: no score")
        .contains("b-stops.py: 0 of 2 (0 %)")
        .contains("c-endless.py: no score")
        .contains("d-notebook.ipynb: no score")
        .contains("e-cells.ipynb: no score")
        .contains("f-bytes.py: no score")
        .contains("gone.py: no score")
        .doesNotContain("notes.txt")
        .doesNotContain("⟨");
  }

  @DisplayName("gives all of it as JSON, in full precision and with keys that stay")
  @Test
  void json() throws IOException {
    handIn("a.py", "import numpy as np\n" + TwoLayers.FORWARD + SLIP);
    handIn("b.ipynb", notebook(TwoLayers.TRAINED));
    handIn("c.py", "x = (");
    Result result = grade("--json", "--params", "W2, W1,b1");
    JsonNode all = JsonMapper.shared().readTree(result.out());
    assertThat(all.path("exercise").toString())
        .isEqualTo(
            "{\"file\":\"exercise.py\",\"loss\":\"loss\",\"parameters\":[\"W2\",\"W1\",\"b1\"]}");
    JsonNode slip = all.path("files").path(0);
    assertThat(slip.path("points").asInt(-1)).isZero();
    assertThat(slip.path("gradients").path(0).path("verdict").asString("")).isEqualTo("wrong");
    JsonNode line = slip.path("lines").path(0);
    assertThat(line.path("mistake").asString("")).isEqualTo("OTHER_VARIABLE");
    assertThat(line.path("text").asString("")).isEqualTo("grad_W2 = np.outer(z1, d2)");
    JsonNode cells = all.path("files").path(1);
    assertThat(cells.path("cell").asInt(-1)).isEqualTo(2);
    assertThat(cells.path("percent").asDouble(-1)).isEqualTo(200.0 / 3);
    JsonNode wreck = all.path("files").path(2);
    assertThat(wreck.path("points").isNull()).isTrue();
    assertThat(wreck.path("trouble").path("kind").asString("")).isEqualTo("PROGRAM");
    assertThat(wreck.path("trouble").path("line").asInt(-1)).isEqualTo(1);
    assertThat(all.path("mistakes").path(0).propertyNames())
        .containsExactly("mistake", "hint", "count", "files");
    assertThat(result.code()).isEqualTo(1);
  }

  private static String notebook(String text) {
    return "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"a = 1\"},"
        + " {\"cell_type\": \"code\", \"source\": "
        + JsonMapper.shared().writeValueAsString(text)
        + "}]}";
  }

  @DisplayName("leaves the exercise itself out of its folder")
  @Test
  void itself() {
    handIns = folder;
    Result result = grade();
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("There is no .py or .ipynb file to grade.");
  }

  @DisplayName("refuses wrong usage and impossible exercises")
  @ParameterizedTest
  @CsvSource({
    "--lang fr, 2, --lang cannot be fr.",
    "--params q, 1, loss is not computed from a variable q that takes a gradient.",
    "--loss q, 1, The program never computes `q`",
  })
  void refused(String options, int code, String message) throws IOException {
    handIn("a.py", TwoLayers.TRAINED);
    Result result = grade(options.split(" "));
    assertThat(result.code()).isEqualTo(code);
    assertThat(result.err()).contains(message);
    assertThat(result.out()).isEmpty();
  }

  @DisplayName("wants an exercise")
  @Test
  void without() {
    Result result = Terminal.run("grade", handIns.toString());
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("--exercise");
  }
}
