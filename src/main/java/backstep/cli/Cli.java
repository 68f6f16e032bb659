package backstep.cli;

import backstep.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Backstep's command line: a command, or the window where there is none.
@Command(
    name = "backstep",
    mixinStandardHelpOptions = true,
    version = "Backstep 0.1.0",
    subcommands = {
      OpenCommand.class,
      RunCommand.class,
      BackwardCommand.class,
      CheckCommand.class,
      ExportCommand.class,
      GradeCommand.class,
      TourCommand.class,
      RehearseCommand.class
    })
final class Cli implements Callable<Integer> {
  @Spec private CommandSpec spec;

  // What a file manager gives; the window says what is wrong with it, for there nobody sees more.
  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", descriptionKey = "backstep.file")
  private Optional<String> file = Optional.empty();

  private final Desktop desktop;
  private final Words words;
  private final InputStream in;
  private final PrintStream out;

  private Cli(Desktop desktop, Words words, InputStream in, PrintStream out) {
    this.desktop = desktop;
    this.words = words;
    this.in = in;
    this.out = out;
  }

  /// Carries out a command line.
  ///
  /// @return the exit code
  static int run(
      String[] arguments,
      Desktop desktop,
      Words words,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    CommandLine line = new CommandLine(new Cli(desktop, words, in, out));
    line.setResourceBundle(new HelpWords(words));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((exception, _, _) -> {
      err.println(Launch.told(exception, words));
      return ExitCode.SOFTWARE;
    });
    line.setParameterExceptionHandler((exception, _) -> {
      err.println(Usage.told(exception, words));
      exception.getCommandLine().usage(err);
      return ExitCode.USAGE;
    });
    int code = line.execute(arguments);
    out.flush();
    return code;
  }

  /// Without a command: the window, or the tour where there is no display.
  @Override
  public Integer call() {
    Optional<Path> given = file.map(name -> Usage.existing(name, spec));
    if (desktop.hasDisplay()) {
      desktop.show(given);
    } else if (given.isPresent()) {
      throw new Refused(words.text("cli.open.noDisplay"));
    } else {
      out.println(words.text("cli.noDisplay", TourCommand.USUAL_FOLDER));
      tour(TourCommand.usual(words.locale().getLanguage()));
    }
    return ExitCode.OK;
  }

  /// Plays a tour.
  ///
  /// @throws Refused if its pictures cannot be written
  void tour(TourOptions options) {
    try {
      desktop.tour(options, out);
    } catch (IOException e) {
      throw new Refused(words.text("cli.file.unwritable", options.folder().toString()));
    }
  }

  Desktop desktop() {
    return desktop;
  }

  Words words() {
    return words;
  }

  InputStream in() {
    return in;
  }

  PrintStream out() {
    return out;
  }
}
