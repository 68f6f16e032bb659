package backstep.ui;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.controlsfx.control.ToggleSwitch;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A window of JavaFX with one label, beside which the program's start is measured
/// (`src/bench/python/start.py`). With the argument `libraries` it has the look of AtlantaFX, an
/// icon of Ikonli's and a control of ControlsFX, as the program has.
public final class BareWindow extends Application {
  @Override
  public void start(Stage window) {
    HBox content = new HBox(new Label("Hello"));
    if (getParameters().getRaw().contains("libraries")) {
      setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
      content
          .getChildren()
          .addAll(new FontIcon(MaterialDesignC.CHECK), new ToggleSwitch("On or off"));
    }
    window.setScene(new Scene(content, 1440, 900));
    window.setX(0);
    window.setY(0);
    window.show();
  }

  /// @param arguments `libraries`, or none
  public static void main(String[] arguments) {
    launch(arguments);
  }
}
