package backstep.handout;

import backstep.practice.Grade;
import backstep.practice.Grades;
import backstep.words.CsvText;
import backstep.words.Words;
import java.util.ArrayList;
import java.util.List;

/// A class's grades as comma-separated values ([CsvText]), for a spreadsheet.
///
/// A row for each hand-in: its score, what is said of each gradient, and of the first line that is
/// not right where it is, the line itself and the hint.
public final class GradeTable {
  private final GradeWords say;

  public GradeTable(Words words) {
    this.say = new GradeWords(words);
  }

  /// The whole table, with the mark of UTF-8 before it.
  public String of(Grades grades) {
    List<String> head = new ArrayList<>();
    head.add(title("file"));
    head.add(title("points"));
    head.add(title("of"));
    head.add(title("percent"));
    grades.wanted().forEach(name -> head.add(text(name)));
    head.add(title("place"));
    head.add(title("line"));
    head.add(title("hint"));
    StringBuilder all = new StringBuilder(CsvText.MARK).append(CsvText.row(head));
    grades.all().forEach(grade -> all.append(CsvText.row(cells(grade, grades.wanted()))));
    return all.toString();
  }

  private String title(String column) {
    return say.words().text("grade.table." + column);
  }

  private List<String> cells(Grade grade, List<String> wanted) {
    List<String> cells = new ArrayList<>();
    cells.add(text(grade.file()));
    boolean judged = grade.points().isPresent();
    cells.add(judged ? String.valueOf(grade.points().getAsInt()) : "");
    cells.add(judged ? String.valueOf(grade.gradients().size()) : "");
    cells.add(judged ? String.valueOf(say.percent(grade)) : "");
    for (String name : wanted) {
      cells.add(
          grade.gradients().stream()
              .filter(one -> one.variable().equals(name))
              .map(one -> text(say.of(one.verdict())))
              .findFirst()
              .orElse(""));
    }
    cells.add(grade.firstSpot().map(say::of).map(GradeTable::text).orElse(""));
    cells.add(
        grade.lines().stream().map(Grade.Line::text).map(GradeTable::text).findFirst().orElse(""));
    cells.add(text(say.toMend(grade)));
    return cells;
  }

  // What begins with one of these a spreadsheet would work out as a formula, and whoever hands in
  // chooses the name of the file and what is in it.
  private static String text(String value) {
    boolean formula = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
    return formula ? "'" + value : value;
  }
}
