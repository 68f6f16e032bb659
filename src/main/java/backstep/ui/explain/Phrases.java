package backstep.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Puts phrases into words.
public final class Phrases {
  /// A part of a sentence.
  record Piece(String text, boolean bold) {}

  /// Makes a sentence of its key and its arguments.
  public interface Speaker {
    String text(String key, Object... arguments);
  }

  private final Speaker speaker;

  public Phrases(Speaker speaker) {
    this.speaker = speaker;
  }

  /// One phrase.
  public String text(Phrase phrase) {
    Object[] arguments =
        phrase.arguments().stream()
            .map(argument -> argument instanceof Phrase inner ? text(inner) : argument)
            .toArray();
    return speaker.text(phrase.key(), arguments);
  }

  /// Which step of how many this is.
  public String position(Explanation explanation) {
    return speaker.text(
        explanation.iteration() == 0 ? "explain.position" : "explain.position.iteration",
        explanation.position(),
        String.valueOf(explanation.count()),
        String.valueOf(explanation.iteration() + 1));
  }

  /// Sentences one after another, as letters alone.
  public String plain(List<Phrase> sentences) {
    return paragraph(sentences).stream().map(Piece::text).collect(Collectors.joining());
  }

  /// Sentences one after another; what stands between `**` is bold.
  List<Piece> paragraph(List<Phrase> sentences) {
    String all = sentences.stream().map(this::text).collect(Collectors.joining(" "));
    List<Piece> pieces = new ArrayList<>();
    String[] parts = all.split("\\*\\*", -1);
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].isEmpty()) {
        pieces.add(new Piece(parts[i], i % 2 == 1));
      }
    }
    return pieces;
  }
}
