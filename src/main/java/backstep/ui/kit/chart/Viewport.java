package backstep.ui.kit.chart;

import java.util.Optional;
import java.util.function.Supplier;

/// Which part of the axes is seen, and how that changes.
final class Viewport {
  private final Supplier<ChartData> data;
  private final Runnable onChange;
  private Zoom zoom = Zoom.NONE;
  private Optional<Frame> frame = Optional.empty();

  /// @param onChange called when another part is to be drawn
  Viewport(Supplier<ChartData> data, Runnable onChange) {
    this.data = data;
    this.onChange = onChange;
  }

  /// Shows all of an axis whose scale is another now.
  void changed(ChartData before, ChartData now) {
    zoom =
        new Zoom(
            zoom.x().filter(_ -> before.x().scale() == now.x().scale()),
            zoom.y().filter(_ -> before.y().scale() == now.y().scale()));
  }

  Extent x() {
    return zoom.seenX(Extent.ofX(data.get()));
  }

  Extent y() {
    return zoom.seenY(Extent.ofY(data.get()));
  }

  /// Where things were drawn last.
  Optional<Frame> frame() {
    return frame;
  }

  void drawn(Frame now) {
    frame = Optional.of(now);
  }

  boolean isZoomed() {
    return !zoom.isNone();
  }

  void showAll() {
    change(Zoom.NONE);
  }

  /// Nearer or further, with a pixel staying where it is.
  ///
  /// @param upright whether along y, else along x; where both are alike, along both
  void zoomBy(double factor, double px, double py, boolean upright) {
    boolean both = data.get().alike();
    frame.ifPresent(f -> {
      if (both || upright) {
        change(withY(y().zoomed(factor, f.y().place(py))));
      }
      if (both || !upright) {
        change(withX(x().zoomed(factor, f.x().place(px))));
      }
    });
  }

  /// Moves what is seen by some pixels.
  void pan(double across, double down) {
    frame.ifPresent(f -> {
      if (zoom.x().isPresent()) {
        change(withX(x().moved(f.x().place(0) - f.x().place(across))));
      }
      if (zoom.y().isPresent()) {
        change(withY(y().moved(f.y().place(0) - f.y().place(down))));
      }
    });
  }

  /// Moves just so far that a figure on the x axis is seen.
  void reveal(double x) {
    Extent seen = x();
    Scale scale = data.get().x().scale();
    if (scale.holds(x) && !seen.holds(scale.place(x))) {
      double place = scale.place(x);
      change(withX(seen.moved(place < seen.from() ? place - seen.from() : place - seen.to())));
    }
  }

  private Zoom withX(Extent part) {
    return zoom.withX(part, Extent.ofX(data.get()), data.get().x());
  }

  private Zoom withY(Extent part) {
    return zoom.withY(part, Extent.ofY(data.get()), data.get().y());
  }

  private void change(Zoom next) {
    if (!next.equals(zoom)) {
      zoom = next;
      onChange.run();
    }
  }
}
