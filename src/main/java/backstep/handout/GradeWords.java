package backstep.handout;

import backstep.practice.Finding;
import backstep.practice.Grade;
import backstep.practice.Mistake;
import backstep.practice.Spot;
import backstep.practice.Trouble;
import backstep.words.Words;
import java.util.Locale;

/// What there is to say of a hand-in, in one language.
public record GradeWords(Words words) {

  public String of(Finding finding) {
    return of(finding.key(), finding.arguments().toArray(), finding.hidden());
  }

  public String of(Mistake mistake) {
    return of(mistake.key(), mistake.arguments().toArray(), mistake.hidden());
  }

  public String of(Trouble trouble) {
    return of(trouble.key(), trouble.arguments().toArray(), false);
  }

  private String of(String key, Object[] arguments, boolean hidden) {
    String said = words.text(key, arguments);
    return hidden ? words.text("practice.hidden", said) : said;
  }

  public String of(Spot spot) {
    return spot.cell()
        .map(cell -> words.text("grade.line.cell", "" + cell, "" + spot.line()))
        .orElseGet(() -> words.text("grade.line", "" + spot.line()));
  }

  public String of(Grade.Verdict verdict) {
    return words.text("grade.verdict." + verdict.name().toLowerCase(Locale.ROOT));
  }

  /// How many gradients are right, out of how many.
  public String score(Grade grade) {
    return grade.points().isEmpty()
        ? words.text("grade.score.none")
        : words.text(
            "grade.score", grade.points().getAsInt(), grade.gradients().size(), percent(grade));
  }

  /// How many of a hundred gradients would be right; 0 where there is no score.
  public long percent(Grade grade) {
    int of = grade.gradients().size();
    return of == 0 ? 0 : Math.round(100.0 * grade.points().orElse(0) / of);
  }

  /// What is to be mended first; empty where all is right.
  public String toMend(Grade grade) {
    return grade.lines().stream()
        .map(line -> of(line.finding()))
        .findFirst()
        .or(() -> grade.trouble().map(this::of))
        .orElseGet(() -> missing(grade));
  }

  // Nothing is wrong with what is there.
  private String missing(Grade grade) {
    return grade.gradients().stream()
        .filter(one -> one.verdict() == Grade.Verdict.MISSING)
        .findFirst()
        .map(one -> words.text("grade.missing", one.variable()))
        .orElse("");
  }
}
