package backstep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import backstep.ui.kit.TypeSize;
import backstep.ui.settings.Settings;
import backstep.ui.settings.SettingsModel;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("Where letters are so large that what is asked stands under the graph")
class ComesUpTest {
  private Window window;

  @Start
  void start(Stage stage) {
    Settings settings =
        Settings.USUAL.withTypeSize(new TypeSize(200)).withStillness(Optional.of(true));
    window = Window.open(stage, Locale.ENGLISH, SettingsModel.passing(settings));
  }

  // In the part of the window that scrolls.
  private boolean isInView(String selector) {
    return window.onScreen(() -> {
      Node part = window.find(selector);
      Bounds at = part.localToScene(part.getLayoutBounds());
      Node frame = window.find(".center");
      while (!frame.getStyleClass().contains("viewport")) {
        frame = frame.getParent();
      }
      Bounds seen = frame.localToScene(frame.getLayoutBounds());
      return at.getMinY() >= seen.getMinY() - 1 && at.getMinY() <= seen.getMaxY() - 20;
    });
  }

  @Test
  @DisplayName("a question is scrolled to when it is asked")
  void question() {
    window.press(KeyCode.P);
    window.press(KeyCode.F);
    window.waitFor(() -> isInView("#predict"));
  }

  @ParameterizedTest
  @CsvSource({"F3, practice-field", "F2, code-field"})
  @DisplayName("a field to write in is scrolled to when it is opened")
  void writing(KeyCode key, String field) {
    window.press(key);
    window.waitFor(() -> window.isShown("#" + field) && isInView("#" + field));
    assertThat(window.focusOwner()).isEqualTo(field);
  }
}
