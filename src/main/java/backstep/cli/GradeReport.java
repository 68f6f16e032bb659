package backstep.cli;

import backstep.handout.GradeWords;
import backstep.practice.Grade;
import backstep.practice.Grades;
import backstep.practice.Mistake;
import backstep.words.Words;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A class's grades as text: a block for each file, then the mistakes, the commonest first.
final class GradeReport {
  private final Words words;
  private final GradeWords say;
  private final PrintStream out;

  GradeReport(Words words, PrintStream out) {
    this.words = words;
    this.say = new GradeWords(words);
    this.out = out;
  }

  void print(Grades grades) {
    out.println(
        words.text(
            "grade.title", grades.loss(), String.join(", ", grades.wanted()), grades.all().size()));
    grades.all().forEach(this::print);
    List<Mistake> mistakes = grades.mistakes();
    if (!mistakes.isEmpty()) {
      out.println();
      out.println(words.text("grade.mistakes"));
      mistakes.forEach(mistake -> {
        out.println(String.format(Locale.ROOT, "%4d  %s", mistake.files().size(), say.of(mistake)));
        out.println("      " + String.join(", ", mistake.files()));
      });
    }
  }

  private void print(Grade grade) {
    out.println();
    String cell =
        grade
            .cell()
            .map(number -> words.text("cli.cell", grade.file(), "" + number))
            .orElse(grade.file());
    out.println(cell + ": " + say.score(grade));
    if (!grade.gradients().isEmpty()) {
      out.println(
          "  "
              + grade.gradients().stream()
                  .map(one -> one.variable() + ": " + say.of(one.verdict()))
                  .collect(Collectors.joining(" · ")));
    }
    grade
        .trouble()
        .ifPresent(trouble ->
            out.println(
                "  "
                    + trouble.spot().map(spot -> say.of(spot) + ": ").orElse("")
                    + say.of(trouble)));
    grade
        .lines()
        .forEach(line -> {
          out.println("  " + say.of(line.spot()) + ": " + line.text());
          out.println("    " + say.of(line.finding()));
        });
  }
}
