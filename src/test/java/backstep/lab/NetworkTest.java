package backstep.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.lab.NetworkSettings.Activation;
import backstep.lab.NetworkSettings.Method;
import backstep.python.Claim;
import backstep.python.Run;
import backstep.tensor.Shape;
import backstep.tensor.Tensor;
import backstep.testing.CPython;
import backstep.testing.Terminal;
import backstep.train.Batches;
import backstep.train.Course;
import backstep.train.Dataset;
import backstep.train.Dataset.Point;
import backstep.train.Evaluation;
import backstep.train.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The network of two layers: a program that runs anywhere, and its training.
class NetworkTest {
  private static final Dataset DATA = Dataset.of(Pattern.XOR, 250, 0.04, 1, 0.2);

  static Stream<NetworkSettings> settings() {
    return Arrays.stream(Activation.values())
        .flatMap(activation ->
            Arrays.stream(Method.values())
                .map(method ->
                    NetworkSettings.DEFAULT.withActivation(activation).withMethod(method)))
        .flatMap(
            each -> Stream.of(each.withHidden(3), each.withHidden(5).withL2(0.01).withBatch(4)));
  }

  private static Network network(NetworkSettings settings) {
    return Network.of(settings, DATA);
  }

  private static List<String> lines(Tensor... tensors) {
    return Arrays.stream(tensors)
        .map(tensor -> Arrays.toString(tensor.toArray()).replace(" ", ""))
        .toList();
  }

  // ---- The program

  @ParameterizedTest
  @DisplayName("The backward pass by hand gives the gradients, and claims nothing else")
  @MethodSource("settings")
  void theBackwardPassIsRight(NetworkSettings settings) {
    Run run = network(settings).replays().run();
    assertThat(run.problem()).isEmpty();
    assertThat(run.claims())
        .hasSize(settings.method() == Method.SGD ? 4 : 0)
        .allMatch(Claim::agrees);
    Iteration iteration = run.last();
    assertThat(iteration.updates()).hasSize(4);
    Map<Node, Tensor> gradients = iteration.graph().gradients();
    for (Update update : iteration.updates()) {
      String name = run.origins().name(update.parameter()).orElseThrow();
      Tensor byHand = run.globals().get("grad_" + name).value();
      assertClose(byHand, gradients.get(update.parameter()), 1e-12);
    }
  }

