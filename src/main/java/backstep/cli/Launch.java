package backstep.cli;

import backstep.lesson.LessonException;
import backstep.words.Words;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Starts what a command line asks for.
///
/// Exit code 0 means that all is well, 1 a problem in the input, told in one message on standard
/// error, 2 wrong usage.
public final class Launch {
  private static final int OK = 0;
  private static final int PROBLEM = 1;

  private Launch() {}

  /// Carries out a command line in the language of the system.
  ///
  /// @return the exit code
  public static int run(String[] arguments, Desktop desktop) {
    return run(
        arguments, desktop, () -> Words.of(Locale.getDefault()), System.in, System.out, System.err);
  }

  /// Carries out a command line with other streams than the process's own.
  ///
  /// @param words are asked for when there is something to say
  /// @return the exit code
  public static int run(
      String[] arguments,
      Desktop desktop,
      Supplier<Words> words,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    // Nearly every start is this one, and does without the commands and their library.
    return arguments.length == 0 && desktop.hasDisplay()
        ? window(desktop, words, err)
        : Cli.run(arguments, desktop, words.get(), in, out, err);
  }

  private static int window(Desktop desktop, Supplier<Words> words, PrintStream err) {
    try {
      desktop.show(Optional.empty());
      return OK;
    } catch (RuntimeException e) {
      err.println(told(e, words.get()));
      return PROBLEM;
    }
  }

  /// What is told of a command that could not be carried out.
  ///
  /// @throws E the exception itself, where nothing was refused but something went wrong
  static <E extends Exception> String told(E exception, Words words) throws E {
    return switch (exception) {
      case Refused refused -> String.valueOf(refused.getMessage());
      case LessonException lesson -> String.valueOf(lesson.getMessage());
      case NoWindowException _ -> words.text("cli.noWindow");
      default -> throw exception;
    };
  }
}
