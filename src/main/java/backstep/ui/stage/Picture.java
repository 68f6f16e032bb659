package backstep.ui.stage;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Node;
import backstep.python.Naming;
import backstep.tensor.Tensor;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import java.util.List;
import java.util.OptionalInt;

/// Everything that is drawn.
///
/// @param naming what to call the nodes
/// @param change how it came from what was drawn before
record Picture(
    Drawing drawing, DiagramLayout layout, Snapshot snapshot, Naming naming, Change change) {

  /// How one picture comes from another.
  enum Change {
    /// It is there at once.
    NONE,
    /// The last step is seen happening.
    STEP,
    /// Calls were opened or closed, or nodes go back to their places.
    GLIDE
  }

  Diagram diagram() {
    return drawing.diagram();
  }

  /// The node that a box shows.
  Node node(int box) {
    return drawing.node(box);
  }

  /// What the step sends back.
  List<Flow<Tensor>> flows() {
    return snapshot.step().map(Step::flows).orElse(List.of());
  }

  /// The box that the step is about.
  OptionalInt stepBox() {
    return snapshot.step().map(step -> drawing.box(step.node())).orElse(OptionalInt.empty());
  }

  /// Whether the other shows the same graph, perhaps with other calls closed.
  boolean isOfSameGraph(Picture other) {
    return drawing.trace().graph() == other.drawing.trace().graph();
  }

  /// The same a moment before the step.
  Picture before() {
    Snapshot earlier = snapshot.trace().at(snapshot.position() - 1);
    return new Picture(drawing, layout, earlier, naming, Change.NONE);
  }

  /// The same in another layout.
  Picture with(DiagramLayout other, Change how) {
    return new Picture(drawing, other, snapshot, naming, how);
  }
}
