package backstep.ui.kit.chart;

import java.util.Optional;

/// Which part of the axes is seen; all of one that is not named.
record Zoom(Optional<Extent> x, Optional<Extent> y) {
  static final Zoom NONE = new Zoom(Optional.empty(), Optional.empty());

  // Nearer than this, neighbouring numbers of double precision would show as steps.
  private static final double DEEPEST = 1e-9;
  private static final double FEWEST_WHOLES = 2;

  boolean isNone() {
    return x.isEmpty() && y.isEmpty();
  }

  Extent seenX(Extent all) {
    return x.map(part -> part.within(all)).orElse(all);
  }

  Extent seenY(Extent all) {
    return y.map(part -> part.within(all)).orElse(all);
  }

  Zoom withX(Extent part, Extent all, Axis axis) {
    return new Zoom(sensible(part, all, axis), y);
  }

  Zoom withY(Extent part, Extent all, Axis axis) {
    return new Zoom(x, sensible(part, all, axis));
  }

  private static Optional<Extent> sensible(Extent part, Extent all, Axis axis) {
    if (part.span() >= all.span()) {
      return Optional.empty();
    }
    double size = Math.max(Math.abs(all.from()), Math.abs(all.to()));
    double least =
        axis.whole() && axis.scale() == Scale.LINEAR
            ? Math.min(FEWEST_WHOLES, all.span())
            : Math.max(DEEPEST * all.span(), 1e-12 * size);
    double lacking = Math.max(0, least - part.span()) / 2;
    return Optional.of(new Extent(part.from() - lacking, part.to() + lacking).within(all));
  }
}
