package backstep.cli;

import backstep.python.BackwardProgram;
import backstep.python.ProblemException;
import backstep.python.Run;
import backstep.python.Seed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `backward FILE`: the program, followed by its backward pass as NumPy code.
@Command(name = "backward", mixinStandardHelpOptions = true)
final class BackwardCommand implements Callable<Integer> {
  @ParentCommand private Cli cli;
  @Mixin private Input input;

  @Override
  public Integer call() {
    Input.Source source = input.read(cli);
    Input.Ran ran = input.run(cli, source, false).getLast();
    Run run = ran.run();
    String comment = cli.words().text("cli.backward.title", run.lossName());
    try {
      String program = Seed.fix(source.text(), run, input.options());
      cli.out().print(BackwardProgram.of(program, run, comment));
    } catch (ProblemException e) {
      throw ran.refused(e, cli.words());
    }
    return ExitCode.OK;
  }
}
