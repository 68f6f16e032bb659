package backstep.ui.player;

import backstep.lab.Prospect;
import backstep.lab.Prospect.Open;
import backstep.trace.Session;
import backstep.trace.Step.Phase;
import backstep.train.Course;
import backstep.train.History.Divergence;
import backstep.train.History.Point;
import backstep.train.Trainer;
import backstep.train.TrainerState;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes iterations of the program at hand that there are not yet, on a thread of its own.
///
/// A thread belongs to one training of one program: it ends with that, or when there is another
/// program, and nothing that it still does is heard of.
final class Training {
  private Optional<Open> open = Optional.empty();
  private Optional<Trainer> trainer = Optional.empty();
  private Optional<Trainer> ending = Optional.empty();
  private @Nullable TrainerState told;

  /// Belongs to another program.
  void take(Prospect prospect) {
    trainer.ifPresent(Trainer::close);
    ending.ifPresent(Trainer::close);
    trainer = Optional.empty();
    ending = Optional.empty();
    told = null;
    open = prospect.open();
  }

  /// Makes iterations until there are so many, or, without a goal, until it is stopped.
  ///
  /// @param pace how many in a second; infinite for as many as there can be
  void start(OptionalInt goal, double pace) {
    Trainer making = trainer.or(() -> open.map(Training::begin)).orElseThrow();
    trainer = Optional.of(making);
    making.setPace(pace);
    goal.ifPresentOrElse(making::start, making::start);
  }

  private static Trainer begin(Open open) {
    Trainer trainer = new Trainer();
    trainer.begin(open.course(), open.evaluation());
    return trainer;
  }

  /// The newest state, if it was not asked for before.
  Optional<TrainerState> news() {
    Optional<TrainerState> newest =
        trainer.flatMap(Trainer::state).filter(now -> !now.equals(told));
    newest.ifPresent(now -> told = now);
    return newest;
  }

  // --- What is seen of it ------------------------------------------------------------------------

  /// While it goes on: the newest iteration.
  static UnaryOperator<Session> during(Progress progress) {
    int newest = progress.iterations() - 1;
    return session -> in(session.toIteration(newest), session, progress);
  }

  /// Ends it, and leads to the last iteration that it made or was to make; where losses are not
  /// finite any more, to the last one that was. That waits until nothing is made any more, so it is
  /// not for the screen's thread.
  UnaryOperator<Session> end(Progress progress) {
    Optional<Trainer> last = trainer;
    last.ifPresent(Trainer::pause);
    trainer = Optional.empty();
    ending = last;
    Course course = open.orElseThrow().course();
    return session -> {
      last.ifPresent(Training::finish);
      Optional<Divergence> lost = course.history().divergence();
      if (lost.isPresent()) {
        int good = lost.get().lastFinite().map(Point::iteration).orElse(0);
        return session.toIteration(good).toEndOf(Phase.FORWARD);
      }
      int count = Math.min(course.count(), progress.goal().orElse(Integer.MAX_VALUE));
      return in(session.toIteration(count - 1), session, progress);
    };
  }

  // Who asked for an iteration wants the same step of it; who watches, all of it.
  private static Session in(Session iteration, Session before, Progress progress) {
    return progress.goal().isPresent()
        ? iteration.seek(before.position())
        : iteration.toEndOfIteration();
  }

  private static void finish(Trainer trainer) {
    try {
      trainer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      trainer.close();
    }
  }
}
