package backstep.ui;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes pictures as PNG, without the desktop's image library and what it needs of a system.
final class Png {
  private static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int COLOR = 2;
  private static final int COLOR_AND_ALPHA = 6;

  private Png() {}

  /// The picture as a file's bytes, 8 bits a colour, without transparency.
  static byte[] of(Image image) {
    return of(image, false);
  }

  /// The picture as a file's bytes, 8 bits a colour.
  ///
  /// @param transparent whether it keeps its transparency
  static byte[] of(Image image, boolean transparent) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(file)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(width, height, transparent));
      chunk(out, "IDAT", rows(pixels, width, transparent));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory does not fail
    }
    return file.toByteArray();
  }

  private static byte[] header(int width, int height, boolean transparent) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(width);
    out.writeInt(height);
    out.write(new byte[] {8, (byte) (transparent ? COLOR_AND_ALPHA : COLOR), 0, 0, 0});
    return bytes.toByteArray();
  }

  private static byte[] rows(int[] pixels, int width, boolean transparent) throws IOException {
    int samples = transparent ? 4 : 3;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      byte[] row = new byte[1 + samples * width];
      for (int start = 0; start < pixels.length; start += width) {
        for (int x = 0; x < width; x++) {
          int pixel = pixels[start + x];
          int at = 1 + samples * x;
          row[at] = (byte) (pixel >> 16);
          row[at + 1] = (byte) (pixel >> 8);
          row[at + 2] = (byte) pixel;
          if (transparent) {
            row[at + 3] = (byte) (pixel >> 24);
          }
        }
        out.write(row);
      }
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) sum.getValue());
  }
}
