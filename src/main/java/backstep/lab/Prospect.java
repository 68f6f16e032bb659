package backstep.lab;

import backstep.graph.Iteration;
import backstep.graph.Iterations;
import backstep.graph.Update;
import backstep.python.Replays;
import backstep.train.Course;
import backstep.train.Descent;
import backstep.train.Evaluation;
import backstep.train.Reruns;
import backstep.train.Stepper;
import java.util.Optional;

/// Whether a program can go on learning beyond what it does itself.
public sealed interface Prospect {
  /// It can.
  ///
  /// @param course begins with the iterations that the program makes itself
  /// @param evaluation what judges it on the way, if anything shall
  record Open(Course course, Optional<Evaluation> evaluation) implements Prospect {
    /// Goes on, and nothing judges it.
    public Open(Course course) {
      this(course, Optional.empty());
    }
  }

  /// It cannot.
  record Closed(Obstacle obstacle) implements Prospect {}

  /// Why a program cannot go on.
  enum Obstacle {
    /// It updates no parameter.
    NO_UPDATES,
    /// It changes a parameter otherwise than by one update.
    OTHER_CHANGES,
    /// It has a loop of its own, whose rounds are more than plain gradient descent on one graph: a
    /// choice, other data in each round, a rate that changes, a gradient that is wrong.
    OWN_LOOP,
    /// It updates something that does not begin with a value of its own.
    NO_START,
    /// Its own loop comes to a loss that is infinite or NaN.
    DIVERGED
  }

  /// All iterations that there are, or can be made.
  default Iterations over(Replays replays) {
    return switch (this) {
      case Open(Course course, _) -> course;
      case Closed _ -> replays;
    };
  }

  /// What can be trained on, if anything can.
  default Optional<Open> open() {
    return this instanceof Open open ? Optional.of(open) : Optional.empty();
  }

  /// What is in the way, if anything is.
  default Optional<Obstacle> closedBy() {
    return this instanceof Closed(Obstacle obstacle) ? Optional.of(obstacle) : Optional.empty();
  }

  /// What may follow the iterations that a program makes itself.
  ///
  /// A program without a loop does the same again, with its parameters as it left them. Where that
  /// is sure to be plain gradient descent it is trained on as such, which is fast; else the program
  /// runs again for each iteration. A program with a loop goes on only in the first case.
  static Prospect of(Replays replays) {
    Iteration first = replays.get(0);
    if (first.updates().isEmpty()) {
      return new Closed(Obstacle.NO_UPDATES);
    }
    if (!replays.run().keepsUpdates()) {
      return new Closed(Obstacle.OTHER_CHANGES);
    }
    Optional<Stepper> stepper =
        replays.isBranchless()
            ? Descent.of(replays, replays.run().losses()).map(Stepper.class::cast)
            : Optional.empty();
    if (stepper.isEmpty()) {
      if (replays.count() > 1) {
        return new Closed(Obstacle.OWN_LOOP);
      }
      if (!hasPlaces(replays, first)) {
        return new Closed(Obstacle.NO_START);
      }
      stepper = Optional.of(new Reruns(first, replays::with));
    }
    Course course = new Course(stepper.get());
    course.train(replays.count());
    return course.count() < replays.count() ? new Closed(Obstacle.DIVERGED) : new Open(course);
  }

  private static boolean hasPlaces(Replays replays, Iteration iteration) {
    return iteration.updates().stream()
        .map(Update::parameter)
        .allMatch(parameter -> replays.run().origins().place(parameter).isPresent());
  }
}
