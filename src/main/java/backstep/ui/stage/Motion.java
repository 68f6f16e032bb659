package backstep.ui.stage;

import java.util.List;
import java.util.Optional;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

/// The movement of one step: all its pulses travel together.
final class Motion {
  private static final Duration STEP = Duration.millis(600);
  // A step without pulses still takes a moment to be seen.
  private static final Duration PAUSE = Duration.millis(200);

  private final Pane layer;
  private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", 0);
  private Optional<Timeline> movement = Optional.empty();
  private List<Pulse> pulses = List.of();

  /// @param layer where pulses are drawn
  Motion(Pane layer) {
    this.layer = layer;
    progress.subscribe(part -> pulses.forEach(pulse -> pulse.moveTo(part.doubleValue())));
  }

  /// Sends pulses on their way.
  ///
  /// @param speed 1 is the usual
  /// @param landed called when they arrive, but not when they are stopped
  void play(List<Pulse> travelling, double speed, Runnable landed) {
    stop();
    pulses = travelling;
    layer.getChildren().setAll(travelling);
    layer.applyCss();
    progress.set(0);
    pulses.forEach(pulse -> pulse.moveTo(0));
    Duration duration = (pulses.isEmpty() ? PAUSE : STEP).divide(speed);
    Timeline timeline =
        new Timeline(new KeyFrame(duration, new KeyValue(progress, 1, Interpolator.EASE_BOTH)));
    timeline.setOnFinished(_ -> {
      stop();
      landed.run();
    });
    movement = Optional.of(timeline);
    timeline.play();
  }

  /// Nothing moves any more.
  void stop() {
    movement.ifPresent(Timeline::stop);
    movement = Optional.empty();
    pulses = List.of();
    layer.getChildren().clear();
  }
}
