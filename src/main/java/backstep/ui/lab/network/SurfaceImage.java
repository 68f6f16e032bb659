package backstep.ui.lab.network;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Figures over a square of the plane, as colours: blue above 0, orange below, the stronger the
/// farther from it.
final class SurfaceImage extends ImageView {
  private final WritableImage image;
  private final int[] pixels;

  /// @param side how many figures make a row
  SurfaceImage(int side) {
    image = new WritableImage(side, side);
    pixels = new int[side * side];
    setImage(image);
    setSmooth(true);
    setMouseTransparent(true);
  }

  /// @param figures row by row, from the upper left
  /// @param largest the size of figure that has the full colour; above 0
  void show(double[] figures, double largest, Palette palette) {
    int side = (int) image.getWidth();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = palette.shade(figures[i] / largest);
    }
    image
        .getPixelWriter()
        .setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
  }

  /// How large it is drawn, in pixels.
  void setSide(double side) {
    setFitWidth(side);
    setFitHeight(side);
  }
}
