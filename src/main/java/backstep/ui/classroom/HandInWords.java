package backstep.ui.classroom;

import backstep.handout.GradeWords;
import backstep.practice.Grade;
import backstep.python.SourceFile;
import backstep.ui.classroom.GradesModel.HandIn;
import backstep.words.Words;
import java.util.stream.Collectors;

/// What is said of hand-ins in one language, with their names or without.
record HandInWords(Words words, boolean anonymous) {
  GradeWords say() {
    return new GradeWords(words);
  }

  String name(HandIn one) {
    return anonymous ? words.text("grades.handIn", one.number()) : one.submission().name();
  }

  /// The file as it may be shown.
  SourceFile file(HandIn one) {
    SourceFile file = one.marked().file();
    return anonymous
        ? new SourceFile(
            name(one),
            file.texts().stream().map(text -> HandInRow.withoutRemarks(text, this)).toList())
        : file;
  }

  /// What it is worth, where nothing said of it tells a name that is hidden.
  Grade grade(HandIn one) {
    return one.grade().called(name(one));
  }

  String score(HandIn one) {
    return say().score(one.grade());
  }

  /// The same in figures alone.
  String figures(HandIn one) {
    Grade grade = one.grade();
    return grade.points().isEmpty()
        ? score(one)
        : words.text(
            "grades.figures",
            grade.points().getAsInt(),
            grade.gradients().size(),
            say().percent(grade));
  }

  /// Where what is to be mended first is; empty where nothing is, or at no place.
  String place(HandIn one) {
    return one.grade().firstSpot().map(say()::of).orElse("");
  }

  /// What is to be mended first.
  String toMend(HandIn one) {
    String hint = say().toMend(grade(one));
    return hint.isEmpty() ? words.text("grades.right") : hint;
  }

  /// How each gradient came out; empty where there is no score.
  String verdicts(HandIn one) {
    return one.grade().gradients().stream()
        .map(gradient ->
            words.text("grades.verdict", gradient.variable(), say().of(gradient.verdict())))
        .collect(Collectors.joining(" · "));
  }
}
