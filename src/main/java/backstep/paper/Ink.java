package backstep.paper;

import java.util.Locale;

/// A colour.
///
/// @param rgb red, green and blue, a byte each
/// @param opacity 0 to 1
public record Ink(int rgb, double opacity) {
  /// A colour that covers what is under it.
  public static Ink of(int rgb) {
    return new Ink(rgb, 1);
  }

  /// As style sheets write it, without the opacity: `#4f46e5`.
  String hex() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  float red() {
    return (rgb >> 16 & 0xff) / 255f;
  }

  float green() {
    return (rgb >> 8 & 0xff) / 255f;
  }

  float blue() {
    return (rgb & 0xff) / 255f;
  }
}
