package backstep.ui.lab.network;

import backstep.tensor.Tensor;
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

  /// @param figures a surface in each column: row by row of the picture, from the upper left
  /// @param column which of them
  /// @param largest the size of figure that has the full colour; above 0
  void show(Tensor figures, int column, double largest, Palette palette) {
    int side = (int) image.getWidth();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = palette.shade(figures.get(i, column) / largest);
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
