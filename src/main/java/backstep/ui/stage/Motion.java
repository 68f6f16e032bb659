package backstep.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;

/// A movement of things that go together. It can be ended at any moment.
final class Motion {
  private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", 0);
  private Optional<Timeline> movement = Optional.empty();
  private List<? extends DoubleConsumer> parts = List.of();
  private Runnable landed = () -> {};

  Motion() {
    progress.subscribe(part -> parts.forEach(moving -> moving.accept(part.doubleValue())));
  }

  /// Begins to move; a movement under way stops where it is.
  ///
  /// @param moving each is told how much of the way is done, 0 to 1
  /// @param end called when they arrive, but not when they are stopped
  void play(List<? extends DoubleConsumer> moving, Duration duration, Runnable end) {
    stop();
    progress.set(0);
    parts = List.copyOf(moving);
    landed = end;
    parts.forEach(part -> part.accept(0));
    Timeline timeline =
        new Timeline(new KeyFrame(duration, new KeyValue(progress, 1, Interpolator.EASE_BOTH)));
    timeline.setOnFinished(_ -> finish());
    movement = Optional.of(timeline);
    timeline.play();
  }

  /// Everything arrives at once.
  void finish() {
    if (movement.isPresent()) {
      List<? extends DoubleConsumer> arriving = parts;
      Runnable end = landed;
      stop();
      arriving.forEach(part -> part.accept(1));
      end.run();
    }
  }

  /// Nothing moves any more.
  void stop() {
    movement.ifPresent(Timeline::stop);
    movement = Optional.empty();
    parts = List.of();
  }
}
