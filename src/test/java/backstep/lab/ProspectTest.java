package backstep.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Update;
import backstep.lab.Prospect.Obstacle;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.tensor.Tensor;
import backstep.testing.CPython;
import backstep.testing.TwoLayers;
import backstep.train.Course;
import backstep.train.Descent;
import backstep.train.Reruns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which programs go on learning beyond their text, and that they go on as they began.
class ProspectTest {
  private static final int ROUNDS = 200;

  /// A neuron with the slip of the notebook's: its gradient uses a number of another program's.
  private static final String SLIP =
      """
      import numpy as np
      def sigmoid(x):
          return 1 / (1 + np.exp(-x))
      x = 3.0
      X = np.array([.5, .8])
      y = np.array([1])
      W = np.array([.2, .4])
      z = W.dot(X)
      r = sigmoid(z)
      loss = .5 * (y - r) ** 2
      d = (r - y) * (1.0 - sigmoid(z)) * sigmoid(z)
      grad_w = d * x
      W -= 0.1 * grad_w
      """;

  /// A network whose hidden layer is masked on the way forward, and changes its mask as it learns.
  private static final String MASKED =
      """
      import numpy as np
      X = np.array([1., -2.])
      W = np.array([[.5, .3], [.3, .1], [.4, .15]])
      V = np.array([.7, -.6, .9])
      z = W.dot(X)
      a = z * (z > 0)
      loss = .5 * (V.dot(a) - 2) ** 2
      d = V.dot(a) - 2
      grad_V = d * a
      grad_W = np.outer(d * V * (z > 0), X)
      V -= .2 * grad_V
      W -= .2 * grad_W
      """;

  private static final String GUESS =
      """
      target_number = 42
      guess = -0.2734299525197059
      learning_rate = .1
      """;
  private static final String ROUND =
      """
      loss = 0.5 * (target_number - guess) ** 2
      grad = guess - target_number
      guess -= learning_rate * grad
      """;

  private static Replays replays(String text) {
    Program program = Program.of(text);
    return new Replays(program, Options.DEFAULT, program.run(Options.DEFAULT));
  }

  private static Prospect prospect(String text) {
    return Prospect.of(replays(text));
  }

  private static Course course(String text) {
    return ((Prospect.Open) prospect(text)).course();
  }

  /// The program with its body, from the loss on and back from it, in a loop of its own.
  private static String looped(String program, String firstLine, int rounds) {
    int at = program.indexOf(firstLine);
    return program.substring(0, at)
        + "for i in range("
        + rounds
        + "):\n"
        + program.substring(at).indent(4);
  }

  /// Each iteration is the round of a loop, node by node and to the last bit.
  private static void assertSame(Course course, Replays rounds) {
    course.train(rounds.count());
    for (int i = 0; i < rounds.count(); i++) {
      Iteration here = course.get(i);
      Iteration there = rounds.get(i);
      assertThat(here.index()).isEqualTo(i);
      assertThat(values(here.graph())).as("iteration %d", i).isEqualTo(values(there.graph()));
      assertThat(after(here)).as("updates of %d", i).isEqualTo(after(there));
    }
    assertThat(course.losses(0, rounds.count())).isEqualTo(rounds.run().losses());
  }

  // In a loop the parameters are set after the data from the second round on: leaves may stand in
  // another order.
  private static List<String> values(Graph graph) {
    return Stream.concat(
            graph.leaves().stream().map(Node::value).map(ProspectTest::exact).sorted(),
            graph.operations().stream().map(Node::value).map(ProspectTest::exact))
        .toList();
  }

  private static String exact(Tensor value) {
    return value.shape() + Arrays.toString(value.toArray());
  }

  private static List<Tensor> after(Iteration iteration) {
    return iteration.updates().stream().map(Update::after).map(Node::value).toList();
  }

  @Test
  @DisplayName("A program without a loop goes on as the same program in a loop")
  void programsGoOnAsInALoop() {
    assertSame(course(GUESS + ROUND), replays(looped(GUESS + ROUND, "loss", 350)));
    assertSame(course(TwoLayers.TRAINED), replays(looped(TwoLayers.TRAINED, "z1 = ", ROUNDS)));
    assertSame(course(MASKED), replays(looped(MASKED, "z = ", 40)));
    assertSame(course(SLIP), replays(looped(SLIP, "z = ", 40)));
  }

