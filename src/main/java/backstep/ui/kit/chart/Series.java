package backstep.ui.kit.chart;

/// A named row of points and what it is.
///
/// @param name what it is called in legend, readout and table
/// @param samples its points
/// @param role what it is, which says how it looks
/// @param followed the index up to which it is drawn in full; what comes behind is still ahead
public record Series(String name, Samples samples, Role role, int followed) {

  /// A series drawn in full.
  public static Series of(String name, Samples samples, Role role) {
    return new Series(name, samples, role, Integer.MAX_VALUE);
  }

  /// The same, drawn in full only up to an index and faintly behind it.
  public Series followedTo(int index) {
    return new Series(name, samples, role, index);
  }
}
