package backstep.ui;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/// A window of JavaFX with one label, beside which the program's start is measured
/// (`src/bench/python/start.py`).
public final class BareWindow extends Application {
  @Override
  public void start(Stage window) {
    window.setScene(new Scene(new Label("Hello"), 1440, 900));
    window.setX(0);
    window.setY(0);
    window.show();
  }

  /// @param arguments none
  public static void main(String[] arguments) {
    launch(arguments);
  }
}
