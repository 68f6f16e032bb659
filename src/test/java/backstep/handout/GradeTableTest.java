package backstep.handout;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.practice.Assignment;
import backstep.practice.Grade;
import backstep.practice.Grades;
import backstep.practice.Submission;
import backstep.python.Options;
import backstep.python.SourceFile;
import backstep.testing.Handed;
import backstep.testing.TwoLayers;
import backstep.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The table of a class's grades")
class GradeTableTest {
  @TempDir Path folder;

  private static String table(Grades grades, Locale language) {
    return new GradeTable(Words.of(language)).of(grades);
  }

  private static Grades one(String name) {
    Grade grade =
        new Grade(
            name,
            Optional.empty(),
            List.of(new Grade.Gradient("W", Grade.Verdict.RIGHT)),
            List.of(),
            Optional.empty(),
            true);
    return new Grades("loss", List.of("W"), List.of(grade));
  }

  // RFC 4180, section 2, read letter by letter.
  private static List<List<String>> read(String table) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 1; i < table.length(); i++) {
      char c = table.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < table.length() && table.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == ',' || c == '\r')) {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\r') {
          assertThat(table.charAt(++i)).isEqualTo('\n');
          rows.add(List.copyOf(row));
          row.clear();
        }
      } else {
        field.append(c);
      }
    }
    assertThat(row).isEmpty();
    return rows;
  }

  @Test
  @DisplayName("has a row for each file, as RFC 4180 has it, with the mark of UTF-8 before it")
  void rows() throws IOException {
    Handed.write(folder);
    Assignment assignment =
        Assignment.of(
            new SourceFile("e.py", List.of(TwoLayers.TRAINED)), Options.DEFAULT, List.of());
    Grades grades = assignment.grade(Submission.of(List.of(folder), Path.of("")));
    String table = table(grades, Locale.ENGLISH);
    assertThat(table).startsWith("\uFEFF").endsWith("\r\n");
    List<List<String>> rows = read(table);
    assertThat(rows).hasSize(10).allMatch(row -> row.size() == 9);
    assertThat(rows.getFirst())
        .containsExactly(
            "File", "Points", "Of", "Per cent", "W2", "W1", "Place", "First line to mend", "Hint");
    assertThat(rows.get(1))
        .containsExactly("a-right.py", "2", "2", "100", "right", "right", "", "", "");
    assertThat(rows.get(4))
        .containsExactly(
            "d-transposed.py",
            "1",
            "2",
            "50",
            "right",
            "not right",
            "line 17",
            "grad_W1 = np.outer(X, d1)",
            "The gradient of W1, but transposed: it must have the shape (2, 2).");
    assertThat(rows.get(6).get(8)).isEqualTo("There is no gradient of W1.");
    assertThat(rows.get(7).subList(0, 7))
        .containsExactly("g-syntax.py", "", "", "", "", "", "line 16");
    assertThat(rows.get(9).get(8)).contains("i-bytes.py is not a text");
  }

  @Test
  @DisplayName("is in Korean where the window is")
  void korean() {
    List<List<String>> rows = read(table(one("김.py"), Locale.KOREAN));
    assertThat(rows.getFirst()).startsWith("파일", "점수", "만점", "백분율", "W");
    assertThat(rows.get(1)).startsWith("김.py", "1", "1", "100", "맞음");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1.py", "+1.py", "-1.py", "@SUM(1).py", "\t=1.py", "\r=1.py"})
  @DisplayName("has no name in it that a spreadsheet would take for a formula")
  void formulas(String name) {
    assertThat(read(table(one(name), Locale.ENGLISH)).get(1).getFirst()).isEqualTo("'" + name);
  }

  @Test
  @DisplayName("keeps names with commas, quotes and ends of lines whole")
  void quotes() {
    String name = "a, \"b\"\r\nc.py";
    assertThat(read(table(one(name), Locale.ENGLISH)).get(1).getFirst()).isEqualTo(name);
  }
}
