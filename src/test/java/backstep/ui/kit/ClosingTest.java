package backstep.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
@DisplayName("A window that closes under a pop-up")
class ClosingTest {
  @Test
  @DisplayName("takes it with it")
  void closes() {
    assertThat(failures(Closing::underPopups)).isEmpty();
  }

  @Test
  @DisplayName("fails in JavaFX as it is; once it does not, Closing is no longer needed")
  void fails() {
    assertThat(failures(_ -> {})).singleElement().isInstanceOf(NullPointerException.class);
  }

  private static List<Throwable> failures(Consumer<Window> prepare) {
    return OnScreen.now(() -> {
      Stage window = new Stage();
      prepare.accept(window);
      // As bindings do. Only with them JavaFX drops what it has still to tell.
      window.showingProperty().addListener((InvalidationListener) _ -> {});
      Region content = new Region();
      window.setScene(new Scene(content, 200, 200));
      window.show();
      Tooltip tip = new Tooltip("open");
      tip.show(content, 0, 0);
      List<Throwable> failures = new ArrayList<>();
      UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
      Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> failures.add(failure));
      window.hide();
      Thread.currentThread().setUncaughtExceptionHandler(before);
      assertThat(tip.isShowing()).isFalse();
      return failures;
    });
  }
}
