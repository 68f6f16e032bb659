package backstep.practice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How people call the gradient of a variable: `d_z1`, `dz1`, `grad_z1`, `z1_grad`, `dL_dz1`.
final class GradientName {
  private static final List<Pattern> FORMS =
      Stream.of(
              "d(?:L|J|E|l|loss|cost)_?d_?(\\w+)",
              "(?:d|grad|gradient|g|delta)_(\\w+)",
              "(?:d|grad|g|delta)(\\w+)",
              "(\\w+)_(?:d|grad|gradient|delta)")
          .map(Pattern::compile)
          .toList();

  private GradientName() {}

  /// The variable whose gradient this name promises, if it is one of these.
  static Optional<String> variable(String name, Set<String> variables) {
    return FORMS.stream()
        .map(form -> form.matcher(name))
        .filter(Matcher::matches)
        .flatMap(matcher -> find(matcher.group(1), variables))
        .findFirst();
  }

  // `dw` is of W where there is no w.
  private static Stream<String> find(String wanted, Set<String> variables) {
    return variables.contains(wanted)
        ? Stream.of(wanted)
        : variables.stream().filter(wanted::equalsIgnoreCase);
  }
}
