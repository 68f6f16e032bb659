package backstep.ui.stage;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A number that is dragged sideways: the farther to the right, the larger.
///
/// A pixel is a twentieth of the number's power of ten, so 0.2 moves by 0.005 and 42 by 0.5, and
/// the number moves in steps with few digits. Fine is ten times finer in both.
final class Scrub {
  private static final double PIXELS_PER_DECADE = 20;
  private static final int SMALLEST = -12;
  private static final int AT_ZERO = -1;

  private final BigDecimal start;
  private final int decade;
  private double moved;
  private boolean everFine;

  /// @param start finite
  Scrub(double start) {
    this.start = new BigDecimal(Double.toString(start));
    decade =
        start == 0 ? AT_ZERO : Math.max(SMALLEST, (int) Math.floor(Math.log10(Math.abs(start))));
  }

  /// Moves by so many pixels to the right, and tells where the number is then.
  double by(double pixels, boolean fine) {
    everFine |= fine;
    moved += fine ? pixels / 10 : pixels;
    double way = moved / PIXELS_PER_DECADE * Math.pow(10, decade);
    int places = (everFine ? 3 : 2) - decade;
    return start
        .add(BigDecimal.valueOf(way).setScale(places, RoundingMode.HALF_EVEN))
        .doubleValue();
  }
}
