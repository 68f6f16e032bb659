package backstep.cli;

import backstep.practice.Assignment;
import backstep.practice.Grades;
import backstep.practice.Submission;
import backstep.python.Options;
import backstep.python.ProblemException;
import backstep.python.SourceFile;
import backstep.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `grade FILE...`: what hand-written backward passes are worth, and where they part.
@Command(name = "grade", mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {
  @ParentCommand private Cli cli;
  @Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "grade.files")
  private List<Path> files = List.of();

  @Option(
      names = "--exercise",
      required = true,
      paramLabel = "FILE",
      descriptionKey = "grade.exercise")
  private Path exercise = Path.of("");

  @Option(names = "--loss", paramLabel = "NAME", descriptionKey = "input.loss")
  private Optional<String> loss = Optional.empty();

  @Option(names = "--params", paramLabel = "NAME", split = ",", descriptionKey = "grade.params")
  private List<String> parameters = List.of();

  @Option(names = "--lang", paramLabel = "ko|en", descriptionKey = "tour.lang")
  private Optional<String> language = Optional.empty();

  @Option(names = "--json", descriptionKey = "grade.json")
  private boolean json;

  @Override
  public Integer call() {
    Words words = language.map(this::spoken).map(Words::of).orElse(cli.words());
    Grades grades = assignment(words).grade(found(words));
    if (json) {
      cli.out().println(new GradeJson(words).of(String.valueOf(exercise.getFileName()), grades));
    } else {
      new GradeReport(words, cli.out()).print(grades);
    }
    return grades.areComplete() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private Locale spoken(String code) {
    return Words.language(code)
        .orElseThrow(() -> Usage.wrong(spec, cli.words().text("cli.option", "--lang", code)));
  }

  private Assignment assignment(Words words) {
    String name = exercise.toString();
    List<String> names = parameters.stream().map(String::strip).toList();
    try {
      SourceFile file = SourceFile.read(exercise);
      try {
        return Assignment.of(file, Options.DEFAULT.withLoss(loss), names);
      } catch (ProblemException e) {
        throw Refused.of(e.problem(), name, String.join("\n", file.texts()), words);
      }
    } catch (SourceFile.Unreadable e) {
      throw new Refused(words.text(e.key(), name, e.limit()));
    }
  }

  private List<Submission> found(Words words) {
    try {
      List<Submission> found = Submission.of(files, exercise);
      if (found.isEmpty()) {
        throw new Refused(words.text("grade.files.none"));
      }
      return found;
    } catch (Submission.TooManyException e) {
      throw new Refused(words.text("grade.files.many", String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new Refused(words.text("cli.file.unreadable", String.valueOf(e.getMessage())));
    }
  }
}
