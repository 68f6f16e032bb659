package backstep.cli;

import backstep.python.Problem;
import backstep.words.Words;
import java.io.Serial;

/// A command could not be carried out; the message says why, ready to be shown.
final class Refused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  Refused(String message) {
    super(message, null, false, false);
  }

  /// A problem in a program: where, the line itself with the piece underlined, what, and how to
  /// mend it.
  static Refused of(Problem problem, String source, String text, Words words) {
    Object[] arguments = problem.arguments().toArray();
    StringBuilder message = new StringBuilder();
    message
        .append(source)
        .append(':')
        .append(problem.span().line())
        .append(':')
        .append(problem.span().column())
        .append(": ")
        .append(words.text(problem.key(), arguments));
    Underline.of(text, problem.span()).ifPresent(lines -> message.append('\n').append(lines));
    String hint = problem.key() + ".hint";
    if (words.has(hint)) {
      message.append("\n  ").append(words.text(hint, arguments));
    }
    return new Refused(message.toString());
  }
}
