package backstep.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts of a document, of which it holds the letters that it uses.
///
/// They are TrueType fonts, for of OpenType fonts with PostScript outlines no subset can be made.
final class Fonts {
  /// What a text is written in.
  enum Face {
    TEXT("Pretendard-Regular.ttf"),
    BOLD("Pretendard-Bold.ttf"),
    CODE("NanumGothicCoding.ttf");

    private final String file;

    Face(String file) {
      this.file = file;
    }
  }

  /// A piece of text in one font.
  record Piece(String text, PDFont font) {}

  private static final String UNKNOWN = "□";

  private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);

  Fonts(PDDocument document) throws IOException {
    for (Face face : Face.values()) {
      try (InputStream stream = Fonts.class.getResourceAsStream("/fonts/" + face.file)) {
        if (stream == null) {
          throw new IllegalStateException("the font " + face.file + " is missing");
        }
        fonts.put(face, PDType0Font.load(document, stream, true));
      }
    }
  }

  /// The text in pieces: letters that its font does not have are in another that does.
  List<Piece> pieces(String text, Face face) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    for (int letter : text.codePoints().toArray()) {
      Piece next = piece(Character.toString(letter), face);
      if (!pieces.isEmpty() && pieces.getLast().font().equals(next.font())) {
        pieces.add(new Piece(pieces.removeLast().text() + next.text(), next.font()));
      } else {
        pieces.add(next);
      }
    }
    return pieces;
  }

  private Piece piece(String letter, Face face) throws IOException {
    for (PDFont font : List.of(font(face), font(Face.TEXT), font(Face.CODE))) {
      if (has(font, letter)) {
        return new Piece(letter, font);
      }
    }
    return new Piece(UNKNOWN, font(Face.TEXT));
  }

  private PDFont font(Face face) {
    return Objects.requireNonNull(fonts.get(face));
  }

  private static boolean has(PDFont font, String letter) throws IOException {
    try {
      font.encode(letter);
      return true;
    } catch (IllegalArgumentException | IllegalStateException missing) {
      return false;
    }
  }

  /// How wide a text is.
  double width(String text, Face face, double size) throws IOException {
    double width = 0;
    for (Piece piece : pieces(text, face)) {
      width += piece.font().getStringWidth(piece.text());
    }
    return width / 1000 * size;
  }
}
