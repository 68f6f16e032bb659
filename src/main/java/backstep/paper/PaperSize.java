package backstep.paper;

/// The paper that a sheet is printed on, in points: 72 to the inch.
public enum PaperSize {
  /// ISO 216: 210 × 297 mm.
  A4(595.28f, 841.89f),
  /// ANSI/ASME Y14.1: 8.5 × 11 inches.
  LETTER(612, 792);

  private final float width;
  private final float height;

  PaperSize(float width, float height) {
    this.width = width;
    this.height = height;
  }

  float width() {
    return width;
  }

  float height() {
    return height;
  }
}
