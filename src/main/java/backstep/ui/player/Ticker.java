package backstep.ui.player;

import backstep.ui.player.PlayerModel.Playing;
import backstep.ui.player.PlayerModel.State;
import javafx.animation.AnimationTimer;

/// Drives what plays by itself.
final class Ticker extends AnimationTimer {
  // A step's movement, and a while to look at what came of it.
  private static final double SECONDS_PER_STEP = 0.85;
  private static final double SECONDS_PER_RUN = 6;
  private static final double MAX_SECONDS_PER_ITERATION = 0.1;
  private static final int MAX_ITERATIONS_PER_FRAME = 1000;

  private final PlayerModel model;
  private boolean ticking;
  private long last;

  Ticker(PlayerModel model) {
    this.model = model;
  }

  /// Ticks as long as something plays.
  void follow(State state) {
    if (state.isPlaying() != ticking) {
      ticking = state.isPlaying();
      if (ticking) {
        last = 0;
        start();
      } else {
        stop();
      }
    }
  }

  @Override
  public void handle(long now) {
    State state = model.getState();
    if (state.isTraining()) {
      // Its newest state, at each frame.
      model.tick(1);
      return;
    }
    double seconds = last == 0 ? 0 : (now - last) / 1e9;
    double due =
        state.playing() == Playing.ITERATIONS ? secondsPerIteration(state) : SECONDS_PER_STEP;
    // The first comes at once: the press of the button is seen to do something.
    double steps = last == 0 ? 1 : seconds * state.speed() / due;
    if (steps >= 1 && model.tick((int) Math.min(steps, MAX_ITERATIONS_PER_FRAME))) {
      last = now;
    }
  }

  // A run takes as long as one likes to watch, however many iterations it has.
  private static double secondsPerIteration(State state) {
    return Math.min(MAX_SECONDS_PER_ITERATION, SECONDS_PER_RUN / state.iterations());
  }
}
