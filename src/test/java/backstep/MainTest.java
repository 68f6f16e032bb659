package backstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The program, in a process of its own")
class MainTest {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @ParameterizedTest
  @DisplayName("says in one line what is amiss in a lesson, whoever needs the lessons")
  @ValueSource(strings = {"", "tour --out pictures", "tour --lesson 1", "rehearse kept"})
  void brokenLesson(String command) throws IOException, InterruptedException {
    lesson("loss = 1.0 * 2.0", "forwards");
    assertThat(amiss(command))
        .startsWith("lesson 01-torn, ko.md, line 5: a section is `## forward NAME`");
  }

  @Test
  @DisplayName("says in one line that the program of a lesson that it tours does not run")
  void brokenProgram() throws IOException, InterruptedException {
    lesson("loss = 1.0 *", "forward");
    assertThat(amiss("tour --out pictures"))
        .startsWith("lesson 01-torn, program.py, line 1: the program does not run");
  }

  @Test
  @DisplayName("says that it cannot write a tour where a file is")
  void taken() throws IOException, InterruptedException {
    Files.createFile(folder.resolve("taken"));
    assertThat(refused("tour --out taken"))
        .isEqualTo("taken cannot be written. Is its folder there, and yours to write to?\n");
  }

  private void lesson(String program, String heading) throws IOException {
    Path lesson = Files.createDirectories(folder.resolve("lessons/01-torn"));
    Files.writeString(lesson.resolve("lesson.properties"), "order = 1\n");
    Files.writeString(lesson.resolve("program.py"), program);
    String page = "# T\n\nOne.\n\n## %s loss\n\nTwo.\n".formatted(heading);
    for (String language : List.of("ko", "en")) {
      Files.writeString(lesson.resolve(language + ".md"), page);
    }
  }

  // What it says of the lesson.
  private String amiss(String command) throws IOException, InterruptedException {
    String said = refused(command);
    assertThat(said).doesNotContain("Exception", "\tat ");
    List<String> lines = said.lines().filter(line -> line.startsWith("lesson ")).toList();
    assertThat(lines).as(said).hasSize(1);
    return lines.getFirst();
  }

  // What it says. The lessons of the temporary folder, if there are any, stand before its own.
  private String refused(String command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Duser.language=en", "-Dglass.platform=Headless", "-Dprism.order=sw"));
    words.addAll(
        List.of("-cp", folder + File.pathSeparator + System.getProperty("java.class.path")));
    words.add(Main.class.getName());
    words.addAll(command.isEmpty() ? List.of() : List.of(command.split(" ")));
    Path said = folder.resolve("said");
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("DISPLAY", ":0");
    builder.environment().put("XDG_DATA_HOME", folder.toString());
    Process process =
        builder
            .redirectError(said.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();
    String text = Files.readString(said);
    assertThat(ended).as("it ended by itself, having said: " + text).isTrue();
    assertThat(process.exitValue()).as(text).isEqualTo(1);
    return text;
  }
}
