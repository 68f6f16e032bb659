package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.OnScreen;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("What a window that was closed leaves behind")
class WindowMemoryTest {
  private static final int WINDOWS = 5;
  private static final int PATIENCE = 50;

  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  @Test
  @DisplayName("Nothing: its content can be collected")
  void nothing() throws InterruptedException {
    List<WeakReference<Shell>> closed = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      closed.add(used());
    }
    for (int i = 0; i < PATIENCE && closed.stream().anyMatch(shell -> shell.get() != null); i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(closed).as("contents of windows").allMatch(shell -> shell.get() == null);
  }

  private WeakReference<Shell> used() {
    Window open = OnScreen.now(() -> Window.open(stage, Locale.ENGLISH, false));
    open.openLesson("04-two-layers", "W1");
    open.press(KeyCode.F);
    open.press(KeyCode.SHIFT, KeyCode.B);
    return open.onScreen(() -> {
      Shell shell = (Shell) stage.getScene().getRoot();
      stage.setScene(new Scene(new Group()));
      Window.forgetEvents();
      return new WeakReference<>(shell);
    });
  }
}
