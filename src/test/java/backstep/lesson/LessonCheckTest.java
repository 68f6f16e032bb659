package backstep.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.python.Program;
import backstep.python.Run;
import backstep.testing.CPython;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a lesson says")
class LessonCheckTest {
  private static final Path LESSONS = Path.of("assets/lessons");

  static List<Lesson> lessons() {
    return LessonCatalog.builtIn();
  }

  static Stream<Arguments> programs() {
    return lessons().stream()
        .flatMap(lesson ->
            lesson.variants().stream().map(variant -> Arguments.of(lesson.id(), variant.id())));
  }

  @ParameterizedTest
  @DisplayName("belongs to what its program does, in both languages")
  @MethodSource("lessons")
  void builtIn(Lesson lesson) {
    assertThat(LessonCheck.of(lesson)).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("is said of a program that prints under CPython and NumPy what it prints here")
  @MethodSource("programs")
  void underCpython(String id, String variant) {
    Lesson lesson = lesson(id);
    String text = lesson.variant(variant).program();
    Run run = Program.of(text).run(lesson.options());
    assertThat(run.problem()).isEmpty();
    assertThat(CPython.run(text)).isEqualToNormalizingNewlines(run.printed());
  }

  @Test
  @DisplayName("needs no Java: a copied folder is a lesson")
  void copied(@TempDir Path folder) throws IOException {
    copy("01-square", folder);
    copy("03-neuron", folder);
    assertThat(LessonCatalog.in(folder))
        .extracting(Lesson::id)
        .containsExactly("01-square-copy", "03-neuron-copy");
    for (Lesson lesson : LessonCatalog.in(folder)) {
      assertThat(LessonCheck.of(lesson)).isEmpty();
    }
  }

  @Test
  @DisplayName("is refused where it names what the program has not, with file, line and remedy")
  void faults(@TempDir Path folder) throws IOException {
    Path copy = copy("01-square", folder);
    append(copy.resolve("en.md"), "\n## forward nothing\n\nSo.\n");
    append(copy.resolve("ko.md"), "\n## ?\n\n무엇일까요?\n\nanswer: gradient x[3]\n");
    List<String> faults = LessonCheck.of(LessonCatalog.in(folder).getFirst());
    assertThat(faults).allMatch(fault -> fault.startsWith("lesson 01-square-copy, "));
    assertThat(faults)
        .anyMatch(f -> f.contains("en.md, line") && f.contains("`forward nothing`"))
        .anyMatch(f -> f.contains("ko.md, line") && f.contains("`answer: gradient x[3]`"))
        .anyMatch(f -> f.contains("ko.md: `## forward nothing` is only in en.md"))
        .anyMatch(f -> f.contains("its questions"));
    replace(
        copy.resolve("en.md"), "# A square\n", "# A square\n\nA.\n\n{value y} {value n} {oops}\n");
    replace(copy.resolve("en.md"), "## forward nothing\n\nSo.\n", "");
    assertThat(LessonCheck.of(LessonCatalog.in(folder).getFirst()))
        .anyMatch(f -> f.contains("en.md, line 5: the program has no `value n`"))
        .anyMatch(f -> f.contains("en.md, line 5: write a figure as"));
  }

  @Test
  @DisplayName("is refused where it asks to mend a form that has no slip, or shows none without it")
  void nothingToMend(@TempDir Path folder) throws IOException {
    Path copy = copy("17-slip-twice", folder);
    replace(copy.resolve("en.md"), "mended: slip", "mended: mended");
    replace(copy.resolve("ko.md"), "mended: slip", "mended: other");
    Files.copy(
        copy.resolve("slip.py"), copy.resolve("mended.py"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(LessonCheck.of(LessonCatalog.in(folder).getFirst()))
        .anyMatch(f -> f.contains("ko.md, line") && f.contains("`mended: other` names no form"))
        .anyMatch(f -> f.contains("en.md, line") && f.contains("no form of the program shows"))
        .anyMatch(f -> f.contains("its questions"));
  }

  @Test
  @DisplayName("is refused where its settings name what the program does not set or print")
  void settings(@TempDir Path folder) throws IOException {
    Path settings = copy("06-guess", folder).resolve("lesson.properties");
    replace(settings, "target_number -100", "target -100");
    replace(settings, "draws guess", "draws gues");
    replace(settings, "table.en = epoch, guess, loss", "table.en = epoch, loss");
    assertThat(LessonCheck.of(LessonCatalog.in(folder).getFirst()))
        .containsExactlyInAnyOrder(
            "lesson 06-guess-copy, lesson.properties: no program sets `target` of `controls` to a"
                + " number.",
            "lesson 06-guess-copy, lesson.properties: no program sets `gues` of `controls` to a"
                + " number.",
            "lesson 06-guess-copy, lesson.properties: `table.en` names 2 columns, but no line that"
                + " the program prints has as many figures.");
  }

  @Test
  @DisplayName("is refused where its program does not run")
  void noProgram(@TempDir Path folder) throws IOException {
    Path copy = copy("01-square", folder);
    Files.writeString(copy.resolve("program.py"), "x = 3.0\ny = x +\n");
    assertThat(LessonCheck.of(LessonCatalog.in(folder).getFirst()))
        .singleElement()
        .asString()
        .startsWith("lesson 01-square-copy, program.py, line 2: ");
    assertThatThrownBy(() -> LessonCheck.requireRuns(LessonCatalog.in(folder).getFirst()))
        .isInstanceOf(LessonException.class)
        .hasMessageStartingWith("lesson 01-square-copy, program.py, line 2: ");
  }

  private static Lesson lesson(String id) {
    return lessons().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
  }

  private static Path copy(String id, Path to) throws IOException {
    Path copy = Files.createDirectory(to.resolve(id + "-copy"));
    try (Stream<Path> files = Files.list(LESSONS.resolve(id))) {
      files.forEach(file -> {
        try {
          Files.copy(file, copy.resolve(file.getFileName()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
    return copy;
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, Files.readString(file) + text);
  }

  private static void replace(Path file, String from, String to) throws IOException {
    Files.writeString(file, Files.readString(file).replace(from, to));
  }
}
