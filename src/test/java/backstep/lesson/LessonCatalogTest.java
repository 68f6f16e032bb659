package backstep.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.python.Program;
import backstep.python.Run;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The lessons")
class LessonCatalogTest {
  @Test
  @DisplayName("that come with the program follow the notebook, and go deeper")
  void builtIn() {
    assertThat(LessonCatalog.builtIn())
        .extracting(Lesson::id)
        .containsExactly(
            "01-square",
            "02-chain-rule",
            "03-neuron",
            "04-two-layers",
            "05-numerical",
            "06-guess",
            "10-network-lab",
            "99-sandbox");
  }

  @Test
  @DisplayName("have a title and an introduction in both languages")
  void pages() {
    for (Lesson lesson : LessonCatalog.builtIn()) {
      for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
        assertThat(lesson.page(language).title()).as(lesson.id()).isNotBlank();
        assertThat(lesson.page(language).introduction()).as(lesson.id()).isNotBlank();
      }
      assertThat(lesson.page(Locale.KOREAN).title()).as(lesson.id()).containsPattern("[가-힣]");
    }
  }

  @ParameterizedTest
  @DisplayName("print the notebook's figures")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          01-square     | 6.0
          02-chain-rule | 12.0
          03-neuron     | [0.20474415 0.40759064]
          04-two-layers | [[0.200365  0.400584 ]
          05-numerical  | 6.000000000039306
          06-guess      | final guess: 41.99999999999997
          """)
  void figures(String id, String printed) {
    Lesson lesson =
        LessonCatalog.builtIn().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
    Run run = Program.of(lesson.program()).run(lesson.options());
    assertThat(run.problem()).isEmpty();
    assertThat(run.printed()).contains(printed);
    assertThat(run.last().graph().gradients()).isNotEmpty();
  }

  @Test
  @DisplayName("are found in a folder by their order")
  void folder(@TempDir Path folder) throws IOException {
    write(folder.resolve("b"), "order = 1");
    write(folder.resolve("a"), "order = 2\nview = guess\nloss = z\ntour = 7, 350");
    List<Lesson> lessons = LessonCatalog.in(folder);
    assertThat(lessons).extracting(Lesson::id).containsExactly("b", "a");
    Lesson last = lessons.getLast();
    assertThat(last.view()).isEqualTo(Lesson.View.GUESS);
    assertThat(last.options().loss()).contains("z");
    assertThat(last.tour()).containsExactly(7, 350);
    assertThat(last.page(Locale.KOREAN)).isEqualTo(new Lesson.Page("ko title", "One. Two."));
  }

  @Test
  @DisplayName("are found in a jar too")
  void jar(@TempDir Path folder) throws IOException {
    URI jar = URI.create("jar:" + folder.resolve("lessons.jar").toUri());
    try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      write(inside.getPath("/lessons/one"), "order = 1");
      assertThat(LessonCatalog.in(inside.getPath("/lessons")))
          .extracting(Lesson::id)
          .containsExactly("one");
    }
  }

  @Test
  @DisplayName("say which one is not complete")
  void incomplete(@TempDir Path folder) throws IOException {
    write(folder.resolve("torn"), "order = 1");
    Files.delete(folder.resolve("torn/ko.md"));
    assertThatThrownBy(() -> LessonCatalog.in(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("torn");
  }

  private static void write(Path lesson, String settings) throws IOException {
    Files.createDirectories(lesson);
    Files.writeString(lesson.resolve("lesson.properties"), settings);
    Files.writeString(lesson.resolve("program.py"), "x = 1.0\n");
    for (String language : Stream.of("ko", "en").toList()) {
      Files.writeString(
          lesson.resolve(language + ".md"), "# " + language + " title\n\nOne.\nTwo.\n");
    }
  }
}
