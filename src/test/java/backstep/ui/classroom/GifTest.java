package backstep.ui.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An animated GIF")
class GifTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 30;

  private static int[] plain(int color) {
    int[] pixels = new int[WIDTH * HEIGHT];
    Arrays.fill(pixels, color);
    return pixels;
  }

  private static ImageReader read(byte[] gif) throws Exception {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif));
    reader.setInput(in);
    return reader;
  }

  private static String control(ImageReader reader, int index, String attribute) throws Exception {
    IIOMetadataNode root =
        (IIOMetadataNode) reader.getImageMetadata(index).getAsTree("javax_imageio_gif_image_1.0");
    return ((IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0))
        .getAttribute(attribute);
  }

  @Test
  @DisplayName("has each picture for its time, and begins again for ever")
  void hasPictures() throws Exception {
    Gif gif = new Gif();
    gif.add(plain(0xf3f5fb), WIDTH, HEIGHT, 50);
    gif.add(plain(0x4f46e5), WIDTH, HEIGHT, 50);
    gif.add(plain(0xffffff), WIDTH, HEIGHT, 250);
    byte[] file = gif.file();
    ImageReader reader = read(file);
    assertThat(reader.getNumImages(true)).isEqualTo(3);
    assertThat(control(reader, 0, "delayTime")).isEqualTo("50");
    assertThat(control(reader, 2, "delayTime")).isEqualTo("250");
    assertThat(reader.read(1).getRGB(5, 5) & 0xffffff).isEqualTo(0x4f46e5);
    assertThat(new String(file, StandardCharsets.ISO_8859_1))
        .contains("NETSCAPE2.0\u0003\u0001\u0000\u0000");
  }

  @Test
  @DisplayName("keeps faint tints beside white, and comes near to every colour of many")
  void keepsTints() {
    int[] pixels = plain(0xffffff);
    Arrays.fill(pixels, 0, 400, 0xf3f5fb);
    for (int i = 0; i < 600; i++) {
      pixels[400 + i] = i * 0x1234 & 0xffffff;
    }
    BufferedImage image = Palette.of(pixels).image(pixels, WIDTH, HEIGHT);
    assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(0xf3f5fb);
    assertThat(image.getRGB(WIDTH - 1, HEIGHT - 1) & 0xffffff).isEqualTo(0xffffff);
    for (int i = 400; i < 1000; i++) {
      int is = image.getRGB(i % WIDTH, i / WIDTH);
      for (int shift = 0; shift <= 16; shift += 8) {
        assertThat(Math.abs((is >> shift & 0xff) - (pixels[i] >> shift & 0xff))).isLessThan(40);
      }
    }
  }
}
