package backstep.python;

import java.util.Optional;

/// The seed of a program that draws random numbers and sets none.
///
/// Backstep starts such a program from a seed of its own. Wherever else it runs, it would draw
/// others each time, and the figures that were found for it would be wrong.
public final class Seed {
  private Seed() {}

  /// A program that draws what it drew here.
  ///
  /// @param code the program, and what may follow it
  /// @param run of the program
  /// @param options that it ran with
  /// @return the code itself, if the program sets its own seed or draws nothing
  public static String fix(String code, Run run, Options options) {
    if (!run.drawsUnseeded()) {
      return code;
    }
    return numpy(code)
        .map(numpy -> {
          int end = lineEnd(code, numpy.span().end());
          String rest = code.substring(end);
          return code.substring(0, end)
              + "\n"
              + line(numpy.alias(), options)
              + (rest.isEmpty() ? "\n" : rest);
        })
        .orElseGet(() -> "import numpy as np\n" + line("np", options) + "\n\n" + code);
  }

  private static String line(String numpy, Options options) {
    return "%s.random.seed(%d)".formatted(numpy, Integer.toUnsignedLong((int) options.seed()));
  }

  // An import that stands in a line of its own.
  private static Optional<Ast.Import> numpy(String code) {
    return Parser.parse(code).body().stream()
        .filter(Ast.Import.class::isInstance)
        .map(Ast.Import.class::cast)
        .filter(made -> made.module().equals("numpy"))
        .filter(made ->
            code.substring(made.span().end(), lineEnd(code, made.span().end()))
                .matches("\\s*(#.*)?"))
        .findFirst();
  }

  private static int lineEnd(String code, int from) {
    int end = code.indexOf('\n', from);
    return end < 0 ? code.length() : end;
  }
}
