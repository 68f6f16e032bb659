package backstep.testing;

import javafx.scene.paint.Color;

/// Contrast as WCAG 2.2 defines it (success criterion 1.4.3).
public final class Contrast {
  /// What text of ordinary size needs.
  public static final double ENOUGH = 4.5;

  private Contrast() {}

  /// From 1 to 21, for colours that are not transparent.
  public static double of(Color one, Color other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * channel(color.getRed())
        + 0.7152 * channel(color.getGreen())
        + 0.0722 * channel(color.getBlue());
  }

  private static double channel(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
