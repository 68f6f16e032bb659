package backstep.ui.kit.chart;

/// Writes down points as they come. What was taken as [Samples] meanwhile stays as it was; nothing
/// is copied, neither for the taking nor for the growth, so that a curve can grow on the screen at
/// every frame.
///
/// Belongs to one thread; the samples can be handed to another.
public final class Recorder {
  private final Places places;
  private final Column ys = new Column();
  private final Pyramid pyramid = new Pyramid(ys);

  private Recorder(Places places) {
    this.places = places;
  }

  /// For figures at x = `first`, `first + step`, `first + 2 step`, …
  ///
  /// @param step more than 0
  public static Recorder every(double first, double step) {
    return new Recorder(new Places.Even(first, step));
  }

  /// For points anywhere.
  public static Recorder points() {
    return new Recorder(new Places.Listed());
  }

  /// Adds a figure at the next place.
  ///
  /// @throws IllegalStateException if the places are not even
  public void add(double y) {
    if (!(places instanceof Places.Even)) {
      throw new IllegalStateException("an x is needed");
    }
    append(y);
  }

  /// Adds a point.
  ///
  /// @throws IllegalStateException if x goes by itself
  public void add(double x, double y) {
    if (!(places instanceof Places.Listed listed)) {
      throw new IllegalStateException("x goes by itself");
    }
    listed.add(x);
    append(y);
  }

  private void append(double y) {
    ys.add(y);
    pyramid.grow();
  }

  /// All points so far.
  public Samples samples() {
    return new Samples(places, ys, pyramid);
  }
}
