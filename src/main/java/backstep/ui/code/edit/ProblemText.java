package backstep.ui.code.edit;

import backstep.python.Problem;
import backstep.ui.kit.Messages;

/// A problem in the language of the window: where it is, what is wrong, what to write instead.
public final class ProblemText {
  private ProblemText() {}

  /// @param key of the sentence; it takes the line, what is wrong and what to write instead
  public static String of(String key, Problem problem, Messages messages) {
    Object[] arguments = problem.arguments().toArray();
    String hint = problem.key() + ".hint";
    return messages
        .now(
            key,
            problem.span().line(),
            messages.now(problem.key(), arguments),
            messages.words().getValue().has(hint) ? messages.now(hint, arguments) : "")
        .strip();
  }
}
