package backstep.lesson;

import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.python.Origins;
import backstep.tensor.Tensor;
import backstep.trace.Cover;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A figure of a lesson's program that a text speaks of, or asks for: `gradient W1[0,1]`. It is
/// worked out of the run at hand, so it is right whatever the learner has changed.
///
/// @param kind what of the variable it is
/// @param variable the program's name for it
/// @param index the entry, as NumPy counts; empty for the whole value
public record Figure(Kind kind, String variable, List<Integer> index) {
  /// What of a variable is meant.
  public enum Kind {
    /// What the forward pass computed.
    VALUE,
    /// The gradient of the loss by it.
    GRADIENT,
    /// What the program subtracted for its gradient, which may be another.
    CLAIMED,
    /// A parameter's value after its update.
    AFTER,
    /// The learning rate of a parameter's update.
    RATE
  }

  // An index of more digits is beyond every array, and beyond an `int`.
  private static final String WRITTEN =
      "(value|gradient|claimed|after|rate)\\s+(\\w+)\\s*"
          + "(?:\\[\\s*(\\d{1,9}(?:\\s*,\\s*\\d{1,9})?)\\s*])?";
  private static final Pattern WHOLE = Pattern.compile(WRITTEN, Pattern.UNICODE_CHARACTER_CLASS);

  /// Figures within a text: `{value x}`.
  static final Pattern IN_TEXT =
      Pattern.compile("\\{\\s*" + WRITTEN + "\\s*}", Pattern.UNICODE_CHARACTER_CLASS);

  public Figure {
    index = List.copyOf(index);
  }

  /// Reads `gradient W1[0,1]`; none if it is not written so.
  static Optional<Figure> read(String text) {
    Matcher matcher = WHOLE.matcher(text.strip());
    return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
  }

  /// The figure that one of the two patterns has found.
  static Figure of(Matcher found) {
    List<Integer> index =
        found.group(3) == null
            ? List.of()
            : Arrays.stream(found.group(3).split(","))
                .map(i -> Integer.valueOf(i.strip()))
                .toList();
    return new Figure(Kind.valueOf(found.group(1).toUpperCase(Locale.ROOT)), found.group(2), index);
  }

  /// The figure in an iteration; none where there is no such variable, entry or gradient.
  public Optional<Tensor> in(Iteration iteration, Origins origins) {
    return whole(iteration, origins).flatMap(this::entry);
  }

  /// Whether it may not be told.
  public boolean isHidden(Cover cover, Iteration iteration, Origins origins) {
    return switch (kind) {
      case VALUE -> node(iteration, origins).filter(cover::hidesValue).isPresent();
      case GRADIENT -> node(iteration, origins).filter(cover::hidesGradient).isPresent();
      case CLAIMED, AFTER ->
          update(iteration, origins).filter(u -> cover.hidesGradient(u.parameter())).isPresent();
      case RATE -> false;
    };
  }

  private Optional<Tensor> whole(Iteration iteration, Origins origins) {
    return switch (kind) {
      case VALUE -> node(iteration, origins).map(Node::value);
      case GRADIENT -> node(iteration, origins).map(iteration.graph().gradients()::get);
      case CLAIMED -> update(iteration, origins).map(Update::gradient);
      case AFTER -> update(iteration, origins).map(update -> update.after().value());
      case RATE -> update(iteration, origins).map(update -> Tensor.scalar(update.rate()));
    };
  }

  // Of a name that was bound again the last binding counts.
  private Optional<Node> node(Iteration iteration, Origins origins) {
    return Stream.concat(
            iteration.updates().stream().map(Update::parameter), iteration.graph().nodes().stream())
        .filter(node -> isNamed(node, variable, origins))
        .reduce((_, later) -> later);
  }

  private Optional<Update> update(Iteration iteration, Origins origins) {
    return iteration.updates().stream()
        .filter(update -> isNamed(update.parameter(), variable, origins))
        .findFirst();
  }

  static boolean isNamed(Node node, String name, Origins origins) {
    return origins.name(node).filter(name::equals).isPresent()
        || origins.globals(node).contains(name);
  }

  private Optional<Tensor> entry(Tensor value) {
    if (index.isEmpty()) {
      return Optional.of(value);
    }
    int[] dims = value.shape().dims();
    if (index.size() != dims.length) {
      return Optional.empty();
    }
    int flat = 0;
    for (int axis = 0; axis < dims.length; axis++) {
      if (index.get(axis) >= dims[axis]) {
        return Optional.empty();
      }
      flat = flat * dims[axis] + index.get(axis);
    }
    return Optional.of(Tensor.scalar(value.get(flat)));
  }

  /// As it is written: `gradient W1[0,1]`.
  @Override
  public String toString() {
    String entry = index.isEmpty() ? "" : index.toString().replace(" ", "");
    return kind.name().toLowerCase(Locale.ROOT) + " " + variable + entry;
  }
}
