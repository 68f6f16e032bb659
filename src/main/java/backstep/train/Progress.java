package backstep.train;

import backstep.tensor.Tensor;
import backstep.train.Trainer.Order;
import backstep.train.TrainerState.Reason;
import backstep.train.TrainerState.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// How a trainer's run goes on: how many iterations it makes at a time, how many in a second, and
/// when that is worth telling.
final class Progress {
  private static final double BETWEEN_STATES = 1 / 60.0; // seconds
  // No command is kept waiting much longer than this, in seconds.
  private static final double SLICE = 0.005;
  private static final int MAX_SLICE = 1 << 16;
  // How much a new measurement of the speed counts.
  private static final double NEWS = 0.3;

  private final DoubleSupplier clock;
  private Order order;
  private Pace pace;
  private int slice = 1;
  private boolean isNew = true;
  private double toldAt;
  private int toldCount;
  private double perSecond;

  /// @param clock tells the time in seconds
  Progress(Order order, DoubleSupplier clock) {
    this.order = order;
    this.clock = clock;
    pace = new Pace(order.perSecond(), clock.getAsDouble());
    toldAt = clock.getAsDouble();
    toldCount = order.course().count();
  }

  /// Whether this is the progress of that order's run.
  boolean isOf(Order other) {
    return order.run() == other.run();
  }

  /// Takes an order, which may be the one at hand.
  void take(Order next) {
    if (!next.equals(order)) {
      if (!order.isOpen() || next.perSecond() != order.perSecond()) {
        pace = new Pace(next.perSecond(), clock.getAsDouble());
        toldAt = clock.getAsDouble();
        toldCount = next.course().count();
        perSecond = 0;
      }
      order = next;
      isNew = true;
    }
  }

  /// Makes the iterations that are due, or as many of them as can be made in a short while.
  void work() {
    double start = clock.getAsDouble();
    int due = Math.min(slice, pace.due(start));
    if (due <= 0 || !order.isOpen()) {
      return;
    }
    int before = order.course().count();
    order.course().train((int) Math.min(order.goal(), (long) before + due));
    pace.made(order.course().count() - before);
    double took = clock.getAsDouble() - start;
    if (due == slice) {
      slice = took < SLICE / 2 ? Math.min(2 * slice, MAX_SLICE) : slice;
      slice = took > SLICE ? Math.max(slice / 2, 1) : slice;
    }
  }

  /// How long there is nothing due, in seconds.
  double pause() {
    return Math.max(0, pace.next() - clock.getAsDouble());
  }

  /// Whether it is time for another state.
  boolean isWorthTelling() {
    return isNew || !order.isOpen() || clock.getAsDouble() - toldAt >= BETWEEN_STATES;
  }

  /// The state now.
  TrainerState tell() {
    Course course = order.course();
    History history = course.history();
    measure(history.count());
    List<Tensor> parameters = course.parameters(lastFinite(history));
    return new TrainerState(
        order.run(),
        status(),
        history,
        parameters,
        order.evaluation().map(evaluation -> evaluation.of(parameters)),
        perSecond,
        left(history.count()),
        course.ending().map(ending -> Reason.of(ending, history)));
  }

  private void measure(int count) {
    double now = clock.getAsDouble();
    if (!order.isOpen()) {
      perSecond = 0;
    } else if (now - toldAt >= BETWEEN_STATES) {
      double latest = (count - toldCount) / (now - toldAt);
      perSecond += (perSecond == 0 ? 1 : NEWS) * (latest - perSecond);
    }
    toldAt = now;
    toldCount = count;
    isNew = false;
  }

  // The parameters before this iteration are worth looking at.
  private static int lastFinite(History history) {
    return history
        .divergence()
        .map(divergence -> Math.max(0, divergence.iteration() - 1))
        .orElse(history.count());
  }

  private Status status() {
    if (order.course().ending().isPresent()) {
      return Status.ENDED;
    }
    if (order.isOpen()) {
      return Status.RUNNING;
    }
    return order.goal() > 0 ? Status.DONE : Status.PAUSED;
  }

  private Optional<Duration> left(int count) {
    return order.isOpen() && order.isBounded() && perSecond > 0
        ? Optional.of(Duration.ofMillis(Math.round(1000.0 * (order.goal() - count) / perSecond)))
        : Optional.empty();
  }
}
