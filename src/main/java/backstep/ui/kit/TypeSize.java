package backstep.ui.kit;

import java.util.List;

/// How large letters are, in per cent of the usual.
public record TypeSize(int percent) {
  /// The sizes to choose from.
  public static final List<TypeSize> STEPS =
      List.of(80, 90, 100, 110, 125, 150, 175, 200, 225, 250).stream().map(TypeSize::new).toList();

  public static final TypeSize USUAL = new TypeSize(100);

  /// The step that comes nearest.
  public static TypeSize near(int percent) {
    TypeSize nearest = USUAL;
    for (TypeSize step : STEPS) {
      if (Math.abs((long) step.percent - percent) < Math.abs((long) nearest.percent - percent)) {
        nearest = step;
      }
    }
    return nearest;
  }

  /// The next larger step, or the largest.
  public TypeSize larger() {
    return STEPS.stream().filter(step -> step.percent > percent).findFirst().orElse(largest());
  }

  /// The next smaller step, or the smallest.
  public TypeSize smaller() {
    return STEPS.reversed().stream()
        .filter(step -> step.percent < percent)
        .findFirst()
        .orElse(smallest());
  }

  public boolean isLargest() {
    return percent >= largest().percent;
  }

  public boolean isSmallest() {
    return percent <= smallest().percent;
  }

  private static TypeSize largest() {
    return STEPS.getLast();
  }

  private static TypeSize smallest() {
    return STEPS.getFirst();
  }

  /// By how much letters of the usual size are multiplied.
  public double factor() {
    return percent / 100.0;
  }
}
