package backstep.python;

import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.tensor.Tensor;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A program that only computes its loss, made one that learns: with its backward pass, and a step
/// of gradient descent for some of its variables.
public final class LearningProgram {
  private static final String RATE = "learning_rate";
  private static final Pattern HAS_RATE = Pattern.compile("^" + RATE + "\\s*=", Pattern.MULTILINE);

  private static final Pattern NAME = Pattern.compile("^\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private LearningProgram() {}

  /// The variables that the loss could be lowered by: those that were given a number or an array of
  /// numbers with a point, and of which the loss is made. None of a program that learns already, or
  /// whose loss has no graph.
  public static List<String> candidates(Run run) {
    if (run.iterations() == 0 || run.problem().isPresent() || !run.last().updates().isEmpty()) {
      return List.of();
    }
    Graph graph = run.last().graph();
    Map<Node, Tensor> gradients = graph.gradients();
    return run.globals().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Node.Leaf leaf && leaf.differentiable())
        .filter(entry -> gradients.containsKey(entry.getValue()))
        .sorted(Comparator.comparingLong(entry -> entry.getValue().id()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The variables that a program learns itself.
  public static Set<String> learned(Run run) {
    Set<String> names = new LinkedHashSet<>();
    if (run.iterations() > 0 && run.problem().isEmpty()) {
      run.last().updates().stream()
          .map(Update::parameter)
          .flatMap(parameter -> run.origins().name(parameter).stream())
          .forEach(names::add);
    }
    return names;
  }

  /// The code.
  ///
  /// @param run the run of the program
  /// @param parameters some of its [#candidates]
  /// @param rate the learning rate, where the program sets no `learning_rate` itself
  /// @param backward what stands before the backward pass, without the `#`
  /// @param update what stands before the update
  /// @throws ProblemException if the graph is too large to be read by anyone
  public static String of(
      Run run, Set<String> parameters, double rate, String backward, String update) {
    StringBuilder code = new StringBuilder(BackwardProgram.of(run.text(), run, backward));
    List<BackwardWriter.Line> lines = BackwardWriter.forRunning(run, run.last().graph());
    code.append("\n# ").append(update).append('\n');
    if (!HAS_RATE.matcher(run.text()).find()) {
      code.append(RATE).append(" = ").append(rate).append('\n');
    }
    for (String name : candidates(run)) {
      if (parameters.contains(name)) {
        String gradient = gradient(lines, run.globals().get(name));
        code.append(name).append(" -= ").append(RATE).append(" * ").append(gradient).append('\n');
      }
    }
    return code.toString();
  }

  // Shares may be added to entries of it; its name comes first in any case.
  private static String gradient(List<BackwardWriter.Line> lines, Node parameter) {
    String text =
        lines.stream()
            .filter(line -> line.nodes().contains(parameter))
            .reduce((_, last) -> last)
            .orElseThrow()
            .text();
    Matcher name = NAME.matcher(text);
    if (!name.find()) {
      throw new IllegalStateException(text);
    }
    return name.group();
  }
}
