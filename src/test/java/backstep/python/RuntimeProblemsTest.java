package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import backstep.tensor.ShapeException;
import backstep.testing.Corpus;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every refused program of the corpus can be read, and stops where its last line says when it is
/// run. CPython stops at most of them too; where it goes on, Backstep would give other figures.
class RuntimeProblemsTest {
  private static final Path SOURCES = Path.of("src/main/java/backstep/python");
  private static final Path BUNDLES = Path.of("assets/i18n");
  private static final Pattern KEY = Pattern.compile("\"(run\\.[A-Za-z.]*[A-Za-z])\"");
  private static final Pattern EXPECTATION = Pattern.compile("# problem: (\\d+:\\d+ \\S+)\\s*$");

  /// Keys that no small program raises, each with the reason.
  private static final Map<String, String> WITHOUT_PROGRAM =
      Map.of(
          "run.backward.tooLong", "raised by the writer of the backward pass",
          "run.limit.memory", "depends on the machine",
          "run.notebook.json", "raised by the reader of notebooks",
          "run.notebook.none", "raised by the reader of notebooks",
          "run.shape.broadcastTo", "a part that does not fit is told by run.array.put",
          "run.shape.matmulAlign", "`@` is told by run.shape.align",
          "run.shape.matmulScalar", "`@` is told by run.matmul.scalar",
          "run.shape.stackNothing", "an empty list makes an empty array",
          "run.shape.stackUnequal", "rows of unequal shapes are told by run.array.ragged");

  static List<Path> refused() {
    return Corpus.files("refused");
  }

  private static String expectation(Path file) throws IOException {
    Matcher comment = EXPECTATION.matcher(Files.readString(file));
    assertThat(comment.find()).as("%s says where it stops", file).isTrue();
    return comment.group(1);
  }

  /// What stops the program, or keeps it from having a loss.
  private static Problem problem(String text) {
    Run run = Program.of(text).run(Options.DEFAULT);
    return run.problem()
        .orElseGet(() -> {
          var thrown = catchThrowableOfType(ProblemException.class, run::last);
          assertThat(thrown).as("a problem in %s", text).isNotNull();
          return thrown.problem();
        });
  }

  private static Properties bundle(String language) throws IOException {
    Properties texts = new Properties();
    try (Reader in =
        Files.newBufferedReader(BUNDLES.resolve("problems_" + language + ".properties"))) {
      texts.load(in);
    }
    return texts;
  }

  private static Set<String> raisedKeys() throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        KEY.matcher(Files.readString(file)).results().forEach(found -> keys.add(found.group(1)));
      }
    }
    // What goes wrong with shapes is named after its kind: MATMUL_ALIGN is run.shape.matmulAlign.
    for (ShapeException.Kind kind : ShapeException.Kind.values()) {
      String[] words = kind.name().toLowerCase(Locale.ROOT).split("_", -1);
      String tail =
          Arrays.stream(words)
              .skip(1)
              .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
              .collect(Collectors.joining());
      keys.add("run.shape." + words[0] + tail);
    }
    return keys;
  }

  @ParameterizedTest
  @MethodSource("refused")
  void programsStopWhereTheySay(Path file) throws IOException {
    String text = Files.readString(file);
    Problem problem = problem(text);

    assertThat(problem.span() + " " + problem.key()).isEqualTo(expectation(file));
    assertThat(problem.span().end()).isLessThanOrEqualTo(text.length());
    String whole = problem.span().of(text);
    // Where nothing in particular is to blame, nothing is underlined.
    assertThat(whole.isEmpty() == problem.key().matches("run\\.loss\\.(none|notComputed)"))
        .as("underlines ‘%s’", whole)
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void theReasonIsGivenInBothLanguages(Path file) throws IOException {
    Problem problem = problem(Files.readString(file));
    for (String language : List.of("en", "ko")) {
      Properties texts = bundle(language);
      for (String key : List.of(problem.key(), problem.key() + ".hint")) {
        String text =
            new MessageFormat(texts.getProperty(key), Locale.of(language))
                .format(problem.arguments().toArray());
        assertThat(text).as(key).doesNotContain("{", "''", "null").isNotBlank();
      }
    }
  }

  @Test
  void thereAreManyRefusedPrograms() {
    assertThat(refused()).hasSizeGreaterThan(95);
  }

  @Test
  void everyProblemHasAProgramOrAReason() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (Path file : refused()) {
      shown.add(expectation(file).split(" ", -1)[1]);
    }
    assertThat(shown).doesNotContainAnyElementsOf(WITHOUT_PROGRAM.keySet());
    shown.addAll(WITHOUT_PROGRAM.keySet());
    assertThat(shown).isEqualTo(raisedKeys());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void everyProblemHasItsTextAndHint(String language) throws IOException {
    Set<String> texts = bundle(language).stringPropertyNames();
    assertThat(texts)
        .containsAll(raisedKeys())
        .containsAll(raisedKeys().stream().map(key -> key + ".hint").toList());
  }

  // ---- What no small program shows

  @Test
  void aTextThatIsNoNotebookIsRefused() {
    assertThat(notebookProblem("print(1)").key()).isEqualTo("run.notebook.json");
    assertThat(notebookProblem("{\"a\": 1}").key()).isEqualTo("run.notebook.none");
  }

  private static Problem notebookProblem(String text) {
    return catchThrowableOfType(ProblemException.class, () -> Notebook.cells(text)).problem();
  }

  @Test
  void aGraphBeyondAnyonesPatienceIsNotWrittenOut() {
    Run run =
        Program.of("x = 1.0\nfor i in range(10001):\n    x = -x\nloss = x * 1\n")
            .run(Options.DEFAULT);
    var thrown =
        catchThrowableOfType(
            ProblemException.class,
            () -> BackwardWriter.forReading(run.last().graph(), run.origins()));

    assertThat(thrown.problem().key()).isEqualTo("run.backward.tooLong");
    assertThat(thrown.problem().arguments()).containsExactly(10002, 10000);
  }

  @Test
  void whatWasPrintedBeforeStays() {
    Run run = Program.of("print(1)\nx = 1 / 0\nprint(2)\n").run(Options.DEFAULT);

    assertThat(run.printed()).isEqualTo("1\n");
    assertThat(run.problem()).map(Problem::key).contains("run.divide.zero");
  }

  @Test
  void aLossThatTheProgramNeverNamesCanBeAskedForInVain() {
    Run run = Program.of("x = 2.0\ny = x * x\n").run(Options.DEFAULT.withLoss(Optional.of("E")));
    var thrown = catchThrowableOfType(ProblemException.class, run::last);

    assertThat(thrown.problem().key()).isEqualTo("run.loss.notComputed");
    assertThat(thrown.problem().arguments()).containsExactly("E");
  }

  @Test
  void anEndlessRecursionStopsEvenWhereEachCallIsDeep() {
    String deep = "(".repeat(60) + "f(n + 1)" + " + 1)".repeat(60);
    Problem problem = problem("def f(n):\n    return " + deep + "\nf(0)\n");

    assertThat(problem.key()).isEqualTo("run.limit.calls");
  }
}
