package backstep.train;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Iterations;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plain gradient descent on the graph of a program, p ← p − rate · ∂loss/∂p over and over, each
/// parameter at the rate of its own update.
public final class Descent implements Stepper {
  private final Iterations recorded;
  private final Graph graph;
  private final List<Update> updates;
  private final Plan plan;
  private final ParameterState state;
  private int index;
  private double loss;

  // What follows looks like the last iteration that the program makes.
  private Descent(Iterations recorded, Iteration last) {
    this.recorded = recorded;
    graph = last.graph();
    updates = last.updates();
    plan = Plan.of(graph, updates.stream().map(Update::parameter).toList());
    state = new ParameterState(plan);
  }

  /// The descent that a program makes, if that is what it makes: if every loss that it computed,
  /// and the parameters that it left, come out the same to the last bit.
  ///
  /// @param recorded the program's iterations
  /// @param losses their losses
  public static Optional<Descent> of(Iterations recorded, double[] losses) {
    Iteration first = recorded.get(0);
    Iteration last = recorded.get(losses.length - 1);
    if (!isPlain(first) || !isPlain(last) || !shapes(first).equals(shapes(last))) {
      return Optional.empty();
    }
    Descent descent = new Descent(recorded, last);
    double[] start = new double[descent.stateSize()];
    descent.state.set(before(first));
    descent.save(start);
    boolean same = descent.gives(losses) && descent.parameters().equals(after(last));
    descent.restore(0, start);
    return same ? Optional.of(descent) : Optional.empty();
  }

  private static boolean isPlain(Iteration iteration) {
    List<Update> updates = iteration.updates();
    return !updates.isEmpty()
        && updates.stream().map(Update::parameter).distinct().count() == updates.size()
        && updates.stream().allMatch(update -> isPlain(iteration.graph(), update));
  }

  private static boolean isPlain(Graph graph, Update update) {
    return update.after() instanceof Node.Leaf
        && update.parameter().differentiable()
        && graph.leaves().contains(update.parameter())
        && update.after().value().shape().equals(update.parameter().value().shape());
  }

  private static List<Tensor> before(Iteration iteration) {
    return iteration.updates().stream().map(update -> update.parameter().value()).toList();
  }

  private static List<Tensor> after(Iteration iteration) {
    return iteration.updates().stream().map(update -> update.after().value()).toList();
  }

  private static List<Shape> shapes(Iteration iteration) {
    return before(iteration).stream().map(Tensor::shape).toList();
  }

  // Goes through the iterations that the program made.
  private boolean gives(double[] losses) {
    for (double expected : losses) {
      advance();
      if (Double.compare(loss, expected) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public boolean advance() {
    loss = plan.forward();
    plan.backward();
    double[][] parameters = plan.parameterValues();
    double[][] gradients = plan.parameterGradients();
    for (int i = 0; i < parameters.length; i++) {
      double rate = updates.get(i).rate();
      for (int k = 0; k < parameters[i].length; k++) {
        parameters[i][k] -= rate * gradients[i][k];
      }
    }
    index++;
    return true;
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public int stateSize() {
    return state.size();
  }

  @Override
  public void save(double[] to) {
    state.save(to);
  }

  @Override
  public void restore(int at, double[] from) {
    index = at;
    state.restore(from);
  }

  @Override
  public List<Tensor> parameters() {
    return state.tensors();
  }

  /// An iteration that the program made itself is shown as it made it.
  @Override
  public Iteration iteration() {
    return index < recorded.count() ? recorded.get(index) : made();
  }

  private Iteration made() {
    List<Tensor> before = parameters();
    Map<Node, Tensor> leaves = new HashMap<>();
    for (int i = 0; i < updates.size(); i++) {
      leaves.put(updates.get(i).parameter(), before.get(i));
    }
    Graph now = graph.with(leaves);
    Map<Node, Tensor> gradients = now.gradients();
    List<Update> made = new ArrayList<>();
    for (Update update : updates) {
      Node parameter = now.counterpart(update.parameter());
      Tensor gradient = gradients.get(parameter);
      Tensor after = parameter.value().minus(gradient.times(update.rate()));
      made.add(
          new Update(
              parameter, gradient, update.rate(), ((Node.Leaf) update.after()).with(after)));
    }
    return new Iteration(index, now, made);
  }
}
