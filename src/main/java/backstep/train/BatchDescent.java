package backstep.train;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.tensor.Tensor;
import backstep.train.Dataset.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Mini-batch training: one graph over and over, each time with other points in it, and an
/// optimizer that moves its parameters.
public final class BatchDescent implements Stepper {
  private final Iteration recorded;
  private final Node inputs;
  private final Node labels;
  private final List<Point> points;
  private final Batches batches;
  private final Optimizer optimizer;
  private final Plan plan;
  private final ParameterState parameters;
  private final int gathered;
  private final double[] inputValues;
  private final double[] labelValues;
  private int index;
  private double loss;

  /// @param recorded one iteration: a graph, and the parameters that are updated
  /// @param inputs the leaf that holds the points of a batch, one a row
  /// @param labels the leaf that holds their labels, one a row
  /// @param points what there is to learn from
  /// @param batches which of them are learned from when; as many at a time as the leaves hold
  /// @param optimizer one that has not made a step yet; it belongs to this from now on
  public BatchDescent(
      Iteration recorded,
      Node inputs,
      Node labels,
      List<Point> points,
      Batches batches,
      Optimizer optimizer) {
    this.recorded = recorded;
    this.inputs = inputs;
    this.labels = labels;
    this.points = List.copyOf(points);
    this.batches = batches;
    this.optimizer = optimizer;
    plan = Plan.of(recorded.graph(), recorded.updates().stream().map(Update::parameter).toList());
    parameters = new ParameterState(plan);
    inputValues = plan.values(inputs);
    labelValues = plan.values(labels);
    if (inputValues.length != 2 * batches.size() || labelValues.length != batches.size()) {
      throw new IllegalArgumentException("a graph for another size of batch");
    }
    gathered = optimizer.stateSize(parameters.size());
    optimizer.restore(new double[gathered]);
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public boolean advance() {
    fill(batches.of(index));
    loss = plan.forward();
    plan.backward();
    optimizer.step(plan);
    index++;
    return true;
  }

  private void fill(int[] batch) {
    for (int i = 0; i < batch.length; i++) {
      Point point = points.get(batch[i]);
      inputValues[2 * i] = point.x1();
      inputValues[2 * i + 1] = point.x2();
      labelValues[i] = point.label();
    }
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public int stateSize() {
    return parameters.size() + gathered;
  }

  @Override
  public void save(double[] to) {
    parameters.save(to);
    System.arraycopy(optimizer.state(), 0, to, parameters.size(), gathered);
  }

  @Override
  public void restore(int at, double[] from) {
    index = at;
    parameters.restore(from);
    int start = parameters.size();
    optimizer.restore(Arrays.copyOfRange(from, start, start + gathered));
  }

  @Override
  public List<Tensor> parameters() {
    return parameters.tensors();
  }

  @Override
  public Iteration iteration() {
    List<Tensor> before = parameters();
    List<Tensor> after = afterNext();
    Map<Node, Tensor> leaves = new HashMap<>();
    List<Point> batch = Arrays.stream(batches.of(index)).mapToObj(points::get).toList();
    leaves.put(inputs, Dataset.inputs(batch));
    leaves.put(labels, Dataset.labels(batch));
    for (int i = 0; i < before.size(); i++) {
      leaves.put(recorded.updates().get(i).parameter(), before.get(i));
    }
    Graph graph = recorded.graph().with(leaves);
    Map<Node, Tensor> gradients = graph.gradients();
    List<Update> updates = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      Update update = recorded.updates().get(i);
      Node parameter = graph.counterpart(update.parameter());
      boolean plain = optimizer instanceof Sgd && optimizer.decay() == 0;
      updates.add(
          new Update(
              parameter,
              plain ? gradients.get(parameter) : before.get(i).minus(after.get(i)),
              plain ? optimizer.rate() : 1,
              ((Node.Leaf) update.after()).with(after.get(i))));
    }
    return new Iteration(index, graph, updates);
  }

  private List<Tensor> afterNext() {
    double[] here = new double[stateSize()];
    save(here);
    double lossBefore = loss;
    advance();
    List<Tensor> after = parameters();
    restore(index - 1, here);
    loss = lossBefore;
    return after;
  }
}
