package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.testing.Corpus;
import backstep.testing.Damage;
import backstep.testing.Fuzz;
import backstep.trace.Trace;
import backstep.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Whatever is typed gives a run, or a problem that points into the text and has words for it:
/// nothing else, and soon.
@DisplayName("Of a text that is no program, or hardly one,")
class PythonFuzzTest {
  private static final Budget.Limit SMALL = new Budget.Limit(20_000, 400_000);
  private static final List<Words> LANGUAGES = Words.LANGUAGES.stream().map(Words::of).toList();
  private static final int SHORT = 1_000;
  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "f'{",
          "}'",
          "'",
          "\"",
          "'''",
          "\\",
          "\n",
          "\r\n",
          "    ",
          "\t",
          ":",
          "=",
          "==",
          ",",
          ".",
          "..",
          "1",
          "0x",
          "1e",
          "_",
          "x",
          "é",
          "\uFEFF",
          "\u200b",
          "“",
          "（",
          "\ud800",
          "😀",
          "#",
          ";",
          "if ",
          "else",
          "elif ",
          "for ",
          " in ",
          "lambda ",
          "not ",
          "def f(x):\n",
          "return ",
          "import ",
          "-",
          "**",
          "*",
          "@",
          "!",
          "!r",
          "->",
          "class ",
          "1e999",
          "9223372036854775807",
          "99999999999999999999999",
          "1000000",
          "np.zeros((1000, 1000))",
          "np.",
          "while True:\n    ",
          "x.append(x)",
          "'%d' ",
          "f'{x:",
          "::-1",
          "[:, None]",
          "inf",
          "nan",
          "int",
          "float",
          "list",
          "range(",
          "loss",
          "None",
          "True",
          "=1",
          "axis=-1");

  private static final List<Whole> PROGRAMS =
      Stream.of(lessons(), files(Path.of("assets/examples")), Corpus.files("good").stream())
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".py"))
          .map(PythonFuzzTest::read)
          .filter(text -> text.length() < SHORT)
          .map(text -> new Whole(text, Damage.words(text)))
          .toList();

  private record Whole(String text, List<String> words) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static Stream<Path> lessons() {
    return files(Path.of("assets/lessons")).flatMap(PythonFuzzTest::files);
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("made of pieces, the first problem is said")
  void garbage() {
    Fuzz.each(
        4_000,
        (random, input) -> {
          StringBuilder text = new StringBuilder();
          for (int i = random.nextInt(40); i > 0; i--) {
            text.append(Damage.one(PIECES, random));
          }
          input.accept(text.toString());
          ranOrRefused(text.toString(), true);
        });
  }

  @Test
  @DisplayName("made of a good one by slips, the first problem is said, or it runs")
  void slips() {
    Fuzz.each(
        2_000,
        (random, input) -> {
          String text = slipped(Damage.one(PROGRAMS, random), random);
          input.accept(text);
          ranOrRefused(text, random.nextInt(8) == 0);
        });
  }

  private static String slipped(Whole program, RandomGenerator random) {
    return random.nextInt(4) == 0
        ? Damage.text(Damage.bytes(program.bytes(), random))
        : Damage.words(program.words(), PIECES, random);
  }

  @Test
  @DisplayName("whose statements are at random, the first problem is said, or it runs")
  void statements() {
    Fuzz.each(
        2_000,
        (random, input) -> {
          String text = new RandomProgram(random).text();
          input.accept(text);
          ranOrRefused(text, random.nextInt(8) == 0);
        });
  }

  // All that is made of a run takes longer than the run.
  private static void ranOrRefused(String text, boolean isUsed) {
    Program program;
    try {
      assertThat(Parser.parse(text).text()).isEqualTo(text);
      program = Program.of(text).within(SMALL);
    } catch (ProblemException e) {
      isSaid(e.problem(), text);
      return;
    }
    Run run = program.runHere(Options.DEFAULT).getLast();
    if (run.problem().isPresent()) {
      isSaid(run.problem().get(), text);
      return;
    }
    try {
      if (isUsed) {
        used(run);
      }
    } catch (ProblemException e) {
      isSaid(e.problem(), text);
    }
  }

  // What the window and the command line make of every run.
  private static void used(Run run) {
    Trace trace = Trace.of(run.last());
    assertThat(trace.steps()).isNotNull();
    assertThat(run.claims()).isNotNull();
    assertThat(run.variables(run.last().graph())).isNotNull();
    assertThat(BackwardProgram.of(run.text(), run, "backward")).startsWith(run.text());
    assertThat(BackwardWriter.forReading(run.last().graph(), run.origins())).isNotNull();
  }

  private static void isSaid(Problem problem, String text) {
    Span span = problem.span();
    assertThat(span.end()).isLessThanOrEqualTo(text.length());
    int lineStart = span.start() - span.column() + 1;
    assertThat(lineStart).isNotNegative();
    assertThat(text.substring(lineStart, span.start())).doesNotContain("\n");
    for (Words words : LANGUAGES) {
      assertThat(words.has(problem.key())).as(problem.key()).isTrue();
      assertThat(words.text(problem.key(), problem.arguments().toArray())).isNotBlank();
      if (words.has(problem.key() + ".hint")) {
        words.text(problem.key() + ".hint", problem.arguments().toArray());
      }
    }
  }
}
