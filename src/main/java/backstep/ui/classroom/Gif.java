package backstep.ui.classroom;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes pictures one after another into an animated GIF that goes on and on. Each has a palette
/// of its own.
final class Gif {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";
  // Netscape's extension: a block that says how often it is played, 0 for ever.
  private static final byte[] FOR_EVER = {1, 0, 0};

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
  private final ImageOutputStream out;
  private boolean begun;

  Gif() {
    try {
      // Memory is cache enough.
      out = new MemoryCacheImageOutputStream(bytes);
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  /// Adds a picture.
  ///
  /// @param pixels row by row, 8 bits each of red, green and blue
  /// @param hundredths how long it is seen, in hundredths of a second
  void add(int[] pixels, int width, int height, int hundredths) {
    BufferedImage image = Palette.of(pixels).image(pixels, width, height);
    try {
      IIOMetadata about =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
      IIOMetadataNode root = (IIOMetadataNode) about.getAsTree(FORMAT);
      IIOMetadataNode control = child(root, "GraphicControlExtension");
      control.setAttribute("disposalMethod", "none");
      control.setAttribute("userInputFlag", "FALSE");
      control.setAttribute("transparentColorFlag", "FALSE");
      control.setAttribute("transparentColorIndex", "0");
      control.setAttribute("delayTime", Integer.toString(hundredths));
      if (!begun) {
        IIOMetadataNode again = new IIOMetadataNode("ApplicationExtension");
        again.setAttribute("applicationID", "NETSCAPE");
        again.setAttribute("authenticationCode", "2.0");
        again.setUserObject(FOR_EVER.clone());
        child(root, "ApplicationExtensions").appendChild(again);
        begun = true;
      }
      about.setFromTree(FORMAT, root);
      writer.writeToSequence(new IIOImage(image, null, about), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    if (root.getElementsByTagName(name).item(0) instanceof IIOMetadataNode known) {
      return known;
    }
    IIOMetadataNode made = new IIOMetadataNode(name);
    root.appendChild(made);
    return made;
  }

  /// The file's bytes. Nothing can be added any more.
  byte[] file() {
    try {
      writer.endWriteSequence();
      out.flush();
      writer.dispose();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
