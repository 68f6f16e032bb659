package backstep.train;

import backstep.graph.Node;
import backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Gradient descent over 250 points in batches of 10: a plan, the same by hand, and the traced
/// engine. Times are per sample; with `-prof gc` memory is, too.
///
/// A plan may take one and a half times as long as the loop by hand, and allocates nothing.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Network.BATCH)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC") // as the program itself runs
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class TrainingBenchmark {
  private static final int POINTS = 250;
  private static final double RATE = 0.01;

  private final double[] inputs = new Random(1).doubles(POINTS * Network.INPUTS, -1, 1).toArray();
  private final double[] targets = new Random(2).doubles(POINTS, -1, 1).toArray();
  private int from;

  private final HandWritten hand = new HandWritten(new Random(3));
  private List<Tensor> traced = hand.parameters();

  private final Network network = network(traced);
  private final Plan plan = Plan.of(network.graph(), network.parameters());
  private final double[] x = plan.values(network.x());
  private final double[] t = plan.values(network.t());
  private final Optimizer sgd = new Sgd(RATE);
  private final Optimizer adam = new Adam(RATE);

  private Network network(List<Tensor> parameters) {
    int to = from + Network.BATCH;
    return Network.record(
        Arrays.copyOfRange(inputs, from * Network.INPUTS, to * Network.INPUTS),
        Arrays.copyOfRange(targets, from, to),
        parameters);
  }

  private void nextBatch() {
    from = (from + Network.BATCH) % POINTS;
  }

  /// The loop written by hand.
  @Benchmark
  public double byHand() {
    nextBatch();
    return hand.step(inputs, targets, from, from + Network.BATCH, RATE);
  }

  /// A plan with gradient descent.
  @Benchmark
  public double plan() {
    return step(sgd);
  }

  /// A plan with Adam.
  @Benchmark
  public double planWithAdam() {
    return step(adam);
  }

  private double step(Optimizer optimizer) {
    nextBatch();
    System.arraycopy(inputs, from * Network.INPUTS, x, 0, x.length);
    System.arraycopy(targets, from, t, 0, t.length);
    double loss = plan.forward();
    plan.backward();
    optimizer.step(plan);
    return loss;
  }

  /// What stepping through does: every op recorded, the graph found, the gradients swept back.
  @Benchmark
  public double traced() {
    nextBatch();
    Network recorded = network(traced);
    Map<Node, Tensor> gradients = recorded.graph().gradients();
    traced =
        recorded.parameters().stream()
            .map(p -> p.value().minus(gradients.get(p).times(RATE)))
            .toList();
    return recorded.graph().loss().value().item();
  }

  /// Making a plan of the graph, in microseconds per plan.
  @Benchmark
  @OperationsPerInvocation(1)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public Plan compile() {
    return Plan.of(network.graph(), network.parameters());
  }
}
