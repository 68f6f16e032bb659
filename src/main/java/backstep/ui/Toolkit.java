package backstep.ui;

import javafx.application.Platform;

/// JavaFX's thread, for what is done without the program's own window.
final class Toolkit {
  private Toolkit() {}

  /// Does something on JavaFX's thread, which is started if it does not run yet.
  static void run(Runnable work) {
    try {
      Platform.startup(work);
    } catch (IllegalStateException alreadyRunning) {
      Platform.runLater(work);
    }
  }
}