  private static void assertClose(Tensor actual, Tensor expected, double tolerance) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i))
          .isCloseTo(expected.get(i), within(tolerance * Math.max(1, Math.abs(expected.get(i)))));
    }
  }

  @ParameterizedTest
  @DisplayName("The check of gradients finds nothing wrong")
  @MethodSource("settings")
  void theCheckFindsNothingWrong(NetworkSettings settings) {
    Terminal.Result result =
        Terminal.run(
            Locale.ENGLISH, Terminal.Screen.NONE, network(settings).program(), "check", "-");
    assertThat(result.code()).as(result.out() + result.err()).isZero();
  }

  /// NumPy runs the program's own lines in a loop over the batches.
  @ParameterizedTest
  @DisplayName("Under NumPy it learns the same")
  @MethodSource("settings")
  void underNumpy(NetworkSettings settings) {
    int rounds = 30;
    Network network = network(settings);
    String program = network.program();
    int forward = program.indexOf("# forward pass");
    StringBuilder script = new StringBuilder(program.substring(0, forward));
    script.append("batches = [");
    Batches batches = new Batches(DATA.train().size(), settings.batch(), settings.seed());
    for (int i = 0; i < rounds; i++) {
      List<Point> batch = Arrays.stream(batches.of(i)).mapToObj(DATA.train()::get).toList();
      script.append(
          "(%s, %s),\n"
              .formatted(
                  lines(Dataset.inputs(batch)).getFirst(),
                  lines(Dataset.labels(batch)).getFirst()));
    }
    script.append("]\nfor X, y in batches:\n    X = np.array(X).reshape(-1, 2)\n");
    script.append("    y = np.array(y).reshape(-1, 1)\n");
    script.append(program.substring(forward).indent(4));
    script.append("    print(loss, *[x for p in (W1, b1, W2, b2) for x in p.ravel().tolist()])\n");

    String[] printed = CPython.run(script.toString()).strip().split("\n");

    Course course = network.course();
    course.train(rounds);
    double[] losses = course.losses(0, rounds);
    for (int i = 0; i < rounds; i++) {
      List<Double> figures = new ArrayList<>(List.of(losses[i]));
      course.parameters(i + 1).forEach(p -> Arrays.stream(p.toArray()).forEach(figures::add));
      double[] numpy =
          Arrays.stream(printed[i].split(" ")).mapToDouble(Double::parseDouble).toArray();
      assertThat(figures).hasSize(numpy.length);
      for (int k = 0; k < numpy.length; k++) {
        assertThat(figures.get(k)).as("iteration %d", i).isCloseTo(numpy[k], within(1e-9));
      }
    }
  }

  // ---- Its training

  @ParameterizedTest
  @DisplayName("Any batch can be stepped through, and its updates lead to the next")
  @MethodSource("settings")
  void anyBatchCanBeSteppedThrough(NetworkSettings settings) {
    Network network = network(settings);
    Course course = network.course();
    course.train(3000);
    Batches batches = new Batches(DATA.train().size(), settings.batch(), settings.seed());
    Run run = network.replays().run();
    for (int index : new Random(1).ints(12, 0, 2999).toArray()) {
      Iteration iteration = course.get(index);
      assertThat(iteration.index()).isEqualTo(index);
      Graph graph = iteration.graph();
      // The loss of the graph, worked out op by op, is that of the training, to the last bit.
      assertThat(graph.loss().value().item()).isEqualTo(course.losses(index, index + 1)[0]);
      List<Tensor> before = iteration.updates().stream().map(u -> u.parameter().value()).toList();
      List<Tensor> after = iteration.updates().stream().map(u -> u.after().value()).toList();
      assertThat(before).isEqualTo(course.parameters(index));
      assertThat(after).isEqualTo(course.parameters(index + 1));
      List<Point> batch = Arrays.stream(batches.of(index)).mapToObj(DATA.train()::get).toList();
      Map<String, Node> variables = run.variables(graph);
      assertThat(variables.get("X").value()).isEqualTo(Dataset.inputs(batch));
      assertThat(variables.get("y").value()).isEqualTo(Dataset.labels(batch));
      for (Update update : iteration.updates()) {
        Tensor step = update.gradient().times(update.rate());
        assertClose(update.parameter().value().minus(step), update.after().value(), 1e-15);
        assertThat(run.origins().name(update.after()))
            .isEqualTo(run.origins().name(update.parameter()));
      }
    }
  }

  @ParameterizedTest
  @DisplayName("The first iteration is the program's own")
  @MethodSource("settings")
  void theFirstIterationIsTheProgramsOwn(NetworkSettings settings) {
    Network network = network(settings);
    Iteration own = network.replays().get(0);
    Iteration trained = network.course().get(0);
    assertThat(trained.graph().loss().value()).isEqualTo(own.graph().loss().value());
    for (int i = 0; i < 4; i++) {
      assertClose(
          trained.updates().get(i).after().value(), own.updates().get(i).after().value(), 1e-12);
      assertThat(trained.updates().get(i).rate()).isEqualTo(own.updates().get(i).rate());
    }
  }

  // ---- What it learns

  private record Learned(double train, double test) {}

  private static Learned learned(NetworkSettings settings, Dataset data, int iterations) {
    Network network = Network.of(settings, data);
    Course course = network.course();
    course.train(iterations);
    Evaluation.Result result = network.evaluation().of(course.parameters(iterations));
    return new Learned(result.train().accuracy(), result.test().orElseThrow().accuracy());
  }

  @Test
  @DisplayName("Four hidden neurons learn XOR by heart, from nine of ten seeds at least")
  void xorIsLearned() {
    long byHeart = 0;
    for (int seed = 0; seed < 10; seed++) {
      Dataset data = Dataset.of(Pattern.XOR, Dataset.USUAL_COUNT, Dataset.USUAL_NOISE, seed, 0.2);
      NetworkSettings settings = NetworkSettings.DEFAULT.withHidden(4).withSeed(seed);
      byHeart += learned(settings, data, 3000).train() == 1 ? 1 : 0;
    }
    assertThat(byHeart).isGreaterThanOrEqualTo(9);
  }

  @ParameterizedTest
  @DisplayName("The other patterns are learned for points never seen, too")
  @CsvSource({
    "CIRCLE, TANH, SGD, 0.95", "MOONS, TANH, SGD, 0.95", "BLOBS, TANH, SGD, 0.95",
    "CIRCLE, RELU, ADAM, 0.95", "MOONS, SIGMOID, MOMENTUM, 0.85", "BLOBS, RELU, MOMENTUM, 0.95",
  })
  void patternsAreLearned(Pattern pattern, Activation activation, Method method, double accuracy) {
    for (int seed = 1; seed <= 3; seed++) {
      Dataset data = Dataset.of(pattern, Dataset.USUAL_COUNT, Dataset.USUAL_NOISE, seed, 0.2);
      NetworkSettings settings =
          NetworkSettings.DEFAULT.withActivation(activation).withMethod(method).withSeed(seed);
      assertThat(learned(settings, data, 2000).test()).isGreaterThanOrEqualTo(accuracy);
    }
  }

  @Test
  @DisplayName("Sixteen hidden neurons find the arms of the spiral")
  void theSpiralIsLearned() {
    for (int seed = 1; seed <= 3; seed++) {
      Dataset data =
          Dataset.of(Pattern.SPIRAL, Dataset.USUAL_COUNT, Dataset.USUAL_NOISE, seed, 0.2);
      NetworkSettings settings = NetworkSettings.DEFAULT.withHidden(16).withSeed(seed);
      assertThat(learned(settings, data, 6000).train()).isGreaterThanOrEqualTo(0.9);
    }
  }

  @Test
  @DisplayName("Too high a rate ends in a loss that no longer falls, not in a crash")
  void tooHighARate() {
    NetworkSettings settings =
        NetworkSettings.DEFAULT.withActivation(Activation.RELU).withRate(1e200);
    Course course = network(settings).course();
    course.train(1000);
    assertThat(course.ending()).contains(Course.Ending.DIVERGED);
    assertThat(course.history().divergence()).isPresent();
  }

  // ---- What it says

  @Test
  @DisplayName("Its outputs are what the program computes for the same points")
  void outputsAreTheProgramsOwn() {
    Network network = network(NetworkSettings.DEFAULT);
    Iteration first = network.replays().get(0);
    Map<String, Node> variables = network.replays().run().variables(first.graph());
    List<Tensor> parameters = first.updates().stream().map(u -> u.parameter().value()).toList();
    Outputs outputs = network.outputs(variables.get("X").value());
    assertThat(outputs.with(parameters)).isEqualTo(variables.get("a2").value().toArray());
    Outputs one = network.outputs(Tensor.of(Shape.of(1, 2), .5, -.5));
    double before = one.with(parameters)[0];
    Course course = network.course();
    course.train(2000);
    // (0.5, −0.5) is of class 1.
    assertThat(one.with(course.parameters(2000))[0]).isGreaterThan(0.8);
    assertThat(one.with(parameters)[0]).isEqualTo(before);
  }

  @Test
  void withoutTestPointsThereIsNoTestScore() {
    Dataset all = Dataset.of(Pattern.BLOBS, 20, 0, 1, 0);
    Network network = Network.of(NetworkSettings.DEFAULT, all);
    Evaluation.Result result = network.evaluation().of(network.course().parameters(0));
    assertThat(result.test()).isEmpty();
    assertThat(result.train().loss()).isPositive();
  }

  @Test
  @DisplayName("A few points of one's own are one batch")
  void aFewPointsAreOneBatch() {
    List<Point> own = List.of(new Point(-1, -1, -1), new Point(1, 1, 1), new Point(.5, 0, 1));
    Network network = Network.of(NetworkSettings.DEFAULT, new Dataset(own, List.of()));
    Course course = network.course();
    course.train(500);
    assertThat(course.losses(499, 500)[0]).isLessThan(0.01);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.1, 10, 0, 1",
    "17, 0.1, 10, 0, 1",
    "4, 0, 10, 0, 1",
    "4, 0.1, 0, 0, 1",
    "4, 0.1, 65, 0, 1",
    "4, 0.1, 10, -1, 1",
    "4, NaN, 10, 0, 1",
    "4, 0.1, 10, 0, -1",
    "4, 0.1, 10, 0, 4294967296"
  })
  void nonsenseIsRefused(int hidden, double rate, int batch, double l2, long seed) {
    assertThatThrownBy(
            () -> new NetworkSettings(hidden, Activation.TANH, Method.SGD, rate, batch, l2, seed))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
