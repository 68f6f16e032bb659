package backstep.cli;

import backstep.handout.Handout;
import backstep.python.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `export FILE --as FORM`: a program in a form that can be given out.
@Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @ParentCommand private Cli cli;
  @Spec private picocli.CommandLine.Model.CommandSpec spec;
  @Mixin private Input input;

  @Option(
      names = "--as",
      required = true,
      paramLabel = "py|ipynb|torch",
      descriptionKey = "export.as")
  private String form = "";

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "export.out")
  private Optional<Path> file = Optional.empty();

  @Override
  public Integer call() {
    Handout handout =
        Handout.named(form)
            .orElseThrow(() -> Usage.wrong(spec, cli.words().text("cli.option", "--as", form)));
    Input.Source source = input.read(cli);
    String text = source.text();
    String title = source.name().replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.\\w+$", "");
    String made;
    try {
      made = handout.of(title, text, input.options(), cli.words());
    } catch (ProblemException e) {
      throw Refused.of(e.problem(), source.name(), text, cli.words());
    }
    file.ifPresentOrElse(to -> write(to, made), () -> cli.out().print(made));
    return ExitCode.OK;
  }

  private void write(Path to, String text) {
    try {
      Files.writeString(to, text);
    } catch (IOException e) {
      throw new Refused(cli.words().text("cli.file.unwritable", to.toString()));
    }
  }
}
