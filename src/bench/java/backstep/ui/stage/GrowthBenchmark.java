package backstep.ui.stage;

import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Run;
import backstep.tensor.Tensor;
import backstep.trace.Trace;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How the time from a program to its drawing grows with the number of nodes: a chain of layers,
/// two leaves and two ops in each.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xss4m"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
public class GrowthBenchmark {
  private static final int PER_LAYER = 4;

  /// How many nodes the graph has, or a few more.
  @Param({"10", "100", "1000", "10000"})
  public int nodes;

  private String text = "";
  private Run run;
  private Iteration iteration;
  private Trace trace;
  private Diagram diagram;

  @Setup
  public void prepare() {
    StringBuilder program = new StringBuilder("import numpy as np\nz = np.array([.5, .8])\n");
    for (int i = 0; i < nodes / PER_LAYER; i++) {
      program.append("w%d = np.array([1.01, .99])\nb%d = np.array([.01, -.01])\n".formatted(i, i));
      program.append("h%d = w%d * z\nz = h%d + b%d\n".formatted(i, i, i, i));
    }
    text = program.append("loss = np.sum(z)\n").toString();
    run = run();
    if (run.problem().isPresent()) {
      throw new IllegalStateException(run.problem().toString());
    }
    iteration = run.last();
    trace = trace();
    diagram = diagram();
  }

  /// Reads the program and runs it, which records the graph.
  @Benchmark
  public Run run() {
    return Program.of(text).run(Options.DEFAULT);
  }

  /// Sweeps the gradients back.
  @Benchmark
  public Map<Node, Tensor> gradients() {
    return iteration.graph().gradients();
  }

  /// All steps with their values, shares and sums.
  @Benchmark
  public Trace trace() {
    return Trace.of(iteration);
  }

  /// What there is to draw.
  @Benchmark
  public Diagram diagram() {
    return Drawing.of(trace, run.origins()).diagram();
  }

  /// Where each node and each wire goes.
  @Benchmark
  public DiagramLayout layout() {
    return DiagramLayout.of(diagram);
  }
}
