package backstep.train;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Trains a course on a thread of its own, at full speed or at a pace.
///
/// Whoever wants to know how it goes asks for the newest [#state], as often as they like: states
/// are made some sixty times a second at most, and never wait in a row. A run that was replaced or
/// stopped is heard of no more.
public final class Trainer implements AutoCloseable {
  private static final int UNBOUNDED = Integer.MAX_VALUE;

  /// What is to be done.
  ///
  /// @param goal how many iterations there shall be
  /// @param perSecond how many to make in a second
  record Order(
      long run, Course course, Optional<Evaluation> evaluation, int goal, double perSecond) {
    boolean isOpen() {
      return course.isOpen() && course.count() < goal;
    }

    boolean isBounded() {
      return goal < UNBOUNDED;
    }

    Order withGoal(int other) {
      return new Order(run, course, evaluation, other, perSecond);
    }

    Order withPace(double other) {
      return new Order(run, course, evaluation, goal, other);
    }
  }

  private final Thread thread = new Thread(this::work, "backstep-trainer");
  private long runs;
  private double perSecond = Double.POSITIVE_INFINITY;
  private @Nullable Order order;
  private long given;
  private long seen;
  private boolean idle = true;
  private boolean closed;
  private volatile Optional<TrainerState> state = Optional.empty();

  /// A trainer with nothing to do.
  public Trainer() {
    thread.setDaemon(true);
    thread.start();
  }

  /// The newest state of the run; none before one has begun, or after it was stopped.
  public Optional<TrainerState> state() {
    return state;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Begins another run, which waits to be started. The one before is heard of no more.
  ///
  /// @param evaluation what judges its states, if anything shall
  /// @return the number of the run
  public synchronized long begin(Course course, Optional<Evaluation> evaluation) {
    runs++;
    state = Optional.empty();
    give(new Order(runs, course, evaluation, 0, perSecond));
    return runs;
  }

  /// Makes iterations until it is paused.
  public void start() {
    start(UNBOUNDED);
  }

  /// Makes iterations until there are so many of them.
  public synchronized void start(int iterations) {
    if (order != null) {
      give(order.withGoal(iterations));
    }
  }

  /// Makes so many iterations more.
  public synchronized void step(int iterations) {
    if (order != null) {
      start((int) Math.min(UNBOUNDED, (long) order.course.count() + iterations));
    }
  }

  /// Makes no more iterations for now; those under way are finished.
  public void pause() {
    start(0);
  }

  /// How many iterations to make in a second; infinitely many for as many as there can be.
  public synchronized void setPace(double iterationsPerSecond) {
    if (!(iterationsPerSecond > 0)) {
      throw new IllegalArgumentException(iterationsPerSecond + " iterations in a second");
    }
    perSecond = iterationsPerSecond;
    if (order != null) {
      give(order.withPace(perSecond));
    }
  }

  /// Ends the run: it is heard of no more.
  public synchronized void stop() {
    state = Optional.empty();
    give(null);
  }

  /// Waits until all commands are carried out and there is nothing left to do.
  ///
  /// @return the state then
  public synchronized Optional<TrainerState> await() throws InterruptedException {
    while (!closed && !(idle && seen == given)) {
      wait();
    }
    return state;
  }

  /// Ends everything; the thread comes to its end.
  @Override
  public synchronized void close() {
    closed = true;
    stop();
    thread.interrupt();
  }

  private void give(@Nullable Order next) {
    order = next;
    given++;
    notifyAll();
  }

  // --- On its own thread -------------------------------------------------------------------------

  private void work() {
    try {
      Progress progress = null;
      for (Order next = next(0); next != null; next = next(progress.pause())) {
        if (progress == null || !progress.isOf(next)) {
          progress = new Progress(next, Trainer::now);
        }
        progress.take(next);
        progress.work();
        if (progress.isWorthTelling()) {
          tell(progress.tell());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it was closed
    } finally {
      close();
    }
  }

  private static double now() {
    return System.nanoTime() * 1e-9;
  }

  // Waits for another order, or until the one at hand is to be gone on with.
  private synchronized @Nullable Order next(double pause) throws InterruptedException {
    double until = now() + pause;
    while (!closed) {
      boolean open = order != null && order.isOpen();
      if (order != null && (seen < given || (open && now() >= until))) {
        seen = given;
        idle = false;
        return order;
      }
      if (open) {
        wait(1 + (long) ((until - now()) * 1000));
      } else {
        seen = given;
        idle = true;
        notifyAll();
        wait();
      }
    }
    return null;
  }

  private synchronized void tell(TrainerState now) {
    if (order != null && order.run == now.run()) {
      state = Optional.of(now);
    }
  }
}
