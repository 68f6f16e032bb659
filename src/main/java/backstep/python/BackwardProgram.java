package backstep.python;

import java.util.List;
import java.util.regex.Pattern;

/// A program followed by its backward pass, to be run with NumPy.
public final class BackwardProgram {
  private static final Pattern IMPORTS_NP =
      Pattern.compile("^import\\s+numpy\\s+as\\s+np\\b", Pattern.MULTILINE);

  private BackwardProgram() {}

  /// The code.
  ///
  /// @param text the program
  /// @param run the run of it
  /// @param comment what stands between the program and its backward pass, without the `#`
  /// @throws ProblemException if there is no loss, or the graph is too large to be read by anyone
  public static String of(String text, Run run, String comment) {
    List<BackwardWriter.Line> lines = BackwardWriter.forRunning(run, run.last().graph());
    StringBuilder code = new StringBuilder(text).append(text.endsWith("\n") ? "" : "\n");
    boolean needsNumpy = lines.stream().anyMatch(line -> line.text().contains("np."));
    code.append("\n# ").append(comment).append('\n');
    if (needsNumpy && !IMPORTS_NP.matcher(code).find()) {
      code.append("import numpy as np\n");
    }
    lines.forEach(line -> code.append(line.text()).append('\n'));
    return code.toString();
  }
}
