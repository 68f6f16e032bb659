package backstep.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `rehearse`: plays lessons in a window that nobody sees. For the packager alone, so it is not
/// among the commands that are told of.
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
  @ParentCommand private Cli cli;

  @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "rehearse.folder")
  private Path folder;

  @Override
  public Integer call() {
    cli.desktop().rehearse(folder);
    return ExitCode.OK;
  }
}
