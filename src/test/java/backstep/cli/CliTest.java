package backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The contract of the command line: what goes to which stream, and the exit codes.
class CliTest {
  private static final String TWO_LAYERS = TwoLayers.TRAINED + "print(W2)\nprint(W1)\n";

  private static final String ARRAY_LOSS =
      "import numpy as np\\nx = np.array([1.0, 2.0])\\nloss = x ** 2";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String notebook(String... cells) {
    return Stream.of(cells)
        .map("{\"cell_type\": \"code\", \"source\": \"%s\"}"::formatted)
        .collect(Collectors.joining(", ", "{\"nbformat\": 4, \"cells\": [", "]}"));
  }

  @Nested
  @DisplayName("run")
  class RunProgram {
    @Test
    void printsExactlyWhatTheProgramPrints() throws IOException {
      Result result = Terminal.run("run", file("두 층 신경망.py", TWO_LAYERS));

      // The last two lines of the notebook's two-layer cell.
      assertThat(result.out())
          .isEqualTo(
              """
              [[0.5007592]
               [0.6007154]]
              [[0.200365  0.400584 ]
               [0.100438  0.3007008]]
              """);
      assertThat(result.err()).isEmpty();
      assertThat(result.code()).isZero();
    }

    @Test
    void readsStandardInput() {
      Result result = Terminal.run(Locale.ENGLISH, Screen.USABLE, "print(1 / 3)", "run", "-");

      assertThat(result.out()).isEqualTo("0.3333333333333333\n");
      assertThat(result.code()).isZero();
    }

