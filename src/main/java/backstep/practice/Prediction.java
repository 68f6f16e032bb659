package backstep.practice;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a learner can be asked about a step before it is seen.
///
/// @param step the step
/// @param subject what of it is asked
/// @param node whose value or gradient that is
/// @param rule which of the step's rules leads to it, from 0: a backward step has one an operand
/// @param answer what comes out
public record Prediction(Step step, Subject subject, Node node, int rule, Tensor answer) {
  /// What is asked about.
  public enum Subject {
    /// The value of the node.
    VALUE,
    /// The gradient of the loss by itself.
    SEED,
    /// The share of its gradient that the step sends to the node.
    SHARE,
    /// The parameter after its update.
    UPDATED
  }

  /// In which form.
  public enum Form {
    /// The number; of an array that of its first entry.
    FIGURE,
    /// Whether that number is positive, negative or 0.
    SIGN,
    /// The shape of the array.
    SHAPE
  }

  private static final int MOST_SHAPES = 4;

  /// What to ask about the step that comes next: of a backward step the share of a parameter, if
  /// there is one among the operands. None at the end, and where nothing is left to ask, as of a
  /// number that is not finite.
  public static Optional<Prediction> of(Snapshot here) {
    return here.next()
        .map(step -> of(step, here))
        .filter(prediction -> !prediction.forms().isEmpty());
  }

  private static Prediction of(Step step, Snapshot here) {
    return switch (step) {
      case Step.Forward s -> new Prediction(s, Subject.VALUE, s.node(), 0, s.value());
      case Step.ForwardCall s -> new Prediction(s, Subject.VALUE, s.node(), 0, s.value());
      case Step.Seed s -> new Prediction(s, Subject.SEED, s.loss(), 0, s.gradient());
      case Step.Backward _, Step.BackwardCall _ -> share(step, here);
      case Step.Update s -> new Prediction(s, Subject.UPDATED, s.parameter(), 0, s.after());
    };
  }

  private static Prediction share(Step step, Snapshot here) {
    List<Flow<Tensor>> flows = step.flows();
    Set<Node> parameters =
        here.trace().iteration().updates().stream()
            .map(Update::parameter)
            .collect(Collectors.toSet());
    Flow<Tensor> asked =
        flows.stream()
            .filter(flow -> parameters.contains(flow.to()))
            .findFirst()
            .orElse(flows.getFirst());
    return new Prediction(step, Subject.SHARE, asked.to(), flows.indexOf(asked), asked.share());
  }

  /// The forms that it can be asked in, the usual one first.
  public List<Form> forms() {
    List<Form> forms = new ArrayList<>();
    if (shapes().size() > 1) {
      forms.add(Form.SHAPE);
    }
    if (answer.size() > 0 && Double.isFinite(figure())) {
      forms.add(Form.FIGURE);
      forms.add(Form.SIGN);
    }
    return forms;
  }

  /// The number that is asked: the value, or the first entry of an array.
  public double figure() {
    return answer.get(0);
  }

  /// Where that number stands, as NumPy writes it: `[0, 0]`; empty where it is the only one.
  public String place() {
    return answer.size() == 1 ? "" : answer.shape().place(0);
  }

  /// Shapes to pick from: the right one, and those of what takes part in the step.
  public List<Shape> shapes() {
    if (answer.rank() == 0) {
      return List.of();
    }
    Shape right = answer.shape();
    Set<Shape> shapes = new LinkedHashSet<>(List.of(right, right.transposed()));
    Stream.concat(Stream.of(step.node()), step.node().operands().stream())
        .map(node -> node.value().shape())
        .forEach(shapes::add);
    shapes.add(Shape.SCALAR);
    return shapes.stream()
        .limit(MOST_SHAPES)
        .sorted(Comparator.comparingInt(Shape::rank).thenComparingInt(Shape::rows).reversed())
        .toList();
  }
}
