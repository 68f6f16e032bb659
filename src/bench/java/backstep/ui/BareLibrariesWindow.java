package backstep.ui;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A window with one label that looks as AtlantaFX has it and shows an icon of Ikonli's, as the
/// program does: beside it the program's start is measured as well (`src/bench/python/start.py`).
public final class BareLibrariesWindow extends Application {
  @Override
  public void start(Stage window) {
    setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Label label = new Label("Hello", new FontIcon(MaterialDesignC.CHECK));
    window.setScene(new Scene(label, 1440, 900));
    window.setX(0);
    window.setY(0);
    window.show();
  }

  /// @param arguments none
  public static void main(String[] arguments) {
    launch(arguments);
  }
}
