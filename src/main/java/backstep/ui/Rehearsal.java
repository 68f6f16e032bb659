package backstep.ui;

import backstep.ui.drafts.UserDrafts;
import backstep.ui.kit.Background;
import backstep.ui.settings.SettingsStore;
import backstep.ui.settings.UserSettings;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Starts as the program does, plays lessons in its window by their keys, and closes it. What Java
/// has loaded and compiled by then is what the packager keeps, so that the program starts quickly
/// where it is installed.
///
/// Its argument is a folder, which takes what the program would keep for its user. Of the user's
/// own it changes nothing.
public final class Rehearsal extends Application {
  private static final Duration PAUSE = Duration.millis(250);
  private static final Duration START = Duration.seconds(3);
  private static final int LESSONS = 4;
  private static final int STEPS = 12;

  private final Timeline timeline = new Timeline();
  private Duration end = START;

  @Override
  public void start(Stage window) {
    Path folder = Path.of(getParameters().getRaw().getFirst());
    Background background = Background.threads();
    Workbench bench =
        BackstepApp.begin(
            window,
            background,
            // Read as at each start, which loads much of Java for it.
            SettingsStore.passing(new UserSettings(background).load()),
            new UserDrafts(folder),
            List.of());
    play(window, bench);
  }

  // Each lesson step by step, then phase by phase, and trained for a moment.
  private void play(Stage window, Workbench bench) {
    for (int i = 0; i < LESSONS; i++) {
      for (int step = 0; step < STEPS; step++) {
        then(() -> press(window, KeyCode.RIGHT, false));
      }
      then(() -> press(window, KeyCode.F, true));
      then(() -> press(window, KeyCode.B, true));
      then(() -> press(window, KeyCode.U, true));
      then(bench.player::nextIteration);
      then(bench.player::trainOrPause);
      then(bench.player::trainOrPause);
      then(bench.lessons::openNext);
    }
    then(window::hide);
    timeline.play();
  }

  private void then(Runnable action) {
    end = end.add(PAUSE);
    timeline.getKeyFrames().add(new KeyFrame(end, _ -> action.run()));
  }

  private static void press(Stage window, KeyCode key, boolean shift) {
    Event.fireEvent(
        window.getScene().getRoot(),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false));
  }
}
