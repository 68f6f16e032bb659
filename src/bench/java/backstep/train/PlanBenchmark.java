package backstep.train;

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

/// Time per sample of gradient descent, batch after batch: a [Plan], and a loop written by hand.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlanBenchmark {
  private static final double RATE = 0.01;

  private final HandWritten hand = new HandWritten(new Random(3));
  private final Network network = new Network(hand);
  private final Plan plan = Plan.of(network.graph, network.parameters());
  private final Optimizer optimizer = new Sgd(RATE);
  private final double[] x = plan.values(network.variables.get("x"));
  private final double[] t = plan.values(network.variables.get("t"));
  private int first;

  private int next() {
    first = (first + Network.BATCH) % Network.POINTS;
    return first;
  }

  @Benchmark
  @OperationsPerInvocation(Network.BATCH)
  public double handWritten() {
    int from = next();
    return hand.step(Network.INPUT, Network.TARGET, from, from + Network.BATCH, RATE);
  }

  @Benchmark
  @OperationsPerInvocation(Network.BATCH)
  public double plan() {
    int from = next();
    System.arraycopy(Network.INPUT, from * Network.INPUTS, x, 0, x.length);
    System.arraycopy(Network.TARGET, from, t, 0, t.length);
    double loss = plan.forward();
    plan.backward();
    optimizer.step(plan);
    return loss;
  }
}
