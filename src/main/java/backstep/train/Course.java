package backstep.train;

import backstep.graph.Iteration;
import backstep.graph.Iterations;
import backstep.tensor.Tensor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The iterations of a training run, as many as were made so far and all that may follow.
///
/// Each of them can be had again, to the last bit: states are kept at growing distances, and what
/// lies between is made again from the nearest one. So a run of a million iterations needs no more
/// memory than a short one. It ends where its loss is no longer finite, or where the program cannot
/// go on.
///
/// A course may be used by several threads at a time; none waits long for another.
public final class Course implements Iterations {
  /// What ends a course.
  public enum Ending {
    /// The loss of the last iteration is infinite or NaN.
    DIVERGED,
    /// The program cannot go on after the last iteration.
    STOPPED
  }

  // So many iterations are made before another thread gets its turn.
  private static final int TURN = 16;

  private final Stepper stepper;
  private final Checkpoints checkpoints;
  private final LossLog losses = new LossLog();
  private final ReentrantLock lock = new ReentrantLock(true);
  private final double[] head;
  private int headIndex = -1; // not yet
  private volatile int count;
  private volatile @Nullable Ending ending;

  /// A course from where the stepper stands, with its first iteration made.
  ///
  /// @param stepper at index 0; it belongs to the course from now on
  /// @throws IllegalArgumentException if there is no first iteration
  public Course(Stepper stepper) {
    this.stepper = stepper;
    checkpoints = new Checkpoints(stepper.stateSize());
    head = new double[stepper.stateSize()];
    makeNext();
    if (count == 0) {
      throw new IllegalArgumentException("a course without an iteration");
    }
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public boolean isOpen() {
    return ending == null;
  }

  /// What ended the course, if anything did.
  public Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }

  @Override
  public int reach(int index) {
    train(Math.clamp((long) index + 1, 0, Integer.MAX_VALUE));
    return Math.clamp(index, 0, count - 1);
  }

  /// Makes iterations until there are so many, until the course ends, or until the thread is
  /// interrupted.
  public void train(int wanted) {
    while (count < wanted && isOpen() && !Thread.currentThread().isInterrupted()) {
      locked(() -> {
        seek(count);
        for (int i = 0; i < TURN && count < wanted && isOpen(); i++) {
          makeNext();
        }
        return count;
      });
    }
  }

  /// Makes iterations until there are so many, until the course ends, or until it took so long.
  public void train(int wanted, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (count < wanted && isOpen() && System.nanoTime() < end) {
      train((int) Math.min(wanted, count + (long) TURN));
    }
  }

  private void makeNext() {
    checkpoints.offer(stepper);
    if (!stepper.advance()) {
      ending = Ending.STOPPED;
      return;
    }
    losses.add(stepper.loss());
    if (!Double.isFinite(stepper.loss())) {
      ending = Ending.DIVERGED;
    }
    count = stepper.index();
  }

  @Override
  public Iteration get(int index) {
    Objects.checkIndex(index, count);
    return locked(() -> {
      seek(index);
      return stepper.iteration();
    });
  }

  /// The parameters before an iteration; with the number of iterations, those after the last.
  public List<Tensor> parameters(int index) {
    Objects.checkIndex(index, count + 1);
    return locked(() -> {
      seek(index);
      return stepper.parameters();
    });
  }

  /// The exact losses from one iteration up to, but without, another.
  public double[] losses(int from, int to) {
    Objects.checkFromToIndex(from, to, count);
    return locked(() -> {
      double[] exact = new double[to - from];
      seek(from);
      for (int i = 0; i < exact.length; i++) {
        stepper.advance();
        exact[i] = stepper.loss();
      }
      return exact;
    });
  }

  /// The losses so far, seen from the last iteration.
  public History history() {
    return locked(losses::history);
  }

  /// How many iterations have to be made again, at most, to have any one of them.
  int spacing() {
    return locked(checkpoints::spacing);
  }

  // Sets the stepper to an index up to the count, by the shortest way forward.
  private void seek(int index) {
    if (stepper.index() == index) {
      return;
    }
    leaveHead();
    int kept = checkpoints.before(index);
    boolean fromHead = headIndex <= index && headIndex > kept;
    int start = fromHead ? headIndex : kept;
    if (stepper.index() > index || stepper.index() < start) {
      if (fromHead) {
        stepper.restore(headIndex, head);
      } else {
        checkpoints.restore(kept, stepper);
      }
    }
    while (stepper.index() < index) {
      stepper.advance();
    }
  }

  // Whoever comes back to go on with the training finds the newest state.
  private void leaveHead() {
    if (stepper.index() == count && headIndex != count) {
      stepper.save(head);
      headIndex = count;
    }
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
