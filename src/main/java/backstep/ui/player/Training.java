package backstep.ui.player;

import backstep.lab.Prospect;
import backstep.lab.Prospect.Open;
import backstep.train.Course;
import backstep.train.History.Point;
import backstep.train.Trainer;
import backstep.train.TrainerState;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Makes iterations of the program at hand that there are not yet, on a thread of its own.
///
/// A thread belongs to one course: with another program it ends, so nothing it still does is heard
/// of.
final class Training {
  private Optional<Open> open = Optional.empty();
  private Optional<Trainer> trainer = Optional.empty();
  private @Nullable TrainerState told;

  /// Belongs to another program.
  void take(Prospect prospect) {
    trainer.ifPresent(Trainer::close);
    trainer = Optional.empty();
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
    Optional<TrainerState> newest = trainer.flatMap(Trainer::state).filter(now -> now != told);
    newest.ifPresent(now -> told = now);
    return newest;
  }

  /// Makes no more iterations.
  ///
  /// @return waits for the one under way; not to be run on the screen's thread
  Runnable stop() {
    Optional<Trainer> making = trainer;
    making.ifPresent(Trainer::pause);
    return () -> making.ifPresent(Training::await);
  }

  private static void await(Trainer trainer) {
    try {
      trainer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Which iteration is the last to be looked at: of losses that are not finite any more, the last
  /// that was.
  static int last(Course course) {
    return course
        .history()
        .divergence()
        .map(divergence -> divergence.lastFinite().map(Point::iteration).orElse(0))
        .orElseGet(() -> course.count() - 1);
  }
}
