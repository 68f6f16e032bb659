package backstep.train;

import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A program without a loop, run again and again, its parameters each time as the time before left
/// them.
///
/// This is whatever the program does: its own branches, its own gradients, right or wrong, its own
/// updates. It takes a run of the program for each iteration, where [Descent] takes none.
public final class Reruns implements Stepper {
  private final Iteration first;
  private final Function<Map<Node, Tensor>, Optional<Iteration>> program;
  private final List<Node> parameters;
  private List<Tensor> values;
  private int index;
  private double loss;

  /// @param first what the program does with the parameters that it sets itself
  /// @param program what it does when some leaves of that hold other values; nothing if it is
  ///   stopped by a problem then
  /// @throws IllegalArgumentException if the program updates nothing, or a parameter twice
  public Reruns(Iteration first, Function<Map<Node, Tensor>, Optional<Iteration>> program) {
    this.first = first;
    this.program = program;
    parameters = first.updates().stream().map(Update::parameter).toList();
    if (parameters.isEmpty() || parameters.stream().distinct().count() < parameters.size()) {
      throw new IllegalArgumentException("not one update of each of some parameters");
    }
    values = parameters.stream().map(Node::value).toList();
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public boolean advance() {
    Optional<Iteration> next = run();
    Optional<List<Tensor>> after = next.flatMap(this::after);
    if (after.isEmpty()) {
      return false;
    }
    loss = next.get().graph().loss().value().item();
    values = after.get();
    index++;
    return true;
  }

  private Optional<Iteration> run() {
    if (index == 0) {
      return Optional.of(first);
    }
    Map<Node, Tensor> leaves = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      leaves.put(parameters.get(i), values.get(i));
    }
    return program.apply(leaves);
  }

  // Nothing if the program updates other parameters now than at first.
  private Optional<List<Tensor>> after(Iteration iteration) {
    List<Tensor> after = iteration.updates().stream().map(u -> u.after().value()).toList();
    return shapes(after).equals(shapes(values)) ? Optional.of(after) : Optional.empty();
  }

  private static List<Shape> shapes(List<Tensor> tensors) {
    return tensors.stream().map(Tensor::shape).toList();
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public int stateSize() {
    return values.stream().mapToInt(Tensor::size).sum();
  }

  @Override
  public void save(double[] to) {
    int at = 0;
    for (Tensor value : values) {
      System.arraycopy(value.toArray(), 0, to, at, value.size());
      at += value.size();
    }
  }

  @Override
  public void restore(int at, double[] from) {
    index = at;
    List<Tensor> restored = new ArrayList<>();
    int start = 0;
    for (Tensor value : values) {
      int end = start + value.size();
      restored.add(Tensor.of(value.shape(), Arrays.copyOfRange(from, start, end)));
      start = end;
    }
    values = List.copyOf(restored);
  }

  @Override
  public List<Tensor> parameters() {
    return values;
  }

  @Override
  public Iteration iteration() {
    Iteration made = run().orElseThrow();
    return new Iteration(index, made.graph(), made.updates());
  }
}