    @Test
    void tellsWhereAndWhatAndHow() throws IOException {
      String path = file("a.py", "x = 1.0\nprint('so far')\ny = x + z\n");

      Result result = Terminal.run("run", path);

      assertThat(result.out()).isEqualTo("so far\n");
      assertThat(result.err())
          .isEqualTo(
              path
                  + """
                  :3:9: Nothing is called `z` here.
                    y = x + z
                            ^
                    Give it a value in a line above, or check its spelling.
                  """);
      assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void speaksKorean() {
      Result result = Terminal.run(Locale.KOREAN, Screen.USABLE, "y = 1 / 0", "run", "-");

      assertThat(result.err()).contains("표준 입력:1:5: 0으로 나누었습니다.");
    }

    @Test
    void givesOneJsonObject() throws IOException {
      Result result = Terminal.run("run", file("a.py", TWO_LAYERS), "--json");

      JsonNode json = JsonMapper.shared().readTree(result.out());
      assertThat(json.path("printed").asString()).startsWith("[[0.5007592]");
      assertThat(json.path("loss").path("name").asString()).isEqualTo("loss");
      // 0.5 · (1 − 0.854)²
      assertThat(json.path("loss").path("value").asDouble()).isEqualTo(0.010658, offset());
      // The values are those from which the loss was computed, before the update.
      assertThat(json.path("values").path("W2").toString()).isEqualTo("[[0.5],[0.6]]");
      assertThat(json.path("gradients").path("W2").path(0).path(0).asDouble())
          .isEqualTo(-0.07592, offset());
      assertThat(json.path("gradients").has("y")).as("a whole number takes no gradient").isFalse();
      assertThat(json.path("claims").size()).isEqualTo(2);
      assertThat(json.path("claims").path(0).path("parameter").asString()).isEqualTo("W2");
      assertThat(json.path("claims").path(0).path("line").asInt()).isEqualTo(18);
      assertThat(json.path("claims").path(0).path("agrees").asBoolean()).isTrue();
    }

    @Test
    void keepsEveryDigitAndNamesWhatIsNotFinite() {
      String program =
          "import numpy as np\nx = np.array([1.0, 0.1 + 0.2, 0.0])\nloss = np.sum(1 / x)\n";

      Result result = Terminal.run(Locale.ENGLISH, Screen.USABLE, program, "run", "-", "--json");

      assertThat(result.out()).contains("\"x\":[1.0,0.30000000000000004,0.0]");
      assertThat(result.out()).contains("\"value\":\"Infinity\"");
      assertThat(result.out()).contains("\"-Infinity\"");
    }

    @Test
    void asksForOneNumberAsLoss() {
      String program = "import numpy as np\nx = np.array([1.0, 2.0])\nloss = x ** 2\n";

      Result result = Terminal.run(Locale.ENGLISH, Screen.USABLE, program, "run", "-", "--json");

      assertThat(result.err())
          .contains("standard input:3:8: A loss is one number")
          .contains("np.sum");
      assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void takesAnotherVariableAsLoss() {
      String program = "x = 3.0\na = x ** 2\nb = 2 * a\n";

      Result result =
          Terminal.run(Locale.ENGLISH, Screen.USABLE, program, "run", "-", "--json", "--loss", "a");

      assertThat(result.out()).contains("\"loss\":{\"name\":\"a\",\"value\":9.0}");
    }

    @Test
    void refusesALossThatIsNeverComputed() throws IOException {
      String path = file("a.py", "x = 3.0\nloss = x ** 2\nprint(loss)\n");
      String said = path + ":1:1: The program never computes `nope` from floats";

      Result plain = Terminal.run("run", path, "--loss", "nope");
      assertThat(plain.out()).isEqualTo("9.0\n");
      assertThat(plain.err()).startsWith(said);
      assertThat(plain.code()).isEqualTo(1);
      for (String command : new String[] {"run", "backward", "check"}) {
        List<String> words = new ArrayList<>(List.of(command, path, "--loss", "nope"));
        if (command.equals("run")) {
          words.add("--json");
        }
        Result result = Terminal.run(words.toArray(String[]::new));
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith(said);
        assertThat(result.code()).isEqualTo(1);
      }
    }

    @Test
    void takesALossOfAnyCell() throws IOException {
      String path = file("a.ipynb", notebook("a = 3.0 * 2.0", "b = a * 1.0"));

      assertThat(Terminal.run("run", path, "--json", "--loss", "b").code()).isZero();
      Result none = Terminal.run("run", path, "--json", "--loss", "c");
      assertThat(none.err()).contains("a.ipynb, cell 2:1:1: The program never computes `c`");
      assertThat(none.code()).isEqualTo(1);
    }

    @Test
    void namesTheCell() throws IOException {
      String path = file("a.ipynb", notebook("x = 1.0\\ny = x * 2.0", "print(1)"));
      for (String command : new String[] {"backward", "check"}) {
        assertThat(Terminal.run(command, path).err()).contains("a.ipynb, cell 2:1:1: ");
      }
      String first = file("b.ipynb", notebook(ARRAY_LOSS, "print(1)"));
      assertThat(Terminal.run("run", first, "--json").err())
          .contains("b.ipynb, cell 1:3:8: A loss is one number")
          .contains("loss = x ** 2");
    }

    @Test
    void drawsFromTheSeed() {
      // np.random.seed(7); np.random.rand() under NumPy 1.24
      Result result =
          Terminal.run(
              Locale.ENGLISH,
              Screen.USABLE,
              "import numpy as np\nprint(np.random.rand())",
              "run",
              "-",
              "--seed",
              "7");

      assertThat(result.out()).isEqualTo("0.07630828937395717\n");
    }

    @Test
    void runsTheCellsOfANotebookInOneNamespace() throws IOException {
      String notebook =
          """
          {"nbformat": 4, "cells": [
            {"cell_type": "markdown", "source": ["# not code"]},
            {"cell_type": "code", "source": ["x = 3.0\\n", "y = x ** 2\\n", "print(y)"]},
            {"cell_type": "code", "source": "loss = y * x\\nprint(loss)"}
          ]}
          """;
      String path = file("a.ipynb", notebook);

      assertThat(Terminal.run("run", path).out()).isEqualTo("9.0\n27.0\n");
      JsonNode cells =
          JsonMapper.shared().readTree(Terminal.run("run", path, "--json").out()).path("cells");
      assertThat(cells.size()).isEqualTo(2);
      // d(x³)/dx at 3
      assertThat(cells.path(1).path("gradients").path("x").asDouble()).isEqualTo(27.0);
    }
  }

  @Nested
  @DisplayName("files that are no programs")
  class BadFiles {
    @Test
    void aMissingFile() {
      Result result = Terminal.run("run", "nowhere.py");

      assertThat(result.err())
          .isEqualTo("There is no file nowhere.py. Check the name and the folder.\n");
      assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void aFolder() {
      Result result = Terminal.run("run", folder.toString());

      assertThat(result.err()).contains("cannot be read");
      assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void bytesThatAreNoText() throws IOException {
      Path path = Files.write(folder.resolve("a.py"), new byte[] {'x', (byte) 0xff, 0});

      assertThat(Terminal.run("run", path.toString()).err()).contains("is not a text in UTF-8");
    }

    @Test
    void tenMegabytes() throws IOException {
      String path = file("big.py", "x = 1.0\n".repeat(1_300_000));

      assertThat(Terminal.run("run", path).err()).contains("longer than 1,000,000 characters");
    }

    @Test
    void aNotebookThatIsNone() throws IOException {
      assertThat(Terminal.run("run", file("a.ipynb", "{\"a\": 1}")).err()).contains("no cells");
      assertThat(Terminal.run("run", file("b.ipynb", "{")).err()).contains("not JSON");
    }
  }

  @Nested
  @DisplayName("check")
  class Check {
    @Test
    void agreesOnTheTwoLayerNetwork() throws IOException {
      Result result = Terminal.run("check", file("a.py", TWO_LAYERS));

      assertThat(result.out()).contains("W1[1, 0]").contains("Every gradient agrees.");
      assertThat(result.code()).isZero();
    }

    @Test
    void tellsAKinkFromAMistake() {
      Result result =
          Terminal.run(
              Locale.ENGLISH,
              Screen.USABLE,
              "import numpy as np\nx = 0.0\nloss = np.maximum(0, x)\n",
              "check",
              "-",
              "--json");

      assertThat(result.out()).contains("\"verdict\":\"kink\"");
      assertThat(result.code()).isZero();
    }

    @Test
    void partsWhereTheStepIsTooCoarse() {
      Result result =
          Terminal.run(
              Locale.ENGLISH,
              Screen.USABLE,
              "import numpy as np\nx = 1.0\nloss = np.exp(x)\n",
              "check",
              "-",
              "--h",
              "0.5");

      assertThat(result.out()).contains("differs");
      assertThat(result.code()).isEqualTo(1);
    }
  }

  @Nested
  @DisplayName("without a program")
  class NoProgram {
    @Test
    void opensTheWindow() {
      assertThat(Terminal.run().asked()).containsExactly("show");
    }

    @Test
    void saysWhyNoWindowOpens() {
      Result result = Terminal.run(Locale.ENGLISH, Screen.BROKEN, "");

      assertThat(result.err()).contains("No window could be opened.").contains("libgtk-3-0");
      assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void playsTheTourWithoutADisplay() {
      Result result = Terminal.run(Locale.KOREAN, Screen.NONE, "");

      assertThat(result.out().lines()).hasSize(1);
      assertThat(result.asked())
          .containsExactly(
              new TourOptions(Path.of("tour"), "ko", "light", 1440, 900, 100, Optional.empty())
                  .toString());
    }

    @Test
    void rehearsesForThePackager() {
      assertThat(Terminal.run("rehearse", "kept").asked()).containsExactly("rehearse kept");
    }

    @Test
    void playsTheTourAsAsked() {
      Result result =
          Terminal.run(
              "tour",
              "--out",
              "x",
              "--lang",
              "en",
              "--theme",
              "dark",
              "--size",
              "1024x700",
              "--type",
              "200",
              "--lesson",
              "4");

      assertThat(result.asked())
          .containsExactly(
              new TourOptions(
                      Path.of("x"), "en", "dark", 1024, 700, 200, Optional.of("04-two-layers"))
                  .toString());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
      for (String[] wrong :
          new String[][] {
            {"dance"},
            {"run"},
            {"run", "a.py", "--jso"},
            {"tour", "--theme", "pink"},
            {"tour", "--lang", "fr"},
            {"tour", "--size", "10x10"},
            {"tour", "--type", "900"},
            {"tour", "--lesson", "77"},
            {"check", "a.py", "--h", "0"},
            {"check", "a.py", "--h", "-1e-5"},
            {"check", "a.py", "--h", "NaN"}
          }) {
        Result result = Terminal.run(wrong);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("Usage: backstep");
        assertThat(result.out()).isEmpty();
      }
    }

    @Test
    void explainsItself() {
      assertThat(Terminal.run("--help").out())
          .contains("run", "backward", "check", "tour")
          .doesNotContain("rehearse");
      assertThat(Terminal.run(Locale.KOREAN, Screen.USABLE, "", "--help").out()).contains("역전파");
    }
  }

  private static org.assertj.core.data.Offset<Double> offset() {
    return org.assertj.core.data.Offset.offset(1e-12);
  }
}
