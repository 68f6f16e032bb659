package backstep.ui.lab;

import backstep.lab.Prospect;
import backstep.lab.Prospect.Obstacle;
import backstep.python.Run;
import backstep.train.Course;
import backstep.train.Course.Ending;
import backstep.train.History;
import backstep.train.History.Divergence;
import backstep.train.TrainerState.Reason;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Why a training came to its end where the learner stands, and where its last good state is.
public final class EndingModel {
  /// What there is to say.
  ///
  /// @param reason why no more iterations follow
  /// @param back the iteration to go back to, from 0; none if the learner stands there, or if there
  ///   is none
  record View(Reason reason, OptionalInt back) {}

  private final ReadOnlyObjectWrapper<Optional<View>> view =
      new ReadOnlyObjectWrapper<>(this, "view", Optional.empty());
  private IntConsumer onBack = _ -> {};

  // --- Properties --------------------------------------------------------------------------------

  /// None as long as more iterations can follow, and away from the end.
  ReadOnlyObjectProperty<Optional<View>> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /// Called with the iteration that the learner goes back to.
  public void setOnBack(IntConsumer action) {
    onBack = action;
  }

  // --- Commands ----------------------------------------------------------------------------------

  /// Shows what there is to say in an iteration.
  public void show(Prospect prospect, Run run, int iteration) {
    view.set(
        switch (prospect) {
          case Prospect.Open(Course course, _) ->
              course.ending().flatMap(ending -> view(ending, course.history(), iteration));
          case Prospect.Closed(Obstacle obstacle) ->
              obstacle == Obstacle.DIVERGED
                  ? view(Ending.DIVERGED, History.of(run.losses()), iteration)
                  : Optional.empty();
        });
  }

  private static Optional<View> view(Ending ending, History history, int iteration) {
    // From where on it is about what is seen.
    int good =
        history
            .divergence()
            .map(divergence -> divergence.lastFinite().map(History.Point::iteration).orElse(0))
            .orElse(history.count() - 1);
    if (iteration < good) {
      return Optional.empty();
    }
    boolean any = history.divergence().flatMap(Divergence::lastFinite).isPresent();
    return Optional.of(
        new View(
            Reason.of(ending, history),
            any && iteration > good ? OptionalInt.of(good) : OptionalInt.empty()));
  }

  /// Shows nothing.
  public void clear() {
    view.set(Optional.empty());
  }

  /// Goes back to the last good state.
  void back() {
    view.get().ifPresent(now -> now.back().ifPresent(onBack));
  }
}
