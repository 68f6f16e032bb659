package backstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Tape;
import backstep.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A course of training: any iteration again, exactly, in little memory, however long it is.
class CourseTest {
  /// Each state follows from the one before by a generator's rule, so none can be had by chance.
  private static final class Scrambler implements Stepper {
    private final int figures;
    private final int end;
    private final int infinite;
    private int index;
    private double state = 42;
    private double loss;
    private long steps;

    /// @param end where it cannot go on; @param infinite where its loss is not finite
    Scrambler(int figures, int end, int infinite) {
      this.figures = figures;
      this.end = end;
      this.infinite = infinite;
    }

    // Knuth's MMIX generator, 48 bits of it, which a double holds exactly.
    static double next(double state) {
      long next = ((long) state) * 6364136223846793005L + 1442695040888963407L;
      return (double) (next & ((1L << 48) - 1));
    }

    static double loss(double state) {
      return state * 0x1p-48;
    }

    @Override
    public int index() {
      return index;
    }

    @Override
    public boolean advance() {
      if (index == end) {
        return false;
      }
      steps++;
      loss = index == infinite ? Double.POSITIVE_INFINITY : loss(state);
      state = next(state);
      index++;
      return true;
    }

    @Override
    public double loss() {
      return loss;
    }

    @Override
    public int stateSize() {
      return figures;
    }

    @Override
    public void save(double[] to) {
      to[0] = state;
    }

    @Override
    public void restore(int at, double[] from) {
      index = at;
      state = from[0];
    }

    @Override
    public Iteration iteration() {
      Node loss = new Tape().leaf(Node.Leaf.Kind.INPUT, Tensor.scalar(state), "");
      return new Iteration(index, Graph.of(loss), List.of());
    }

    @Override
    public List<Tensor> parameters() {
      return List.of(Tensor.scalar(state));
    }
  }

  private static final int NEVER = Integer.MAX_VALUE;

  private static Scrambler scrambler() {
    return new Scrambler(100, NEVER, NEVER);
  }

  private static double[] states(int count) {
    double[] states = new double[count];
    states[0] = 42;
    for (int i = 1; i < count; i++) {
      states[i] = Scrambler.next(states[i - 1]);
    }
    return states;
  }

  private static void assertStands(Course course, int index, double[] states) {
    assertThat(course.get(index).index()).isEqualTo(index);
    assertThat(course.get(index).graph().loss().value().item()).isEqualTo(states[index]);
    assertThat(course.parameters(index).getFirst().item()).isEqualTo(states[index]);
  }

  /// Whatever was asked before, an iteration is the one that follows from the first.
  @Property(tries = 100)
  void anyWalkFindsTheSame(
      @ForAll @Size(max = 30) List<@IntRange(max = 40_000) Integer> places,
      @ForAll @IntRange(min = 1, max = 3000) int figures) {
    double[] states = states(40_001);
    Course course = new Course(new Scrambler(figures, NEVER, NEVER));
    int made = 1;
    for (int place : places) {
      assertThat(course.reach(place)).isEqualTo(place);
      made = Math.max(made, place + 1);
      assertThat(course.count()).isEqualTo(made);
      assertStands(course, place, states);
    }
    assertThat(course.parameters(made).getFirst().item())
        .isEqualTo(Scrambler.next(states[made - 1]));
  }

  @Test
  @DisplayName(
      "A million iterations take no more memory than some thousands, and few steps to find")
  void aMillionIterations() {
    int count = 1_000_000;
    Scrambler stepper = scrambler();
    Course course = new Course(stepper);
    course.train(count);
    double[] states = states(count);
    long steps = stepper.steps;
    int jumps = 200;
    new Random(1)
        .ints(jumps, 0, count)
        .forEach(place ->
            assertThat(course.get(place).graph().loss().value().item()).isEqualTo(states[place]));

    // 4096 states at most: they lie no nearer than every 256th.
    assertThat(course.spacing()).isEqualTo(256);
    assertThat(stepper.steps - steps).isLessThan((long) jumps * course.spacing());
    assertThat(course.history().buckets()).hasSizeLessThanOrEqualTo(History.MAX_BUCKETS);
    course.train(count + 1);
    assertThat(course.parameters(count).getFirst().item())
        .isEqualTo(Scrambler.next(states[count - 1]));
  }

  @Test
  @DisplayName("The more figures a state has, the fewer are kept")
  void largeStatesAreKeptFartherApart() {
    Course course = new Course(new Scrambler(100_000, NEVER, NEVER));
    course.train(1000);
    assertThat(course.spacing()).isEqualTo(64); // 16 states of them
    assertStands(course, 999, states(1000));
  }

  @Property(tries = 50)
  void lossesAreExact(
      @ForAll @IntRange(max = 20_000) int from, @ForAll @IntRange(max = 300) int length) {
    Course course = new Course(scrambler());
    course.train(20_300);
    double[] losses = course.losses(from, from + length);
    double[] states = states(20_300);
    for (int i = 0; i < length; i++) {
      assertThat(losses[i]).isEqualTo(Scrambler.loss(states[from + i]));
    }
  }

  @Test
  @DisplayName("It ends with the first loss that is not finite, which can be looked at")
  void itEndsWhereItDiverges() {
    Course course = new Course(new Scrambler(1, NEVER, 500));
    assertThat(course.reach(10_000)).isEqualTo(500);
    assertThat(course.count()).isEqualTo(501);
    assertThat(course.ending()).contains(Course.Ending.DIVERGED);
    assertThat(course.isOpen()).isFalse();
    assertThat(course.history().divergence().orElseThrow().iteration()).isEqualTo(500);
    assertStands(course, 500, states(501));
    course.train(600);
    assertThat(course.count()).isEqualTo(501);
  }

  @Test
  void itEndsWhereTheProgramCannotGoOn() {
    Course course = new Course(new Scrambler(1, 500, NEVER));
    assertThat(course.reach(10_000)).isEqualTo(499);
    assertThat(course.ending()).contains(Course.Ending.STOPPED);
    assertStands(course, 499, states(500));
    assertThatThrownBy(() -> course.get(500)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new Course(new Scrambler(1, 0, NEVER)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("An interrupted thread makes no further iterations")
  void interruptionStopsTheTraining() {
    Course course = new Course(scrambler());
    Thread.currentThread().interrupt();
    course.train(1000);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(course.count()).isEqualTo(1);
    course.train(1000);
    assertThat(course.count()).isEqualTo(1000);
  }

  @Test
  @DisplayName("One may look around while it is trained")
  void lookingAroundWhileTraining() throws InterruptedException {
    Course course = new Course(scrambler());
    double[] states = states(200_000);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread training = new Thread(() -> course.train(200_000));
    training.setUncaughtExceptionHandler((_, e) -> failure.set(e));
    training.start();
    Random random = new Random(2);
    while (training.isAlive()) {
      assertStands(course, random.nextInt(course.count()), states);
      assertThat(course.history().count()).isPositive();
    }
    training.join();
    assertThat(failure.get()).isNull();
    assertStands(course, 199_999, states);
  }
}
