package backstep.cli;

import backstep.python.ProblemException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ObjectNode;

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
    List<Input.Ran> all = input.run(cli, source, !json);
    if (json) {
      List<ObjectNode> reports = all.stream().map(this::report).toList();
      cli.out()
          .println(
              JsonReport.written(
                  source.notebook() ? JsonReport.ofCells(reports) : reports.getLast()));
    }
    return ExitCode.OK;
  }

  private ObjectNode report(Input.Ran ran) {
    try {
      return JsonReport.of(ran.run());
    } catch (ProblemException e) {
      throw ran.refused(e, cli.words());
    }
  }
}
