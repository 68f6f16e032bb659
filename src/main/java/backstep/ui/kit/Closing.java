package backstep.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.stage.Window;

/// How a window closes that a pop-up stands over.
public final class Closing {
  private static final ChangeListener<Boolean> LISTENS = (_, _, _) -> {};

  private Closing() {}

  /// Lets a window close with a pop-up open, such as a tip. That listens for it twice: for the
  /// window, and for the part that it belongs to. Told once, it stops listening; with nobody left
  /// JavaFX forgets what it was telling, and tells the second `null`, which fails. So somebody
  /// listens on.
  public static void underPopups(Window window) {
    window.showingProperty().addListener(LISTENS);
  }
}
