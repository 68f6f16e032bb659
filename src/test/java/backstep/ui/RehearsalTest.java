package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The rehearsal for the packager")
class RehearsalTest {
  @Start
  void start(Stage stage) {
    // Only that JavaFX runs.
  }

  @Test
  @DisplayName("plays lessons and leaves no window behind")
  void plays(@TempDir Path folder) {
    Rehearsal.play(folder);

    assertThat(folder).isNotEmptyDirectory(); // where the lessons were left
    assertThat(List.copyOf(Window.getWindows())).isEmpty();
  }
}
