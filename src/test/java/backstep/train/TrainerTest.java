package backstep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backstep.graph.Graph;
import backstep.graph.Iteration;
import backstep.graph.Node;
import backstep.graph.Tape;
import backstep.tensor.Tensor;
import backstep.train.TrainerState.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A training run on a thread of its own.
@Timeout(60)
class TrainerTest {
  // Windows of other tests may have trainers too.
  private final Set<Thread> others = Set.copyOf(Thread.getAllStackTraces().keySet());
  private final Trainer trainer = new Trainer();

  @AfterEach
  void close() {
    trainer.close();
  }

  /// Counts: its parameter is the number of iterations made.
  private static class Counter implements Stepper {
    private final int notFinite;
    private int index;
    private double loss;

    Counter(int notFinite) {
      this.notFinite = notFinite;
    }

    @Override
    public int index() {
      return index;
    }

    @Override
    public boolean advance() {
      loss = index == notFinite ? Double.NaN : 1.0 / (1 + index);
      index++;
      return true;
    }

    @Override
    public double loss() {
      return loss;
    }

    @Override
    public int stateSize() {
      return 1;
    }

    @Override
    public void save(double[] to) {
      to[0] = index;
    }

    @Override
    public void restore(int at, double[] from) {
      assertThat(from[0]).isEqualTo(at);
      index = at;
    }

    @Override
    public Iteration iteration() {
      Node loss = new Tape().leaf(Node.Leaf.Kind.INPUT, Tensor.scalar(index), "");
      return new Iteration(index, Graph.of(loss), List.of());
    }

    @Override
    public List<Tensor> parameters() {
      return List.of(Tensor.scalar(index));
    }
  }

  private static Course course() {
    return new Course(new Counter(-1));
  }

  private TrainerState finished() throws InterruptedException {
    return trainer.await().orElseThrow();
  }

  /// Waits for a state of some kind, whatever comes before it.
  private TrainerState until(java.util.function.Predicate<TrainerState> wanted) {
    while (true) {
      Optional<TrainerState> state = trainer.state().filter(wanted);
      if (state.isPresent()) {
        return state.get();
      }
      Thread.onSpinWait();
    }
  }

  @Test
  @DisplayName("Nothing is known before a run begins; a new run has its first iteration")
  void aRunBegins() throws InterruptedException {
    assertThat(trainer.state()).isEmpty();
    trainer.start();
    assertThat(trainer.await()).isEmpty();

    long run = trainer.begin(course(), Optional.empty());

    TrainerState state = finished();
    assertThat(state.run()).isEqualTo(run);
    assertThat(state.status()).isEqualTo(Status.PAUSED);
    assertThat(state.iterations()).isEqualTo(1);
    assertThat(state.parameters()).containsExactly(Tensor.scalar(1));
    assertThat(state.result()).isEmpty();
    assertThat(state.perSecond()).isZero();
    assertThat(state.left()).isEmpty();
    assertThat(state.reason()).isEmpty();
  }

  @Test
  @DisplayName("It makes as many iterations as it is asked for, and no more")
  void itStepsAsAsked() throws InterruptedException {
    Course course = course();
    trainer.begin(course, Optional.empty());
    trainer.step(1);
    assertThat(finished().iterations()).isEqualTo(2);
    trainer.step(100);
    assertThat(finished().iterations()).isEqualTo(102);
    trainer.start(12_345);
    TrainerState done = finished();
    assertThat(done.status()).isEqualTo(Status.DONE);
    assertThat(done.iterations()).isEqualTo(12_345);
    assertThat(done.parameters()).containsExactly(Tensor.scalar(12_345));
    assertThat(course.count()).isEqualTo(12_345);
  }

  @Test
  @DisplayName("Without a goal it goes on until it is paused, and from there on")
  void itRunsUntilPaused() throws InterruptedException {
    Course course = course();
    trainer.begin(course, Optional.empty());
    trainer.start();
    assertThat(until(state -> state.iterations() > 1000).status()).isEqualTo(Status.RUNNING);
    assertThat(until(state -> state.perSecond() > 0).left()).isEmpty();
    trainer.pause();
    TrainerState paused = finished();
    assertThat(paused.status()).isEqualTo(Status.PAUSED);
    assertThat(paused.iterations()).isEqualTo(course.count());
    assertThat(paused.perSecond()).isZero();
    trainer.start();
    until(state -> state.iterations() > paused.iterations());
  }

  @Test
  @DisplayName("A bounded run says how long it will take")
  void aBoundedRunSaysHowLong() {
    trainer.begin(course(), Optional.empty());
    trainer.start(1_000_000_000);
    TrainerState state = until(s -> s.left().isPresent());
    double expected = (1_000_000_000 - state.iterations()) / state.perSecond();
    assertThat(state.left().orElseThrow().toMillis() / 1000.0)
        .isBetween(expected - 1, expected + 1);
  }

