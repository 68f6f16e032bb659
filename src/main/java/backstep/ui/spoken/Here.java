package backstep.ui.spoken;

import backstep.graph.Backpropagation.Flow;
import backstep.graph.Graph;
import backstep.graph.Node;
import backstep.python.Naming;
import backstep.tensor.Tensor;
import backstep.trace.Cover;
import backstep.trace.Fold;
import backstep.trace.Session;
import backstep.trace.Snapshot;
import backstep.trace.Step;
import backstep.trace.Trace;
import backstep.ui.explain.Kinds;
import backstep.ui.spoken.SpokenNode.Part;
import backstep.ui.spoken.StepRow.Gain;
import backstep.ui.spoken.StepRow.Moment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where the learner stands, and all that is needed to tell it.
///
/// @param naming what to call the nodes
/// @param cover what must not be told
/// @param stale the nodes whose value is no longer what the program computes; where there is one,
///   no gradient can be relied on
record Here(Session session, Naming naming, Cover cover, Set<Node> stale) {
  Here {
    stale = Set.copyOf(stale);
  }

  Trace trace() {
    return session.trace();
  }

  Graph graph() {
    return trace().graph();
  }

  Snapshot snapshot() {
    return session.snapshot();
  }

  int count() {
    return trace().steps().size();
  }

  /// The leaves that are seen: not those within closed calls.
  List<Node.Leaf> leaves() {
    return graph().leaves().stream()
        .filter(leaf -> trace().folds().stream().noneMatch(fold -> fold.hides(leaf)))
        .toList();
  }

  /// The ops that are seen, a closed call as one.
  int operations() {
    return trace().count(Step.Phase.FORWARD);
  }

  String name(Node node) {
    return naming.expression(node);
  }

  /// What the loss is at this moment.
  Figure loss() {
    return Figure.value(snapshot(), cover, graph().loss());
  }

  /// What the node is in the graph.
  Part part(Node node) {
    if (!(node instanceof Node.Operation operation)) {
      return new Part.Leaf();
    }
    return trace().folds().stream()
        .filter(fold -> fold.output() == node)
        .findFirst()
        .<Part>map(Here::call)
        .orElseGet(() -> new Part.Op(Kinds.of(operation)));
  }

  private static Part call(Fold fold) {
    return new Part.Call(Naming.function(fold.call()), fold.operations().size());
  }

  private SpokenNode node(Node node) {
    return new SpokenNode(
        name(node),
        part(node),
        Figure.value(snapshot(), cover, node),
        node.differentiable()
            ? Optional.of(Figure.gradient(snapshot(), cover, node))
            : Optional.empty());
  }

  // --- Steps -------------------------------------------------------------------------------------

  /// A position of the iteration as it is known now: the step that leads there, or the start.
  ///
  /// @param position 0 to the number of steps
  StepRow row(int position) {
    if (position == 0) {
      return new StepRow(
          0,
          count(),
          Moment.START,
          "",
          name(graph().loss()),
          session.position() == 0,
          leaves().stream().anyMatch(stale::contains),
          leaves().stream().map(this::node).toList(),
          List.of());
    }
    Step step = trace().steps().get(position - 1);
    Moment moment =
        switch (step) {
          case Step.Forward _, Step.ForwardCall _ -> Moment.FORWARD;
          case Step.Seed _ -> Moment.SEED;
          case Step.Backward _, Step.BackwardCall _ -> Moment.BACKWARD;
          case Step.Update _ -> Moment.UPDATE;
        };
    return new StepRow(
        position,
        count(),
        moment,
        name(step.node()),
        name(graph().loss()),
        session.position() == position,
        moment == Moment.FORWARD ? stale.contains(step.node()) : !stale.isEmpty(),
        List.of(node(step.node())),
        gains(step, trace().at(position)));
  }

  /// The row of where the learner stands.
  StepRow row() {
    return row(session.position());
  }

  // What the step gives, as it stood when it was just done.
  private List<Gain> gains(Step step, Snapshot then) {
    Node node = step.node();
    return switch (step) {
      case Step.Forward s -> List.of(new Gain(name(node), value(then, node, s.value())));
      case Step.ForwardCall s -> List.of(new Gain(name(node), value(then, node, s.value())));
      case Step.Seed s ->
          List.of(new Gain(name(node), gradient(then, s.loss(), s.gradient(), true)));
      case Step.Backward _, Step.BackwardCall _ ->
          step.flows().stream().map(flow -> share(then, flow)).toList();
      case Step.Update s ->
          List.of(
              new Gain(
                  name(node),
                  Figure.of(Optional.of(s.before()), false, true),
                  figure(then, s.after(), cover.hidesGradient(node), true)));
    };
  }

  private Gain share(Snapshot then, Flow<Tensor> flow) {
    return new Gain(
        name(flow.to()),
        gradient(then, flow.to(), flow.share(), true),
        gradient(then, flow.to(), flow.total(), then.isComplete(flow.to())));
  }

  private Figure value(Snapshot then, Node node, Tensor value) {
    return figure(then, value, cover.hidesValue(node), true);
  }

  private Figure gradient(Snapshot then, Node node, Tensor gradient, boolean whole) {
    return figure(then, gradient, cover.hidesGradient(node), whole);
  }

  // What is still to come is not computed yet.
  private Figure figure(Snapshot then, Tensor tensor, boolean hidden, boolean whole) {
    boolean done = then.position() <= session.position();
    return Figure.of(Stream.of(tensor).filter(_ -> done).findFirst(), hidden, whole);
  }
}
