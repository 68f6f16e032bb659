package backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is printed is the same to the letter wherever the computer stands: nothing of a language
/// but its words comes into it, no comma for a point, no other digits, no i without a dot.
@DisplayName("Where figures are written another way")
class FarPlacesTest {
  private static final List<String> COMMANDS =
      List.of("run", "run --json", "check", "backward", "export --as py", "export --as torch");

  private static final String NEURON =
      """
      import numpy as np
      X = np.array([.5, .8])
      W = np.array([.2, .4])
      z = W.dot(X)
      r = np.tanh(z)
      loss = .5 * (1 - r) ** 2
      """;

  // A gradient that is two and a half times what it should be: the factor is worked out and said.
  private static final String FACTOR =
      "dr = 2.5 * (r - 1)\ndz = dr * (1 - r ** 2)\ndW = dz * X\nW -= .1 * dW\n";

  @TempDir Path folder;
  private final Locale usual = Locale.getDefault();

  @AfterEach
  void backHome() {
    Locale.setDefault(usual);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
  @DisplayName("every command prints the same")
  void same(String place) throws IOException {
    Locale.setDefault(Locale.ROOT);
    List<String> expected = printed();
    Locale.setDefault(Locale.forLanguageTag(place));
    assertThat(printed()).isEqualTo(expected).noneMatch(String::isBlank);
  }

  private List<String> printed() throws IOException {
    List<String> printed = new ArrayList<>();
    for (String lesson : List.of("03-neuron", "12-softmax")) {
      Path program = Path.of("assets/lessons", lesson, "program.py");
      for (String command : COMMANDS) {
        printed.add(out(command.replaceFirst(" |$", " " + program + " ").strip().split(" ")));
      }
    }
    Path exercise =
        Files.writeString(folder.resolve("exercise.py"), NEURON + FACTOR.replace("2.5 * ", ""));
    Path handedIn = Files.writeString(folder.resolve("one.py"), NEURON + FACTOR);
    printed.add(out("grade", handedIn.toString(), "--exercise", exercise.toString()));
    assertThat(printed.getLast()).contains(", times 2.5");
    return printed;
  }

  private static String out(String... arguments) {
    Terminal.Result result = Terminal.run(arguments);
    return result.out() + result.err();
  }
}
