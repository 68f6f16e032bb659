package backstep.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.python.Program;
import backstep.python.Run;
import backstep.trace.Cover;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
            "07-fan-out",
            "08-vanishing",
            "09-learning-rate",
            "10-network-lab",
            "11-dead-relu",
            "12-softmax",
            "13-batch",
            "14-classic",
            "15-slip-line",
            "16-slip-hidden",
            "17-slip-twice",
            "18-slip-square",
            "19-slip-order",
            "99-sandbox");
  }

  @Test
  @DisplayName("have a title and an introduction in both languages")
  void pages() {
    for (Lesson lesson : LessonCatalog.builtIn()) {
      for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
        assertThat(lesson.page(language).title()).as(lesson.id()).isNotBlank();
        assertThat(lesson.page(language).introduction().plain()).as(lesson.id()).isNotBlank();
      }
      assertThat(lesson.page(Locale.KOREAN).title()).as(lesson.id()).containsPattern("[가-힣]");
    }
  }

  @Test
  @DisplayName("say the same when their pages are read as they are asked for")
  void later() throws IOException {
    for (Lesson lesson : LessonCatalog.builtIn()) {
      for (String language : List.of("ko", "en")) {
        String file = language + ".md";
        String markdown =
            Files.readString(Path.of("assets/lessons").resolve(lesson.id()).resolve(file));
        Page later = PageReader.later(lesson.id(), file, markdown);
        Page page = lesson.page(Locale.of(language));
        assertThat(later.title()).isEqualTo(page.title());
        assertThat(later.body()).isEqualTo(page.body());
      }
    }
  }

  // From the notebook; those of the deeper lessons from NumPy 1.24, which ran the same programs,
  // and
  // for the last one from the pages that print its loss to nine digits.
  @ParameterizedTest
  @DisplayName("print the figures of the notebook, and of NumPy")
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
          07-fan-out    | 54.0
          08-vanishing  | 0.002587 1.000000
          09-learning-rate | 30: 0.030523 0.000000 0.000645
          11-dead-relu  | [-0.5      -0.3     ]
          12-softmax    | 1.133069
          13-batch      | [ 0.1025   0.0375  -0.05875]
          14-classic    | 0.2910277737
          """)
  void figures(String id, String printed) {
    Lesson lesson =
        LessonCatalog.builtIn().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
    Run run = Program.of(lesson.program()).run(lesson.options());
    assertThat(run.problem()).isEmpty();
    assertThat(run.printed()).contains(printed);
    assertThat(run.last().graph().gradients()).isNotEmpty();
  }

  // The first two from the notebook, with the loss that its text printed worked out by NumPy; all
  // others from NumPy 1.24, which ran the same programs.
  @ParameterizedTest
  @DisplayName("print in their other forms what was published")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          03-neuron     | notebook  | [0.22846489 0.42846489]
          04-two-layers | notebook  | [[0.200365  0.400584 ]
          14-classic    | published | 0.2910279239
          14-classic    | biases    | 0.2857508867
          15-slip-line   | slip   | 791.292037
          15-slip-line   | mended | 0.067064
          16-slip-hidden | slip   | [[ 0.626  0.048]
          16-slip-hidden | mended | [[ 0.5   0.3 ]
          17-slip-twice  | slip   | 2.0 0.38
          17-slip-twice  | mended | 2.0 0.3
          18-slip-square | slip   | [[ 0.26727384  0.43363692]
          18-slip-square | mended | [[ 0.150644    0.375322  ]
          19-slip-order  | slip   | 0.629700 0.221132 -0.298654
          19-slip-order  | mended | 0.629700 0.040651 -0.298654
          """)
  void variants(String id, String variant, String printed) {
    Lesson lesson =
        LessonCatalog.builtIn().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
    Run run = Program.of(lesson.variant(variant).program()).run(lesson.options());
    assertThat(run.printed()).contains(printed);
    assertThat(run.claims().stream().allMatch(claim -> claim.agrees()))
        .isEqualTo(variant.equals("biases") || variant.equals("mended"));
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
    assertThat(last.page(Locale.KOREAN).title()).isEqualTo("ko title");
    assertThat(last.page(Locale.KOREAN).introduction().plain()).isEqualTo("One. Two.");
  }

  @Test
  @DisplayName("say what is hidden and asked when they are opened")
  void teaching(@TempDir Path folder) throws IOException {
    write(folder.resolve("a"), "order = 1");
    write(folder.resolve("b"), "order = 2\nhide = gradients, values\npredict = locked");
    List<Lesson> lessons = LessonCatalog.in(folder);
    assertThat(lessons.getFirst().teaching())
        .isEqualTo(new Lesson.Teaching(Set.of(), false, false));
    assertThat(lessons.getLast().teaching())
        .isEqualTo(
            new Lesson.Teaching(Set.of(Cover.Kind.VALUES, Cover.Kind.GRADIENTS), true, true));
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
        .isInstanceOf(LessonException.class)
        .hasMessageStartingWith("lesson torn, ko.md: this file is missing");
  }

  @ParameterizedTest
  @DisplayName("say what is amiss in their settings, and how to mend it")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          group = basics                       | write `order = 7`
          order = 1;view = sphere              | `view` is one of graph, guess, numerical, network, sandbox, not: sphere
          order = 1;group = nonsense           | `group` is one of basics, deeper, slips, yours, not: nonsense
          order = 1;tour = soon                | `tour` lists numbers
          order = 1;controls = x;controls.en = x;controls.ko = x | a control is written
          order = 1;moments = sideways x       | a place is written
          order = 1;variants = program         | name the variant: `variant.program.
          order = 1;variants = other           | other.py: this file is missing
          order = 1;hide = everything          | `hide` is values, gradients, or both
          order = 1;predict = yes              | `predict` is on, locked or off
          """)
  void settings(String settings, String remedy, @TempDir Path folder) throws IOException {
    write(folder.resolve("torn"), settings.replace(';', '\n'));
    assertThatThrownBy(() -> LessonCatalog.in(folder))
        .isInstanceOf(LessonException.class)
        .hasMessageStartingWith("lesson torn, ")
        .hasMessageContaining(remedy);
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
