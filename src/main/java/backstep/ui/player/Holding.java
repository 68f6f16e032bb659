package backstep.ui.player;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.ButtonBase;
import javafx.util.Duration;

/// Repeats what a button does while it is held down, by the mouse or by a key.
final class Holding {
  private static final Duration DELAY = Duration.millis(400);
  private static final Duration PERIOD = Duration.millis(200);

  private final Timeline repeat = new Timeline();
  private boolean repeated;

  /// @param again what the button does, while it can
  Holding(ButtonBase button, Runnable again) {
    repeat.setDelay(DELAY);
    repeat.setCycleCount(Animation.INDEFINITE);
    repeat
        .getKeyFrames()
        .setAll(
            new KeyFrame(
                PERIOD,
                _ -> {
                  repeated = true;
                  again.run();
                }));
    button.armedProperty().subscribe(armed -> hold(armed));
  }

  private void hold(boolean held) {
    if (held) {
      repeated = false;
      repeat.playFromStart();
    } else {
      repeat.stop();
    }
  }

  /// Whether the button did something since it was pressed; letting go of it is no press then.
  boolean hasRepeated() {
    return repeated;
  }
}
