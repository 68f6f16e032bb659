package backstep.cli;

import backstep.python.ProblemException;
import backstep.python.Run;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `run FILE`: runs a program and prints what it prints.
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @ParentCommand private Cli cli;
  @Mixin private Input input;

  @Option(names = "--json", descriptionKey = "run.json")
  private boolean json;

  @Override
  public Integer call() {
    Input.Source source = input.read(cli);
    List<Run> runs = input.run(cli, source, !json);
    if (json) {
      try {
        cli.out()
            .println(source.notebook() ? JsonReport.ofCells(runs) : JsonReport.of(runs.getLast()));
      } catch (ProblemException e) {
        throw Refused.of(e.problem(), source.name(), runs.getLast().text(), cli.words());
      }
    }
    return ExitCode.OK;
  }
}
