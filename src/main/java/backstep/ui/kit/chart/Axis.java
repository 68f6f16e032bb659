package backstep.ui.kit.chart;

import java.util.Optional;

/// What an axis says: its title and unit, how it is divided, and how far it goes.
///
/// @param title such as `iteration`, in the language now spoken
/// @param unit such as `ms`; empty if it has none
/// @param scale what equal distances mean
/// @param whole whether only whole numbers have a meaning, as iterations
/// @param zero whether zero is always on it; it never is on a log axis
/// @param limits how far it goes where that does not follow from what is drawn
public record Axis(
    String title, String unit, Scale scale, boolean whole, boolean zero, Optional<Limits> limits) {

  /// @param low the least figure, finite
  /// @param high the greatest, more than `low`
  public record Limits(double low, double high) {
    public Limits {
      if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
        throw new IllegalArgumentException("an axis from " + low + " to " + high);
      }
    }
  }

  /// A linear axis that goes as far as what is drawn.
  public static Axis of(String title) {
    return new Axis(title, "", Scale.LINEAR, false, false, Optional.empty());
  }

  /// The same in a unit.
  public Axis in(String newUnit) {
    return new Axis(title, newUnit, scale, whole, zero, limits);
  }

  /// The same on another scale.
  public Axis on(Scale newScale) {
    return new Axis(title, unit, newScale, whole, zero, limits);
  }

  /// The same for whole numbers.
  public Axis inWholes() {
    return new Axis(title, unit, scale, true, zero, limits);
  }

  /// The same with zero on it.
  public Axis withZero() {
    return new Axis(title, unit, scale, whole, true, limits);
  }

  /// The same from `low` to `high`.
  ///
  /// @throws IllegalArgumentException if that is nothing
  public Axis between(double low, double high) {
    return new Axis(title, unit, scale, whole, zero, Optional.of(new Limits(low, high)));
  }
}
