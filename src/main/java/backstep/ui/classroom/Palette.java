package backstep.ui.classroom;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The 256 colours of a picture of flat areas, faint tints and smooth letters.
///
/// Half of them are its commonest colours as they are, so that tints stay what they are however
/// near to white; the others are what remains, near colours together, commonest first.
final class Palette {
  private static final int SIZE = 256;
  private static final int EXACT = SIZE / 2;
  // Of each of red, green and blue, the bits in which near colours agree.
  private static final int NEAR = 0xf0f0f0;

  private final int[] colors;
  private final Map<Integer, Byte> nearest = new HashMap<>();

  private Palette(int[] colors) {
    this.colors = colors;
  }

  /// @param pixels 8 bits each of red, green and blue
  static Palette of(int[] pixels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel & 0xffffff, 1, Integer::sum);
    }
    List<Integer> common = commonest(counts);
    List<Integer> chosen = new ArrayList<>(common.subList(0, Math.min(EXACT, common.size())));
    Map<Integer, Integer> groups = new HashMap<>();
    Map<Integer, Integer> firsts = new HashMap<>();
    for (int color : common.subList(chosen.size(), common.size())) {
      groups.merge(color & NEAR, counts.getOrDefault(color, 0), Integer::sum);
      firsts.putIfAbsent(color & NEAR, color);
    }
    commonest(groups).stream()
        .limit(SIZE - EXACT)
        .map(group -> firsts.getOrDefault(group, group))
        .forEach(chosen::add);
    return new Palette(chosen.stream().mapToInt(Integer::intValue).toArray());
  }

  // Of equal ones the darker first, so that a picture has one palette.
  private static List<Integer> commonest(Map<Integer, Integer> counts) {
    Comparator<Map.Entry<Integer, Integer>> order =
        Map.Entry.<Integer, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey());
    return counts.entrySet().stream().sorted(order).map(Map.Entry::getKey).toList();
  }

  /// The picture in these colours.
  BufferedImage image(int[] pixels, int width, int height) {
    IndexColorModel model =
        new IndexColorModel(8, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] indexes = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      indexes[i] = nearest.computeIfAbsent(pixels[i] & 0xffffff, this::find);
    }
    image.getRaster().setDataElements(0, 0, width, height, indexes);
    return image;
  }

  private byte find(int color) {
    int best = 0;
    for (int i = 1; i < colors.length; i++) {
      if (distance(colors[i], color) < distance(colors[best], color)) {
        best = i;
      }
    }
    return (byte) best;
  }

  private static int distance(int one, int other) {
    int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
    int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
    int blue = (one & 0xff) - (other & 0xff);
    return red * red + green * green + blue * blue;
  }
}
