package backstep.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is typed gives a tree or a problem that points into the text: nothing else, and soon.
class ParserLawsTest {
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
          "class ");

  private static final List<String> PROGRAMS = goodPrograms();

  private static List<String> goodPrograms() {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/corpus/good"))) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .sorted()
          .map(ParserLawsTest::read)
          .toList();
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

  @Provide
  Arbitrary<String> garbage() {
    Arbitrary<String> pieces =
        Arbitraries.of(PIECES).list().ofMaxSize(40).map(list -> String.join("", list));
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(60));
  }

  @Property(tries = 2_000)
  void garbage(@ForAll("garbage") String text) {
    readOrRefused(text);
  }

  @Property(tries = 1_000)
  void goodProgramsWithSlips(@ForAll Random random) {
    StringBuilder text = new StringBuilder(PROGRAMS.get(random.nextInt(PROGRAMS.size())));
    for (int slips = 1 + random.nextInt(4); slips > 0; slips--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> text.delete(at, Math.min(at + 1 + random.nextInt(5), text.length()));
        default -> text.setLength(Math.max(at, 1));
      }
    }
    readOrRefused(text.toString());
  }

  private static void readOrRefused(String text) {
    try {
      assertThat(Parser.parse(text).text()).isEqualTo(text);
    } catch (ProblemException e) {
      Span span = e.problem().span();
      assertThat(span.end()).isLessThanOrEqualTo(text.length());
      int lineStart = span.start() - span.column() + 1;
      assertThat(lineStart).isNotNegative();
      assertThat(text.substring(lineStart, span.start())).doesNotContain("\n");
    }
  }
}
