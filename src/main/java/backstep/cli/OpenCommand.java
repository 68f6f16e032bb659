package backstep.cli;

import backstep.keep.RefusedException;
import backstep.keep.SessionFile;
import backstep.lesson.LessonCatalog;
import backstep.python.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `open FILE`: opens the window with a session, a program or a notebook.
@Command(name = "open", mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {
  @ParentCommand private Cli cli;

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "open.file")
  private String file = "";

  @Override
  public Integer call() {
    Path path = readable();
    if (!cli.desktop().hasDisplay()) {
      throw new Refused(cli.words().text("cli.open.noDisplay"));
    }
    cli.desktop().show(Optional.of(path));
    return ExitCode.OK;
  }

  // What is refused is said here, and no window opens for it.
  private Path readable() {
    try {
      Path path = Path.of(file).toAbsolutePath();
      if (SessionFile.isOne(path)) {
        SessionFile.read(path, LessonCatalog.builtIn());
      } else {
        SourceFile.read(path);
      }
      return path;
    } catch (InvalidPathException e) {
      throw new Refused(cli.words().text("cli.file.missing", file));
    } catch (RefusedException e) {
      throw new Refused(cli.words().text(e.key(), e.arguments().toArray()));
    } catch (SourceFile.Unreadable e) {
      throw new Refused(cli.words().text(e.key(), e.name(), e.limit()));
    }
  }
}