  /// Waits in the middle of an evaluation until it is let go.
  private static final class Gate implements Evaluation {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public Result of(List<Tensor> parameters) {
      entered.countDown();
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Result(new Score(0, 0), Optional.empty());
    }
  }

  @Test
  @DisplayName("A run that was replaced does not write into the new one")
  void aReplacedRunIsSilent() throws InterruptedException {
    Gate gate = new Gate();
    trainer.begin(course(), Optional.of(gate));
    gate.entered.await();
    // The old run's state is being made while the new one begins.
    long run = trainer.begin(course(), Optional.empty());
    assertThat(trainer.state()).isEmpty();
    gate.open.countDown();
    TrainerState state = finished();
    assertThat(state.run()).isEqualTo(run);
    assertThat(state.result()).isEmpty();
  }

  @Test
  @DisplayName("A run that was stopped is heard of no more")
  void aStoppedRunIsSilent() throws InterruptedException {
    Gate gate = new Gate();
    Course course = course();
    trainer.begin(course, Optional.of(gate));
    gate.entered.await();
    trainer.stop();
    gate.open.countDown();
    assertThat(trainer.await()).isEmpty();
    trainer.start();
    trainer.step(5);
    assertThat(trainer.await()).isEmpty();
    assertThat(course.count()).isEqualTo(1);
  }

  @Test
  @DisplayName("A loss that is not finite ends the run; the last finite state is kept")
  void divergenceEndsTheRun() throws InterruptedException {
    trainer.begin(new Course(new Counter(500)), Optional.empty());
    trainer.start();
    TrainerState state = finished();
    assertThat(state.status()).isEqualTo(Status.ENDED);
    assertThat(state.iterations()).isEqualTo(501);
    // The parameters with which iteration 499 had a finite loss.
    assertThat(state.parameters()).containsExactly(Tensor.scalar(499));
    assertThat(state.reason())
        .contains(new TrainerState.Reason("train.diverged", List.of(501, 1.0 / 500)));
    trainer.start();
    assertThat(finished().iterations()).isEqualTo(501);
  }

  @Test
  void divergenceAtOnceHasAReasonToo() throws InterruptedException {
    trainer.begin(new Course(new Counter(0)), Optional.empty());
    TrainerState state = finished();
    assertThat(state.status()).isEqualTo(Status.ENDED);
    assertThat(state.reason())
        .contains(new TrainerState.Reason("train.diverged.atOnce", List.of()));
    assertThat(state.parameters()).containsExactly(Tensor.scalar(0));
  }

  @Test
  @DisplayName("States are evaluated with the parameters that they show")
  void statesAreEvaluated() throws InterruptedException {
    Evaluation evaluation =
        parameters ->
            new Evaluation.Result(
                new Evaluation.Score(parameters.getFirst().item(), 0.5), Optional.empty());
    trainer.begin(course(), Optional.of(evaluation));
    trainer.step(41);
    TrainerState state = finished();
    assertThat(state.result().orElseThrow().train().loss()).isEqualTo(42);
    assertThat(state.parameters()).containsExactly(Tensor.scalar(42));
  }

  @Test
  @DisplayName("States are made in measured numbers, however fast it trains")
  void statesDoNotPileUp() throws InterruptedException {
    AtomicInteger evaluated = new AtomicInteger();
    Evaluation counting =
        _ -> {
          evaluated.incrementAndGet();
          return new Evaluation.Result(new Evaluation.Score(0, 0), Optional.empty());
        };
    trainer.begin(course(), Optional.of(counting));
    finished();
    trainer.start(2_000_000);
    TrainerState state = finished();
    // One for each slice would be thousands.
    assertThat(evaluated.get()).isLessThan(state.iterations() / 1000);
  }

  @Test
  @DisplayName("At a pace it goes on all the same, and at full speed again")
  void thePaceCanBeChanged() throws InterruptedException {
    trainer.setPace(500);
    trainer.begin(course(), Optional.empty());
    trainer.start(50);
    assertThat(finished().iterations()).isEqualTo(50);
    trainer.setPace(0.001);
    trainer.start(1_000_000);
    // Only the first is due within the quarter of an hour.
    until(state -> state.status() == Status.RUNNING && state.iterations() == 51);
    trainer.setPace(Double.POSITIVE_INFINITY);
    assertThat(finished().iterations()).isEqualTo(1_000_000);
    assertThatThrownBy(() -> trainer.setPace(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("Closed, it comes to its end in the middle of a run")
  void closingEndsIt() throws InterruptedException {
    Course course = course();
    trainer.begin(course, Optional.empty());
    trainer.start();
    until(state -> state.iterations() > 100);
    trainer.close();
    assertThat(trainer.await()).isEmpty();
    assertThat(
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("backstep-trainer"))
                .filter(thread -> !others.contains(thread))
                .peek(TrainerTest::join))
        .allMatch(thread -> !thread.isAlive());
  }

  private static void join(Thread thread) {
    try {
      thread.join(30_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
