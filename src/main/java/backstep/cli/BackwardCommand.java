package backstep.cli;

import backstep.python.BackwardWriter;
import backstep.python.ProblemException;
import backstep.python.Run;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `backward FILE`: the program, followed by its backward pass as NumPy code.
@Command(name = "backward", mixinStandardHelpOptions = true)
final class BackwardCommand implements Callable<Integer> {
  private static final Pattern IMPORTS_NP =
      Pattern.compile("^import\\s+numpy\\s+as\\s+np\\b", Pattern.MULTILINE);

  @ParentCommand private Cli cli;
  @Mixin private Input input;

  @Override
  public Integer call() {
    Input.Source source = input.read(cli);
    Run run = input.run(cli, source, false).getLast();
    List<BackwardWriter.Line> lines;
    try {
      lines = BackwardWriter.forRunning(run, run.last().graph());
    } catch (ProblemException e) {
      throw Refused.of(e.problem(), source.name(), run.text(), cli.words());
    }
    StringBuilder code = new StringBuilder();
    for (String text : source.texts()) {
      code.append(text).append(text.endsWith("\n") ? "" : "\n");
    }
    boolean needsNumpy = lines.stream().anyMatch(line -> line.text().contains("np."));
    code.append("\n# ").append(cli.words().text("cli.backward.title", run.lossName())).append('\n');
    if (needsNumpy && !IMPORTS_NP.matcher(code).find()) {
      code.append("import numpy as np\n");
    }
    lines.forEach(line -> code.append(line.text()).append('\n'));
    cli.out().print(code);
    return ExitCode.OK;
  }
}
