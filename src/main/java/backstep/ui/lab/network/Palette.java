package backstep.ui.lab.network;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// The colours that the style sheets have for what is drawn pixel by pixel or on a canvas. It is
/// there and not seen.
final class Palette extends Group {
  /// What a colour is for.
  enum Use {
    /// A place whose output is 1.
    AREA_POSITIVE,
    /// A place whose output is 0.
    AREA_ZERO,
    /// A place whose output is −1.
    AREA_NEGATIVE,
    POINT_POSITIVE,
    POINT_NEGATIVE,
    /// Around points.
    OUTLINE,
    /// Where the output changes its sign.
    BORDER
  }

  private static final int SHADES = 255;

  private final Map<Use, Rectangle> samples = new EnumMap<>(Use.class);
  private final int[] shades = new int[2 * SHADES + 1];
  private Runnable onChanged = () -> {};

  Palette() {
    getStyleClass().add("palette");
    setManaged(false);
    setMouseTransparent(true);
    for (Use use : Use.values()) {
      Rectangle sample = new Rectangle();
      sample.getStyleClass().add(use.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      samples.put(use, sample);
      getChildren().add(sample);
      sample
          .fillProperty()
          .subscribe((_, _) -> {
            mix();
            onChanged.run();
          });
    }
  }

  /// Called when colours are others than before.
  void setOnChanged(Runnable action) {
    onChanged = action;
  }

  /// The colour for something.
  Color color(Use use) {
    Rectangle sample = samples.get(use);
    return sample != null && sample.getFill() instanceof Color color ? color : Color.TRANSPARENT;
  }

  /// The colour of a figure, as ARGB.
  ///
  /// @param part of the largest, from −1 to 1; beyond them as at the ends
  int shade(double part) {
    return shades[SHADES + (int) Math.rint(Math.clamp(part, -1, 1) * SHADES)];
  }

  private void mix() {
    Color zero = color(Use.AREA_ZERO);
    for (int i = -SHADES; i <= SHADES; i++) {
      Color end = color(i < 0 ? Use.AREA_NEGATIVE : Use.AREA_POSITIVE);
      shades[SHADES + i] = argb(zero.interpolate(end, Math.abs(i) / (double) SHADES));
    }
  }

  private static int argb(Color color) {
    return byteOf(color.getOpacity()) << 24
        | byteOf(color.getRed()) << 16
        | byteOf(color.getGreen()) << 8
        | byteOf(color.getBlue());
  }

  private static int byteOf(double part) {
    return (int) Math.round(255 * part);
  }
}
