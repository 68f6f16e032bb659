package backstep.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A text with its looks. Figures stand in it as `{value x}` until they are worked out.
public record Prose(List<Paragraph> paragraphs) {
  /// How a piece looks.
  public enum Look {
    PLAIN,
    STRONG,
    CODE
  }

  /// A run of letters that look alike.
  public record Piece(String text, Look look) {}

  /// Pieces that follow one another.
  ///
  /// @param line of its page at which it begins, from 1
  public record Paragraph(List<Piece> pieces, int line) {
    public Paragraph {
      pieces = List.copyOf(pieces);
    }

    /// The letters alone.
    public String plain() {
      return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /// The figures that it speaks of, in order.
    List<Figure> figures() {
      return pieces.stream().flatMap(Prose::figures).toList();
    }

    private Paragraph with(Function<Figure, String> words) {
      return new Paragraph(pieces.stream().map(piece -> Prose.with(piece, words)).toList(), line);
    }

    /// Whether something is written nearly as a figure is, but not so.
    boolean hasNearFigure() {
      return with(_ -> "").plain().contains("{");
    }
  }

  /// Nothing said.
  static final Prose NONE = new Prose(List.of());

  public Prose {
    paragraphs = List.copyOf(paragraphs);
  }

  public boolean isEmpty() {
    return paragraphs.isEmpty();
  }

  /// The letters alone, a line for each paragraph.
  public String plain() {
    return paragraphs.stream().map(Paragraph::plain).collect(Collectors.joining("\n"));
  }

  /// The figures that it speaks of, in order.
  public List<Figure> figures() {
    return paragraphs.stream().flatMap(paragraph -> paragraph.figures().stream()).toList();
  }

  private static Stream<Figure> figures(Piece piece) {
    List<Figure> found = new ArrayList<>();
    Matcher matcher = Figure.IN_TEXT.matcher(piece.text());
    while (matcher.find()) {
      found.add(Figure.of(matcher));
    }
    return found.stream();
  }

  /// The text with its figures written out.
  public Prose with(Function<Figure, String> words) {
    return new Prose(paragraphs.stream().map(paragraph -> paragraph.with(words)).toList());
  }

  private static Piece with(Piece piece, Function<Figure, String> words) {
    Matcher matcher = Figure.IN_TEXT.matcher(piece.text());
    String text =
        matcher.replaceAll(found -> Matcher.quoteReplacement(words.apply(Figure.of(matcher))));
    return new Piece(text, piece.look());
  }
}
