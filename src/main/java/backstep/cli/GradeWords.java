package backstep.cli;

import backstep.practice.Finding;
import backstep.practice.Grade;
import backstep.practice.Mistake;
import backstep.practice.Spot;
import backstep.practice.Trouble;
import backstep.words.Words;
import java.util.Locale;

/// What there is to say of a hand-in, in one language.
record GradeWords(Words words) {

  String of(Finding finding) {
    return of(finding.key(), finding.arguments().toArray(), finding.hidden());
  }

  String of(Mistake mistake) {
    return of(mistake.key(), mistake.arguments().toArray(), mistake.hidden());
  }

  String of(Trouble trouble) {
    return of(trouble.key(), trouble.arguments().toArray(), false);
  }

  private String of(String key, Object[] arguments, boolean hidden) {
    String said = words.text(key, arguments);
    return hidden ? words.text("practice.hidden", said) : said;
  }

  String of(Spot spot) {
    return spot.cell()
        .map(cell -> words.text("grade.line.cell", "" + cell, "" + spot.line()))
        .orElseGet(() -> words.text("grade.line", "" + spot.line()));
  }

  String of(Grade.Verdict verdict) {
    return words.text("grade.verdict." + verdict.name().toLowerCase(Locale.ROOT));
  }

  /// How many gradients are right, out of how many.
  String score(Grade grade) {
    if (grade.points().isEmpty()) {
      return words.text("grade.score.none");
    }
    int points = grade.points().getAsInt();
    int of = grade.gradients().size();
    return words.text("grade.score", points, of, Math.round(100.0 * points / of));
  }
}
