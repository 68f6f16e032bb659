package backstep.ui.code;

import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import backstep.trace.Session;
import backstep.trace.Step.Phase;
import java.util.List;
import java.util.stream.Stream;

/// A program's listings, at any of its steps, and what a test reads off them.
final class Listings {
  final CodeModel code = new CodeModel();
  final ListingModel model = new ListingModel(code);
  private Run run;
  private Session session;

  Listings(String text) {
    load(text, Options.DEFAULT);
  }

  private Listings(Lesson lesson) {
    load(lesson.program(), lesson.options());
  }

  static Listings ofLesson(String id) {
    return new Listings(
        LessonCatalog.builtIn().stream()
            .filter(lesson -> lesson.id().equals(id))
            .findFirst()
            .orElseThrow());
  }

  void load(String text) {
    load(text, Options.DEFAULT);
  }

  private void load(String text, Options options) {
    Program program = Program.of(text);
    run = program.run(options);
    session = Session.start(new Replays(program, options, run));
    show();
  }

  /// At the end of a phase.
  Listings after(Phase phase) {
    session = session.toEndOf(phase);
    show();
    return this;
  }

  Listings at(int position) {
    session = session.seek(position);
    show();
    return this;
  }

  /// At the start of the iteration after this one.
  Listings nextIteration() {
    session = session.toIteration(session.iteration() + 1);
    show();
    return this;
  }

  private void show() {
    code.show(run.text(), run.origins(), session.snapshot());
  }

  /// `[FORWARD]`, `⋯17`, `⌄17` for an open fold, `18 z1 = …`; marks before it: `>` the step, `~`
  /// what it comes from.
  List<String> rows() {
    return model.getRows().stream().map(Listings::written).toList();
  }

  Row.Fold fold(int index) {
    return folds().skip(index).findFirst().orElseThrow();
  }

  Stream<Row.Fold> folds() {
    return model.getRows().stream().filter(Row.Fold.class::isInstance).map(Row.Fold.class::cast);
  }

  private static String written(Row row) {
    String mark =
        switch (row.mark()) {
          case NONE -> "";
          case ECHO -> "~";
          case FORWARD, BACKWARD, UPDATE -> ">";
        };
    return mark
        + switch (row) {
          case Row.Heading heading -> "[" + heading.kind() + "]";
          case Row.Fold fold -> (fold.open() ? "⌄" : "⋯") + fold.count();
          case Row.Line line -> line.number() + " " + text(line);
        };
  }

  static String text(Row.Line line) {
    StringBuilder text = new StringBuilder();
    line.pieces().forEach(piece -> text.append(piece.text()));
    return text.toString();
  }
}
