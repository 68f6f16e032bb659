package backstep.ui;

import backstep.keep.RecentFiles;
import backstep.ui.drafts.UserDrafts;
import backstep.ui.kit.Background;
import backstep.ui.kit.Messages;
import backstep.ui.kit.Theme;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Opens the window, plays lessons in it by their keys, and closes it. What Java has loaded and
/// compiled by then is what the packager keeps, so that the program starts quickly where it is
/// installed.
///
/// Of the user's own it reads and writes nothing.
public final class Rehearsal {
  private static final Duration PAUSE = Duration.millis(250);
  private static final Duration START = Duration.seconds(3);
  private static final int LESSONS = 4;
  private static final int STEPS = 12;

  private final Stage window = new Stage();
  private final Workbench bench;
  private final Timeline timeline = new Timeline();
  private Duration end = START;

  private Rehearsal(Path folder) {
    bench = new Workbench(Background.threads(), new UserDrafts(folder), RecentFiles.passing());
  }

  /// Plays, and returns when the window is closed again.
  ///
  /// Starts the JavaFX toolkit if it does not run yet; not to be called on its thread.
  ///
  /// @param folder takes what the program would keep for the user
  public static void play(Path folder) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    Toolkit.run(() -> {
      Theme.loadFonts();
      new Rehearsal(folder).play(() -> closed.complete(null));
    });
    closed.join();
  }

  // Each lesson step by step, then phase by phase, and trained for a moment.
  private void play(Runnable done) {
    SettingsModel settings = SettingsModel.passing(Settings.USUAL);
    BackstepApp.open(window, bench, new Messages(Locale.getDefault()), settings, List.of());
    for (int i = 0; i < LESSONS; i++) {
      for (int step = 0; step < STEPS; step++) {
        then(() -> press(KeyCode.RIGHT, false));
      }
      then(() -> press(KeyCode.F, true));
      then(() -> press(KeyCode.B, true));
      then(() -> press(KeyCode.U, true));
      then(bench.player::nextIteration);
      then(bench.player::trainOrPause);
      then(bench.player::trainOrPause);
      then(bench.lessons::openNext);
    }
    then(window::hide);
    timeline.setOnFinished(_ -> done.run());
    timeline.play();
  }

  private void then(Runnable action) {
    end = end.add(PAUSE);
    timeline.getKeyFrames().add(new KeyFrame(end, _ -> action.run()));
  }

  private void press(KeyCode key, boolean shift) {
    Event.fireEvent(
        window.getScene().getRoot(),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false));
  }
}
