package backstep.cli;

import backstep.words.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// How a command line is wrong.
///
/// Only here, for the start of a window has no need of it. Of a class that throws an exception Java
/// wants to know whether it is one, at each start, for the rehearsal for the packager throws none.
final class Usage {
  private Usage() {}

  /// The file that a command line names.
  ///
  /// @throws ParameterException if there is none: what was typed may be a command that is unknown
  static Path existing(String name, CommandSpec command) {
    File given = new File(name);
    if (!given.exists()) {
      throw new UnmatchedArgumentException(command.commandLine(), List.of(name));
    }
    return given.toPath().toAbsolutePath();
  }

  /// What is thrown when a command is given what it cannot use.
  static RuntimeException wrong(CommandSpec command, String text) {
    return new ParameterException(command.commandLine(), text);
  }

  /// What is told of it.
  static String told(ParameterException exception, Words words) {
    return switch (exception) {
      case UnmatchedArgumentException e ->
          words.text("cli.usage.unknown", String.join(" ", e.getUnmatched()));
      case MissingParameterException e ->
          words.text(
              "cli.usage.missing",
              String.join(", ", e.getMissing().stream().map(Usage::label).toList()));
      default -> words.text("cli.usage.wrong", exception.getMessage());
    };
  }

  private static String label(ArgSpec missing) {
    return missing instanceof OptionSpec option ? option.longestName() : missing.paramLabel();
  }
}
