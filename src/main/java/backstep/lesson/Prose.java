package backstep.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A text with its looks: paragraphs of pieces. Figures stand in it as `{value x}` until they are
/// worked out.
public record Prose(List<List<Piece>> paragraphs) {
  /// How a piece looks.
  public enum Look {
    PLAIN,
    STRONG,
    CODE
  }

  /// A run of letters that look alike.
  public record Piece(String text, Look look) {}

  /// Nothing said.
  static final Prose NONE = new Prose(List.of());

  public Prose {
    paragraphs = paragraphs.stream().map(List::copyOf).toList();
  }

  public boolean isEmpty() {
    return paragraphs.isEmpty();
  }

  /// The letters alone, a line for each paragraph.
  public String plain() {
    return paragraphs.stream()
        .map(pieces -> pieces.stream().map(Piece::text).collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  /// The figures that it speaks of, in order.
  public List<Figure> figures() {
    return paragraphs.stream().flatMap(List::stream).flatMap(Prose::figures).toList();
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
    return new Prose(
        paragraphs.stream()
            .map(pieces -> pieces.stream().map(piece -> with(piece, words)).toList())
            .toList());
  }

  private static Piece with(Piece piece, Function<Figure, String> words) {
    Matcher matcher = Figure.IN_TEXT.matcher(piece.text());
    String text =
        matcher.replaceAll(found -> Matcher.quoteReplacement(words.apply(Figure.of(matcher))));
    return new Piece(text, piece.look());
  }
}
