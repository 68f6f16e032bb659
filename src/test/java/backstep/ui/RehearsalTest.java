package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@DisplayName("The rehearsal for the packager")
class RehearsalTest {
  @Test
  @DisplayName("plays lessons and leaves no window behind")
  void plays(@TempDir Path folder) throws Exception {
    Stage window = FxToolkit.registerPrimaryStage();

    Application rehearsal = FxToolkit.setupApplication(Rehearsal.class, folder.toString());
    assertThat(window.isShowing()).isTrue();
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, window.showingProperty().not());

    assertThat(folder).isNotEmptyDirectory(); // where the lessons were left
    assertThat(List.copyOf(Window.getWindows())).isEmpty();
    FxToolkit.cleanupApplication(rehearsal);
  }
}
