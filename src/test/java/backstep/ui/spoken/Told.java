package backstep.ui.spoken;

import backstep.lesson.Lesson;
import backstep.lesson.LessonCatalog;
import backstep.python.Naming;
import backstep.python.Options;
import backstep.python.Program;
import backstep.python.Replays;
import backstep.python.Run;
import backstep.trace.Cover;
import backstep.trace.Session;
import java.util.Optional;

/// A program, and what is told of it.
final class Told {
  final SpokenModel model = new SpokenModel();
  final Run run;
  Session session;

  private Told(String text, Optional<Lesson> lesson) {
    run = Program.of(text).run(Options.DEFAULT);
    run.problem()
        .ifPresent(problem -> {
          throw new IllegalStateException(problem.toString());
        });
    session = Session.start(new Replays(Program.of(text), Options.DEFAULT, run));
    model.setScenery(() -> new Scenery(lesson, false, false, false, true));
    at(0);
  }

  static Told program(String text) {
    return new Told(text, Optional.empty());
  }

  static Told lesson(String id) {
    Lesson lesson =
        LessonCatalog.builtIn().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow();
    return new Told(lesson.program(), Optional.of(lesson));
  }

  /// At a position, with nothing hidden.
  Told at(int position) {
    return at(position, Cover.NONE);
  }

  Told at(int position, Cover cover) {
    session = session.seek(position);
    model.show(session, new Naming(run.origins()), cover);
    return this;
  }
}