  @Test
  @DisplayName("The masks of the network above do change on the way")
  void masksChange() {
    Course course = course(MASKED);
    course.train(40);
    Tensor first = mask(course.get(0));
    Tensor last = mask(course.get(39));
    assertThat(last).isNotEqualTo(first);
  }

  private static Tensor mask(Iteration iteration) {
    return iteration.graph().leaves().stream()
        .filter(leaf -> leaf.kind() == Node.Leaf.Kind.CONSTANT && leaf.value().size() == 3)
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  @DisplayName("Descent on the graph and runs of the program come to the same, to the last bit")
  void bothWaysComeToTheSame() {
    Replays replays = replays(TwoLayers.TRAINED);
    Course descent = new Course(Descent.of(replays, replays.run().losses()).orElseThrow());
    Course reruns = new Course(new Reruns(replays.get(0), replays::with));
    descent.train(ROUNDS);
    reruns.train(ROUNDS);
    assertThat(descent.losses(0, ROUNDS)).isEqualTo(reruns.losses(0, ROUNDS));
    assertThat(descent.parameters(ROUNDS)).isEqualTo(reruns.parameters(ROUNDS));
    for (int i : new int[] {0, 1, 57, ROUNDS - 1}) {
      Iteration one = descent.get(i);
      Iteration other = reruns.get(i);
      assertThat(values(one.graph())).isEqualTo(values(other.graph()));
      assertThat(one.updates().stream().map(Update::gradient))
          .isEqualTo(other.updates().stream().map(Update::gradient).toList());
      assertThat(one.updates().stream().map(Update::rate))
          .isEqualTo(other.updates().stream().map(Update::rate).toList());
    }
  }

  /// NumPy runs the same lines in a loop.
  @Test
  @DisplayName("The two-layer network learns as it does under NumPy")
  void asUnderNumpy() {
    String printing = "    print(float(loss[0]), *W2.ravel().tolist(), *W1.ravel().tolist())\n";
    String[] lines =
        CPython.run(looped(TwoLayers.TRAINED, "z1 = ", ROUNDS) + printing).strip().split("\n");
    Course course = course(TwoLayers.TRAINED);
    course.train(ROUNDS);
    double[] losses = course.losses(0, ROUNDS);
    assertThat(lines).hasSize(ROUNDS);
    for (int i = 0; i < ROUNDS; i++) {
      List<Double> figures = new ArrayList<>(List.of(losses[i]));
      for (Tensor parameter : course.parameters(i + 1)) {
        Arrays.stream(parameter.toArray()).forEach(figures::add);
      }
      String[] numpy = lines[i].split(" ");
      assertThat(numpy).hasSize(7);
      for (int k = 0; k < numpy.length; k++) {
        double expected = Double.parseDouble(numpy[k]);
        assertThat(figures.get(k)).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
      }
    }
  }

  /// The table that the notebook printed: the guess after so many epochs, and the loss before it.
  @Test
  @DisplayName("Guess the number passes through the notebook's table")
  void theNotebooksTable() {
    double[][] table = {
      {5, 17.037962347336638, 384.6316813413478},
      {10, 27.26016638647881, 134.11277466314144},
      {45, 41.6310390434763, 0.08403221446844601},
      {70, 41.97351236717747, 0.0004330831435438802},
    };
    for (String program : List.of(GUESS + ROUND, looped(GUESS + ROUND, "loss", 350))) {
      Course course = course(program);
      for (double[] row : table) {
        int epoch = (int) row[0];
        course.train(epoch);
        assertThat(course.parameters(epoch).getFirst().item()).isEqualTo(row[1]);
        assertThat(course.losses(epoch - 1, epoch)[0]).isEqualTo(row[2]);
      }
    }
  }

  @Test
  @DisplayName("A loop that is plain descent goes on where it ends")
  void aPlainLoopGoesOn() {
    Course loop = course(looped(GUESS + ROUND, "loss", 350));
    assertThat(loop.count()).isEqualTo(350);
    assertThat(loop.isOpen()).isTrue();
    assertSame(loop, replays(looped(GUESS + ROUND, "loss", 400)));
  }

  @Test
  void aProgramWithoutUpdatesHasNothingToLearn() {
    assertThat(prospect("x = 3.\nloss = x ** 2"))
        .isEqualTo(new Prospect.Closed(Obstacle.NO_UPDATES));
  }

  @ParameterizedTest
  @DisplayName("A program that changes a parameter otherwise than by one update does not go on")
  @ValueSource(
      strings = {
        "w = 5.\nloss = .5 * w * w\nw -= .1 * w\nw -= .1 * w",
        "w = 5.\nloss = .5 * w * w\nw -= .1 * w\nw = min(w, 1.)",
        "import numpy as np\nw = np.array([5.])\nv = w.copy()\nloss = .5 * w.dot(v)\n"
            + "w -= .05 * v\nv -= .05 * w",
        "import numpy as np\nw = np.array([5.])\nloss = .5 * w.dot(w)\nw -= .1 * w\nw[0] = 0",
      })
  void otherChanges(String program) {
    assertThat(prospect(program)).isEqualTo(new Prospect.Closed(Obstacle.OTHER_CHANGES));
  }

  @ParameterizedTest
  @DisplayName("A loop that does more than plain descent on one graph ends where it ends")
  @ValueSource(
      strings = {
        // other data in each round
        "w = 1.\nX = [1., 2., 3.]\nfor x in X:\n    loss = (w * x - 1) ** 2\n"
            + "    w -= .01 * 2 * (w * x - 1) * x",
        // a rate that changes
        "w = 1.\nrate = .1\nfor i in range(9):\n    loss = .5 * w * w\n    w -= rate * w\n"
            + "    rate = rate * .5",
        // a wrong gradient
        "w = 1.\nfor i in range(9):\n    loss = w * w\n    w -= .1 * w",
        // a choice on the way to the loss
        "w = 1.\nfor i in range(9):\n    loss = .5 * w * w if w > 0 else w\n    w -= .1 * w",
        // an update that is not made each time
        "w = 1.\nfor i in range(9):\n    loss = .5 * w * w\n    if i < 8:\n        w -= .1 * w",
      })
  void otherLoopsEnd(String program) {
    assertThat(prospect(program)).isEqualTo(new Prospect.Closed(Obstacle.OWN_LOOP));
  }

  @Test
  @DisplayName("A course ends where the program stops with a problem")
  void itEndsWhereTheProgramStops() {
    // w is 1, then 0, by which Python does not divide.
    Course course = course("w = 1.\nloss = 1 / w if w < 5 else w\nw -= 1. * w ** 2");
    assertThat(course.reach(9)).isZero();
    assertThat(course.isOpen()).isFalse();
    assertThat(course.count()).isEqualTo(1);
    assertThat(course.ending()).contains(Course.Ending.STOPPED);
  }

  @Test
  @DisplayName("A course ends where the program begins to change a parameter otherwise")
  void itEndsWhereAParameterIsChangedOtherwise() {
    Course course = course("w = 5.\nloss = .5 * w * w\nw -= .1 * w\nw = max(w, 4.)");
    // 5, 4.5 and 4.05 are above 4; then 3.645 is not.
    assertThat(course.reach(9)).isEqualTo(1);
    assertThat(course.parameters(2)).containsExactly(Tensor.scalar(4.05));
    assertThat(course.ending()).contains(Course.Ending.STOPPED);
  }

  @Test
  @DisplayName("A course ends with the first loss that is not finite")
  void itEndsWhereTheLossIsNotFinite() {
    Course course = course(GUESS.replace(".1", "3.") + ROUND);
    course.train(100_000);
    int last = course.count() - 1;
    assertThat(course.ending()).contains(Course.Ending.DIVERGED);
    assertThat(course.history().divergence().orElseThrow().iteration()).isEqualTo(last);
    assertThat(course.losses(last, last + 1)[0]).isInfinite();
    assertThat(course.losses(last - 1, last)[0]).isFinite();
    assertThat(course.get(last).graph().loss().value().item()).isInfinite();
  }

  @Test
  @DisplayName(
      "A loop whose own losses cease to be finite does not go on, and keeps all its rounds")
  void aLoopThatDivergesIsClosed() {
    Replays replays =
        replays("w = 1.\nfor i in range(700):\n    loss = .5 * w * w\n    w -= 3. * w");
    assertThat(replays.run().losses()[699]).isInfinite();
    Prospect prospect = Prospect.of(replays);
    assertThat(prospect).isEqualTo(new Prospect.Closed(Obstacle.DIVERGED));
    assertThat(prospect.over(replays).count()).isEqualTo(700);
    assertThat(prospect.over(replays).isOpen()).isFalse();
  }
}
