package backstep.ui.kit;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Work away from the screen's thread: what is published is finished and immutable.
///
/// Work that belongs together shares a [Lane], in which only the latest result counts.
public final class Background {
  private static final int THREADS = 2;
  private static final long IDLE_SECONDS = 10;

  private final Executor worker;
  private final Executor screen;

  private Background(Executor worker, Executor screen) {
    this.worker = worker;
    this.screen = screen;
  }

  /// Works on threads of its own and publishes on the JavaFX thread.
  public static Background threads() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "backstep-background");
              thread.setDaemon(true);
              return thread;
            });
    // Threads that have nothing to do end, so that a closed window leaves none behind.
    pool.allowCoreThreadTimeOut(true);
    return new Background(pool, Platform::runLater);
  }

  /// Does all work at once in the caller's thread, for pictures and tests.
  public static Background direct() {
    return new Background(Runnable::run, Runnable::run);
  }

  /// Works and publishes where it is told to.
  public static Background of(Executor worker, Executor screen) {
    return new Background(worker, screen);
  }

  /// Does something whose result nobody waits for, such as loading classes early.
  public void warmUp(Runnable work) {
    worker.execute(work);
  }

  /// A new lane.
  public Lane lane() {
    return new Lane();
  }

  /// A row of tasks of which only the latest counts.
  public final class Lane {
    private final AtomicLong latest = new AtomicLong();

    private Lane() {}

    /// Does the work, and then one of the two on the screen's thread, unless something newer was
    /// asked for meanwhile.
    public <T> void run(
        Supplier<T> work, Consumer<? super T> done, Consumer<? super RuntimeException> failed) {
      long ticket = latest.incrementAndGet();
      worker.execute(() -> {
        if (ticket != latest.get()) {
          return;
        }
        Runnable outcome;
        try {
          T result = work.get();
          outcome = () -> done.accept(result);
        } catch (RuntimeException e) {
          outcome = () -> failed.accept(e);
        }
        Runnable last = outcome;
        screen.execute(() -> {
          if (ticket == latest.get()) {
            last.run();
          }
        });
      });
    }

    /// Forgets what is under way.
    public void cancel() {
      latest.incrementAndGet();
    }
  }
}
