package backstep.ui.kit.chart;

import java.util.Optional;
import java.util.function.Supplier;

/// Which point is read: the one under the pointer, or the one that the keys went to.
final class Reader {
  private static final double LEAP = 0.1;

  private final Supplier<ChartData> data;
  private final Viewport view;
  private final Runnable onChange;
  private Optional<Reading> reading = Optional.empty();
  private boolean pointed;

  /// @param onChange called when another point is read
  Reader(Supplier<ChartData> data, Viewport view, Runnable onChange) {
    this.data = data;
    this.view = view;
    this.onChange = onChange;
  }

  /// The point, if one is read that still exists.
  Optional<Reading> reading() {
    return reading.filter(r -> r.isOf(data.get()));
  }

  /// Reads what is nearest to a pixel.
  void point(double px, double py) {
    pointed = true;
    Optional<Frame> frame = view.frame();
    boolean inside =
        frame.isPresent() && frame.get().plot().grown(frame.get().em() / 2).holds(px, py);
    set(inside ? Reading.nearest(data.get(), frame.get(), px, py) : Optional.empty());
  }

  /// Stops reading what the pointer showed.
  void unpoint() {
    if (pointed) {
      clear();
    }
  }

  /// Stops reading.
  void clear() {
    set(Optional.empty());
  }

  /// Reads the next point along the curve, or one further away.
  ///
  /// @param direction 1 to the right, -1 to the left
  void step(int direction, boolean leap) {
    go(
        reading()
            .map(r -> {
              int stride = stride(r.samples(data.get()), leap);
              int last = r.samples(data.get()).size() - 1;
              return new Reading(
                  r.series(), Math.clamp(r.index() + (long) direction * stride, 0, last));
            }));
  }

  // So many points that the reading is seen to move.
  private int stride(Samples samples, boolean leap) {
    Frame frame = view.frame().orElseThrow();
    int seen = samples.size();
    if (samples.isSorted()) {
      seen = samples.firstFrom(frame.x().value(frame.x().end()));
      seen -= samples.firstFrom(frame.x().value(frame.x().start()));
    }
    return Math.max(1, (int) (leap ? LEAP * seen : seen / frame.x().length()));
  }

  /// Reads the first or the last point of the curve.
  void end(boolean last) {
    go(reading().map(r -> new Reading(r.series(), last ? r.samples(data.get()).size() - 1 : 0)));
  }

  /// Reads another curve at the same x.
  void curve(int direction) {
    int count = data.get().series().size();
    go(
        reading()
            .map(r -> {
              int series = Math.floorMod(r.series() + direction, count);
              Samples samples = data.get().series().get(series).samples();
              return samples.isEmpty()
                  ? r
                  : new Reading(series, Reading.closest(samples, r.x(data.get())));
            }));
  }

  // The first key only shows where reading begins.
  private void go(Optional<Reading> next) {
    if (view.frame().isEmpty() || data.get().series().isEmpty()) {
      return;
    }
    pointed = false;
    Optional<Reading> now =
        next.isPresent() ? next : Reading.start(data.get(), view.frame().get(), 0);
    now.ifPresent(r -> view.reveal(r.x(data.get())));
    set(now);
  }

  private void set(Optional<Reading> now) {
    if (!now.equals(reading)) {
      reading = now;
      onChange.run();
    }
  }
}
