package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/// Every bad program in the corpus says in its last line where its problem is and which; where such
/// a line would change the problem, a file beside it says so.
class SyntaxProblemsTest {
  private static final Path SOURCES = Path.of("src/main/java/backstep/python");
  private static final Path CORPUS = Path.of("src/test/resources/corpus/bad");
  private static final Path BUNDLES = Path.of("assets/i18n");
  private static final Pattern KEY = Pattern.compile("\"(python\\.[A-Za-z.]+)\"");
  private static final Pattern EXPECTATION = Pattern.compile("# problem: (\\d+:\\d+ \\S+)\\s*$");

  static List<Path> badPrograms() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
    }
  }

  private static String expectation(Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName().toString().replace(".py", ".expect"));
    if (Files.exists(beside)) {
      return Files.readString(beside).strip();
    }
    Matcher comment = EXPECTATION.matcher(Files.readString(file));
    assertThat(comment.find()).as("%s says what is wrong with it", file).isTrue();
    return comment.group(1);
  }

  private static Problem problem(String text) {
    var thrown = catchThrowableOfType(ProblemException.class, () -> Parser.parse(text));
    assertThat(thrown).as("a problem in %s", text).isNotNull();
    return thrown.problem();
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
    return keys;
  }

  @ParameterizedTest
  @MethodSource("badPrograms")
  void badProgramsAreRefusedWhereTheySay(Path file) throws IOException {
    String text = Files.readString(file);
    Problem problem = problem(text);
    assertThat(problem.span() + " " + problem.key()).isEqualTo(expectation(file));
    Span span = problem.span();
    boolean atLineEnd = text.substring(span.start()).lines().findFirst().orElse("").isEmpty();
    assertThat(span.length() > 0 || atLineEnd).as("something to underline").isTrue();
    assertThat(span.end()).isLessThanOrEqualTo(text.length());
  }

  @ParameterizedTest
  @MethodSource("badPrograms")
  void badProgramsAreExplained(Path file) throws IOException {
    Problem problem = problem(Files.readString(file));
    for (String language : List.of("en", "ko")) {
      Properties texts = bundle(language);
      for (String key : List.of(problem.key(), problem.key() + ".hint")) {
        String text =
            new MessageFormat(texts.getProperty(key), Locale.of(language))
                .format(problem.arguments().toArray());
        assertThat(text).doesNotContainPattern("\\{\\d|''").isNotBlank();
      }
    }
  }

  @Test
  void thereAreManyBadPrograms() throws IOException {
    assertThat(badPrograms()).hasSizeGreaterThan(180);
  }

  @Test
  void everyProblemHasABadProgram() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (Path file : badPrograms()) {
      shown.add(expectation(file).split(" ")[1]);
    }
    // Programs this long stand in ParserTest.
    shown.addAll(List.of("python.limit.text", "python.limit.statements"));
    assertThat(shown).isEqualTo(raisedKeys());
  }

  @Test
  void aLongPieceIsShortenedInTheMessage() {
    Problem problem = problem("x + " + "y".repeat(100) + " = 1");
    assertThat(problem.arguments()).containsExactly("x + " + "y".repeat(55) + "…");
    assertThat(problem("(a\n+ b)(c,\nd) = 1").arguments()).containsExactly("(a…");
  }

  @Test
  void theFirstProblemIsTheOneReported() {
    assertThat(problem("x = 1 +\ny = “a”").key()).isEqualTo("python.syntax.expressionEnd");
    assertThat(problem("x = 1\ny = “a”\nz = (").span()).hasToString("2:5");
  }

  @Test
  void aBracketNeverClosedIsNamedInsteadOfWhatItSwallows() {
    assertThat(problem("print(x\nfor i in y:\n    print(i)\n").span()).hasToString("1:6");
    assertThat(problem("x = [1,\n     2 3]\n").key()).isEqualTo("python.syntax.missingComma");
  }

  @Test
  void importedNumpyMayNameAType() {
    String def = "def f(x: np.ndarray): return x";
    assertThat(problem(def).key()).isEqualTo("python.unsupported.annotation");
    assertThat(Parser.parse("import numpy as np\n" + def).body()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void everyProblemHasItsTextAndHint(String language) throws IOException {
    Set<String> wanted =
        raisedKeys().stream()
            .flatMap(key -> Stream.of(key, key + ".hint"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found =
        bundle(language).stringPropertyNames().stream()
            .filter(key -> key.startsWith("python."))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void theTextsStandInOneBlockInOrderAndOnce(String language) throws IOException {
    List<String> lines =
        Files.readAllLines(BUNDLES.resolve("problems_" + language + ".properties"));
    List<String> keys = new ArrayList<>();
    for (String line : lines) {
      String key = line.split(" = ", 2)[0];
      if (key.startsWith("python.") && !key.endsWith(".hint")) {
        keys.add(key);
      }
    }
    assertThat(keys).isSorted().doesNotHaveDuplicates();
  }
}
